-- A paper stands in its outbox before the first byte leaves: what a crash breaks off is told as unsure, and nothing goes twice silently.
alter table register.paper_sent
  add column document   text check (document in ('quotes', 'orders', 'deliveries', 'invoices', 'reminders')),
  add column recipient  text check (recipient in ('contact', 'person', 'company')),
  add column duty       text,                                       -- under which whoever sends it acts
  add column message    text check (length(message) <= 4000),       -- what staff wrote to go with it; forgotten once it left
  add column state      text not null default 'sent' check (state in ('queued', 'sending', 'sent', 'unsure', 'failed')),
  add column fault      text check (length(fault) <= 60),           -- a code of ours: a mail server's own words may repeat an address
  add column attempts   integer not null default 0,
  add column not_before timestamptz,
  add column fenced_at  timestamptz,
  add column settled_at timestamptz;                                -- null: nobody knows yet how it ended
update register.paper_sent set
  document = case paper when 'quote' then 'quotes' when 'order-confirmation' then 'orders' when 'delivery-note' then 'deliveries'
    when 'reminder' then 'reminders' else 'invoices' end,
  recipient = case when sent_to is null then 'company' when sent_to = person_id then 'person' else 'contact' end,
  duty = 'sales', attempts = 1, settled_at = entered_at;
alter table register.paper_sent
  alter column document set not null, alter column recipient set not null, alter column duty set not null,
  alter column state set default 'queued',
  -- Words of an activity: a statement that has none sends its papers all the same.
  alter column paper drop not null, alter column number drop not null, alter column language drop not null,
  add constraint paper_sent_is_settled check ((settled_at is null) = (state in ('queued', 'sending')));

-- One paper to one recipient is on its way once at a time: a second press, or a second desk, is told so.
create unique index paper_on_its_way on register.paper_sent (document_id, recipient) where state in ('queued', 'sending');
create index paper_to_send on register.paper_sent (state, entered_at) where state in ('queued', 'sending');
