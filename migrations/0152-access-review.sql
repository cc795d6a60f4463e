-- S10.3: from time to time somebody who keeps the register looks at who may do what, and says that it is still right.
create table register.access_review (
  id     uuid primary key default uuidv7(),
  at     timestamptz not null,
  by     text not null,
  grants uuid[] not null check (cardinality(grants) > 0)  -- the rows of staff_duty that they saw
);
create index access_review_grants on register.access_review using gin (grants);
