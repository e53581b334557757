-- Who waits for a counselor, who was asked, and who talked. Telephone numbers stand in none of these tables.

-- One row for each stay in the line: a caller in the queue, or a callback that is due.
create table waits (
    id             uuid primary key,
    call_id        uuid references calls (id),
    call_sid       text,
    callback_id    uuid references callbacks (id),
    urgency        smallint not null,
    language       text not null,
    arrived_at     timestamptz not null,          -- the place in line
    ready_since    timestamptz not null,          -- offered to nobody before
    at_head        boolean not null default false,
    state          text not null check (state in ('waiting', 'taken', 'over')),
    seen_at        timestamptz not null,          -- the caller was last heard of
    told_seconds   integer,                       -- the least wait that was told: a later one is never longer
    ended_at       timestamptz,
    end_reason     text,
    check ((call_id is null) <> (callback_id is null)),
    check ((ended_at is null) = (state <> 'over'))
);
create unique index waits_of_call on waits (call_id) where state <> 'over';
create unique index waits_of_callback on waits (callback_id) where state <> 'over';

-- One counselor asked for one wait. The names of the stages are those of Hotline.CallFlow.Routing.OfferStage.
create table offers (
    id           uuid primary key,
    wait_id      uuid not null references waits (id),
    counselor_id uuid not null,
    stage        text not null,
    offered_at   timestamptz not null,
    expires_at   timestamptz not null,
    leg_sid      text unique,                     -- null until the carrier has named it
    answered_at  timestamptz,
    ended_at     timestamptz,                     -- of the offer; its leg may still be up
    dismissed_at timestamptz,                     -- the leg was last told to go
    closed_at    timestamptz                      -- the leg is over, or never was
);
-- Nobody is rung twice at once, or rung while talking.
create unique index offers_one_leg_each on offers (counselor_id) where closed_at is null;
-- Exactly one wins.
create unique index offers_one_winner on offers (wait_id) where stage in ('Accepted', 'Connected');
create index offers_of_wait on offers (wait_id);

-- A counselor and a caller in a conference of this id. It names the call without a reference: whoever accepts must not wait for
-- the call's own turn.
create table talks (
    id               uuid primary key,
    wait_id          uuid not null references waits (id),
    offer_id         uuid not null unique references offers (id),
    call_id          uuid,
    call_sid         text,
    callback_id      uuid,
    counselor_id     uuid not null,
    urgency          smallint not null,
    accepted_at      timestamptz not null,
    caller_asked_at  timestamptz,                 -- the carrier was last asked to bring the caller
    caller_joined_at timestamptz,
    connected_at     timestamptz,                 -- both hear each other
    ended_at         timestamptz,
    end_reason       text,                        -- caller-gone, counselor-gone, finished
    released_at      timestamptz,                 -- the caller went on after the end
    checked_at       timestamptz not null,        -- the carrier was last asked whether it lasts
    wrap_up_until    timestamptz,                 -- the counselor ended or extended the wrap-up
    disposition      text
);
create index talks_live on talks (accepted_at) where ended_at is null;
create index talks_of_call on talks (call_id, accepted_at);
create index talks_of_counselor on talks (counselor_id, ended_at);
create index talks_connected on talks (connected_at) where connected_at is not null;
