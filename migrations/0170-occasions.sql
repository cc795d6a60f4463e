-- S6.2–S6.4: the document with which a value came, beside its source. An opaque id: the document may go before the value does.
alter table register.person_source
  add column document_kind text check (document_kind in ('enquiry', 'quote', 'order', 'contract', 'invoice')), -- null: no document
  add column document_id uuid,
  add constraint person_source_document_is_whole check ((document_kind is null) = (document_id is null));
alter table register.organisation_source
  add column document_kind text check (document_kind in ('enquiry', 'quote', 'order', 'contract', 'invoice')), -- null: no document
  add column document_id uuid,
  add constraint organisation_source_document_is_whole check ((document_kind is null) = (document_id is null));

-- S6.3, § 200(3) of laki 917/2014: who accepts a quote on the public page may give an address for it. The machine that takes their answer in
-- reads no card: this adds the address to whoever ordered just now, or finds it there, and says what kind of thing was bought.
create function seloste.email_with_order(asked uuid, typed text, kind text, at timestamptz)
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
    insert into register.person_email as mail (person_id, address, kind, is_primary, added_at)
      values (person, typed, kind, not exists (select from register.person_email other where other.person_id = person and other.is_primary), at)
      returning mail.id into value;
  end if;
  select product.product_group into product_group
    from jsonb_array_elements(bought) with ordinality line (item, nth)
      join register.product product on product.id::text = item ->> 'product'
    where product.product_group is not null order by nth limit 1;
  return next;
end $$;
revoke all on function seloste.email_with_order(uuid, text, text, timestamptz) from public;
