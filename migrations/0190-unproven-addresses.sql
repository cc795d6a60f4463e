-- S6.3: an address typed on a quote's page is theirs who held the link, by their word only. It gets the confirmation of the order; it opens
-- nobody's own page, finds nobody and proves nobody.
alter table register.person_email add column is_proven boolean not null default true;

create or replace function seloste.mailbox_of(asked uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select mail.id from register.person_email mail where mail.person_id = asked and mail.is_proven
    order by mail.is_primary desc, mail.id limit 1
  $$;

create or replace function seloste.mailboxes(asked text) returns table (email_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select mail.id, mail.person_id from register.person_email mail
    where seloste.folded(mail.address) collate "C" = seloste.folded(asked) and mail.is_proven order by mail.id limit 5
  $$;

create or replace function seloste.people_with_email(asked text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select mail.person_id
    from register.person_email mail join register.person on person.id = mail.person_id
    where seloste.folded(mail.address) collate "C" = seloste.folded(asked) and mail.is_proven
      and has_column_privilege(session_user, 'register.person_email', 'address', 'insert')
    order by mail.is_primary desc, person.closed_at nulls first, mail.person_id
    limit 5
  $$;

create or replace function seloste.email_with_order(asked uuid, typed text, kind text, at timestamptz)
  returns table (person uuid, value uuid, is_new boolean, product_group text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  bought jsonb;
begin
  if not has_column_privilege(session_user, 'register.sales_order', 'lines', 'insert') then
    raise exception 'permission denied for table sales_order' using errcode = '42501';
  end if;
  select coalesce(held.person_id, case when held.organisation_id is not null then held.contact_person_id end), held.lines
    into person, bought from register.sales_order held where held.id = asked and held.entered_at = at;
  -- Art. 18 GDPR: what is restricted is not added to.
  if person is null or exists (select from register.restriction kept where kept.person_id = person and kept.lifted_at is null) then
    return;
  end if;
  perform from register.person who where who.id = person for update;
  select mail.id into value from register.person_email mail where mail.person_id = person and mail.address = typed;
  is_new := value is null;
  if is_new then
    insert into register.person_email as mail (person_id, address, kind, is_primary, is_proven, added_at)
      values (person, typed, kind, not exists (select from register.person_email other where other.person_id = person and other.is_primary), false, at)
      returning mail.id into value;
  end if;
  select product.product_group into product_group
    from jsonb_array_elements(bought) with ordinality line (item, nth)
      join register.product product on product.id::text = item ->> 'product'
    where product.product_group is not null order by nth limit 1;
  return next;
end $$;
