-- When the line is open. What callers once heard stays explainable: nothing here is changed or deleted, a newer row takes its place,
-- an override is cancelled and a holiday removed, each with when and by whom.

-- The week, as intervals like 'Monday 09:00-18:00' in Asia/Seoul. The highest version is in force.
create table weekly_schedules (
    version                   integer primary key,
    intervals                 text[] not null,
    closed_on_public_holidays boolean not null,
    set_at                    timestamptz not null,
    set_by                    text not null
);

create table hours_overrides (
    id           uuid primary key,
    kind         text not null check (kind in ('emergency-closure', 'special-opening')),
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    reason       text not null,
    added_at     timestamptz not null,
    added_by     text not null,
    cancelled_at timestamptz,
    cancelled_by text,
    check (starts_at < ends_at),
    check ((cancelled_at is null) = (cancelled_by is null))
);
create index hours_overrides_standing on hours_overrides (ends_at) where cancelled_at is null;

-- Election days and holidays that the cabinet sets; the others follow from a rule.
create table dated_holidays (
    id         bigint generated always as identity primary key,
    date       date not null,
    name_ko    text not null,
    name_en    text not null,
    added_at   timestamptz not null,
    added_by   text not null,
    removed_at timestamptz,
    removed_by text,
    check ((removed_at is null) = (removed_by is null))
);
create unique index dated_holidays_standing on dated_holidays (date) where removed_at is null;

-- Somebody looked: all dated holidays through this day are entered.
create table holiday_confirmations (
    id           bigint generated always as identity primary key,
    through      date not null,
    confirmed_at timestamptz not null,
    confirmed_by text not null
);

-- The newest row is in force; none is off.
create table surge_switches (
    id     bigint generated always as identity primary key,
    is_on  boolean not null,
    set_at timestamptz not null,
    set_by text not null
);
