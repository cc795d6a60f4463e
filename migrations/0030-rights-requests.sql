-- Requests of data subjects (Art. 15–22; S12). No foreign key to the person: the opaque id outlives an erasure as its proof.
create table register.rights_request (
  id                  uuid primary key default uuidv7(),
  kind                text not null check (kind in ('access', 'rectification', 'erasure', 'restriction', 'portability', 'objection',
                        'objection-to-marketing', 'withdrawal-of-consent', 'complaint')),
  person_id           uuid,                                        -- null: nobody knows yet who asks
  part_of             uuid constraint rights_request_part_of references register.rights_request (id) on delete set null,
  capacity            text not null check (capacity in ('self', 'agent', 'guardian')),
  mandate             text check (length(mandate) <= 500),         -- null: asks for themselves, or has shown none yet
  requester_name      text check (length(requester_name) <= 400),
  reply_way           text not null check (reply_way in ('email', 'post', 'phone', 'in-person', 'my-page')),
  reply_to            text check (length(reply_to) <= 1000),       -- null: the address on file, or my page
  said                text check (length(said) <= 20000),
  language            text not null check (language in ('fi', 'sv', 'en')),
  received_at         timestamptz not null,                        -- S3.2: the first receipt anywhere in the house
  received_via        text not null check (received_via in ('form', 'mail', 'phone', 'letter', 'in-person', 'my-page')),
  entered_by          text not null,
  entered_at          timestamptz not null,
  enquiry_id          uuid,                                        -- forwarded from this enquiry
  state               text not null check (state in ('received', 'acknowledged', 'identifying', 'needs-info', 'assessing', 'extended',
                        'deciding', 'executing', 'refused', 'cannot-identify', 'withdrawn-by-requester', 'replied', 'propagating', 'closed')),
  identity            text not null check (identity in ('open', 'not-needed', 'asked', 'proven', 'impossible')),
  identity_method     text check (identity_method in ('known-address', 'address-loop', 'call-back', 'my-page', 'visit', 'mandate')),
  doubt_reason        text check (doubt_reason in ('unknown-sender', 'name-differs', 'shared-mailbox', 'several-people', 'agent-without-mandate')),
  profile             text not null,                               -- the dated legal profile that its periods come from
  due_on              date not null,
  internal_due_on     date not null,
  asked_on            date,                                        -- the clock stands still since this day
  paused_days         integer not null default 0 check (paused_days >= 0),
  extension_reason    text check (extension_reason in ('complexity', 'number')),
  extended_at         timestamptz,
  outcome             text check (outcome in ('granted', 'partly', 'refused', 'cannot-identify', 'not-applicable', 'withdrawn')),
  refusal_ground      text check (length(refusal_ground) <= 60),
  assigned_to         text,
  statement_version   integer not null,
  acknowledged_at     timestamptz,
  decided_at          timestamptz,
  executed_at         timestamptz,
  replied_at          timestamptz,
  closed_at           timestamptz,
  minimised_at        timestamptz,
  paper_searched_at   timestamptz,                                 -- S10.7: somebody looked through the papers
  redaction_reviewed_at timestamptz,
  shown_places        text[] not null default '{}',                -- names of others that the desk left uncovered, as opaque places
  covered_words       text[] not null default '{}',                -- what the desk covered besides; erased with the rest of the case
  alarmed             integer not null default 0,                  -- the last alarm that was mailed
  revision            integer not null default 1,
  -- No case ends without an answer to the person, unless they took the request back themselves.
  constraint rights_request_answered check (state <> 'closed' or replied_at is not null or outcome = 'withdrawn'),
  constraint rights_request_internal_first check (internal_due_on <= due_on)
);
create index rights_request_open on register.rights_request (due_on, id) where state not in ('closed', 'withdrawn-by-requester');
create index rights_request_of_person on register.rights_request (person_id);
create index rights_request_by_receipt on register.rights_request (received_at desc, id desc);

-- S12.9: what is to be corrected, and on which of the four grounds.
create table register.rights_item (
  id          uuid primary key default uuidv7(),
  request_id  uuid not null constraint rights_item_request references register.rights_request (id) on delete cascade,
  field       text not null check (length(field) <= 100),
  claim       text check (length(claim) <= 2000),
  reason      text check (reason in ('incorrect', 'unnecessary', 'incomplete', 'outdated')), -- null: not said yet, so it is asked
  state       text not null check (state in ('needs-info', 'open', 'done', 'refused')),
  settled_at  timestamptz
);
create index rights_item_of on register.rights_item (request_id);

-- The timeline of a request: codes and opaque ids, never what somebody said.
create table register.rights_event (
  id          uuid primary key default uuidv7(),
  request_id  uuid not null constraint rights_event_request references register.rights_request (id) on delete cascade,
  what        text not null,
  code        text,
  by          text not null,
  at          timestamptz not null,
  seq         integer generated always as identity                 -- what happens in one deed happens at one instant
);
create index rights_event_of on register.rights_event (request_id, seq);

create table register.rights_letter (
  id          uuid primary key default uuidv7(),
  request_id  uuid not null constraint rights_letter_request references register.rights_request (id) on delete cascade,
  kind        text not null check (kind in ('receipt', 'identity-question', 'clarification', 'extension', 'reply', 'refusal', 'cannot-identify',
                'package-code')),
  language    text not null check (language in ('fi', 'sv', 'en')),
  subject     text not null check (length(subject) <= 300),
  body        text check (length(body) <= 60000),                  -- null: erased with the rest of the case
  way         text not null check (way in ('email', 'post', 'phone', 'in-person', 'my-page')),
  state       text not null check (state in ('draft', 'queued', 'sent', 'given', 'failed')),
  by          text not null,
  made_at     timestamptz not null,
  sent_at     timestamptz
);
create index rights_letter_of on register.rights_letter (request_id, made_at);
create index rights_letter_waiting on register.rights_letter (id) where state = 'queued';

-- One-time links: to prove an address, and to fetch a package. The digest alone is kept.
create table register.rights_link (
  digest      bytea primary key check (octet_length(digest) = 32),
  request_id  uuid not null constraint rights_link_request references register.rights_request (id) on delete cascade,
  opens       text not null check (opens in ('identity', 'package', 'code')),
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);
create index rights_link_of on register.rights_link (request_id);
