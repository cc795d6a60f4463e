-- A task of the 31st comes on the last day of a short month, and on the 31st again after it.
alter table register.task add column repeat_day smallint check (repeat_day between 29 and 31);
