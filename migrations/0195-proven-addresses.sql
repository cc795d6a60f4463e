-- S6.3: an address from a quote's page gets the confirmation of the order it was given with, and a link that proves it. Nothing else goes
-- there until whoever reads its mail has pressed the button, or staff have said that it is theirs.
alter table register.person_email
  add column given_with   uuid[] not null default '{}',                      -- orders it was typed with on their page
  add column proof_digest bytea unique check (length(proof_digest) = 32),    -- of a secret that stands in one letter and nowhere else
  add column proof_until  timestamptz,
  add constraint proof_of_email_ends check ((proof_digest is null) = (proof_until is null));
update register.person_email mail set given_with = array[told.document_id]
from register.person_source told
where told.person_id = mail.person_id and told.field = 'person.email' and told.value_id = mail.id
  and told.document_kind = 'order' and told.document_id is not null and not mail.is_proven;

-- Once it is proven, by whatever way, its link opens nothing any more.
create function seloste.forget_proof() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
  as $$
begin
  new.proof_digest := null;
  new.proof_until := null;
  return new;
end $$;
revoke all on function seloste.forget_proof from public;
create trigger email_is_proven before update on register.person_email for each row
  when (new.is_proven and new.proof_digest is not null) execute function seloste.forget_proof();

create function seloste.ask_proof(asked uuid, digest bytea, until timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  update register.person_email mail set proof_digest = digest, proof_until = until where mail.id = asked and not mail.is_proven;
  return found;
end $$;
revoke all on function seloste.ask_proof from public;

-- Art. 18 GDPR: of a restricted person nothing is changed; the link waits.
create function seloste.email_to_prove(digest bytea, at timestamptz) returns table (person uuid, value uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select mail.person_id, mail.id from register.person_email mail
    where mail.proof_digest = digest and mail.proof_until > at and not mail.is_proven
      and not exists (select from register.restriction kept where kept.person_id = mail.person_id and kept.lifted_at is null)
  $$;
revoke all on function seloste.email_to_prove from public;

create function seloste.prove_email(digest bytea, at timestamptz) returns table (person uuid, value uuid)
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
    update register.person_email mail set is_proven = true
    where mail.id in (select known.value from seloste.email_to_prove(digest, at) known) and mail.proof_digest = digest
    returning mail.person_id, mail.id
  $$;
revoke all on function seloste.prove_email from public;

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
  update register.person_email mail set given_with = mail.given_with || asked
    where mail.person_id = person and mail.address = typed returning mail.id into value;
  is_new := value is null;
  if is_new then
    insert into register.person_email as mail (person_id, address, kind, is_primary, is_proven, given_with, added_at)
      values (person, typed, kind, not exists (select from register.person_email other where other.person_id = person and other.is_primary),
        false, array[asked], at)
      returning mail.id into value;
  end if;
  select product.product_group into product_group
    from jsonb_array_elements(bought) with ordinality line (item, nth)
      join register.product product on product.id::text = item ->> 'product'
    where product.product_group is not null order by nth limit 1;
  return next;
end $$;

-- Art. 13(4) GDPR: what somebody was told on a page need not be told again. It says neither where data came from that others gave
-- (Art. 14(2)(f)) nor what changed since: those notices wait.
create function seloste.told_on_page(asked uuid, version integer, at timestamptz) returns setof uuid
  language sql security definer set search_path = pg_catalog, pg_temp
  as $$
    update register.notice open set state = 'delivered', settled_at = at, statement_version = version
    where open.person_id = asked and open.article = '13' and open.state in ('queued', 'failed') returning open.id
  $$;
revoke all on function seloste.told_on_page from public;

create or replace function seloste.correspondents(asked text[])
  returns table (address text, person_id uuid, organisation_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select said.address, mail.person_id,
      (select tie.organisation_id from register.affiliation tie
        where tie.person_id = mail.person_id and tie.left_on is null order by tie.since desc, tie.organisation_id limit 1)
    from unnest(asked) said (address)
    join register.person_email mail on seloste.folded(mail.address) collate "C" = seloste.folded(said.address) and mail.is_proven
    union all
    select said.address, firm.person_id, firm.id
    from unnest(asked) said (address)
    join register.organisation firm on firm.email is not null and seloste.folded(firm.email) collate "C" = seloste.folded(said.address)
    where firm.closed_at is null
  $$;

create or replace function seloste.address_for(asked uuid, channel text, today date)
  returns table (id uuid, kind text, of_organisation boolean, source text)
  language sql stable rows 1 security definer set search_path = pg_catalog, pg_temp
  as $$
    (select mail.id, mail.kind, false, told.source
      from register.person_email mail
      left join register.person_source told on told.person_id = asked and told.field = 'person.email' and told.value_id = mail.id
      where mail.person_id = asked and channel = 'email' and mail.is_proven
      order by mail.is_primary desc, mail.id limit 1)
    union all
    (select place.id, place.kind, place.of_organisation, place.source from (
      select own.id, own.kind, false as of_organisation, told.source, 1 as nearness, null::date as since, null::uuid as tie
        from register.person_address own
        left join register.person_source told on told.person_id = asked and told.field = 'person.address' and told.value_id = own.id
        where own.person_id = asked and own.kind <> 'billing'
      union all
      select door.id, door.kind, true, told.source, 2, link.since, link.id
        from register.affiliation link
        join register.organisation firm on firm.id = link.organisation_id and firm.closed_at is null
        join register.organisation_address door on door.organisation_id = firm.id and door.kind <> 'billing'
        left join register.organisation_source told on told.organisation_id = firm.id and told.field = 'org.addresses' and told.value_id = door.id
        where link.person_id = asked and (link.left_on is null or link.left_on > today)
      union all
      select door.id, door.kind, false, told.source, 3, null, null
        from register.organisation firm
        join register.organisation_address door on door.organisation_id = firm.id and door.kind <> 'billing'
        left join register.organisation_source told on told.organisation_id = firm.id and told.field = 'org.addresses' and told.value_id = door.id
        where firm.person_id = asked and firm.closed_at is null) place
      where channel = 'post'
      order by place.nearness, place.since desc nulls last, place.tie, place.kind, place.id limit 1)
  $$;
