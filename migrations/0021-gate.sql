-- The gate (S4.10–S4.12, S12.16): may this person be told this, in this channel, on which ground? Its twin is src/marketing/gate.ts;
-- a property test proves the two equal. The rules are the statement's in force, never a copy of them.

-- What the version in force says of marketing; null where it says nothing of it.
create function seloste.marketing_rules() returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select jsonb_build_object(
      'purpose', said.purpose ->> 'id',
      'channels', coalesce(said.purpose -> 'channels', '[]'),
      'topics', jsonb_path_query_array(said.purpose, '$.topics[*].id'),
      'grounds', coalesce(said.purpose -> 'eligibility', '[]'),
      'companies', case when jsonb_array_length(coalesce(nullif(whole.canonical -> 'group', 'null') -> 'members', '[]')) = 0 then '["controller"]'
        else (select jsonb_agg(coalesce(member ->> 'id', member ->> 'name')) from jsonb_array_elements(whole.canonical #> '{group,members}') member) end,
      'sources', (select coalesce(jsonb_agg(source ->> 'id'), '[]') from jsonb_array_elements(whole.canonical -> 'sources') source
        where coalesce((source ->> 'marketing')::boolean, true)))
    from (select version.canonical::jsonb as canonical from register.statement_version version order by version.version desc limit 1) whole,
      lateral (select item as purpose from jsonb_array_elements(whole.canonical -> 'purposes') with ordinality listed (item, place)
        where item ->> 'messageClass' = 'marketing' order by place limit 1) said
  $$;
revoke execute on function seloste.marketing_rules from public;

-- What a campaign wants to do; null where there is no such campaign.
create function seloste.wish_of(campaign uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select jsonb_build_object('channel', said.channel, 'topics', to_jsonb(said.topics), 'company', said.group_company,
      'jobRoles', to_jsonb(said.job_roles), 'productGroups', to_jsonb(said.product_groups),
      'profiled', said.audience ?| array['jobRoles', 'postcode'])
    from register.campaign said where said.id = wish_of.campaign
  $$;
revoke execute on function seloste.wish_of from public;

-- C5: whether an objection stands against such a message.
create function seloste.stands_against(scope text, channel text, topic text, wish jsonb) returns boolean
  language sql immutable parallel safe
  as $$
    select coalesce(scope = 'all' or (scope = 'profiling' and (wish ->> 'profiled')::boolean)
      or (scope = 'channel' and channel = wish ->> 'channel')
      or (scope = 'topic' and wish -> 'topics' ? topic and (channel is null or channel = wish ->> 'channel')), false)
  $$;
revoke execute on function seloste.stands_against from public;

-- Which address is used: the person's first e-mail address; for letters the person's own, else that of the present organisation.
create function seloste.address_for(asked uuid, channel text, today date)
  returns table (id uuid, kind text, of_organisation boolean, source text)
  language sql stable rows 1 security definer set search_path = pg_catalog, pg_temp
  as $$
    (select mail.id, mail.kind, false, told.source
      from register.person_email mail
      left join register.person_source told on told.person_id = asked and told.field = 'person.email' and told.value_id = mail.id
      where mail.person_id = asked and channel = 'email'
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
revoke execute on function seloste.address_for from public;

create function seloste.gate(asked uuid, wish jsonb, digests bytea[], rules jsonb,
    out allowed boolean, out code text, out clause text, out ground text, out address uuid)
  language plpgsql stable cost 20000 -- asked last, of as few people as can be
  security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  today     constant date := (seloste.at() at time zone 'Europe/Helsinki')::date;
  wanted    constant text := wish ->> 'channel';
  who       register.person;
  place     record;
  works     boolean;  -- now, at an organisation that is not a sole trader's
  has_left  boolean;
  org_said  boolean := false;  -- an organisation of theirs has refused
  relevant  boolean := false;
  recipient text;
  rule      jsonb;
  role_asked boolean := false;
  org_stops  boolean := false;
begin
  allowed := false;
  if rules is null or wish is null then code := 'PURPOSE_NOT_DECLARED'; clause := 'S4.10'; return; end if;
  if not coalesce(rules -> 'channels' ? wanted, false) then code := 'CHANNEL_NOT_DECLARED'; clause := 'S4.12'; return; end if;
  if wish -> 'topics' = '[]' or not rules -> 'topics' @> (wish -> 'topics') then code := 'TOPIC_NOT_DECLARED'; clause := 'S4.11'; return; end if;
  if not rules -> 'companies' ? (wish ->> 'company') then code := 'GROUP_COMPANY_NOT_DECLARED'; clause := 'S8.1'; return; end if;

  select held.* into who from register.person held where held.id = asked;
  if who.id is null then code := 'PERSON_GONE'; clause := 'S12.11'; return; end if;
  if digests is not null and exists (
      select from register.suppression held where held.digest = any (digests)
        and seloste.stands_against(held.scope, held.channel, held.topic, wish)) then
    code := 'SUPPRESSED'; clause := 'S12.16'; return;
  end if;
  if exists (select from register.objection held where held.person_id = asked and held.lifted_at is null
      and seloste.stands_against(held.scope, held.channel, held.topic, wish)) then
    code := 'OBJECTED'; clause := 'S12.16'; return;
  end if;
  if exists (select from register.restriction held where held.person_id = asked and held.lifted_at is null) then
    code := 'RESTRICTED'; clause := 'S12.19'; return;
  end if;
  if who.closed_at is not null then code := 'RELATIONSHIP_ENDED'; clause := 'S4.4'; return; end if;
  if exists (select from register.notice held where held.person_id = asked and held.state in ('queued', 'failed') and held.target_on < today) then
    code := 'NOTICE_OVERDUE'; clause := 'S6.7'; return;
  end if;
  if exists (select from register.notice held where held.person_id = asked and held.state in ('queued', 'failed')
      and held.holds && (array['purpose:' || (rules ->> 'purpose'), 'channel:' || wanted]
        || array(select 'topic:' || topic from jsonb_array_elements_text(wish -> 'topics') topic))) then
    code := 'NOT_TOLD_OF_CHANGE'; clause := 'S0.2'; return;
  end if;
  if exists (select from register.topic_preference held where held.person_id = asked and not held.wants and wish -> 'topics' ? held.topic) then
    code := 'TOPIC_NOT_WANTED'; clause := 'S4.11'; return;
  end if;

  -- One who has left is told nothing at the address of the former employer, also where that organisation has closed.
  select who.kind = 'representative' and coalesce(bool_or(present and firm.form <> 'sole-trader'), false),
      who.kind = 'representative' and count(*) > 0 and not bool_or(present),
      who.kind = 'representative' and coalesce(bool_or(present and firm.form <> 'sole-trader'
        and wish -> 'jobRoles' ? lower(btrim(link.job_role) collate pg_c_utf8)), false)
    into works, has_left, relevant
    from register.affiliation link join register.organisation firm on firm.id = link.organisation_id,
      lateral (select (link.left_on is null or link.left_on > today) and firm.closed_at is null as present) now
    where link.person_id = asked;

  select found.* into place from seloste.address_for(asked, wanted, today) found;
  if place.id is null then
    code := case when has_left then 'LEFT_ORGANISATION' else 'NO_ADDRESS' end;
    clause := case when has_left then 'S4.4' else 'S5.7' end;
    return;
  end if;
  address := place.id;
  if has_left and wanted = 'email' and place.kind <> 'private' then code := 'LEFT_ORGANISATION'; clause := 'S4.4'; return; end if;
  if exists (select from register.undeliverable held where held.value_id = place.id and held.channel = wanted and held.settled_at is null) then
    code := 'ADDRESS_UNDELIVERABLE'; clause := 'S12.6'; return;
  end if;
  if not coalesce(rules -> 'sources' ? place.source, false) then code := 'SOURCE_NOT_FOR_MARKETING'; clause := 'S6.8'; return; end if;

  if works then
    org_said := exists (
      select from register.affiliation link join register.objection held on held.organisation_id = link.organisation_id
        join register.organisation firm on firm.id = link.organisation_id and firm.closed_at is null
      where link.person_id = asked and (link.left_on is null or link.left_on > today) and held.lifted_at is null
        and seloste.stands_against(held.scope, held.channel, held.topic, wish));
  end if;
  -- § 200, § 202: a sole trader, and an address of unknown kind, is a natural person's.
  recipient := case
    when not works then 'natural-person'
    when wanted = 'post' then case when place.of_organisation then 'work-address' else 'natural-person' end
    when place.kind = 'role' then 'legal-person'
    when place.kind = 'personal-work' then 'work-address'
    else 'natural-person' end;

  for rule in select item from jsonb_array_elements(rules -> 'grounds') with ordinality listed (item, nth)
      where item ->> 'channel' = wanted
        and (item ->> 'recipient' in (recipient, 'any') or (item ->> 'recipient' = 'natural-person' and recipient = 'work-address'))
      order by nth loop
    case rule ->> 'require'
      when 'consent' then
        allowed := exists (select from register.consent held where held.person_id = asked and held.purpose = rules ->> 'purpose'
          and held.channel = wanted and held.state = 'given' and held.expires_on > today);
      when 'existing-customer' then
        -- § 200(3): the same seller, its own products of the like, the address taken with the sale, and told that one may refuse.
        allowed := exists (
          select from register.fact_of_sale held where held.person_id = asked and held.group_company = wish ->> 'company'
            and held.told_of_refusal and held.email_id = place.id and wish -> 'productGroups' ? held.product_group)
          and exists (
            select from register.relationship tie where tie.state = 'customer' and tie.group_company = wish ->> 'company'
              and (tie.person_id = asked or tie.organisation_id in (select own.id from register.organisation own where own.person_id = asked)));
      when 'role-relevance' then
        role_asked := true;
        allowed := relevant and not org_said;
        org_stops := org_stops or (relevant and org_said);
      when 'not-refused' then
        allowed := not org_said;
        org_stops := org_stops or org_said;
      when 'not-objected-and-not-on-ban-list' then
        allowed := not (org_said and place.of_organisation);
        org_stops := org_stops or (org_said and place.of_organisation);
      else allowed := false;
    end case;
    if allowed then ground := rule ->> 'require'; return; end if;
  end loop;

  clause := 'S4.10';
  code := case when org_stops then 'ORGANISATION_REFUSED' when role_asked then 'ROLE_NOT_RELEVANT'
    when wanted = 'post' then 'NO_GROUND_DECLARED' else 'NO_GROUND_200_1' end;
end $$;
revoke execute on function seloste.gate from public;
