-- S4.10–S4.12: what is told to whom, in which channel. A campaign is about nobody; its recipients are people.
create table register.segment (
  id         uuid primary key default uuidv7(),
  name       text collate "fi-x-icu" not null check (name <> '' and length(name) <= 120),
  audience   jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  revision   integer not null default 1,
  constraint segment_name_is_unique unique (name)
);

create table register.campaign (
  id                uuid primary key default uuidv7(),
  name              text collate "fi-x-icu" not null check (name <> '' and length(name) <= 120),
  channel           text not null,
  topics            text[] not null check (cardinality(topics) > 0),
  group_company     text not null,
  job_roles         text[] not null default '{}',
  product_groups    text[] not null default '{}',  -- § 200(3): what it tells of, so that a sale of the like may allow it
  audience          jsonb not null,
  content           jsonb not null,
  state             text not null check (state in ('draft', 'tested', 'queued', 'sending', 'sent', 'stopped')),
  statement_version integer not null,
  created_by        text not null,
  created_at        timestamptz not null,
  changed_at        timestamptz not null,
  tested_at         timestamptz,  -- null until a test has gone to the marketer's own address
  queued_at         timestamptz,
  ended_at          timestamptz,  -- null until the last recipient is settled, or somebody stopped it
  revision          integer not null default 1,
  constraint campaign_is_queued_after_a_test check (state in ('draft', 'tested', 'stopped') or queued_at is not null)
);
create index campaign_under_way on register.campaign (queued_at) where state in ('queued', 'sending');

-- The outbox: one row for each person of the audience, also for whom the gate refused. Nobody is skipped silently.
create table register.campaign_recipient (
  id          uuid primary key default uuidv7(),  -- the Message-ID is made of it
  campaign_id uuid not null constraint campaign_recipient_campaign references register.campaign (id),
  person_id   uuid constraint campaign_recipient_person references register.person (id) on delete set null, -- null once erased
  channel     text not null,
  language    text not null check (language in ('fi', 'sv', 'en')),
  state       text not null check (state in ('queued', 'held', 'sending', 'sent', 'unsure', 'bounced', 'skipped')),
  code        text,  -- why it is held, skipped or bounced
  clause      text,
  ground      text,  -- on what it was allowed: what the statement's eligibility requires
  attempts    integer not null default 0,
  not_before  timestamptz,
  queued_at   timestamptz not null,
  fenced_at   timestamptz,  -- written durably before the first byte of the message
  settled_at  timestamptz,
  constraint campaign_recipient_is_one unique (campaign_id, person_id, channel),
  constraint campaign_recipient_says_why check ((state in ('held', 'skipped', 'bounced')) <= (code is not null)),
  constraint campaign_recipient_is_fenced check ((state in ('sending', 'sent', 'unsure', 'bounced')) <= (fenced_at is not null))
);
create index campaign_recipient_open on register.campaign_recipient (campaign_id, id) where state in ('queued', 'held', 'sending');
create index campaign_recipient_of on register.campaign_recipient (person_id) where person_id is not null;

-- S12.6: an address that a mail server or the post gave back. It is not used until somebody has settled it.
create table register.undeliverable (
  id          uuid primary key default uuidv7(),
  person_id   uuid not null constraint undeliverable_person references register.person (id) on delete cascade,
  channel     text not null,
  value_id    uuid not null,  -- the address itself, so that a corrected one is free at once
  reason      text not null check (reason in ('refused-by-server', 'moved', 'unknown-at-address', 'deceased')),
  reply_code  text check (length(reply_code) <= 20),  -- such as 550 5.1.1; never the server's words, which may repeat the address
  noted_at    timestamptz not null,
  noted_by    text not null,
  settled_at  timestamptz,
  settled_how text check (settled_how in ('corrected', 'removed', 'still-right')),
  constraint undeliverable_is_settled_somehow check ((settled_at is null) = (settled_how is null))
);
create unique index undeliverable_once on register.undeliverable (value_id, channel) where settled_at is null;
create index undeliverable_of on register.undeliverable (person_id);

-- A queued campaign starts by itself. Its sender could be asked for nothing else by this.
create function seloste.send_soon(campaign uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  if not exists (select from register.campaign held where held.id = campaign and held.channel = 'email' and held.state in ('queued', 'sending')) then return; end if;
  if to_regnamespace('graphile_worker') is null then return; end if; -- no worker yet: the minute's round finds it
  perform graphile_worker.add_job('send-campaign', json_build_object('id', campaign), job_key := 'send-campaign-' || campaign);
end $$;
revoke execute on function seloste.send_soon from public;
