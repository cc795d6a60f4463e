-- A company or a person entered by mistake goes into the bin: closed, so that nobody sees, finds or writes to them, and as they were when taken
-- back. Who went there with an enquiry has `binned_at` alone; who was deleted themselves, also by whom.
alter table register.organisation
  add column binned_at timestamptz, add column binned_by text,
  add constraint organisation_binned_by_someone check ((binned_at is null) = (binned_by is null)),
  add constraint organisation_in_bin_is_closed check (binned_at is null or closed_at is not null);
create index organisation_in_bin on register.organisation (binned_at, id) where binned_at is not null;
alter table register.person
  add column binned_by text,
  add constraint person_binned_by_someone check (binned_by is null or binned_at is not null);

create or replace function register.back_from_bin() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.binned_at := null;
  new.binned_by := null;
  if tg_table_name = 'organisation' then return new; end if;
  update register.notice set state = substr(exempt_reason, 6), exempt_reason = null
    where person_id = new.id and state = 'not-needed' and exempt_reason in ('bin: queued', 'bin: failed');
  update register.enquiry set took_person = false where person_id = new.id and took_person;
  return new;
end $$;
create trigger organisation_comes_back_from_bin before update of closed_at on register.organisation for each row
  when (old.binned_at is not null and new.closed_at is null) execute function register.back_from_bin();

-- What hangs on a record, by the tables in which it is named; what it is made of, and what merely looked at it, does not. What lies in the bin
-- hangs on it too, as it may be taken back: only people and parts of a company do not keep it out of the bin, but there they keep it.
create function seloste.hangs_on(subject text, asked uuid) returns table (place text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  one    record;
  hangs  boolean;
  in_bin boolean := exists (select from register.organisation firm where firm.id = asked and firm.binned_at is not null);
begin
  if subject not in ('person', 'organisation') or not has_column_privilege(session_user, format('register.%I', subject), 'closed_at', 'select') then
    raise exception 'permission denied for table %', subject using errcode = '42501';
  end if;
  for one in
    select about.place as name, format(case when about.is_list then '%I @> array[$1]' else '%I = $1' end, about.column_name) as condition
    from seloste.columns_about(subject) about
    where not (about.place = any (seloste.value_places()))
      and about.place not in ('register.notice', 'register.notice_delivery', 'register.work_rule_run', 'register.bulk_edit_row')
  loop
    execute format('select exists (select from %s where %s)', one.name, one.condition) into hangs using asked;
    if hangs then place := split_part(one.name, '.', 2); return next; end if;
  end loop;
  -- Two records that were made one are told apart first.
  return query
    select 'merge' from register.merge done
      where (done.person_id = asked or done.organisation_id = asked) and done.undone_at is null limit 1;
  -- A relationship that went on, slept or ended is a history.
  return query
    select 'relationship' from register.relationship tie
      where (tie.organisation_id = asked or tie.person_id = asked) and (tie.closed_at is not null or tie.moves <> '[]') limit 1;
  if subject = 'person' then
    return query select 'sole_trader' from register.organisation firm where firm.person_id = asked limit 1;
    return;
  end if;
  return query select 'sole_trader' from register.organisation firm where firm.id = asked and firm.person_id is not null;
  return query
    select 'affiliation' from register.affiliation link join register.person who on who.id = link.person_id
      where link.organisation_id = asked and (in_bin or who.binned_at is null) limit 1;
  return query select 'organisation' from register.organisation part where part.parent_id = asked and (in_bin or part.binned_at is null) limit 1;
end $$;

-- Whether this login writes such records and sees this one, as its own policy says.
create function seloste.refuse_unless_seen(subject text, asked uuid) returns void
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  seen boolean;
begin
  if subject not in ('person', 'organisation') then raise exception 'no such record' using errcode = '42501'; end if;
  perform seloste.refuse_unless_writer('register.' || subject, case subject when 'person' then 'family_name' else 'name' end);
  execute format('select exists (select from register.%I where id = $1 and (%s))', subject, seloste.rows_seen(format('register.%I', subject)::regclass))
    into seen using asked;
  if not seen then raise exception 'permission denied for table %', subject using errcode = '42501'; end if;
end $$;

-- Puts a record that this login sees into the bin, unless something hangs on it.
create function seloste.bin_record(subject text, asked uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform seloste.refuse_unless_seen(subject, asked);
  execute format('select from register.%I where id = $1 for update', subject) using asked;
  if exists (select from seloste.hangs_on(subject, asked)) then raise exception 'something hangs on it' using errcode = '42501'; end if;
  execute format('update register.%I set closed_at = $2, binned_at = $2, binned_by = $3, changed_at = $2 where id = $1', subject)
    using asked, seloste.at(), seloste.acting();
  -- Art. 14(3)(a): what is destroyed within the month calls for no notice; nothing of it is sent or asked for meanwhile.
  if subject = 'person' then
    update register.notice set exempt_reason = 'bin: ' || state, state = 'not-needed' where person_id = asked and state in ('queued', 'failed');
  end if;
end $$;

-- What this login may take back: all that it writes, where it reaches all; otherwise what whoever asks deleted.
create function seloste.records_in_bin(subject text)
  returns table (id uuid, title text, organisation_id uuid, person_id uuid, binned_at timestamptz, binned_by text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  everything constant boolean := seloste.rows_seen(format('register.%I', subject)::regclass) !~ 'reached|my_company';
begin
  if subject = 'person' then
    perform seloste.refuse_unless_writer('register.person', 'family_name');
    return query select who.id, btrim(who.given_name || ' ' || who.family_name), null::uuid, who.id, who.binned_at, who.binned_by
      from register.person who where who.binned_at is not null and who.binned_by is not null
        and (everything or who.binned_by = seloste.acting()) and not seloste.is_masked(who.id);
  elsif subject = 'organisation' then
    perform seloste.refuse_unless_writer('register.organisation', 'name');
    return query select firm.id, firm.name, firm.id, null::uuid, firm.binned_at, firm.binned_by
      from register.organisation firm where firm.binned_at is not null and (everything or firm.binned_by = seloste.acting());
  end if;
end $$;

create function seloste.unbin_record(subject text, asked uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  came integer;
begin
  if not exists (select from seloste.records_in_bin(subject) held where held.id = asked) then return false; end if;
  execute format('update register.%I set closed_at = null, changed_at = $2 where id = $1 and binned_by is not null', subject) using asked, seloste.at();
  get diagnostics came = row_count;
  return came = 1;
end $$;
revoke all on function seloste.hangs_on, seloste.refuse_unless_seen, seloste.bin_record, seloste.records_in_bin, seloste.unbin_record from public;

-- What lies in the bin has not ended: it is not reopened but taken back. Its business ID stays taken.
create or replace function seloste.closed_organisation(asked uuid, number text)
  returns table (id uuid, relationship uuid, closed boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select firm.id, tie.id, firm.closed_at is not null
    from register.organisation firm left join register.relationship tie on tie.organisation_id = firm.id and tie.state in ('ended', 'retained')
    where (firm.id = asked and firm.binned_at is null or firm.business_id = number) and firm.form <> 'sole-trader'
      and has_column_privilege(session_user, 'register.organisation', 'name', 'update')
  $$;
do $do$
declare
  written text := pg_get_functiondef('seloste.search(text,integer)'::regprocedure);
begin
  if strpos(written, 'ended.closed_at is not null and') = 0 then raise exception 'seloste.search is not what it was'; end if;
  execute replace(written, 'ended.closed_at is not null and', 'ended.closed_at is not null and ended.binned_at is null and');
end $do$;
