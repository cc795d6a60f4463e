-- Orders that lists are read in by default or by a press on a heading, with the id that decides between equals.
create index contract_by_end on register.contract (ends_on, id);
create index opportunity_by_close on register.opportunity (expected_close, id) where binned_at is null;
create index warranty_by_end on register.warranty (ends_on, id);
create index invoice_by_due_day on register.invoice (due_on, id);
create index invoice_by_number on register.invoice (number, id);
