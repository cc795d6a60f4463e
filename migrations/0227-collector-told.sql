-- S8.4, Art. 15(1)(c): when a debt was told to its collector; null: not yet, or before that was noted.
alter table register.invoice add column collector_told_at timestamptz;
drop trigger invoice_stays_as_issued on register.invoice;
create trigger invoice_stays_as_issued before update on register.invoice for each row
  when (old.origin = 'own' and old.number is not null)
  execute function register.stays_as_issued('status', 'settled_on', 'credited_cents', 'paid_cents', 'open_cents', 'collection_on',
    'collector_told_at', 'held_at', 'revision', 'person_id', 'organisation_id', 'contact_person_id');
