-- S8.1: what a waiting file holds and whom it names, so that a letter sent later is noted as whole as one sent at once.
alter table register.message_file
  add column fields text[] not null default '{}',
  add column people uuid[] not null default '{}';
