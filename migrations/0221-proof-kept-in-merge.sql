-- S6.3: nobody who could be written to falls silent by a merge.
create or replace function seloste.merge_people(gone uuid, kept uuid, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  several text;
  known   text;
begin
  if not has_column_privilege(session_user, 'register.person', 'id', 'select') then
    raise exception 'permission denied for table person' using errcode = '42501';
  end if;
  if gone = kept then raise exception 'one person cannot be merged' using errcode = '22023'; end if;
  perform from register.person where id in (gone, kept) order by id for update;
  if (select count(*) from register.person where id in (gone, kept)) < 2 then
    raise exception 'not two people' using errcode = 'P0002';
  end if;

  -- S6.3: of two equal addresses either's proof is both's, and the orders that either was typed with are both's.
  update register.person_email mail set
      is_proven = mail.is_proven or exists (select from register.person_email other
        where other.person_id = gone and seloste.folded(other.address) = seloste.folded(mail.address) and other.is_proven),
      has_answered = mail.has_answered or exists (select from register.person_email other
        where other.person_id = gone and seloste.folded(other.address) = seloste.folded(mail.address) and other.has_answered),
      given_with = array(select distinct given from register.person_email one cross join unnest(one.given_with) given
        where one.id = mail.id or one.person_id = gone and seloste.folded(one.address) = seloste.folded(mail.address) order by given)
    where mail.person_id = kept and exists (select from register.person_email other
      where other.person_id = gone and seloste.folded(other.address) = seloste.folded(mail.address));
  -- Of two equal addresses or numbers the one that stays keeps its source.
  delete from register.person_email mail where mail.person_id = gone
    and exists (select from register.person_email other where other.person_id = kept
      and seloste.folded(other.address) = seloste.folded(mail.address));
  delete from register.person_phone call where call.person_id = gone
    and exists (select from register.person_phone other where other.person_id = kept and other.number = call.number);
  update register.person_email set person_id = kept, is_primary = is_primary
    and not exists (select from register.person_email other where other.person_id = kept and other.is_primary) where person_id = gone;
  update register.person_phone set person_id = kept, is_primary = is_primary
    and not exists (select from register.person_phone other where other.person_id = kept and other.is_primary) where person_id = gone;
  delete from register.person_address place where place.person_id = gone
    and exists (select from register.person_address other where other.person_id = kept and other.kind = place.kind
      and (other.street, other.house_number, other.po_box, other.postcode) is not distinct from (place.street, place.house_number, place.po_box, place.postcode));
  update register.person_address set person_id = kept where person_id = gone;

  update register.affiliation held set job_role = coalesce(held.job_role, link.job_role), since = least(held.since, link.since)
    from register.affiliation link
    where held.person_id = kept and link.person_id = gone and held.organisation_id = link.organisation_id
      and held.left_on is null and link.left_on is null;
  delete from register.affiliation link where link.person_id = gone and link.left_on is null
    and exists (select from register.affiliation other where other.person_id = kept
      and other.organisation_id = link.organisation_id and other.left_on is null);
  update register.affiliation set person_id = kept where person_id = gone;

  -- Of two relationships with one group company the one that is still open stays, or the one that reached further.
  delete from register.relationship tie using register.relationship other
    where tie.person_id = kept and other.person_id = gone and other.group_company = tie.group_company
      and tie.closed_at is not null and other.closed_at is null;
  delete from register.relationship tie where tie.person_id = gone
    and exists (select from register.relationship other where other.person_id = kept and other.group_company = tie.group_company);
  update register.relationship set person_id = kept where person_id = gone;

  update register.organisation set person_id = kept where person_id = gone;
  update register.enquiry set person_id = kept where person_id = gone;
  update register.notice set person_id = kept where person_id = gone;
  update register.notice_delivery set person_id = kept where person_id = gone;

  select string_agg(quote_ident(column_name), ', '),
    string_agg(format('%1$I = coalesce(said.%1$I, excluded.%1$I)', column_name), ', ')
    into several, known
    from information_schema.columns
    where table_schema = 'declared' and table_name = 'person' and column_name <> 'person_id';
  if several is not null then
    execute format('insert into declared.person as said (person_id, %1$s) select $1, %1$s from declared.person where person_id = $2
      on conflict (person_id) do update set %2$s', several, known) using kept, gone;
  end if;
  delete from declared.person where person_id = gone;

  delete from register.person_source told where told.person_id = gone and (
    exists (select from register.person_source other where other.person_id = kept and other.field = told.field
      and other.value_id in (told.value_id, case told.value_id when gone then kept end))
    or told.value_id <> gone and not exists (select from register.person_email where id = told.value_id)
      and not exists (select from register.person_phone where id = told.value_id)
      and not exists (select from register.person_address where id = told.value_id)
      and not exists (select from register.affiliation where id = told.value_id));
  update register.person_source set person_id = kept, value_id = case value_id when gone then kept else value_id end where person_id = gone;

  update register.person who set
    given_name = case when who.given_name = '' and who.family_name = '' then other.given_name else who.given_name end,
    family_name = case when who.given_name = '' and who.family_name = '' then other.family_name else who.family_name end,
    created_at = least(who.created_at, other.created_at), changed_at = at, revision = who.revision + 1,
    closed_at = case when other.closed_at is null then null else who.closed_at end
    from register.person other where who.id = kept and other.id = gone;
  delete from register.person where id = gone;
end $$;
