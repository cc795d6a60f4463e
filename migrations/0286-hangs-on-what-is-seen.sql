-- Art. 5(1)(c): what hangs on a record is told of what this login sees, or may take back from the bin; of nothing else.
create or replace function seloste.hangs_on(subject text, asked uuid) returns table (place text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  one    record;
  hangs  boolean;
  seen   boolean;
  in_bin boolean := exists (select from register.organisation firm where firm.id = asked and firm.binned_at is not null);
begin
  if subject not in ('person', 'organisation') or not has_column_privilege(session_user, format('register.%I', subject), 'closed_at', 'select') then
    raise exception 'permission denied for table %', subject using errcode = '42501';
  end if;
  execute format('select exists (select from register.%I where id = $1 and (%s))', subject, seloste.rows_seen(format('register.%I', subject)::regclass))
    into seen using asked;
  if not seen and not exists (select from seloste.records_in_bin(subject) held where held.id = asked) then
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
