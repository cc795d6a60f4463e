-- S5.11: reminders of one press, and how each of them goes out: by the outbox of papers, or printed by a person.
create table register.reminder_run (
  id            uuid primary key default uuidv7(),
  group_company text not null,
  left_out      integer not null check (left_out >= 0), -- chosen, but paid or reminded of meanwhile
  begun_by      text not null,
  begun_at      timestamptz not null
);
create index reminder_run_newest on register.reminder_run (group_company, id desc);

alter table register.reminder
  add column run_id     uuid references register.reminder_run, -- null: written on its own
  add column way        text check (way in ('email', 'letter')),
  add column printed_at timestamptz, -- when somebody said that the letter is in the post
  add constraint reminder_of_a_run_goes_somehow check ((run_id is null) = (way is null)),
  add constraint reminder_printed_is_a_letter check (printed_at is null or way = 'letter');
create index reminder_of_run on register.reminder (run_id, id) where run_id is not null;
create index reminder_to_print on register.reminder (id) where way = 'letter' and printed_at is null;

drop trigger reminder_stays_as_sent on register.reminder;
create trigger reminder_stays_as_sent before update on register.reminder for each row
  execute function register.stays_as_issued('held_at', 'person_id', 'organisation_id', 'way', 'printed_at');
