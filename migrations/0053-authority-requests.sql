-- S8.2, L-48: a request of an authority or a court, handled by two people; the extract goes out once and is kept by its digest alone.
create table register.authority_request (
  id             uuid primary key,
  recipient      text not null,             -- the recipient of the statement it falls under
  authority      text not null check (length(authority) > 0 and length(authority) <= 200),
  provision      text not null check (length(provision) > 0 and length(provision) <= 300),
  document_ref   text not null check (length(document_ref) > 0 and length(document_ref) <= 200),
  purpose        text not null check (length(purpose) > 0 and length(purpose) <= 1000),
  people         uuid[] not null check (cardinality(people) > 0),
  people_count   integer not null,
  fields         text[] not null check (cardinality(fields) > 0),
  asked_on       date not null,
  received_at    timestamptz not null,
  silent_until   date,                      -- null: the person is told as usual
  silent_ground  text check (length(silent_ground) <= 300),
  state          text not null check (state in ('prepared', 'approved', 'declined', 'released')),
  prepared_by    text not null,
  prepared_at    timestamptz not null,
  decided_by     text,
  decided_at     timestamptz,
  decision_note  text check (length(decision_note) <= 1000),
  released_by    text,
  released_at    timestamptz,
  extract_digest text check (extract_digest ~ '^[0-9a-f]{64}$'),
  revision       integer not null default 1,
  -- S8.2: four eyes, in the database too.
  constraint authority_request_two_people check (decided_by is null or decided_by <> prepared_by),
  constraint authority_request_decided check ((decided_at is null) = (state = 'prepared') and (decided_at is null) = (decided_by is null)),
  constraint authority_request_released check (
    (released_at is null) = (state <> 'released') and (released_at is null) = (released_by is null)
    and (released_at is null) = (extract_digest is null)),
  constraint authority_request_silence check ((silent_until is null) = (silent_ground is null))
);
create index authority_request_people on register.authority_request using gin (people);
create index authority_request_open on register.authority_request (received_at) where state in ('prepared', 'approved');

-- Nothing of what was approved changes after: neither whom it is about nor what is to be handed out.
create function seloste.refuse_change_of_approved() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
begin
  if old.state <> 'prepared' and (new.fields, new.authority, new.provision, new.document_ref, new.recipient, new.prepared_by, new.decided_by)
     is distinct from (old.fields, old.authority, old.provision, old.document_ref, old.recipient, old.prepared_by, old.decided_by)
    or not (new.people <@ old.people or session_user like '%\_matching') then
    raise exception 'AUTHORITY_REQUEST_IS_DECIDED' using errcode = '42501';
  end if;
  return new;
end $$;
revoke all on function seloste.refuse_change_of_approved() from public;
create trigger authority_request_stays_as_approved before update on register.authority_request
  for each row execute function seloste.refuse_change_of_approved();

-- Art. 23 GDPR: what an authority forbids to tell is left out of what the person is told, until that day is over.
alter table register.disclosure add column silent_until date;
