-- Spam and mistakes: an enquiry goes into the bin, and with it the person whom it alone brought.
alter table register.enquiry
  add column binned_at timestamptz, add column binned_by text,
  add column took_person boolean not null default false, -- its person left the daily use with it
  add constraint enquiry_binned_by_someone check ((binned_at is null) = (binned_by is null)),
  add constraint enquiry_takes_its_person_into_the_bin check (not took_person or binned_at is not null and person_id is not null);
create index enquiry_in_bin on register.enquiry (binned_at, id) where binned_at is not null;

-- Since when the enquiry that brought them lies in the bin. Closed, they are nobody's to see, to find or to write to.
alter table register.person
  add column binned_at timestamptz,
  add constraint person_in_bin_is_closed check (binned_at is null or closed_at is not null);
create index person_in_bin on register.person (binned_at) where binned_at is not null;

-- Art. 14(3)(a): whoever comes back, by a restoration or by writing again, is told as if nothing had been deleted.
create function register.back_from_bin() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  new.binned_at := null;
  update register.notice set state = substr(exempt_reason, 6), exempt_reason = null
    where person_id = new.id and state = 'not-needed' and exempt_reason in ('bin: queued', 'bin: failed');
  update register.enquiry set took_person = false where person_id = new.id and took_person;
  return new;
end $$;
create trigger person_comes_back_from_bin before update of closed_at on register.person for each row
  when (old.binned_at is not null and new.closed_at is null) execute function register.back_from_bin();

-- What an enquiry led to, which keeps it: the word of it, or null.
create function seloste.enquiry_led_to(asked uuid) returns text
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  perform seloste.refuse_unless_writer('register.enquiry', 'message');
  return case
    when exists (select from register.opportunity led where led.enquiry_id = asked and led.binned_at is null) then 'opportunity'
    when exists (select from register.quote_request led where led.enquiry_id = asked and led.binned_at is null) then 'quote-request'
    when exists (select from register.quote led where led.enquiry_id = asked and led.binned_at is null) then 'quote'
    when exists (select from register.rights_request led where led.enquiry_id = asked) then 'request'
  end;
end $$;

-- Puts the person of an enquiry that lies in the bin there too, where it alone brought them and nothing else hangs on them: every column of
-- the register that names people is asked, so that what a later table keeps about them keeps them.
create function seloste.bin_person_of(asked uuid) returns uuid
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
    select format('%I.%I', space.nspname, held.relname) as name, part.attname as part
    from pg_attribute part join pg_class held on held.oid = part.attrelid join pg_namespace space on space.oid = held.relnamespace
    where space.nspname = 'register' and held.relkind in ('r', 'p') and not held.relispartition and not part.attisdropped
      and part.atttypid = 'uuid'::regtype and part.attname ~ '(^|_)person(_id)?$'
      and held.relname not in ('person_email', 'person_phone', 'person_address', 'person_source', 'relationship', 'enquiry', 'notice',
        'notice_delivery', 'message_person', 'seen_lately', 'duplicate_pair')
  loop
    execute format('select exists (select from %s where %I = $1)', place.name, place.part) into hangs using gone.person_id;
    if hangs then return null; end if;
  end loop;
  update register.person set closed_at = gone.binned_at, binned_at = gone.binned_at, changed_at = gone.binned_at where id = gone.person_id;
  update register.enquiry set took_person = true where person_id = gone.person_id and binned_at is not null;
  -- Art. 14(3)(a): what is destroyed within the month calls for no notice; nothing of it is sent or asked for meanwhile.
  update register.notice set exempt_reason = 'bin: ' || state, state = 'not-needed' where person_id = gone.person_id and state in ('queued', 'failed');
  return gone.person_id;
end $$;

-- The way back of the same.
create function seloste.unbin_person_of(asked uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  back uuid;
begin
  perform seloste.refuse_unless_writer('register.enquiry', 'message');
  update register.person who set closed_at = null, changed_at = seloste.at()
    from register.enquiry held where held.id = asked and held.took_person and who.id = held.person_id and who.binned_at is not null
    returning who.id into back;
  return back;
end $$;
revoke execute on function seloste.enquiry_led_to, seloste.bin_person_of, seloste.unbin_person_of from public;
