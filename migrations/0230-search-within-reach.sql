-- Whoever sees only their own was searched for through everybody of that name, until enough were theirs: 0.3 s a letter among a million.
-- What a narrow reach holds is short: it is gathered first, and the name is looked for in it.
create or replace function seloste.search(asked text, most integer)
  returns table (kind text, id uuid, field text, closed boolean, title text)
  language plpgsql stable security definer
  set search_path = pg_catalog set plan_cache_mode = force_generic_plan set enable_seqscan = off
  as $$
#variable_conflict use_column
declare
  said    text := btrim(regexp_replace(seloste.folded(left(asked, 200)), '\s+', ' ', 'g'));
  upto    text := said || chr(1114111);
  inside  text := '%' || replace(replace(replace(said, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  domain  text := ltrim(said, '@');
  digits  text := regexp_replace(asked, '[^0-9]', '', 'g');
  dialled text := case when asked ~ '^\s*\+' then '+' || digits
                       when digits like '00%' then '+' || substr(digits, 3)
                       when digits like '0%' then '+358' || substr(digits, 2)
                       else null end;
  by_name   boolean := has_column_privilege(session_user, 'register.person', 'family_name', 'select') and said !~ '@';
  by_firm   boolean := has_column_privilege(session_user, 'register.organisation', 'name', 'select') and said !~ '@';
  by_number boolean := has_column_privilege(session_user, 'register.organisation', 'business_id', 'select')
                       and length(digits) >= 4 and said ~ '^(fi ?)?[0-9 -]+$';
  by_phone  boolean := has_column_privilege(session_user, 'register.person_phone', 'number', 'select')
                       and length(digits) >= 4 and dialled is not null and said ~ '^[+0-9 ()-]+$';
  by_mail   boolean := has_column_privilege(session_user, 'register.person_email', 'address', 'select') and said !~ ' ';
  by_domain boolean := by_mail and length(domain) >= 3 and (said like '@%' or strpos(said, '@') = 0);
  by_firm_mail boolean := has_column_privilege(session_user, 'register.organisation', 'email', 'select') and said ~ '@';
  family uuid[] := '{}';
  given uuid[] := '{}';
  firm uuid[] := '{}';
  firm_words uuid[] := '{}';
  firm_inside uuid[] := '{}';
  numbers uuid[] := '{}';
  phones uuid[] := '{}';
  mails uuid[] := '{}';
  domains uuid[] := '{}';
  firm_mails uuid[] := '{}';
  people uuid[] := '{}';
  firms  uuid[] := '{}';
  fetched integer;
  -- How far a duty reaches that sees only its own or its team's; null where it sees all, or a group company's.
  reach text := substring(seloste.rows_seen('register.person'::regclass) from 'people_reached\(''([a-z-]+)''');
  mine uuid[];
  ours uuid[];
begin
  if length(said) < 2 then return; end if;
  most := least(greatest(most, 1), 50);
  fetched := most + 5;

  if reach is not null then
    mine := array(select seloste.people_reached(reach));
    ours := array(select seloste.organisations_reached(reach));
    if by_name then
      family := array(select person.id from register.person where person.id = any (mine)
        and seloste.folded(person.family_name || ' ' || person.given_name) collate "C" >= said
        and seloste.folded(person.family_name || ' ' || person.given_name) collate "C" < upto
        order by seloste.folded(person.family_name || ' ' || person.given_name) collate "C");
      given := array(select person.id from register.person where person.id = any (mine)
        and seloste.folded(person.given_name || ' ' || person.family_name) collate "C" >= said
        and seloste.folded(person.given_name || ' ' || person.family_name) collate "C" < upto
        order by seloste.folded(person.given_name || ' ' || person.family_name) collate "C");
    end if;
    if by_firm then
      firm := array(select organisation.id from register.organisation where organisation.id = any (ours)
        and seloste.folded(organisation.name) collate "C" >= said and seloste.folded(organisation.name) collate "C" < upto
        order by seloste.folded(organisation.name) collate "C");
      if length(said) >= 3 then
        firm_inside := array(select organisation.id from register.organisation
          where organisation.id = any (ours) and seloste.folded(organisation.name) like inside);
      end if;
    end if;
    if by_number then
      numbers := array(select organisation.id from register.organisation
        where organisation.id = any (ours) and starts_with(replace(organisation.business_id, '-', ''), digits));
    end if;
    if by_phone then
      phones := array(select phone.person_id from register.person_phone phone
        where phone.person_id = any (mine) and starts_with(phone.number, dialled));
    end if;
    if by_mail then
      mails := array(select mail.person_id from register.person_email mail
        where mail.person_id = any (mine) and starts_with(seloste.folded(mail.address), said));
    end if;
    if by_domain then
      domains := array(select mail.person_id from register.person_email mail
        where mail.person_id = any (mine) and starts_with(split_part(seloste.folded(mail.address), '@', 2), domain));
    end if;
    if by_firm_mail then
      firm_mails := array(select organisation.id from register.organisation
        where organisation.id = any (ours) and starts_with(seloste.folded(organisation.email), said));
    end if;
    people := seloste.seen_of('register.person', family || given || phones || mails || domains);
    firms := seloste.seen_of('register.organisation', firm || firm_inside || numbers || firm_mails);
  end if;

  while reach is null loop
    if by_name then
      family := array(select person.id from register.person
        where seloste.folded(person.family_name || ' ' || person.given_name) collate "C" >= said
          and seloste.folded(person.family_name || ' ' || person.given_name) collate "C" < upto
        order by seloste.folded(person.family_name || ' ' || person.given_name) collate "C" limit fetched);
      given := array(select person.id from register.person
        where seloste.folded(person.given_name || ' ' || person.family_name) collate "C" >= said
          and seloste.folded(person.given_name || ' ' || person.family_name) collate "C" < upto
        order by seloste.folded(person.given_name || ' ' || person.family_name) collate "C" limit fetched);
    end if;
    if by_firm then
      firm := array(select organisation.id from register.organisation
        where seloste.folded(organisation.name) collate "C" >= said and seloste.folded(organisation.name) collate "C" < upto
        order by seloste.folded(organisation.name) collate "C" limit fetched);
      firm_words := array(select named.id from (select id, substring(seloste.folded(name) from '^[a-z0-9]+[^a-z0-9]+(.+)$') collate "C" as rest from register.organisation) named
          where named.rest >= said and named.rest < upto order by named.rest limit fetched)
        || array(select named.id from (select id, substring(seloste.folded(name) from '^[a-z0-9]+[^a-z0-9]+[a-z0-9]+[^a-z0-9]+(.+)$') collate "C" as rest from register.organisation) named
          where named.rest >= said and named.rest < upto order by named.rest limit fetched);
      firm_inside := '{}';
      if length(said) >= 3 and cardinality(firm || firm_words) < fetched then
        firm_inside := array(select organisation.id from register.organisation
          where seloste.folded(organisation.name) like inside limit fetched);
      end if;
    end if;
    if by_number then
      numbers := array(select organisation.id from register.organisation
        where replace(organisation.business_id, '-', '') collate "C" >= digits
          and replace(organisation.business_id, '-', '') collate "C" < digits || chr(1114111) limit fetched);
    end if;
    if by_phone then
      phones := array(select phone.person_id from register.person_phone phone
        where phone.number collate "C" >= dialled and phone.number collate "C" < dialled || chr(1114111) limit fetched);
    end if;
    if by_mail then
      mails := array(select mail.person_id from register.person_email mail
        where seloste.folded(mail.address) collate "C" >= said and seloste.folded(mail.address) collate "C" < upto limit fetched);
    end if;
    if by_domain then
      domains := array(select mail.person_id from register.person_email mail
        where split_part(seloste.folded(mail.address), '@', 2) collate "C" >= domain
          and split_part(seloste.folded(mail.address), '@', 2) collate "C" < domain || chr(1114111) limit fetched);
    end if;
    if by_firm_mail then
      firm_mails := array(select organisation.id from register.organisation
        where seloste.folded(organisation.email) collate "C" >= said and seloste.folded(organisation.email) collate "C" < upto limit fetched);
    end if;

    people := seloste.seen_of('register.person', family || given || phones || mails || domains);
    firms := seloste.seen_of('register.organisation', firm || firm_words || firm_inside || numbers || firm_mails);
    exit when not (
      seloste.held_back(family, people, most, fetched) or seloste.held_back(given, people, most, fetched)
      or seloste.held_back(phones, people, most, fetched) or seloste.held_back(mails, people, most, fetched)
      or seloste.held_back(domains, people, most, fetched) or seloste.held_back(firm, firms, most, fetched)
      or seloste.held_back(firm || firm_words, firms, most, fetched) or seloste.held_back(firm_inside, firms, most, fetched)
      or seloste.held_back(numbers, firms, most, fetched) or seloste.held_back(firm_mails, firms, most, fetched));
    fetched := fetched * 8;
  end loop;

  return query
    (select 'person', one, 'person.name', false, null::text from unnest(family) with ordinality hit (one, place) where one in (select unnest(people)) order by place limit most)
    union all
    (select 'person', one, 'person.name', false, null::text from unnest(given) with ordinality hit (one, place) where one in (select unnest(people)) order by place limit most)
    union all
    (select 'company', one, 'org.name', false, null::text from unnest(firm) with ordinality hit (one, place) where one in (select unnest(firms)) order by place limit most)
    union all
    (select 'company', one, 'org.name', false, null::text from unnest(firm_words) with ordinality hit (one, place) where one in (select unnest(firms)) order by place limit most)
    union all
    (select 'company', one, 'org.name', false, null::text from unnest(firm_inside) with ordinality hit (one, place) where one in (select unnest(firms)) order by place limit most)
    union all
    -- S4.4: an ended customer company is found by its beginning, to be reopened; a sole trader's is personal data and is not.
    (select 'company', ended.id, 'org.name', true, ended.name from register.organisation ended
      where by_firm and ended.closed_at is not null and ended.form <> 'sole-trader'
        and seloste.folded(ended.name) collate "C" >= said and seloste.folded(ended.name) collate "C" < upto limit 3)
    union all
    (select 'company', one, 'org.businessId', false, null::text from unnest(numbers) with ordinality hit (one, place) where one in (select unnest(firms)) order by place limit most)
    union all
    (select 'person', one, 'person.phone', false, null::text from unnest(phones) with ordinality hit (one, place) where one in (select unnest(people)) order by place limit most)
    union all
    (select 'person', one, 'person.email', false, null::text from unnest(mails) with ordinality hit (one, place) where one in (select unnest(people)) order by place limit most)
    union all
    (select 'person', one, 'person.email', false, null::text from unnest(domains) with ordinality hit (one, place) where one in (select unnest(people)) order by place limit most)
    union all
    (select 'company', one, 'org.email', false, null::text from unnest(firm_mails) with ordinality hit (one, place) where one in (select unnest(firms)) order by place limit most);
end $$;
