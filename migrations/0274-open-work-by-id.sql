-- C1, Art. 18 GDPR: what is open in a relationship, by kind and id alone. What each is called is read by whoever asks, with their own rights.
do $do$
declare
  was   constant text := pg_get_functiondef('seloste.open_with(register.relationship)'::regprocedure);
  named text;
begin
  named := regexp_replace(was, 'open\.id, (coalesce\(open\.number, open\.title\)|open\.number|open\.title|null), open\.group_company',
    'open.id, open.group_company', 'g');
  named := replace(named, 'TABLE(kind text, id uuid, number text)', 'TABLE(kind text, id uuid)');
  named := replace(named, 'select work.kind, work.id, work.number from', 'select work.kind, work.id from');
  named := replace(named, 'work (kind, id, number, group_company', 'work (kind, id, group_company');
  if named ~ 'number|title' then raise exception 'seloste.open_with is not as it was'; end if;
  drop function seloste.open_with(register.relationship);
  execute named;
end $do$;
revoke all on function seloste.open_with(register.relationship) from public;

drop function seloste.open_in(uuid);
create function seloste.open_in(asked uuid) returns table (kind text, id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  seen boolean;
begin
  if not has_column_privilege(session_user, 'register.relationship', 'state', 'select') then
    raise exception 'permission denied for table relationship' using errcode = '42501';
  end if;
  execute format('select exists (select from register.relationship where id = $1 and (%s))', seloste.rows_seen('register.relationship'))
    into seen using asked;
  if not seen then return; end if;
  return query select work.kind, work.id from register.relationship tie, lateral seloste.open_with(tie) work where tie.id = asked;
end $$;
revoke all on function seloste.open_in(uuid) from public;

-- No definer: the caller's own grants and row policies say which of them are shown, and whom the log of reads names.
create function seloste.open_named(asked text, ids uuid[]) returns table (id uuid, number text, people uuid[])
  language plpgsql stable set search_path = pg_catalog, pg_temp
  as $$
begin
  case asked
    when 'contract' then return query
      select work.id, coalesce(work.number, work.title), array[work.person_id, work.contact_person_id] from register.contract work where work.id = any (ids);
    when 'assignment' then return query
      select work.id, work.number, array[work.person_id] from register.assignment work where work.id = any (ids);
    when 'order' then return query
      select work.id, work.number, array[work.person_id, work.contact_person_id] from register.sales_order work where work.id = any (ids);
    when 'delivery' then return query
      select work.id, work.number, array[work.person_id, work.contact_person_id] from register.delivery work where work.id = any (ids);
    when 'quote' then return query
      select work.id, coalesce(work.number, work.title), array[work.person_id, work.contact_person_id] from register.quote work where work.id = any (ids);
    when 'quote-request' then return query
      select work.id, work.title, array[work.person_id, work.contact_person_id] from register.quote_request work where work.id = any (ids);
    when 'opportunity' then return query
      select work.id, work.title, array[work.person_id, work.contact_person_id] from register.opportunity work where work.id = any (ids);
    when 'invoice' then return query
      select work.id, work.number, array[work.person_id, work.contact_person_id] from register.invoice work where work.id = any (ids);
    when 'complaint' then return query
      select work.id, null::text, array[work.person_id] from register.complaint work where work.id = any (ids);
    when 'enquiry' then return query
      select work.id, null::text, array[work.person_id] from register.enquiry work where work.id = any (ids);
  end case;
end $$;
revoke all on function seloste.open_named(text, uuid[]) from public;
