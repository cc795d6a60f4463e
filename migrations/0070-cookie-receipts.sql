-- Art. 7(1) GDPR and 917/2014 § 205: proof of a choice about cookies. A random id, and nothing about who chose: no address, no browser.
create table register.cookie_receipt (
  id uuid primary key,
  state text not null check (state in ('given', 'refused', 'withdrawn')),
  way text not null check (way in ('banner', 'chooser', 'embed', 'no-script')),
  allowed text[] not null,
  refused text[] not null,
  language text not null check (language in ('fi', 'sv', 'en')),
  statement_version integer not null references register.statement_version (version),
  catalogue_hash text not null,
  words_hash text not null,
  gpc boolean not null,
  -- The receipt that this one follows; null for a first choice.
  follows uuid,
  at timestamptz not null,
  -- When the choice is over: its own end, or the next choice.
  ends_at timestamptz not null
);
create index cookie_receipt_by_end on register.cookie_receipt (ends_at);
create index cookie_receipt_by_version on register.cookie_receipt (statement_version, state);
