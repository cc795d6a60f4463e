-- Which rows hold a word, by a trigram index: row policies let only leakproof operators use one, so a list asks this first and reads
-- the rows themselves under its reader's own login. Only the machine `finder` may call it: what it says goes beyond a reader's rows.
create function seloste.rows_with(reader text, index_name text, row_column text, patterns text[], most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off
  as $$
declare
  found pg_index;
  place regclass;
begin
  select own.* into found from pg_index own
    join pg_class named on named.oid = own.indexrelid join pg_am way on way.oid = named.relam
    where own.indexrelid = to_regclass(index_name) and way.amname = 'gin' and own.indisvalid
      and named.relnamespace in ('register'::regnamespace, 'declared'::regnamespace)
      and pg_get_indexdef(own.indexrelid, 1, true) like 'seloste.folded(%';
  if found.indexrelid is null then
    raise exception 'no index of words: %', index_name using errcode = '42704';
  end if;
  place := found.indrelid::regclass;
  -- S9: whoever does not read a column asks nothing of it.
  if exists (
    select from pg_attribute part where part.attrelid = found.indrelid
      and (part.attname = row_column or part.attnum in (
        select link.refobjsubid from pg_depend link
        where link.classid = 'pg_class'::regclass and link.objid = found.indexrelid
          and link.refclassid = 'pg_class'::regclass and link.refobjid = found.indrelid and link.refobjsubid > 0))
      and not has_column_privilege(reader, found.indrelid, part.attnum, 'select')) then
    raise exception 'permission denied for table %', place using errcode = '42501';
  end if;
  return query execute format(
    'select held.id from unnest($1) as said(pattern)
      cross join lateral (select %I as id from %s where %s like seloste.folded(said.pattern)%s limit $2) held limit $2',
    row_column, place, pg_get_indexdef(found.indexrelid, 1, true),
    coalesce(' and ' || pg_get_expr(found.indpred, found.indrelid), '')) using patterns, most;
end $$;
revoke all on function seloste.rows_with from public;

create index person_words on register.person using gin (seloste.folded(family_name || ' ' || given_name) seloste.gin_trgm_ops);
create index person_email_words on register.person_email using gin (seloste.folded(address) seloste.gin_trgm_ops);
create index person_phone_words on register.person_phone using gin (seloste.folded(number || ' ' || typed) seloste.gin_trgm_ops);
create index person_address_words on register.person_address using gin (seloste.folded(city) seloste.gin_trgm_ops);
create index affiliation_words on register.affiliation using gin (seloste.folded(job_role) seloste.gin_trgm_ops) where job_role is not null;
create index organisation_email_words on register.organisation using gin (seloste.folded(email) seloste.gin_trgm_ops) where email is not null;
create index organisation_phone_words on register.organisation using gin (seloste.folded(phone) seloste.gin_trgm_ops) where phone is not null;
create index organisation_number_words on register.organisation using gin (seloste.folded(business_id) seloste.gin_trgm_ops)
  where business_id is not null;
create index organisation_address_words on register.organisation_address using gin (seloste.folded(city) seloste.gin_trgm_ops);
create index enquiry_words on register.enquiry using gin (seloste.folded(message) seloste.gin_trgm_ops) where message is not null;

create index quote_words on register.quote using gin
  (seloste.folded(coalesce(number, '') || ' ' || coalesce(title, '')) seloste.gin_trgm_ops);
create index sales_order_words on register.sales_order using gin
  (seloste.folded(coalesce(number, '') || ' ' || coalesce(title, '')) seloste.gin_trgm_ops);
create index contract_words on register.contract using gin
  (seloste.folded(coalesce(number, '') || ' ' || coalesce(title, '')) seloste.gin_trgm_ops);
create index assignment_words on register.assignment using gin
  (seloste.folded(coalesce(number, '') || ' ' || coalesce(title, '')) seloste.gin_trgm_ops);
create index delivery_words on register.delivery using gin (seloste.folded(number) seloste.gin_trgm_ops) where number is not null;
create index opportunity_words on register.opportunity using gin (seloste.folded(title) seloste.gin_trgm_ops);
create index invoice_words on register.invoice using gin
  (seloste.folded(coalesce(debtor_name, '') || ' ' || coalesce(number, '') || ' ' || coalesce(reference, '')) seloste.gin_trgm_ops);
create index payment_words on register.payment using gin
  (seloste.folded(coalesce(payer_name, '') || ' ' || coalesce(reference, '')) seloste.gin_trgm_ops);
create index complaint_words on register.complaint using gin (seloste.folded(text) seloste.gin_trgm_ops);
create index warranty_words on register.warranty using gin
  (seloste.folded(coalesce(item, '') || ' ' || coalesce(serial, '')) seloste.gin_trgm_ops);
