-- Korkolaki 633/1982 § 12: the reference rate of a half-year that the program does not bring itself, as billing entered it.
create table register.reference_rate (
  half       date primary key check (extract(day from half) = 1 and extract(month from half) in (1, 7)),
  points     integer not null check (points between 0 and 2500 and points % 50 = 0),
  entered_by text not null,
  entered_at timestamptz not null
);
