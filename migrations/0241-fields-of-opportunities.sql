-- S5.1: the fields that the statement adds to opportunities. A row goes with its opportunity, whoever erases it.
create table declared.opportunity (
  opportunity_id uuid primary key references register.opportunity (id) on delete cascade
);
