-- Whom a narrower reach sees. Definer's rights, so that one row policy does not call another in a circle.
create function seloste.reaches_relationship(owner text, team text, group_company text, reach text) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$
    select $1 = seloste.acting() or exists (
      select from register.staff me
      where me.id::text = seloste.acting() and ($4 = 'team' and me.team = $2 or $4 = 'group-company' and me.group_company = $3))
  $$;

create function seloste.organisations_reached(reach text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select tie.organisation_id from register.relationship tie
    where tie.organisation_id is not null and tie.owner = seloste.acting()
    union
    select tie.organisation_id from register.staff me join register.relationship tie on tie.team = me.team
    where reach = 'team' and me.id::text = seloste.acting() and tie.organisation_id is not null
    union
    select enquiry.organisation_id from register.enquiry
    where enquiry.assigned_to = seloste.acting() and enquiry.organisation_id is not null
  $$;

create function seloste.people_reached(reach text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select link.person_id from register.affiliation link
    where link.organisation_id in (select seloste.organisations_reached(reach))
    union
    select tie.person_id from register.relationship tie
    where tie.person_id is not null and tie.owner = seloste.acting()
    union
    select tie.person_id from register.staff me join register.relationship tie on tie.team = me.team
    where reach = 'team' and me.id::text = seloste.acting() and tie.person_id is not null
    union
    select enquiry.person_id from register.enquiry
    where enquiry.assigned_to = seloste.acting() and enquiry.person_id is not null
  $$;

-- A group company's customers are too many to list for each query, so these two ask about one row.
create function seloste.organisation_of_my_company(asked uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$
    select exists (
      select from register.staff me join register.relationship tie on tie.group_company = me.group_company
      where me.id::text = seloste.acting() and tie.organisation_id = asked)
  $$;

create function seloste.person_of_my_company(asked uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$
    select exists (
      select from register.staff me join register.relationship tie on tie.group_company = me.group_company
      where me.id::text = seloste.acting()
        and (tie.person_id = asked
          or tie.organisation_id in (select link.organisation_id from register.affiliation link where link.person_id = asked)))
  $$;

-- A source is seen with the value it belongs to: the duty's own column grants answer.
create function seloste.may_see(place text, column_name text) returns boolean
  language sql stable
  as $$
    select coalesce((
      select has_column_privilege(attribute.attrelid, attribute.attnum, 'select')
      from pg_catalog.pg_attribute attribute
      where attribute.attrelid = to_regclass(place) and attribute.attname = column_name and not attribute.attisdropped), false)
  $$;

create function seloste.sees_field(field text) returns boolean
  language sql stable
  as $$
    select case field
      when 'org.name' then seloste.may_see('register.organisation', 'name')
      when 'org.businessId' then seloste.may_see('register.organisation', 'business_id')
      when 'org.phone' then seloste.may_see('register.organisation', 'phone')
      when 'org.email' then seloste.may_see('register.organisation', 'email')
      when 'org.addresses' then seloste.may_see('register.organisation_address', 'postcode')
      when 'com.paymentTerms' then seloste.may_see('register.relationship', 'payment_terms')
      when 'person.name' then seloste.may_see('register.person', 'family_name')
      when 'person.email' then seloste.may_see('register.person_email', 'address')
      when 'person.phone' then seloste.may_see('register.person_phone', 'number')
      when 'person.address' then seloste.may_see('register.person_address', 'postcode')
      when 'person.jobRole' then seloste.may_see('register.affiliation', 'job_role')
      else seloste.may_see(
        case when field like 'person.%' then 'declared.person' else 'declared.organisation' end,
        case when field like 'com.%' then 'com_' else '' end || lower(regexp_replace(regexp_replace(
          substr(field, strpos(field, '.') + 1), '([a-z0-9])([A-Z])', '\1_\2', 'g'), '[^A-Za-z0-9]+', '_', 'g')))
    end
  $$;

-- The row condition of the login that asks, as its own policy says it; `false` where it has none.
create function seloste.rows_seen(place regclass) returns text
  language sql stable security definer set search_path = pg_catalog
  as $$
    select coalesce(string_agg(format('(%s)', pg_get_expr(rule.polqual, rule.polrelid)), ' or '), 'false')
    from pg_policy rule join pg_roles login on login.oid = any (rule.polroles)
    where rule.polrelid = place and rule.polcmd in ('r', '*') and login.rolname = session_user
  $$;

-- `like` under a row policy cannot use an index, so the search runs with the owner's rights and
-- applies the caller's own row condition and column grants inside, before `limit`.
create function seloste.search(asked text, most integer)
  returns table (kind text, id uuid, field text, closed boolean, title text)
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
declare
  said    text := btrim(regexp_replace(seloste.folded(left(asked, 200)), '\s+', ' ', 'g'));
  pattern text := replace(replace(replace(said, '\', '\\'), '%', '\%'), '_', '\_');
  digits  text := regexp_replace(asked, '[^0-9]', '', 'g');
  number  text := case when asked ~ '^\s*\+' then '+' || digits
                       when digits like '00%' then '+' || substr(digits, 3)
                       when digits like '0%' then '+358' || substr(digits, 2)
                       else null end;
  people  text := seloste.rows_seen('register.person');
  firms   text := seloste.rows_seen('register.organisation');
  parts   text[] := '{}';
  branch  constant text := '(select %L::text as kind, found.id, %L::text as field, false as closed, null::text as title from %s limit %s)';
begin
  if length(said) < 2 then return; end if;
  most := least(greatest(most, 1), 50);

  if has_column_privilege(session_user, 'register.person', 'family_name', 'select') and said !~ '@' then
    parts := parts || array[
      format(branch, 'person', 'person.name', format(
        '(select person.id from register.person where (%s) and seloste.folded(person.family_name || '' '' || person.given_name) collate "C" like %L
          order by seloste.folded(person.family_name || '' '' || person.given_name) collate "C" limit %s) found', people, pattern || '%', most), most),
      format(branch, 'person', 'person.name', format(
        '(select person.id from register.person where (%s) and seloste.folded(person.given_name || '' '' || person.family_name) collate "C" like %L
          order by seloste.folded(person.given_name || '' '' || person.family_name) collate "C" limit %s) found', people, pattern || '%', most), most)];
  end if;

  if has_column_privilege(session_user, 'register.organisation', 'name', 'select') and said !~ '@' then
    parts := parts || format(branch, 'company', 'org.name', format(
      '(select organisation.id from register.organisation where (%s) and seloste.folded(organisation.name) collate "C" like %L
        order by seloste.folded(organisation.name) collate "C" limit %s) found', firms, pattern || '%', most), most);
    if length(said) >= 3 then
      parts := parts || format(branch, 'company', 'org.name', format(
        '(select organisation.id from register.organisation where (%s) and seloste.folded(organisation.name) like %L limit %s) found',
        firms, '%' || pattern || '%', most), most);
    end if;
    -- S4.4: an ended customer company is found by its beginning, to be reopened; a sole trader's is personal data and is not.
    parts := parts || format(
      '(select ''company'', closed.id, ''org.name'', true, closed.name from register.organisation closed
        where closed.closed_at is not null and closed.form <> ''sole-trader''
          and seloste.folded(closed.name) collate "C" like %L limit 3)', pattern || '%');
  end if;

  if has_column_privilege(session_user, 'register.organisation', 'business_id', 'select') and length(digits) >= 4 and said ~ '^(fi ?)?[0-9 -]+$' then
    parts := parts || format(branch, 'company', 'org.businessId', format(
      '(select organisation.id from register.organisation where (%s) and replace(organisation.business_id, ''-'', '''') collate "C" like %L limit %s) found',
      firms, digits || '%', most), most);
  end if;

  if has_column_privilege(session_user, 'register.person_phone', 'number', 'select') and length(digits) >= 4
     and number is not null and said ~ '^[+0-9 ()-]+$' then
    parts := parts || format(branch, 'person', 'person.phone', format(
      '(select person.id from register.person_phone phone join (select person.id from register.person where (%s)) person on person.id = phone.person_id
        where phone.number collate "C" like %L limit %s) found', people, number || '%', most), most);
  end if;

  if has_column_privilege(session_user, 'register.person_email', 'address', 'select') and said !~ ' ' then
    parts := parts || format(branch, 'person', 'person.email', format(
      '(select person.id from register.person_email mail join (select person.id from register.person where (%s)) person on person.id = mail.person_id
        where seloste.folded(mail.address) collate "C" like %L limit %s) found', people, pattern || '%', most), most);
    if length(ltrim(said, '@')) >= 3 and (said like '@%' or strpos(said, '@') = 0) then
      parts := parts || format(branch, 'person', 'person.email', format(
        '(select person.id from register.person_email mail join (select person.id from register.person where (%s)) person on person.id = mail.person_id
          where split_part(seloste.folded(mail.address), ''@'', 2) collate "C" like %L limit %s) found',
        people, ltrim(pattern, '@') || '%', most), most);
    end if;
  end if;

  if has_column_privilege(session_user, 'register.organisation', 'email', 'select') and said ~ '@' then
    parts := parts || format(branch, 'company', 'org.email', format(
      '(select organisation.id from register.organisation where (%s) and seloste.folded(organisation.email) collate "C" like %L limit %s) found',
      firms, pattern || '%', most), most);
  end if;

  if cardinality(parts) = 0 then return; end if;
  return query execute array_to_string(parts, ' union all ');
end $$;

-- Whether a login may change a relationship's state; asked by the three functions below, which step over row policies.
create function seloste.refuse_unless_writer(place text, column_name text) returns void
  language plpgsql stable
  as $$
begin
  if not has_column_privilege(session_user, place, column_name, 'update') then
    raise exception 'permission denied for table %', place using errcode = '42501';
  end if;
end $$;

-- S4.4: with the relationship ends the daily use. What has no other open relationship closes with it.
create function seloste.close_relationship(asked uuid, new_state text, reason text, ended timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  tie   register.relationship;
  seen  boolean;
begin
  perform seloste.refuse_unless_writer('register.relationship', 'state');
  execute format('select exists (select from register.relationship where id = $1 and (%s))', seloste.rows_seen('register.relationship'))
    into seen using asked;
  if not seen then return; end if;

  update register.relationship set state = new_state, end_reason = reason, ended_at = ended, closed_at = ended, revision = revision + 1
    where id = asked returning * into tie;
  update register.organisation firm set closed_at = ended, changed_at = ended
    where firm.id = tie.organisation_id and firm.closed_at is null
      and not exists (select from register.relationship other where other.organisation_id = firm.id and other.closed_at is null);
  update register.person who set closed_at = ended, changed_at = ended
    where who.closed_at is null
      and who.id in (select tie.person_id union select link.person_id from register.affiliation link where link.organisation_id = tie.organisation_id)
      and not exists (select from register.relationship other where other.person_id = who.id and other.closed_at is null)
      and not exists (
        select from register.affiliation link join register.relationship other on other.organisation_id = link.organisation_id
        where link.person_id = who.id and link.left_on is null and other.closed_at is null);
end $$;

create function seloste.reopen_relationship(asked uuid, new_state text, reopened timestamptz) returns setof register.relationship
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  tie register.relationship;
begin
  perform seloste.refuse_unless_writer('register.relationship', 'state');
  update register.relationship
    set state = new_state, end_reason = null, ended_at = null, closed_at = null, last_activity_at = reopened, revision = revision + 1
    where id = asked and closed_at is not null and state in ('ended', 'retained') returning * into tie;
  if tie.id is null then return; end if;

  update register.organisation set closed_at = null, changed_at = reopened where id = tie.organisation_id;
  update register.person who set closed_at = null, changed_at = reopened
    where who.closed_at is not null
      and (who.id = tie.person_id
        or who.id in (select link.person_id from register.affiliation link where link.organisation_id = tie.organisation_id and link.left_on is null));
  return next tie;
end $$;

-- A company that daily duties no longer see, so that it can be reopened in one click. Never a sole trader: that is a person.
create function seloste.closed_organisation(asked uuid, number text)
  returns table (id uuid, relationship uuid, closed boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select firm.id, tie.id, firm.closed_at is not null
    from register.organisation firm left join register.relationship tie on tie.organisation_id = firm.id and tie.state in ('ended', 'retained')
    where (firm.id = asked or firm.business_id = number) and firm.form <> 'sole-trader'
      and has_column_privilege(session_user, 'register.organisation', 'name', 'update')
  $$;

-- The matcher's only question, so that the public form recreates nobody.
create function seloste.people_with_email(asked text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select mail.person_id
    from register.person_email mail join register.person on person.id = mail.person_id
    where seloste.folded(mail.address) collate "C" = seloste.folded(asked)
      and has_column_privilege(session_user, 'register.person_email', 'address', 'insert')
    order by mail.is_primary desc, person.closed_at nulls first, mail.person_id
    limit 5
  $$;

-- Which of the said values differ from those held, without saying what is held.
create function seloste.differs_from_person(asked uuid, said_name text, said_phone text)
  returns table (name_differs boolean, phone_differs boolean, is_closed boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select seloste.folded(said_name) not in (seloste.folded(person.given_name || ' ' || person.family_name), seloste.folded(person.family_name || ' ' || person.given_name)),
      said_phone is not null and not exists (select from register.person_phone phone where phone.person_id = person.id and phone.number = said_phone),
      person.closed_at is not null
    from register.person
    where person.id = asked and has_column_privilege(session_user, 'register.person_email', 'address', 'insert')
  $$;

-- Art. 14(3) GDPR: past a month without notice a person is not used for marketing. Sending it lifts this at once.
create function seloste.notice_overdue(asked uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$
    select exists (
      select from register.notice
      where notice.person_id = asked and notice.state in ('queued', 'failed')
        and notice.target_on < (seloste.at() at time zone 'Europe/Helsinki')::date)
  $$;

-- A person whose relationship had ended writes to us again: a prospect, visible to the daily duties.
create function seloste.welcome_back(asked uuid, company text, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
begin
  if not has_column_privilege(session_user, 'register.person', 'family_name', 'insert') then
    raise exception 'permission denied for table person' using errcode = '42501';
  end if;
  update register.person set closed_at = null, changed_at = at where id = asked and closed_at is not null;
  insert into register.relationship (person_id, group_company, state, started_at, last_activity_at)
    values (asked, company, 'prospect', at, at)
    on conflict (person_id, group_company) where person_id is not null do update
      set state = case when relationship.closed_at is null then relationship.state else 'prospect' end,
        last_activity_at = excluded.last_activity_at, closed_at = null, ended_at = null, end_reason = null;
end $$;

-- Counts an edit, so that two people never overwrite each other unknowingly: the row is locked until the edit is done.
create function seloste.touch(subject text, asked uuid, expected integer, at timestamptz)
  returns table (revision integer, touched boolean)
  language plpgsql security definer set search_path = pg_catalog
  as $$
declare
  place constant regclass := case subject when 'person' then 'register.person' else 'register.organisation' end;
  added constant regclass := case subject when 'person' then 'declared.person' else 'declared.organisation' end;
  held integer;
begin
  if not (has_any_column_privilege(session_user, place, 'update') or has_any_column_privilege(session_user, added, 'update')) then
    raise exception 'permission denied for table %', place using errcode = '42501';
  end if;
  execute format('select revision from %s where id = $1 and (%s) for update', place, seloste.rows_seen(place)) into held using asked;
  if held is null then return; end if;
  if expected is not null and held <> expected then return query select held, false; return; end if;
  execute format('update %s set revision = revision + 1, changed_at = $2 where id = $1', place) using asked, at;
  return query select held + 1, true;
end $$;
