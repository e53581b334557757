-- Calls, what happened in them, and what has to be done after them.
-- Everything that could name or locate a person is sealed (column names end in _sealed) under the call's own key;
-- destroying the row in call_keys makes all of it unreadable, in backups too.

create table call_keys (
    call_id      uuid primary key,
    wrapped      bytea,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null))
);

-- Keys for finding a telephone number without storing it: HMAC-SHA-256 under the newest, wrapped by the key ring.
create table number_keys (
    id         integer primary key,
    wrapped    bytea not null,
    created_at timestamptz not null
);

create table calls (
    id            uuid primary key,
    call_sid      text not null unique,
    caller_kind   text not null,
    caller_hash   bytea,
    language      text not null,
    urgency       smallint not null,
    service       text not null,
    cannot_speak  boolean not null default false,
    step          text not null,
    menu_path     text[] not null default '{}',
    turn          integer not null,
    state_sealed  bytea not null,
    started_at    timestamptz not null,
    queued_at     timestamptz,
    ended_at      timestamptz,
    end_reason    text
);
create index calls_open on calls (started_at) where ended_at is null;
create index calls_waiting on calls (urgency, queued_at) where queued_at is not null and ended_at is null;
create index calls_by_caller on calls (caller_hash, started_at) where caller_hash is not null;
create index calls_by_time on calls (started_at desc, id desc);

-- The answer to each webhook, so that a repeated webhook gets the same answer and changes nothing.
create table call_turns (
    call_id      uuid not null references calls (id),
    request_key  text not null,
    turn         integer not null,
    reply_sealed bytea not null,
    answered_at  timestamptz not null,
    primary key (call_id, request_key)
);

create table call_events (
    id      bigint generated always as identity primary key,
    call_id uuid not null references calls (id),
    turn    integer not null,
    at      timestamptz not null,
    name    text not null,
    detail  jsonb not null default '{}'
);
create index call_events_of_call on call_events (call_id, id);

create table consents (
    id             bigint generated always as identity primary key,
    call_id        uuid not null references calls (id),
    kind           text not null,
    given          boolean not null,
    prompt_key     text not null,
    prompt_version text not null,
    language       text not null,
    key_pressed    text,
    at             timestamptz not null
);
create index consents_of_call on consents (call_id);

create table callbacks (
    id                 uuid primary key,
    call_id            uuid not null unique references calls (id),
    reference          char(8) not null unique,
    number_sealed      bytea not null,
    number_hash        bytea not null,
    as_soon_as_possible boolean not null,
    window_from        timestamptz not null,
    window_to          timestamptz not null,
    message_permission text not null,
    urgency            smallint not null,
    marked_urgent      boolean not null,     -- by the caller's own key
    language           text not null,
    service            text not null,
    arrived_at         timestamptz not null,
    state              text not null,
    created_at         timestamptz not null,
    closed_at          timestamptz,
    check (window_from < window_to)
);
create index callbacks_open on callbacks (urgency, arrived_at) where state = 'open';

create table recordings (
    id                 uuid primary key,
    call_id            uuid not null references calls (id),
    recording_sid      text not null unique,
    state              text not null,           -- left, fetched, discarded, absent
    seconds            integer not null default 0,
    unfinished         boolean not null default false,
    left_at            timestamptz not null,
    fetched_at         timestamptz,
    carrier_deleted_at timestamptz,
    statement          text not null,           -- pending, transcribed, no-speech, failed, off
    transcript_sealed  bytea,
    engine             text,
    confidence         real,
    doubts             text[] not null default '{}',
    signals            text[] not null default '{}',
    severity           text,
    transcribed_at     timestamptz
);
create index recordings_of_call on recordings (call_id);

create table recording_audio (
    recording_id uuid primary key references recordings (id),
    content_type text not null,
    sealed       bytea not null
);

create table cases (
    call_id         uuid not null references calls (id),
    purpose         text not null,               -- callback-request, counselor-call
    idempotency_key text not null unique,
    reference       char(8) not null,
    state           text not null,               -- due, sending, opened, refused, withdrawn
    document_sealed bytea,                       -- stored before it is first sent, then repeated unchanged
    statement       text,                        -- what the document says of the statement
    recording_id    uuid references recordings (id),
    priority        text,
    told_window_from timestamptz,                -- the safe time that the backend was last told of
    told_window_to  timestamptz,
    case_id         text,
    owed_at         timestamptz not null,
    released_at     timestamptz,                 -- the caller is done
    opened_at       timestamptz,
    refusal         text,
    primary key (call_id, purpose)
);
create index cases_unopened on cases (owed_at) where state not in ('opened', 'withdrawn');

create table case_entries (
    idempotency_key text primary key,
    call_id         uuid not null,
    purpose         text not null,
    kind            text not null,
    document_sealed bytea not null,
    created_at      timestamptz not null,
    appended_at     timestamptz,
    foreign key (call_id, purpose) references cases (call_id, purpose)
);

-- Work that a turn asked for, written in the turn's transaction and done once in effect.
create table follow_ups (
    id          uuid primary key,
    call_id     uuid not null references calls (id),
    kind        text not null,
    subject     text not null default '',
    due_at      timestamptz not null,
    attempts    integer not null default 0,
    lease_until timestamptz,
    done_at     timestamptz,
    gave_up_at  timestamptz,
    last_error  text,
    created_at  timestamptz not null,
    unique (call_id, kind, subject)
);
create index follow_ups_due on follow_ups (due_at) where done_at is null and gave_up_at is null;
create index follow_ups_given_up on follow_ups (gave_up_at) where gave_up_at is not null and done_at is null;
