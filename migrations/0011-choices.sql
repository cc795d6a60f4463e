-- C3: what was read when a consent was given. One wording is of one purpose and one channel (Art. 7(2) GDPR).
create table register.consent_wording (
  hash              text primary key check (hash ~ '^[0-9a-f]{64}$'),
  purpose           text not null,
  channel           text not null check (channel in ('email', 'post', 'sms', 'phone', 'push')),
  language          text not null check (language in ('fi', 'sv', 'en')),
  text              text not null check (text <> '' and length(text) <= 2000),
  statement_version integer not null,
  kept_at           timestamptz not null,
  invalidated_at    timestamptz  -- null while nothing is found wrong with it
);

-- The state in force; how it came about is in consent_event.
create table register.consent (
  id         uuid primary key default uuidv7(),
  person_id  uuid not null constraint consent_person references register.person (id) on delete cascade,
  purpose    text not null,
  channel    text not null check (channel in ('email', 'post', 'sms', 'phone', 'push')),
  state      text not null check (state in ('requested', 'given', 'refused', 'withdrawn', 'expired', 'invalidated', 'revoked')),
  wording    text not null constraint consent_wording_read references register.consent_wording (hash),
  since      timestamptz not null,
  expires_on date,  -- only where given: past it the consent is denied
  via        text not null,
  constraint consent_is_one_a_purpose_and_channel unique (person_id, purpose, channel),
  constraint consent_given_expires check ((state = 'given') = (expires_on is not null))
);
create index consent_of_wording on register.consent (wording) where state in ('given', 'requested');
create index consent_waiting on register.consent (since) where state = 'requested';
create index consent_expiring on register.consent (expires_on) where state = 'given';

-- Art. 7(1) GDPR: who, when, how, in which words. Rows are added, never changed.
create table register.consent_event (
  id                uuid primary key default uuidv7(),
  person_id         uuid not null constraint consent_event_person references register.person (id) on delete cascade,
  purpose           text not null,
  channel           text not null,
  state             text not null,
  wording           text not null constraint consent_event_wording references register.consent_wording (hash),
  at                timestamptz not null,
  via               text not null,
  by                text not null,
  proof             text check (proof in ('document', 'own-words', 'form', 'link')),  -- null where a state ended by itself
  document          text check (length(document) <= 200),   -- where the paper or the recording is
  own_words         text check (length(own_words) <= 1000), -- what the person said
  shown             text check (shown ~ '^[0-9a-f]{64}$'),  -- digest of the page that was seen
  statement_version integer not null
);
create index consent_event_of on register.consent_event (person_id, purpose, channel, at);
create trigger consent_event_is_append_only before update on register.consent_event
  for each statement execute function seloste.refuse_change();

-- What is left of a consent whose person was erased: for the period of class consent-proof, under a keyed digest.
create table register.consent_proof (
  id          uuid primary key default uuidv7(),
  subject     bytea not null check (octet_length(subject) = 32),
  purpose     text not null,
  channel     text not null,
  events      jsonb not null,
  kept_until  date not null
);
create index consent_proof_of on register.consent_proof (subject);
create index consent_proof_until on register.consent_proof (kept_until);

-- C5: absolute, whatever ground there is. Not deleted with the person by itself: first it is kept as a suppression.
create table register.objection (
  id              uuid primary key default uuidv7(),
  person_id       uuid constraint objection_person references register.person (id),
  organisation_id uuid constraint objection_organisation references register.organisation (id) on delete cascade,
  scope           text not null check (scope in ('all', 'channel', 'topic', 'profiling')),
  channel         text check (channel in ('email', 'post', 'sms', 'phone', 'push')),  -- null: every channel
  topic           text,        -- only of scope topic
  at              timestamptz not null,
  via             text not null,
  by              text not null,
  by_agent        boolean not null default false,
  recorded_at     timestamptz not null,
  lifted_at       timestamptz, -- null while in force
  lifted_by       uuid,        -- the consent event of the person's own act
  constraint objection_is_of_one check (num_nonnulls(person_id, organisation_id) = 1),
  constraint objection_scope_says_what check (
    (scope = 'topic') = (topic is not null) and (scope = 'channel' or scope = 'topic' or channel is null)
    and (scope <> 'channel' or channel is not null)),
  constraint objection_lifted_by_consent check ((lifted_at is null) = (lifted_by is null))
);
create index objection_of_person on register.objection (person_id) where lifted_at is null;
create index objection_of_organisation on register.objection (organisation_id) where lifted_at is null;
create index objection_ever_of_person on register.objection (person_id);
create unique index objection_is_said_once on register.objection (person_id, organisation_id, scope, channel, topic)
  nulls not distinct where lifted_at is null;

-- C9, Art. 18 GDPR.
create table register.restriction (
  id              uuid primary key default uuidv7(),
  person_id       uuid not null constraint restriction_person references register.person (id) on delete cascade,
  reason          text not null check (reason in ('accuracy', 'unlawful-kept', 'claims', 'objection-pending')),
  since           timestamptz not null,
  by              text not null,
  lifting_told_at timestamptz, -- Art. 18(3): told before it ends
  told_via        text,
  lifted_at       timestamptz, -- null while in force
  constraint restriction_is_told_before_it_ends check (lifted_at is null or lifting_told_at <= lifted_at)
);
create unique index restriction_is_one_a_reason on register.restriction (person_id, reason) where lifted_at is null;

create table register.topic_preference (
  person_id uuid not null constraint topic_preference_person references register.person (id) on delete cascade,
  topic     text not null,
  wants     boolean not null,
  at        timestamptz not null,
  via       text not null,
  by        text not null,
  primary key (person_id, topic)
);

-- § 200(3) of laki 917/2014: four facts, none of them a consent.
create table register.fact_of_sale (
  id              uuid primary key default uuidv7(),
  person_id       uuid not null constraint fact_of_sale_person references register.person (id) on delete cascade,
  group_company   text not null,  -- the same seller
  product_group   text not null,  -- its own products of the same group
  sold_at         timestamptz not null,
  email_id        uuid constraint fact_of_sale_email references register.person_email (id) on delete set null, -- null: no address came with the sale
  told_of_refusal boolean not null, -- told, as the address was taken, that it may be refused
  deal            text not null,    -- what sold: order, invoice, contract
  deal_id         uuid,
  recorded_at     timestamptz not null
);
create index fact_of_sale_of on register.fact_of_sale (person_id, group_company);

-- S12.16: outlives the person. The digest is keyed, and the key lies outside the database.
create table register.suppression (
  id      uuid primary key default uuidv7(),
  digest  bytea not null check (octet_length(digest) = 32),
  scope   text not null check (scope in ('all', 'channel', 'topic', 'profiling')),
  channel text check (channel in ('email', 'post', 'sms', 'phone', 'push')),
  topic   text,
  at      timestamptz not null,
  via     text not null,
  constraint suppression_is_said_once unique nulls not distinct (digest, scope, channel, topic)
);

-- Who was erased, by opaque id and keyed digests, so that neither a restore nor an import brings them back.
create table register.tombstone (
  person_id         uuid primary key,
  erased_at         timestamptz not null,
  statement_version integer not null,
  digests           bytea[] not null
);
create index tombstone_of on register.tombstone using gin (digests);

-- For the desks: whether an address they hold may be written to. Says no more of the list than that.
create function seloste.suppressed(asked bytea[]) returns table (digest bytea, scope text, channel text, topic text, at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select held.digest, held.scope, held.channel, held.topic, held.at from register.suppression held
    where held.digest = any (asked)
  $$;
revoke execute on function seloste.suppressed from public;

-- Art. 18(1) GDPR: asked where a person's data would be used.
create function seloste.is_restricted(asked uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$ select exists (select from register.restriction where restriction.person_id = asked and restriction.lifted_at is null) $$;
revoke execute on function seloste.is_restricted from public;

-- Art. 18(2) GDPR: restricted values are for whoever settles the matter, and for nobody's daily work.
create function seloste.is_masked(asked uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select exists (select from register.restriction where restriction.person_id = asked and restriction.lifted_at is null)
      and right(session_user::text, 8) <> '_privacy'
  $$;
revoke execute on function seloste.is_masked from public;

-- C-579/21: when a person's data were looked at, in which duty and for which purpose; the name of who looked is not in it.
create function seloste.looks_at(asked uuid, most integer)
  returns table (at timestamptz, duty text, purpose text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select log.at, log.duty, log.purpose from register.access_log log
    where log.people @> array[asked] order by log.at desc limit least(greatest(most, 1), 1000)
  $$;
revoke execute on function seloste.looks_at from public;
