-- A file may hold other records than people and companies: each kind says what its lines are and how they are taken back.
alter table register.import_run add column holds text not null default 'people-and-companies' check (length(holds) between 1 and 40);
alter table register.import_run add column made integer not null default 0; -- records of such a kind that the import made
alter table register.import_line add column record_id uuid;    -- what the line made or changed; null: people and companies, or nothing yet
alter table register.import_line add column record_key text;   -- what the line speaks of: two lines of one file that speak of the same are told apart
alter table register.import_line add column shown text check (length(shown) <= 300); -- the line in a few words, for whoever brought it
alter table register.import_line add column undo jsonb;        -- what the line did, for taking it back; null: nothing
create index import_line_by_key on register.import_line (import_id, record_key) where record_key is not null;
create index import_line_to_undo on register.import_line (import_id, line) where state = 'taken' and undo is not null;

-- A price that was entered by mistake is taken back by whoever entered it, while no other price was said after it.
create function seloste.take_back_price(asked uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  delete from register.price held
    where held.id = asked and held.entered_by = seloste.acting() and not exists (
      select from register.price later where later.product_id = held.product_id and later.price_list_id = held.price_list_id
        and later.entered_at > held.entered_at);
  return found;
end $$;
revoke all on function seloste.take_back_price(uuid) from public;

-- A price list that was opened by mistake goes while it has no price and nobody changed it.
create function seloste.take_back_price_list(asked uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
begin
  delete from register.price_list held
    where held.id = asked and held.entered_by = seloste.acting() and held.revision = 1
      and not exists (select from register.price said where said.price_list_id = held.id);
  return found;
end $$;
revoke all on function seloste.take_back_price_list(uuid) from public;

-- Documents, tasks, notes and the like name an opportunity in a column of its name, or as their subject.
create function seloste.opportunity_in_use(asked uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  place record;
  used  boolean;
begin
  for place in
    select own.attrelid::regclass as named, own.attname from pg_attribute own join pg_class on pg_class.oid = own.attrelid
    where pg_class.relnamespace = 'register'::regnamespace and pg_class.relkind in ('r', 'p')
      and own.attname in ('opportunity_id', 'subject_id') and own.atttypid = 'uuid'::regtype and not own.attisdropped
  loop
    execute format('select exists (select from %s where %I = $1)', place.named, place.attname) into used using asked;
    if used then return true; end if;
  end loop;
  return false;
end $$;
revoke all on function seloste.opportunity_in_use(uuid) from public;

-- Who of the staff is meant by an address or a whole name; nobody where two are. The address itself is told to nobody.
create function seloste.staff_meant(asked text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select case when count(*) = 1 then min(staff.id::text)::uuid end from register.staff
    where staff.closed_at is null and (lower(staff.email) = lower(btrim(asked)) or lower(staff.name) = lower(btrim(asked)))
  $$;
revoke all on function seloste.staff_meant(text) from public;
