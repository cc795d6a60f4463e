-- Open invoices by their sum and by their debtor's name: which one a payment without a reference may be for.
create index invoice_open_by_sum on register.invoice (group_company, open_cents) where status in ('open', 'collection');
create index invoice_open_by_name on register.invoice (group_company, lower(debtor_name)) where status in ('open', 'collection');
