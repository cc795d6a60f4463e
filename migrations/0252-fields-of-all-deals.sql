-- S5.1: the fields that the statement adds to the rest of the chain. They lie beside the record: what was issued or closed stays as it is
-- while they change. A row goes with its record, whoever erases that.
create table declared.quote_request (
  quote_request_id uuid primary key references register.quote_request (id) on delete cascade
);
create table declared.assignment (
  assignment_id uuid primary key references register.assignment (id) on delete cascade
);
create table declared.invoice (
  invoice_id uuid primary key references register.invoice (id) on delete cascade
);
create table declared.complaint (
  complaint_id uuid primary key references register.complaint (id) on delete cascade
);
create table declared.warranty (
  warranty_id uuid primary key references register.warranty (id) on delete cascade
);
