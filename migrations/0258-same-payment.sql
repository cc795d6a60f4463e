-- S5.11: the same payment in two of the bank's files, which write its account, payer and day in their own ways, is one payment.

-- The day the bank booked it, by which files agree; a reference payment list also says the day it was paid. Null: entered by hand.
alter table register.payment add column booked_on date;
create index payment_by_booking on register.payment (group_company, coalesce(booked_on, paid_on)) where file_id is not null;

-- A later file told of a payment that was known: the digest of its row there.
create table register.payment_again (
  payment_id uuid not null references register.payment (id) on delete cascade,
  file_id uuid not null references register.payment_file (id),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (payment_id, file_id)
);
create index payment_again_of_file on register.payment_again (file_id);
