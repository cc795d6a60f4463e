-- An import is a piece of work of its own: read, tried, run, and taken back whole where nothing hangs on it yet.
alter table register.import_run add column state text not null default 'finished'
  check (state in ('kept', 'reading', 'tried', 'running', 'finished', 'cancelled', 'failed', 'undoing', 'undone'));
alter table register.import_run add column duty text;            -- null: an import of before
alter table register.import_run add column purpose text;
alter table register.import_run add column settings jsonb not null default '{}'; -- ids of fields, never a value
alter table register.import_run add column kind text check (kind in ('csv', 'xlsx', 'vcard'));
alter table register.import_run add column encoding text;
alter table register.import_run add column bytes bigint not null default 0;
alter table register.import_run add column file_key bytea;       -- null: the file is erased, or cannot be opened any more
alter table register.import_run add column read_lines integer not null default 0;
alter table register.import_run add column taken_lines integer not null default 0;
alter table register.import_run add column updated integer not null default 0;
alter table register.import_run add column notices integer not null default 0;
alter table register.import_run add column finished_at timestamptz; -- null while it is under way
alter table register.import_run add column fault text check (length(fault) <= 60); -- a code of the catalogue
create index import_run_under_way on register.import_run (at) where state in ('reading', 'running', 'undoing');
create index import_run_with_lines on register.import_run (finished_at) where file_key is not null;

-- What each line of the file says, read and checked, until it is in the register or the import is over.
create table register.import_line (
  import_id          uuid not null constraint import_line_import references register.import_run (id) on delete cascade,
  line               integer not null,
  state              text not null default 'waiting' check (state in ('waiting', 'taken', 'refused', 'erased', 'undone', 'left')),
  outcome            text check (outcome in ('created', 'updated', 'unchanged')), -- null: nobody has looked yet
  code               text,  -- why it was refused, or could not be undone
  field              text,
  clause             text,
  person_id          uuid,  -- whom the register knows already, or who was made of it; null: nobody
  organisation_id    uuid,
  new_person         uuid,  -- the id that is waiting for the person; null where the line says nothing of one
  new_organisation   uuid,
  first_line         integer, -- the line of this file that says the same person first; null: this one, or the register
  first_company_line integer, -- the same of the company
  email              text,
  business_id        text,
  name_key           text,
  person_key         text,
  organisation_key   text,
  digest             bytea,
  person_lacks       text,
  organisation_lacks text,
  suppressed         boolean not null default false,
  said               jsonb, -- null: taken or refused, so no longer needed
  cells              text[], -- the reader's own cells, for the file of refused lines only
  primary key (import_id, line)
);
create index import_line_waiting on register.import_line (import_id, line) where state = 'waiting';
create index import_line_of_person on register.import_line (person_id) where person_id is not null;
create index import_line_of_organisation on register.import_line (organisation_id) where organisation_id is not null;

-- Which column filled which field the last time, by a digest of the header: no word of it is kept.
create table register.import_mapping (
  signature bytea not null check (octet_length(signature) = 32),
  subject   text not null default 'people-and-companies',
  columns   jsonb not null,
  kept_at   timestamptz not null,
  by        text not null,
  primary key (signature, subject)
);

-- Missing notices go out at a walk: on or after this day; null where the deadline alone decides.
alter table register.notice add column plan_on date;
create index notice_planned on register.notice (plan_on) where state in ('queued', 'failed') and plan_on is not null;

-- Puts an import's next step into the queue; the minute's round finds it where no worker is there yet.
create function seloste.import_soon(import uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  if not exists (select from register.import_run held where held.id = import and held.state in ('reading', 'running', 'undoing')) then return; end if;
  if to_regnamespace('graphile_worker') is null then return; end if;
  perform graphile_worker.add_job('go-on-importing', json_build_object('id', import), job_key := 'import-' || import, max_attempts := 5);
end $$;
revoke all on function seloste.import_soon from public;

-- Who or what the register knows already under the keys of the lines. Asked by the matcher only: it sees keys and nothing else.
create function seloste.match_lines(import uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform from register.import_run where id = import for update;
  analyze register.import_line; -- a table just filled looks empty to the planner: a million lines against each other, one by one
  update register.import_line set person_id = null, organisation_id = null, first_line = null, first_company_line = null
    where import_id = import and state = 'waiting' and (person_id is not null or organisation_id is not null);

  -- S12.11: whoever asked to be erased does not come back with an old list.
  update register.import_line line set state = 'erased', code = 'PERSON_ERASED', field = 'person.email', clause = 'S12.11', said = null
    from (select distinct unnest(digests) as digest from register.tombstone) gone
    where line.import_id = import and line.state = 'waiting' and line.digest = gone.digest;
  update register.import_line line set suppressed = true
    where line.import_id = import and line.state = 'waiting' and not line.suppressed
      and exists (select from register.suppression held where held.digest = line.digest);

  update register.import_line line set person_id = known.person_id
    from (select distinct on (said.address) said.address, mail.person_id
        from (select distinct email as address from register.import_line where import_id = import and state = 'waiting' and email is not null) said
        join register.person_email mail on seloste.folded(mail.address) collate "C" = seloste.folded(said.address) collate "C"
        join register.person who on who.id = mail.person_id
        order by said.address, who.closed_at nulls first, mail.is_primary desc, mail.person_id) known
    where line.import_id = import and line.state = 'waiting' and line.email = known.address;

  update register.import_line line set organisation_id = firm.id,
      state = case when firm.closed_at is null then line.state else 'refused' end,
      code = case when firm.closed_at is null then null else 'COMPANY_CLOSED' end,
      field = case when firm.closed_at is null then null else 'org.businessId' end,
      clause = case when firm.closed_at is null then null else 'S4.4' end
    from register.organisation firm
    where line.import_id = import and line.state = 'waiting' and line.business_id is not null and firm.business_id = line.business_id;
  update register.import_line line set organisation_id = case when known.several then null else known.id end,
      state = case when known.several then 'refused' else line.state end,
      code = case when known.several then 'COMPANY_NOT_CLEAR' end, field = case when known.several then 'org.name' end
    from (select said.name_key, (array_agg(firm.id))[1] as id, count(*) > 1 as several
        from (select distinct name_key from register.import_line
          where import_id = import and state = 'waiting' and business_id is null and name_key is not null) said
        join register.organisation firm on seloste.folded(firm.name) collate "C" = said.name_key collate "C" and firm.closed_at is null
        group by said.name_key) known
    where line.import_id = import and line.state = 'waiting' and line.organisation_id is null and line.business_id is null and line.name_key = known.name_key;
end $$;
revoke all on function seloste.match_lines from public;

-- Of lines that say the same company or the same person the first makes it, and the others mean it.
create function seloste.settle_lines(import uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_nestloop = off
  as $$
begin
  update register.import_line set state = 'refused', code = 'VALUE_REQUIRED', clause = 'S5.1',
      field = case when person_id is null and new_person is not null and person_lacks is not null then person_lacks else organisation_lacks end
    where import_id = import and state = 'waiting'
      and (person_id is null and new_person is not null and person_lacks is not null
        or organisation_id is null and new_organisation is not null and organisation_lacks is not null);
  update register.import_line line set organisation_id = first.new_organisation, first_company_line = first.line
    from (select distinct on (coalesce(organisation_key, business_id, name_key)) coalesce(organisation_key, business_id, name_key) as said, line, new_organisation
        from register.import_line
        where import_id = import and state = 'waiting' and new_organisation is not null and organisation_id is null
        order by coalesce(organisation_key, business_id, name_key), line) first
    where line.import_id = import and line.state = 'waiting' and line.organisation_id is null and line.new_organisation is not null
      and coalesce(line.organisation_key, line.business_id, line.name_key) = first.said and line.line > first.line;
  update register.import_line line set person_id = first.new_person, first_line = first.line
    from (select distinct on (coalesce(person_key, email)) coalesce(person_key, email) as said, line, new_person
        from register.import_line
        where import_id = import and state = 'waiting' and new_person is not null and person_id is null and coalesce(person_key, email) is not null
        order by coalesce(person_key, email), line) first
    where line.import_id = import and line.state = 'waiting' and line.person_id is null and line.new_person is not null
      and coalesce(line.person_key, line.email) = first.said and line.line > first.line;
end $$;
revoke all on function seloste.settle_lines from public;
