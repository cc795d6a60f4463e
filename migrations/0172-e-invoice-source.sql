-- S6.1–S6.4: where the e-invoice address of a company came from, and with which document; null: written down before this was asked.
alter table register.e_invoice_address
  add column source text,
  add column source_note text check (length(source_note) <= 1000),
  add column document_kind text check (document_kind in ('quote', 'order', 'contract', 'invoice')),
  add column document_id uuid,
  add constraint e_invoice_address_document_is_whole check ((document_kind is null) = (document_id is null));
