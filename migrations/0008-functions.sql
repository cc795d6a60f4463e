-- A function of schema seloste is nobody's until it is given: PostgreSQL gives each new one to everybody.
-- Those of the extension pg_trgm compare texts and know no table.
do $$
declare
  one regprocedure;
begin
  for one in
    select own.oid::regprocedure from pg_proc own
    where own.pronamespace = 'seloste'::regnamespace
      and not exists (select from pg_depend part where part.classid = 'pg_proc'::regclass and part.objid = own.oid and part.deptype = 'e')
  loop
    execute format('revoke execute on function %s from public', one);
  end loop;
end $$;

-- By this a deed puts work into the queue in its own transaction. Payloads carry a name and an opaque id only.
drop function if exists seloste.enqueue(text, text);
create function seloste.enqueue(kind text, id text) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
begin
  perform graphile_worker.add_job(kind, json_build_object('id', id));
end $$;
revoke execute on function seloste.enqueue from public;

-- Which hash the ledger says was published: its last word, which publishing alone can have (see the ledger's grants).
create or replace function seloste.recorded_hash(asked integer) returns text
  language sql stable security definer set search_path = pg_catalog
  as $$
    select opening.payload -> 'detail' ->> 'hash'
    from register.ledger_opening opening join register.ledger_leaf leaf on leaf.hash = opening.hash
    where opening.payload ->> 'about' = 'statement-' || asked
      and opening.payload ->> 'what' = 'statement.published'
    order by leaf.seq desc
    limit 1
  $$;

-- Reopens what the login reaches, and says no more of it than whose relationship it is.
drop function seloste.reopen_relationship(uuid, text, timestamptz);
create function seloste.reopen_relationship(asked uuid, new_state text, reopened timestamptz)
  returns table (id uuid, organisation_id uuid, person_id uuid)
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  tie  register.relationship;
  seen boolean;
begin
  perform seloste.refuse_unless_writer('register.relationship', 'state');
  update register.relationship held
    set state = new_state, end_reason = null, ended_at = null, closed_at = null, last_activity_at = reopened, revision = held.revision + 1
    where held.id = asked and held.closed_at is not null and held.state in ('ended', 'retained') returning held.* into tie;
  if tie.id is null then return; end if;
  execute format('select exists (select from register.relationship where id = $1 and (%s))', seloste.rows_seen('register.relationship'))
    into seen using asked;
  if not seen then raise no_data_found; end if;

  update register.organisation firm set closed_at = null, changed_at = reopened where firm.id = tie.organisation_id;
  update register.person who set closed_at = null, changed_at = reopened
    where who.closed_at is not null
      and (who.id = tie.person_id
        or who.id in (select link.person_id from register.affiliation link where link.organisation_id = tie.organisation_id and link.left_on is null));
  return query select tie.id, tie.organisation_id, tie.person_id;
exception
  when no_data_found then return; -- takes the update above back
end $$;
revoke execute on function seloste.reopen_relationship from public;

-- A person made in this very transaction: a narrow reach sees it only once its relationship says whose it is.
create function seloste.is_new(place regclass, asked uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
declare
  made boolean;
begin
  if place not in ('register.person'::regclass, 'register.organisation'::regclass) then return false; end if;
  execute format('select exists (select from %s where id = $1 and revision = 1 and xmin = pg_current_xact_id_if_assigned()::xid)', place)
    into made using asked;
  return made;
end $$;
revoke execute on function seloste.is_new from public;

-- An enquiry is linked only to whom the login sees; asked with the login's own rights.
create function seloste.refuse_unseen_link() returns trigger
  language plpgsql set search_path = pg_catalog
  as $$
begin
  if new.person_id is distinct from old.person_id and new.person_id is not null
     and not exists (select from register.person where id = new.person_id)
    or new.organisation_id is distinct from old.organisation_id and new.organisation_id is not null
     and not exists (select from register.organisation where id = new.organisation_id) then
    raise exception 'permission denied for the record linked' using errcode = '42501';
  end if;
  return new;
end $$;
revoke execute on function seloste.refuse_unseen_link from public;
create trigger enquiry_is_linked_to_whom_one_sees before update of person_id, organisation_id on register.enquiry
  for each row execute function seloste.refuse_unseen_link();
