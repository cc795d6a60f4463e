-- S5.1: the fields that the statement adds to quotes, orders, contracts and deliveries. They lie beside the document and not in it: what
-- was issued stays locked while they change. A row goes with its document, whoever erases it.
create table declared.quote (
  quote_id uuid primary key references register.quote (id) on delete cascade
);
create table declared.order (
  order_id uuid primary key references register.sales_order (id) on delete cascade
);
create table declared.contract (
  contract_id uuid primary key references register.contract (id) on delete cascade
);
create table declared.delivery (
  delivery_id uuid primary key references register.delivery (id) on delete cascade
);
