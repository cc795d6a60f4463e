-- S5.29: tasks, notes, activities and documents about a company or a person; a task may be about nobody.
-- `at` is where the record stands on a timeline. What is about somebody who is erased goes with them, whatever erases them.
create table register.task (
  id              uuid primary key default uuidv7(),
  group_company   text not null,
  organisation_id uuid references register.organisation on delete cascade,
  person_id       uuid references register.person on delete cascade,
  subject_kind    text,            -- the deal that it hangs on, such as `quote`
  subject_id      uuid,
  title           text not null check (title <> '' and length(title) <= 200),
  text            text check (length(text) <= 4000),
  assigned_to     text not null,
  due_on          date,
  due_time        text check (due_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'), -- in Finland; null: any time of the day
  remind_at       timestamptz,
  reminded_at     timestamptz,
  repeats         text check (repeats in ('day', 'week', 'month', 'year')),
  done_at         timestamptz,
  done_by         text,
  at              timestamptz not null,
  entered_by      text not null,
  entered_at      timestamptz not null,
  held_at         timestamptz,     -- Art. 18 GDPR: restricted
  revision        integer not null default 1,
  constraint task_hangs_on_a_whole_subject check ((subject_kind is null) = (subject_id is null)),
  constraint task_is_due_on_a_day_before_a_time check (due_time is null or due_on is not null),
  constraint task_repeats_from_a_day check (repeats is null or due_on is not null),
  constraint task_is_done_by_someone check ((done_at is null) = (done_by is null))
);
create index task_of_person on register.task (person_id, at desc, id desc) where person_id is not null;
create index task_of_organisation on register.task (organisation_id, at desc, id desc) where organisation_id is not null;
create index task_of_subject on register.task (subject_id) where subject_id is not null;
create index task_to_do on register.task (assigned_to, due_on, id) where done_at is null;
create index task_done on register.task (assigned_to, done_at desc, id desc) where done_at is not null;
create index task_to_remind on register.task (remind_at) where done_at is null and reminded_at is null;

create table register.note (
  id              uuid primary key default uuidv7(),
  group_company   text not null,
  organisation_id uuid references register.organisation on delete cascade,
  person_id       uuid references register.person on delete cascade,
  subject_kind    text,
  subject_id      uuid,
  text            text not null check (text <> '' and length(text) <= 8000),
  mentions        text[] not null default '{}', -- ids of staff
  changed_at      timestamptz,
  at              timestamptz not null,
  entered_by      text not null,
  entered_at      timestamptz not null,
  held_at         timestamptz,
  revision        integer not null default 1,
  constraint note_is_about_someone check (organisation_id is not null or person_id is not null),
  constraint note_hangs_on_a_whole_subject check ((subject_kind is null) = (subject_id is null))
);
create index note_of_person on register.note (person_id, at desc, id desc) where person_id is not null;
create index note_of_organisation on register.note (organisation_id, at desc, id desc) where organisation_id is not null;

create table register.activity (
  id              uuid primary key default uuidv7(),
  group_company   text not null,
  organisation_id uuid references register.organisation on delete cascade,
  person_id       uuid references register.person on delete cascade,
  subject_kind    text,
  subject_id      uuid,
  kind            text not null check (kind in ('call', 'meeting', 'visit')),
  state           text not null check (state in ('planned', 'done', 'cancelled')),
  title           text not null check (title <> '' and length(title) <= 200),
  text            text check (length(text) <= 8000),
  minutes         integer check (minutes between 0 and 1440),
  people          uuid[] not null default '{}', -- others of the register who took part
  staff           text[] not null default '{}',
  at              timestamptz not null,
  entered_by      text not null,
  entered_at      timestamptz not null,
  held_at         timestamptz,
  revision        integer not null default 1,
  constraint activity_is_about_someone check (organisation_id is not null or person_id is not null),
  constraint activity_hangs_on_a_whole_subject check ((subject_kind is null) = (subject_id is null))
);
create index activity_of_person on register.activity (person_id, at desc, id desc) where person_id is not null;
create index activity_of_organisation on register.activity (organisation_id, at desc, id desc) where organisation_id is not null;
create index activity_with_person on register.activity using gin (people);
create index activity_of_staff on register.activity using gin (staff);

create table register.document (
  id              uuid primary key default uuidv7(),
  group_company   text not null,
  organisation_id uuid references register.organisation on delete cascade,
  person_id       uuid references register.person on delete cascade,
  subject_kind    text,
  subject_id      uuid,
  name            text not null check (name <> '' and length(name) <= 200),
  versions        integer not null default 1,
  at              timestamptz not null,
  entered_by      text not null,
  entered_at      timestamptz not null,
  held_at         timestamptz,
  revision        integer not null default 1,
  constraint document_is_about_someone check (organisation_id is not null or person_id is not null),
  constraint document_hangs_on_a_whole_subject check ((subject_kind is null) = (subject_id is null))
);
create index document_of_person on register.document (person_id, at desc, id desc) where person_id is not null;
create index document_of_organisation on register.document (organisation_id, at desc, id desc) where organisation_id is not null;

create table register.document_version (
  id          uuid primary key default uuidv7(),
  document_id uuid not null references register.document on delete cascade,
  nth         integer not null,
  file_name   text not null check (length(file_name) <= 200),
  media_type  text not null,
  bytes       integer not null check (bytes between 1 and 26214400),
  sha256      text not null,
  entered_by  text not null,
  entered_at  timestamptz not null,
  unique (document_id, nth)
);

-- In pieces of at most 512 kB, so that neither the server nor a backup holds a whole file in a row (docs/decisions/0009).
create table register.document_piece (
  version_id uuid not null references register.document_version on delete cascade,
  nth        integer not null,
  content    bytea not null,
  primary key (version_id, nth)
);
alter table register.document_piece alter column content set storage external;

-- What somebody of the staff should look at: opaque ids only, its words are read where it points to.
create table register.notification (
  id              uuid primary key default uuidv7(),
  staff           text not null,
  kind            text not null,
  organisation_id uuid references register.organisation on delete cascade,
  person_id       uuid references register.person on delete cascade,
  subject_kind    text,
  subject_id      uuid,
  by              text not null,
  at              timestamptz not null,
  seen_at         timestamptz
);
create index notification_of_staff on register.notification (staff, at desc, id desc);
create index notification_unseen on register.notification (staff) where seen_at is null;
create index notification_of_subject on register.notification (subject_id) where subject_id is not null;

create table register.work_rule (
  id        uuid primary key default uuidv7(),
  name      text not null check (name <> '' and length(name) <= 120),
  duty      text not null,         -- its maker's: it does what that duty may, and no more
  made_by   text not null,
  made_at   timestamptz not null,
  starts    text not null,         -- the name of a trigger
  asked     jsonb not null default '{}',
  does      text not null check (does in ('assign', 'task', 'notify')),
  wish      jsonb not null default '{}',
  since     timestamptz not null,  -- what happened earlier starts nothing
  paused_at timestamptz,
  revision  integer not null default 1
);

-- A rule meets each record once: this is its log, and its guard against going round.
create table register.work_rule_run (
  id              uuid primary key default uuidv7(),
  rule_id         uuid not null references register.work_rule on delete cascade,
  subject_id      uuid not null,
  organisation_id uuid references register.organisation on delete cascade,
  person_id       uuid references register.person on delete cascade,
  outcome         text not null,   -- `done`, or the code of the refusal
  at              timestamptz not null,
  unique (rule_id, subject_id)
);
create index work_rule_run_latest on register.work_rule_run (rule_id, at desc, id desc);

-- Which cards somebody opened last: at most thirty each.
create table register.seen_lately (
  id              uuid primary key default uuidv7(),
  staff           text not null,
  organisation_id uuid references register.organisation on delete cascade,
  person_id       uuid references register.person on delete cascade,
  at              timestamptz not null,
  constraint seen_lately_is_one check (num_nonnulls(organisation_id, person_id) = 1),
  unique nulls not distinct (staff, organisation_id, person_id)
);
create index seen_lately_of_staff on register.seen_lately (staff, at desc);

-- How somebody of the staff wants to be reminded, and the secret address of their calendar.
create table register.work_wish (
  staff         text primary key,
  reminder_mail boolean not null default false,
  feed_digest   bytea unique,
  feed_duty     text,
  feed_names    boolean not null default false,
  feed_made_at  timestamptz,
  constraint work_wish_feed_is_whole check (num_nulls(feed_digest, feed_duty, feed_made_at) in (0, 3))
);

-- Of the staff in whom one of these duties is in force, those whose reach has this person or company; ids only.
create function seloste.staff_who_see(duties text[], reaches text[], person uuid, organisation uuid) returns setof text
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
  declare
    me text := current_setting('seloste.by', true);
    one record;
    sees boolean;
  begin
    for one in
      select distinct staff.id::text as id, held.duty, reaches[array_position(duties, held.duty)] as reach
      from register.staff join register.staff_duty held on held.staff_id = staff.id
      where staff.state = 'open' and held.duty = any(duties) and held.withdrawn_at is null
        and (held.until_on is null or held.until_on >= (seloste.at() at time zone 'Europe/Helsinki')::date)
    loop
      perform set_config('seloste.by', one.id, true);
      sees := case
        when one.reach = 'all' or person is null and organisation is null then true
        when one.reach = 'group-company' and person is not null then seloste.person_of_my_company(person)
        when one.reach = 'group-company' then seloste.organisation_of_my_company(organisation)
        when person is not null then person in (select seloste.people_reached(one.reach))
        else organisation in (select seloste.organisations_reached(one.reach)) end;
      if sees then
        return next one.id;
      end if;
    end loop;
    perform set_config('seloste.by', coalesce(me, ''), true);
  end
  $$;
revoke all on function seloste.staff_who_see from public;
