-- Whoever goes into the bin at this moment is waited for: else nobody would see that they are closed when they write.
create or replace function seloste.welcome_back(asked uuid, company text, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  if not has_column_privilege(session_user, 'register.person', 'family_name', 'insert') then
    raise exception 'permission denied for table person' using errcode = '42501';
  end if;
  perform from register.person who where who.id = asked for update;
  update register.person set closed_at = null, changed_at = at where id = asked and closed_at is not null;
  insert into register.relationship (person_id, group_company, state, started_at, last_activity_at)
    values (asked, company, 'prospect', at, at)
    on conflict (person_id, group_company) where person_id is not null do update
      set state = case when relationship.closed_at is null then relationship.state else 'prospect' end,
        last_activity_at = excluded.last_activity_at, closed_at = null, ended_at = null, end_reason = null;
end $$;

-- Who took part in a call, made a complaint or was disclosed stands in a list: it keeps them, as a column of their own does. Who looked does not.
create or replace function seloste.bin_person_of(asked uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  gone  register.enquiry;
  place record;
  hangs boolean;
begin
  perform seloste.refuse_unless_writer('register.enquiry', 'message');
  select held.* into gone from register.enquiry held where held.id = asked and held.binned_by = seloste.acting();
  if gone.person_id is null then return null; end if;
  perform from register.person who where who.id = gone.person_id and who.closed_at is null for update;
  if not found then return null; end if;
  if exists (select from register.person_source said where said.person_id = gone.person_id and not exists (
      select from register.enquiry held where held.person_id = gone.person_id and held.binned_at is not null
        and said.document_kind = 'enquiry' and said.document_id = held.id))
    or exists (select from register.enquiry held where held.person_id = gone.person_id and held.binned_at is null)
    or exists (select from register.relationship tie where tie.person_id = gone.person_id and tie.state <> 'prospect')
    or exists (select from register.message_person one join register.message mail on mail.id = one.message_id
      where one.person_id = gone.person_id
        and (mail.direction = 'out' or mail.enquiry_id is null
          or not exists (select from register.enquiry held where held.id = mail.enquiry_id and held.person_id = gone.person_id)))
  then return null; end if;
  for place in
    select format('%I.%I', space.nspname, held.relname) as name,
      format(case part.atttypid when 'uuid'::regtype then '%I = $1' else '%I @> array[$1]' end, part.attname) as named
    from pg_attribute part join pg_class held on held.oid = part.attrelid join pg_namespace space on space.oid = held.relnamespace
    where space.nspname = 'register' and held.relkind in ('r', 'p') and not held.relispartition and not part.attisdropped
      and (part.atttypid = 'uuid'::regtype and part.attname ~ '(^|_)person(_id)?$'
        or part.atttypid = 'uuid[]'::regtype and part.attname in ('people', 'parties'))
      and held.relname not in ('access_log', 'person_email', 'person_phone', 'person_address', 'person_source', 'relationship', 'enquiry', 'notice',
        'notice_delivery', 'message_person', 'seen_lately', 'duplicate_pair')
  loop
    execute format('select exists (select from %s where %s)', place.name, place.named) into hangs using gone.person_id;
    if hangs then return null; end if;
  end loop;
  update register.person set closed_at = gone.binned_at, binned_at = gone.binned_at, changed_at = gone.binned_at where id = gone.person_id;
  update register.enquiry set took_person = true where person_id = gone.person_id and binned_at is not null;
  -- Art. 14(3)(a): what is destroyed within the month calls for no notice; nothing of it is sent or asked for meanwhile.
  update register.notice set exempt_reason = 'bin: ' || state, state = 'not-needed' where person_id = gone.person_id and state in ('queued', 'failed');
  return gone.person_id;
end $$;
