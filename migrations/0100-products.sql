-- What is sold, and for how much. Nothing here is about a person, but a price list of one customer who is a sole trader.
create table register.product (
  id           uuid primary key default uuidv7(),
  sku          text not null check (sku = btrim(sku) and sku <> '' and length(sku) <= 60),
  name_fi      text not null check (name_fi <> '' and length(name_fi) <= 200),
  name_sv      text check (name_sv <> '' and length(name_sv) <= 200),  -- null where nobody has said it: the Finnish name stands
  name_en      text check (name_en <> '' and length(name_en) <= 200),
  product_group text check (product_group <> '' and length(product_group) <= 100), -- null where products are not grouped
  unit         text not null check (unit <> '' and length(unit) <= 20),
  vat_category text not null check (vat_category in ('S', 'Z', 'E', 'AE', 'K', 'G', 'O')), -- EN 16931, UNCL 5305
  vat_rate     integer not null check (vat_rate >= 0 and vat_rate <= 10000), -- basis points: 2550 is 25.5 %
  retired_at   timestamptz,        -- null while it is sold
  entered_by   text not null,
  entered_at   timestamptz not null,
  changed_at   timestamptz not null,
  revision     integer not null default 1,
  constraint product_vat_rate_fits_its_category check ((vat_category = 'S') = (vat_rate > 0))
);
create unique index product_sku_is_unique on register.product (lower(sku));
create index product_by_sku on register.product (sku collate "C", id);
create index product_by_words on register.product using gin
  (seloste.folded(sku || ' ' || name_fi || ' ' || coalesce(name_sv, '') || ' ' || coalesce(name_en, '')) seloste.gin_trgm_ops);

create table register.price_list (
  id              uuid primary key default uuidv7(),
  name            text not null check (name <> '' and length(name) <= 100),
  group_company   text,            -- null: every company of the group
  organisation_id uuid references register.organisation on delete cascade, -- null: every customer
  currency        text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  starts_on       date not null,
  ends_on         date,            -- null: until further notice
  retired_at      timestamptz,     -- null while it is used
  entered_by      text not null,
  entered_at      timestamptz not null,
  revision        integer not null default 1,
  constraint price_list_ends_after_it_began check (ends_on >= starts_on)
);
create index price_list_of_organisation on register.price_list (organisation_id) where organisation_id is not null;

-- A price is never changed: a new one begins on its day, and the history is what stands here.
create table register.price (
  id            uuid primary key default uuidv7(),
  price_list_id uuid not null references register.price_list on delete cascade,
  product_id    uuid not null references register.product on delete cascade,
  from_on       date not null,
  unit_price    bigint check (unit_price >= 0 and unit_price <= 10000000000000), -- 1/10000 of the currency, without VAT; null: not on this list from that day
  entered_by    text not null,
  entered_at    timestamptz not null
);
create unique index price_of_product on register.price (product_id, price_list_id, from_on desc, id desc);
create index price_of_list on register.price (price_list_id, product_id);

-- Documents keep their lines beside themselves; whichever table has lines may name a product.
create function seloste.product_in_use(asked uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  as $$
declare
  place regclass;
  used  boolean;
begin
  for place in
    select own.attrelid::regclass from pg_attribute own join pg_class on pg_class.oid = own.attrelid
    where pg_class.relnamespace = 'register'::regnamespace and pg_class.relkind in ('r', 'p')
      and own.attname = 'lines' and own.atttypid = 'jsonb'::regtype and not own.attisdropped
  loop
    execute format('select exists (select from %s where lines @> $1)', place)
      into used using jsonb_build_array(jsonb_build_object('product', asked));
    if used then return true; end if;
  end loop;
  return false;
end $$;
revoke all on function seloste.product_in_use(uuid) from public;
