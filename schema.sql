-- Printed from a migrated database. Read it to know the tables; change it with a migration.

create table auth.challenge (
  digest bytea not null,
  kind text not null,
  staff_id uuid,
  challenge text not null,
  expires_at timestamp with time zone not null,
  constraint challenge_digest_check CHECK ((length(digest) = 32)),
  constraint challenge_kind_check CHECK ((kind = ANY (ARRAY['second-step'::text, 'passkey-sign-in'::text, 'passkey-new'::text]))),
  constraint challenge_staff FOREIGN KEY (staff_id) REFERENCES register.staff(id),
  constraint challenge_pkey PRIMARY KEY (digest)
);

create table auth.failure (
  pair bytea not null,
  at timestamp with time zone not null
);

create table auth.link (
  digest bytea not null,
  kind text not null,
  staff_id uuid,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint link_check CHECK (((staff_id IS NULL) = (kind = 'set-up'::text))),
  constraint link_digest_check CHECK ((length(digest) = 32)),
  constraint link_kind_check CHECK ((kind = ANY (ARRAY['set-up'::text, 'invitation'::text, 'password'::text, 'second-factor'::text, 'demo'::text]))),
  constraint link_staff FOREIGN KEY (staff_id) REFERENCES register.staff(id),
  constraint link_pkey PRIMARY KEY (digest)
);

create table auth.passkey (
  id text not null,
  staff_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] default '{}'::text[] not null,
  label text not null,
  added_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint passkey_staff FOREIGN KEY (staff_id) REFERENCES register.staff(id),
  constraint passkey_pkey PRIMARY KEY (id)
);

create table auth.password (
  staff_id uuid not null,
  hash text not null,
  set_at timestamp with time zone not null,
  constraint password_staff FOREIGN KEY (staff_id) REFERENCES register.staff(id),
  constraint password_pkey PRIMARY KEY (staff_id)
);

create table auth.session (
  id uuid default uuidv7() not null,
  digest bytea not null,
  staff_id uuid not null,
  proof text not null,
  device text not null,
  opened_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint session_digest_check CHECK ((length(digest) = 32)),
  constraint session_proof_check CHECK ((proof = ANY (ARRAY['password'::text, 'two-factor'::text, 'passkey'::text, 'demo-link'::text]))),
  constraint session_staff FOREIGN KEY (staff_id) REFERENCES register.staff(id),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_digest_key UNIQUE (digest)
);

create table auth.token (
  id uuid default uuidv7() not null,
  digest bytea not null,
  staff_id uuid not null,
  duty text not null,
  label text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint token_digest_check CHECK ((length(digest) = 32)),
  constraint token_label_check CHECK ((length(label) > 0)),
  constraint token_staff FOREIGN KEY (staff_id) REFERENCES register.staff(id),
  constraint token_pkey PRIMARY KEY (id),
  constraint token_digest_key UNIQUE (digest)
);

create table auth.totp (
  staff_id uuid not null,
  sealed bytea not null,
  confirmed_at timestamp with time zone,
  last_step bigint default 0 not null,
  constraint totp_staff FOREIGN KEY (staff_id) REFERENCES register.staff(id),
  constraint totp_pkey PRIMARY KEY (staff_id)
);

create table declared."order" (
  order_id uuid not null,
  constraint order_order_id_fkey FOREIGN KEY (order_id) REFERENCES register.sales_order(id) ON DELETE CASCADE,
  constraint order_pkey PRIMARY KEY (order_id)
);

create table declared.assignment (
  assignment_id uuid not null,
  constraint assignment_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES register.assignment(id) ON DELETE CASCADE,
  constraint assignment_pkey PRIMARY KEY (assignment_id)
);

create table declared.complaint (
  complaint_id uuid not null,
  constraint complaint_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES register.complaint(id) ON DELETE CASCADE,
  constraint complaint_pkey PRIMARY KEY (complaint_id)
);

create table declared.contract (
  contract_id uuid not null,
  constraint contract_contract_id_fkey FOREIGN KEY (contract_id) REFERENCES register.contract(id) ON DELETE CASCADE,
  constraint contract_pkey PRIMARY KEY (contract_id)
);

create table declared.delivery (
  delivery_id uuid not null,
  constraint delivery_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES register.delivery(id) ON DELETE CASCADE,
  constraint delivery_pkey PRIMARY KEY (delivery_id)
);

create table declared.invoice (
  invoice_id uuid not null,
  constraint invoice_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES register.invoice(id) ON DELETE CASCADE,
  constraint invoice_pkey PRIMARY KEY (invoice_id)
);

create table declared.opportunity (
  opportunity_id uuid not null,
  constraint opportunity_opportunity_id_fkey FOREIGN KEY (opportunity_id) REFERENCES register.opportunity(id) ON DELETE CASCADE,
  constraint opportunity_pkey PRIMARY KEY (opportunity_id)
);

create table declared.organisation (
  organisation_id uuid not null,
  constraint organisation_pkey PRIMARY KEY (organisation_id)
);

create table declared.person (
  person_id uuid not null,
  constraint person_pkey PRIMARY KEY (person_id)
);

create table declared.quote (
  quote_id uuid not null,
  constraint quote_quote_id_fkey FOREIGN KEY (quote_id) REFERENCES register.quote(id) ON DELETE CASCADE,
  constraint quote_pkey PRIMARY KEY (quote_id)
);

create table declared.quote_request (
  quote_request_id uuid not null,
  constraint quote_request_quote_request_id_fkey FOREIGN KEY (quote_request_id) REFERENCES register.quote_request(id) ON DELETE CASCADE,
  constraint quote_request_pkey PRIMARY KEY (quote_request_id)
);

create table declared.warranty (
  warranty_id uuid not null,
  constraint warranty_warranty_id_fkey FOREIGN KEY (warranty_id) REFERENCES register.warranty(id) ON DELETE CASCADE,
  constraint warranty_pkey PRIMARY KEY (warranty_id)
);

create table register.access_log (
  id uuid default uuidv7() not null,
  at timestamp with time zone not null,
  by text not null,
  duty text not null,
  purpose text not null,
  people uuid[] not null,
  fields text[] not null,
  under text not null,
  constraint access_log_pkey PRIMARY KEY (at, id)
);

create table register.access_review (
  id uuid default uuidv7() not null,
  at timestamp with time zone not null,
  by text not null,
  grants uuid[] not null,
  constraint access_review_grants_check CHECK ((cardinality(grants) > 0)),
  constraint access_review_pkey PRIMARY KEY (id)
);

create table register.activity (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  subject_kind text,
  subject_id uuid,
  kind text not null,
  state text not null,
  title text not null,
  text text,
  minutes integer,
  people uuid[] default '{}'::uuid[] not null,
  staff text[] default '{}'::text[] not null,
  at timestamp with time zone not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  revision integer default 1 not null,
  binned_at timestamp with time zone,
  binned_by text,
  constraint activity_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint activity_hangs_on_a_whole_subject CHECK (((subject_kind IS NULL) = (subject_id IS NULL))),
  constraint activity_is_about_someone CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint activity_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'meeting'::text, 'visit'::text]))),
  constraint activity_minutes_check CHECK (((minutes >= 0) AND (minutes <= 1440))),
  constraint activity_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'done'::text, 'cancelled'::text]))),
  constraint activity_text_check CHECK ((length(text) <= 8000)),
  constraint activity_title_check CHECK (((title <> ''::text) AND (length(title) <= 200))),
  constraint activity_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint activity_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint activity_pkey PRIMARY KEY (id)
);

create table register.affiliation (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  organisation_id uuid not null,
  job_role text,
  since date not null,
  left_on date,
  constraint affiliation_ends_after_it_began CHECK ((left_on >= since)),
  constraint affiliation_job_role_check CHECK ((length(job_role) <= 200)),
  constraint affiliation_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint affiliation_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint affiliation_pkey PRIMARY KEY (id)
);

create table register.assignment (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  contract_id uuid,
  order_id uuid,
  owner text,
  number text not null,
  state text not null,
  title text not null,
  text text,
  starts_on date not null,
  ends_on date,
  settled_on date,
  outcome text,
  source text not null,
  source_note text,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  held_at timestamp with time zone,
  revision integer default 1 not null,
  constraint assignment_ends_after_it_began CHECK ((ends_on >= starts_on)),
  constraint assignment_is_for_someone CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint assignment_number_check CHECK (((number <> ''::text) AND (length(number) <= 40))),
  constraint assignment_outcome_check CHECK ((length(outcome) <= 4000)),
  constraint assignment_settled_has_a_day CHECK (((state = 'open'::text) = (settled_on IS NULL))),
  constraint assignment_source_note_check CHECK ((length(source_note) <= 1000)),
  constraint assignment_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'cancelled'::text]))),
  constraint assignment_text_check CHECK ((length(text) <= 8000)),
  constraint assignment_title_check CHECK (((title <> ''::text) AND (length(title) <= 200))),
  constraint assignment_pkey PRIMARY KEY (id)
);

create table register.assignment_contact (
  id uuid default uuidv7() not null,
  assignment_id uuid not null,
  staff_id text,
  person_id uuid,
  task text,
  added_by text not null,
  added_at timestamp with time zone not null,
  constraint assignment_contact_is_one_of_two CHECK (((staff_id IS NULL) <> (person_id IS NULL))),
  constraint assignment_contact_task_check CHECK ((length(task) <= 200)),
  constraint assignment_contact_is_of_an_assignment FOREIGN KEY (assignment_id) REFERENCES register.assignment(id) ON DELETE CASCADE,
  constraint assignment_contact_pkey PRIMARY KEY (id)
);

create table register.authority_request (
  id uuid not null,
  recipient text not null,
  authority text not null,
  provision text not null,
  document_ref text not null,
  purpose text not null,
  people uuid[] not null,
  people_count integer not null,
  fields text[] not null,
  asked_on date not null,
  received_at timestamp with time zone not null,
  silent_until date,
  silent_ground text,
  state text not null,
  prepared_by text not null,
  prepared_at timestamp with time zone not null,
  decided_by text,
  decided_at timestamp with time zone,
  decision_note text,
  released_by text,
  released_at timestamp with time zone,
  extract_digest text,
  revision integer default 1 not null,
  constraint authority_request_authority_check CHECK (((length(authority) > 0) AND (length(authority) <= 200))),
  constraint authority_request_decided CHECK ((((decided_at IS NULL) = (state = 'prepared'::text)) AND ((decided_at IS NULL) = (decided_by IS NULL)))),
  constraint authority_request_decision_note_check CHECK ((length(decision_note) <= 1000)),
  constraint authority_request_document_ref_check CHECK (((length(document_ref) > 0) AND (length(document_ref) <= 200))),
  constraint authority_request_extract_digest_check CHECK ((extract_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint authority_request_fields_check CHECK ((cardinality(fields) > 0)),
  constraint authority_request_people_check CHECK ((cardinality(people) > 0)),
  constraint authority_request_provision_check CHECK (((length(provision) > 0) AND (length(provision) <= 300))),
  constraint authority_request_purpose_check CHECK (((length(purpose) > 0) AND (length(purpose) <= 1000))),
  constraint authority_request_released CHECK ((((released_at IS NULL) = (state <> 'released'::text)) AND ((released_at IS NULL) = (released_by IS NULL)) AND ((released_at IS NULL) = (extract_digest IS NULL)))),
  constraint authority_request_silence CHECK (((silent_until IS NULL) = (silent_ground IS NULL))),
  constraint authority_request_silent_ground_check CHECK ((length(silent_ground) <= 300)),
  constraint authority_request_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'approved'::text, 'declined'::text, 'released'::text]))),
  constraint authority_request_two_people CHECK (((decided_by IS NULL) OR (decided_by <> prepared_by))),
  constraint authority_request_pkey PRIMARY KEY (id)
);

create table register.bookkeeping_intake (
  id uuid default uuidv7() not null,
  group_company text not null,
  origin text not null,
  digest text not null,
  rows integer not null,
  taken integer not null,
  known integer not null,
  failed jsonb default '[]'::jsonb not null,
  taken_by text not null,
  taken_at timestamp with time zone not null,
  constraint bookkeeping_intake_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint bookkeeping_intake_failed_check CHECK ((jsonb_typeof(failed) = 'array'::text)),
  constraint bookkeeping_intake_known_check CHECK ((known >= 0)),
  constraint bookkeeping_intake_origin_check CHECK ((origin = ANY (ARRAY['folder'::text, 'upload'::text]))),
  constraint bookkeeping_intake_rows_check CHECK ((rows >= 0)),
  constraint bookkeeping_intake_taken_check CHECK ((taken >= 0)),
  constraint bookkeeping_intake_pkey PRIMARY KEY (id)
);

create table register.bookkeeping_setting (
  group_company text not null,
  accounts jsonb not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  revision integer default 1 not null,
  constraint bookkeeping_setting_accounts_check CHECK ((jsonb_typeof(accounts) = 'object'::text)),
  constraint bookkeeping_setting_pkey PRIMARY KEY (group_company)
);

create table register.bulk_edit (
  id uuid default uuidv7() not null,
  list text not null,
  column_id text not null,
  field text not null,
  value jsonb not null,
  source jsonb,
  by text not null,
  duty text not null,
  purpose text not null,
  at timestamp with time zone not null,
  state text not null,
  finished_at timestamp with time zone,
  constraint bulk_edit_column_id_check CHECK ((length(column_id) <= 80)),
  constraint bulk_edit_list_check CHECK ((list ~ '^[a-z][a-z-]{0,59}$'::text)),
  constraint bulk_edit_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'undoing'::text, 'undone'::text]))),
  constraint bulk_edit_value_check CHECK ((octet_length((value)::text) <= 4000)),
  constraint bulk_edit_pkey PRIMARY KEY (id)
);

create table register.bulk_edit_row (
  bulk_edit_id uuid not null,
  row_id uuid not null,
  person_id uuid,
  duty text not null,
  field text not null,
  revision integer,
  old_value jsonb,
  state text not null,
  code text,
  constraint bulk_edit_row_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'changed'::text, 'same'::text, 'refused'::text, 'restored'::text, 'kept'::text]))),
  constraint bulk_edit_row_edit FOREIGN KEY (bulk_edit_id) REFERENCES register.bulk_edit(id) ON DELETE CASCADE,
  constraint bulk_edit_row_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint bulk_edit_row_pkey PRIMARY KEY (bulk_edit_id, row_id)
);

create table register.campaign (
  id uuid default uuidv7() not null,
  name text not null,
  channel text not null,
  topics text[] not null,
  group_company text not null,
  job_roles text[] default '{}'::text[] not null,
  product_groups text[] default '{}'::text[] not null,
  audience jsonb not null,
  content jsonb not null,
  state text not null,
  statement_version integer not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  tested_at timestamp with time zone,
  queued_at timestamp with time zone,
  ended_at timestamp with time zone,
  revision integer default 1 not null,
  constraint campaign_is_queued_after_a_test CHECK (((state = ANY (ARRAY['draft'::text, 'tested'::text, 'stopped'::text])) OR (queued_at IS NOT NULL))),
  constraint campaign_name_check CHECK (((name <> ''::text) AND (length(name) <= 120))),
  constraint campaign_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'tested'::text, 'queued'::text, 'sending'::text, 'sent'::text, 'stopped'::text]))),
  constraint campaign_topics_check CHECK ((cardinality(topics) > 0)),
  constraint campaign_pkey PRIMARY KEY (id)
);

create table register.campaign_recipient (
  id uuid default uuidv7() not null,
  campaign_id uuid not null,
  person_id uuid,
  channel text not null,
  language text not null,
  state text not null,
  code text,
  clause text,
  ground text,
  attempts integer default 0 not null,
  not_before timestamp with time zone,
  queued_at timestamp with time zone not null,
  fenced_at timestamp with time zone,
  settled_at timestamp with time zone,
  constraint campaign_recipient_is_fenced CHECK (((state = ANY (ARRAY['sending'::text, 'sent'::text, 'unsure'::text, 'bounced'::text])) <= (fenced_at IS NOT NULL))),
  constraint campaign_recipient_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint campaign_recipient_says_why CHECK (((state = ANY (ARRAY['held'::text, 'skipped'::text, 'bounced'::text])) <= (code IS NOT NULL))),
  constraint campaign_recipient_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'held'::text, 'sending'::text, 'sent'::text, 'unsure'::text, 'bounced'::text, 'skipped'::text]))),
  constraint campaign_recipient_campaign FOREIGN KEY (campaign_id) REFERENCES register.campaign(id),
  constraint campaign_recipient_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE SET NULL,
  constraint campaign_recipient_pkey PRIMARY KEY (id),
  constraint campaign_recipient_is_one UNIQUE (campaign_id, person_id, channel)
);

create table register.complaint (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  parties uuid[] default '{}'::uuid[] not null,
  opened_on date not null,
  closed_on date,
  text text not null,
  outcome text,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  held_at timestamp with time zone,
  revision integer default 1 not null,
  product_id uuid,
  order_id uuid,
  delivery_id uuid,
  invoice_id uuid,
  warranty_id uuid,
  taken_by text,
  taken_on date,
  resolution text,
  credited_on date,
  constraint complaint_closes_after_it_opened CHECK ((closed_on >= opened_on)),
  constraint complaint_is_of_someone CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint complaint_outcome_check CHECK ((length(outcome) <= 4000)),
  constraint complaint_resolution_check CHECK ((resolution = ANY (ARRAY['repaired'::text, 'replaced'::text, 'credited'::text, 'price-cut'::text, 'explained'::text, 'refused'::text]))),
  constraint complaint_resolved_is_closed CHECK (((resolution IS NULL) OR (closed_on IS NOT NULL))),
  constraint complaint_taken_has_a_day CHECK (((taken_by IS NULL) = (taken_on IS NULL))),
  constraint complaint_text_check CHECK (((text <> ''::text) AND (length(text) <= 8000))),
  constraint complaint_pkey PRIMARY KEY (id)
);

create table register.consent (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  purpose text not null,
  channel text not null,
  state text not null,
  wording text not null,
  since timestamp with time zone not null,
  expires_on date,
  via text not null,
  constraint consent_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'post'::text, 'sms'::text, 'phone'::text, 'push'::text]))),
  constraint consent_given_expires CHECK (((state = 'given'::text) = (expires_on IS NOT NULL))),
  constraint consent_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'given'::text, 'refused'::text, 'withdrawn'::text, 'expired'::text, 'invalidated'::text, 'revoked'::text]))),
  constraint consent_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint consent_wording_read FOREIGN KEY (wording) REFERENCES register.consent_wording(hash),
  constraint consent_pkey PRIMARY KEY (id),
  constraint consent_is_one_a_purpose_and_channel UNIQUE (person_id, purpose, channel)
);

create table register.consent_event (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  purpose text not null,
  channel text not null,
  state text not null,
  wording text not null,
  at timestamp with time zone not null,
  via text not null,
  by text not null,
  proof text,
  document text,
  own_words text,
  shown text,
  statement_version integer not null,
  constraint consent_event_document_check CHECK ((length(document) <= 200)),
  constraint consent_event_own_words_check CHECK ((length(own_words) <= 1000)),
  constraint consent_event_proof_check CHECK ((proof = ANY (ARRAY['document'::text, 'own-words'::text, 'form'::text, 'link'::text]))),
  constraint consent_event_shown_check CHECK ((shown ~ '^[0-9a-f]{64}$'::text)),
  constraint consent_event_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint consent_event_wording FOREIGN KEY (wording) REFERENCES register.consent_wording(hash),
  constraint consent_event_pkey PRIMARY KEY (id)
);

create table register.consent_proof (
  id uuid default uuidv7() not null,
  subject bytea not null,
  purpose text not null,
  channel text not null,
  events jsonb not null,
  kept_until date not null,
  constraint consent_proof_subject_check CHECK ((octet_length(subject) = 32)),
  constraint consent_proof_pkey PRIMARY KEY (id)
);

create table register.consent_wording (
  hash text not null,
  purpose text not null,
  channel text not null,
  language text not null,
  text text not null,
  statement_version integer not null,
  kept_at timestamp with time zone not null,
  invalidated_at timestamp with time zone,
  constraint consent_wording_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'post'::text, 'sms'::text, 'phone'::text, 'push'::text]))),
  constraint consent_wording_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint consent_wording_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint consent_wording_text_check CHECK (((text <> ''::text) AND (length(text) <= 2000))),
  constraint consent_wording_pkey PRIMARY KEY (hash)
);

create table register.contact_of_register (
  id boolean default true not null,
  handler text not null,
  deputy text,
  cover text,
  cover_from date,
  cover_until date,
  changed_at timestamp with time zone not null,
  revision integer default 1 not null,
  constraint contact_cover_ends_after_it_began CHECK ((cover_until >= cover_from)),
  constraint contact_cover_has_dates CHECK ((((cover IS NULL) = (cover_from IS NULL)) AND ((cover IS NULL) = (cover_until IS NULL)))),
  constraint contact_deputy_is_another CHECK (((deputy IS NULL) OR (deputy <> handler))),
  constraint contact_of_register_id_check CHECK (id),
  constraint contact_of_register_pkey PRIMARY KEY (id)
);

create table register.contract (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  contact_person_id uuid,
  order_id uuid,
  owner text,
  number text,
  state text not null,
  title text not null,
  text text,
  signed_on date,
  starts_on date not null,
  ends_on date,
  renewal text not null,
  renewal_months integer,
  notice_months integer default 0 not null,
  noticed_on date,
  ended_on date,
  end_reason text,
  asked_for date,
  lines jsonb default '[]'::jsonb not null,
  net_cents bigint default 0 not null,
  vat_cents bigint default 0 not null,
  total_cents bigint default 0 not null,
  billing_months integer,
  payment_days integer default 14 not null,
  source text not null,
  source_note text,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  held_at timestamp with time zone,
  revision integer default 1 not null,
  end_proposed_on date,
  billed_until date,
  bills_next date,
  binned_at timestamp with time zone,
  binned_by text,
  agreed_until date,
  left_unbilled jsonb default '[]'::jsonb not null,
  part_periods text default 'days'::text not null,
  bills_until date,
  billed_beyond date,
  language text default 'fi'::text not null,
  constraint contract_agreed_until_is_of_a_notice CHECK (((agreed_until IS NULL) OR (noticed_on IS NOT NULL))),
  constraint contract_billing_months_check CHECK ((billing_months = ANY (ARRAY[1, 2, 3, 4, 6, 12]))),
  constraint contract_binned_as_draft CHECK (((binned_at IS NULL) OR (state = 'draft'::text))),
  constraint contract_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint contract_end_reason_check CHECK ((length(end_reason) <= 2000)),
  constraint contract_ended_has_a_day CHECK (((state = 'ended'::text) = (ended_on IS NOT NULL))),
  constraint contract_ends_after_it_began CHECK ((ends_on >= starts_on)),
  constraint contract_is_with_someone CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint contract_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint contract_left_unbilled_check CHECK ((jsonb_typeof(left_unbilled) = 'array'::text)),
  constraint contract_lines_check CHECK ((jsonb_typeof(lines) = 'array'::text)),
  constraint contract_notice_months_check CHECK (((notice_months >= 0) AND (notice_months <= 36))),
  constraint contract_number_check CHECK (((number <> ''::text) AND (length(number) <= 40))),
  constraint contract_part_periods_check CHECK ((part_periods = ANY (ARRAY['days'::text, 'whole'::text]))),
  constraint contract_payment_days_check CHECK (((payment_days >= 0) AND (payment_days <= 365))),
  constraint contract_renewal_check CHECK ((renewal = ANY (ARRAY['fixed'::text, 'automatic'::text]))),
  constraint contract_renewal_months_check CHECK (((renewal_months >= 1) AND (renewal_months <= 120))),
  constraint contract_renewed_has_a_period CHECK (((renewal = 'fixed'::text) OR ((renewal_months IS NOT NULL) AND (ends_on IS NOT NULL)))),
  constraint contract_signed_has_a_number CHECK (((state = 'draft'::text) OR (number IS NOT NULL))),
  constraint contract_source_note_check CHECK ((length(source_note) <= 1000)),
  constraint contract_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'noticed'::text, 'ended'::text]))),
  constraint contract_text_check CHECK ((length(text) <= 8000)),
  constraint contract_title_check CHECK (((title <> ''::text) AND (length(title) <= 200))),
  constraint contract_pkey PRIMARY KEY (id)
);

create table register.cookie_receipt (
  id uuid not null,
  state text not null,
  way text not null,
  allowed text[] not null,
  refused text[] not null,
  language text not null,
  statement_version integer not null,
  catalogue_hash text not null,
  words_hash text not null,
  gpc boolean not null,
  follows uuid,
  at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint cookie_receipt_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint cookie_receipt_state_check CHECK ((state = ANY (ARRAY['given'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint cookie_receipt_way_check CHECK ((way = ANY (ARRAY['banner'::text, 'chooser'::text, 'embed'::text, 'no-script'::text]))),
  constraint cookie_receipt_statement_version_fkey FOREIGN KEY (statement_version) REFERENCES register.statement_version(version),
  constraint cookie_receipt_pkey PRIMARY KEY (id)
);

create table register.delivery (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  contact_person_id uuid,
  order_id uuid not null,
  number text,
  state text not null,
  planned_on date not null,
  delivered_on date,
  address jsonb,
  lines jsonb not null,
  reason text,
  note text,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  held_at timestamp with time zone,
  revision integer default 1 not null,
  constraint delivery_is_to_someone CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint delivery_lines_check CHECK (((jsonb_typeof(lines) = 'array'::text) AND (lines <> '[]'::jsonb))),
  constraint delivery_made_has_a_day CHECK (((state = 'delivered'::text) = (delivered_on IS NOT NULL))),
  constraint delivery_made_has_a_number CHECK (((state <> 'delivered'::text) OR (number IS NOT NULL))),
  constraint delivery_note_check CHECK ((length(note) <= 2000)),
  constraint delivery_number_check CHECK (((number <> ''::text) AND (length(number) <= 40))),
  constraint delivery_reason_check CHECK ((length(reason) <= 2000)),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'delivered'::text, 'cancelled'::text]))),
  constraint delivery_is_of_an_order FOREIGN KEY (order_id) REFERENCES register.sales_order(id),
  constraint delivery_pkey PRIMARY KEY (id)
);

create table register.disclosure (
  id uuid not null,
  at timestamp with time zone not null,
  by text not null,
  kind text not null,
  receiver text not null,
  receiver_name text,
  people uuid[] not null,
  fields text[] not null,
  purpose text not null,
  ground text not null,
  transfer_tool text,
  way text default 'sent'::text not null,
  statement_version integer not null,
  silent_until date,
  constraint disclosure_kind_check CHECK ((kind = ANY (ARRAY['recipient'::text, 'processor'::text, 'group-company'::text, 'authority'::text]))),
  constraint disclosure_receiver_check CHECK ((length(receiver) > 0)),
  constraint disclosure_way_check CHECK ((way = ANY (ARRAY['sent'::text, 'looked-at'::text]))),
  constraint disclosure_pkey PRIMARY KEY (id)
);

create table register.document (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  subject_kind text,
  subject_id uuid,
  name text not null,
  versions integer default 1 not null,
  at timestamp with time zone not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  revision integer default 1 not null,
  binned_at timestamp with time zone,
  binned_by text,
  constraint document_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint document_hangs_on_a_whole_subject CHECK (((subject_kind IS NULL) = (subject_id IS NULL))),
  constraint document_is_about_someone CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint document_name_check CHECK (((name <> ''::text) AND (length(name) <= 200))),
  constraint document_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint document_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint document_pkey PRIMARY KEY (id)
);

create table register.document_piece (
  version_id uuid not null,
  nth integer not null,
  content bytea not null,
  constraint document_piece_version_id_fkey FOREIGN KEY (version_id) REFERENCES register.document_version(id) ON DELETE CASCADE,
  constraint document_piece_pkey PRIMARY KEY (version_id, nth)
);

create table register.document_version (
  id uuid default uuidv7() not null,
  document_id uuid not null,
  nth integer not null,
  file_name text not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  constraint document_version_bytes_check CHECK (((bytes >= 1) AND (bytes <= 26214400))),
  constraint document_version_file_name_check CHECK ((length(file_name) <= 200)),
  constraint document_version_document_id_fkey FOREIGN KEY (document_id) REFERENCES register.document(id) ON DELETE CASCADE,
  constraint document_version_pkey PRIMARY KEY (id),
  constraint document_version_document_id_nth_key UNIQUE (document_id, nth)
);

create table register.duplicate_pair (
  id uuid default uuidv7() not null,
  subject text not null,
  person_id uuid,
  other_person_id uuid,
  organisation_id uuid,
  other_organisation_id uuid,
  score integer not null,
  reasons text[] not null,
  state text default 'open'::text not null,
  found_at timestamp with time zone not null,
  dismissed_by text,
  constraint duplicate_pair_state_check CHECK ((state = ANY (ARRAY['open'::text, 'dismissed'::text]))),
  constraint duplicate_pair_subject_check CHECK ((subject = ANY (ARRAY['person'::text, 'organisation'::text]))),
  constraint duplicate_pair_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint duplicate_pair_other_organisation FOREIGN KEY (other_organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint duplicate_pair_other_person FOREIGN KEY (other_person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint duplicate_pair_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint duplicate_pair_pkey PRIMARY KEY (id),
  constraint duplicate_pair_of_organisations UNIQUE (organisation_id, other_organisation_id),
  constraint duplicate_pair_of_people UNIQUE (person_id, other_person_id)
);

create table register.e_invoice_address (
  id uuid default uuidv7() not null,
  organisation_id uuid not null,
  person_id uuid,
  address text not null,
  operator text not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  held_at timestamp with time zone,
  revision integer default 1 not null,
  source text,
  source_note text,
  document_kind text,
  document_id uuid,
  constraint e_invoice_address_address_check CHECK (((address <> ''::text) AND (length(address) <= 35))),
  constraint e_invoice_address_document_is_whole CHECK (((document_kind IS NULL) = (document_id IS NULL))),
  constraint e_invoice_address_document_kind_check CHECK ((document_kind = ANY (ARRAY['quote'::text, 'order'::text, 'contract'::text, 'invoice'::text]))),
  constraint e_invoice_address_operator_check CHECK (((operator <> ''::text) AND (length(operator) <= 20))),
  constraint e_invoice_address_source_note_check CHECK ((length(source_note) <= 1000)),
  constraint e_invoice_address_pkey PRIMARY KEY (id),
  constraint e_invoice_address_organisation_id_key UNIQUE (organisation_id)
);

create table register.enquiry (
  id uuid default uuidv7() not null,
  person_id uuid,
  organisation_id uuid,
  channel text not null,
  state text not null,
  message text,
  said_name text,
  said_phone text,
  group_company text not null,
  language text not null,
  source text not null,
  source_note text,
  statement_version integer not null,
  entered_by text not null,
  assigned_to text,
  received_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  closed_at timestamp with time zone,
  revision integer default 1 not null,
  binned_at timestamp with time zone,
  binned_by text,
  took_person boolean default false not null,
  constraint enquiry_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint enquiry_channel_check CHECK ((channel = ANY (ARRAY['web-form'::text, 'email'::text, 'phone'::text, 'meeting'::text, 'letter'::text, 'other'::text]))),
  constraint enquiry_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint enquiry_message_check CHECK ((length(message) <= 20000)),
  constraint enquiry_said_name_check CHECK ((length(said_name) <= 400)),
  constraint enquiry_said_phone_check CHECK ((length(said_phone) <= 60)),
  constraint enquiry_source_note_check CHECK ((length(source_note) <= 1000)),
  constraint enquiry_state_check CHECK ((state = ANY (ARRAY['new'::text, 'assigned'::text, 'answered'::text, 'closed'::text]))),
  constraint enquiry_takes_its_person_into_the_bin CHECK (((NOT took_person) OR ((binned_at IS NOT NULL) AND (person_id IS NOT NULL)))),
  constraint enquiry_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE SET NULL,
  constraint enquiry_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint enquiry_pkey PRIMARY KEY (id)
);

create table register.erasure (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  request_id uuid,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  statement_version integer not null,
  state text not null,
  planned jsonb not null,
  outcomes jsonb not null,
  held jsonb not null,
  resumes_on date,
  done_at timestamp with time zone,
  bytes_left_at timestamp with time zone,
  wal_position text,
  wal_left_at timestamp with time zone,
  backups_left_on date,
  constraint erasure_done_holds_nothing CHECK (((state = 'done'::text) = (done_at IS NOT NULL))),
  constraint erasure_state_check CHECK ((state = ANY (ARRAY['held'::text, 'done'::text]))),
  constraint erasure_pkey PRIMARY KEY (id),
  constraint erasure_is_one_a_person UNIQUE (person_id)
);

create table register.fact_of_sale (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  group_company text not null,
  product_group text not null,
  sold_at timestamp with time zone not null,
  email_id uuid,
  told_of_refusal boolean not null,
  deal text not null,
  deal_id uuid,
  recorded_at timestamp with time zone not null,
  constraint fact_of_sale_email FOREIGN KEY (email_id) REFERENCES register.person_email(id) ON DELETE SET NULL,
  constraint fact_of_sale_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint fact_of_sale_pkey PRIMARY KEY (id)
);

create table register.group_looks_noted (
  id boolean default true not null,
  until_on date not null,
  constraint group_looks_noted_id_check CHECK (id),
  constraint group_looks_noted_pkey PRIMARY KEY (id)
);

create table register.hand_over (
  id uuid default uuidv7() not null,
  from_staff uuid not null,
  to_staff uuid not null,
  by text not null,
  at timestamp with time zone not null,
  counts jsonb not null,
  ids jsonb,
  undone_at timestamp with time zone,
  constraint hand_over_goes_to_another CHECK ((from_staff <> to_staff)),
  constraint hand_over_from_staff_fkey FOREIGN KEY (from_staff) REFERENCES register.staff(id),
  constraint hand_over_to_staff_fkey FOREIGN KEY (to_staff) REFERENCES register.staff(id),
  constraint hand_over_pkey PRIMARY KEY (id)
);

create table register.import_line (
  import_id uuid not null,
  line integer not null,
  state text default 'waiting'::text not null,
  outcome text,
  code text,
  field text,
  clause text,
  person_id uuid,
  organisation_id uuid,
  new_person uuid,
  new_organisation uuid,
  first_line integer,
  first_company_line integer,
  email text,
  business_id text,
  name_key text,
  person_key text,
  organisation_key text,
  person_lacks text,
  organisation_lacks text,
  suppressed boolean default false not null,
  said jsonb,
  cells text[],
  digests bytea[] default '{}'::bytea[] not null,
  record_id uuid,
  record_key text,
  shown text,
  undo jsonb,
  constraint import_line_outcome_check CHECK ((outcome = ANY (ARRAY['created'::text, 'updated'::text, 'unchanged'::text]))),
  constraint import_line_shown_check CHECK ((length(shown) <= 300)),
  constraint import_line_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'taken'::text, 'refused'::text, 'erased'::text, 'undone'::text, 'left'::text]))),
  constraint import_line_import FOREIGN KEY (import_id) REFERENCES register.import_run(id) ON DELETE CASCADE,
  constraint import_line_pkey PRIMARY KEY (import_id, line)
);

create table register.import_mapping (
  signature bytea not null,
  subject text default 'people-and-companies'::text not null,
  columns jsonb not null,
  kept_at timestamp with time zone not null,
  by text not null,
  constraint import_mapping_signature_check CHECK ((octet_length(signature) = 32)),
  constraint import_mapping_pkey PRIMARY KEY (signature, subject)
);

create table register.import_run (
  id uuid not null,
  at timestamp with time zone not null,
  by text not null,
  source text not null,
  statement_version integer not null,
  lines integer not null,
  people integer not null,
  companies integer not null,
  held integer not null,
  refused integer not null,
  state text default 'finished'::text not null,
  duty text,
  purpose text,
  settings jsonb default '{}'::jsonb not null,
  kind text,
  encoding text,
  bytes bigint default 0 not null,
  file_key bytea,
  read_lines integer default 0 not null,
  taken_lines integer default 0 not null,
  updated integer default 0 not null,
  notices integer default 0 not null,
  finished_at timestamp with time zone,
  fault text,
  holds text default 'people-and-companies'::text not null,
  made integer default 0 not null,
  constraint import_run_companies_check CHECK ((companies >= 0)),
  constraint import_run_fault_check CHECK ((length(fault) <= 60)),
  constraint import_run_held_check CHECK ((held >= 0)),
  constraint import_run_holds_check CHECK (((length(holds) >= 1) AND (length(holds) <= 40))),
  constraint import_run_kind_check CHECK ((kind = ANY (ARRAY['csv'::text, 'xlsx'::text, 'vcard'::text]))),
  constraint import_run_lines_check CHECK ((lines >= 0)),
  constraint import_run_people_check CHECK ((people >= 0)),
  constraint import_run_refused_check CHECK ((refused >= 0)),
  constraint import_run_state_check CHECK ((state = ANY (ARRAY['kept'::text, 'reading'::text, 'tried'::text, 'running'::text, 'finished'::text, 'cancelled'::text, 'failed'::text, 'undoing'::text, 'undone'::text]))),
  constraint import_run_pkey PRIMARY KEY (id)
);

create table register.instruction (
  version integer not null,
  text jsonb not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  constraint instruction_version_check CHECK ((version > 0)),
  constraint instruction_pkey PRIMARY KEY (version)
);

create table register.instruction_acknowledgement (
  staff_id uuid not null,
  version integer not null,
  acknowledged_at timestamp with time zone not null,
  constraint instruction_acknowledgement_staff FOREIGN KEY (staff_id) REFERENCES register.staff(id),
  constraint instruction_acknowledgement_version FOREIGN KEY (version) REFERENCES register.instruction(version),
  constraint instruction_acknowledgement_pkey PRIMARY KEY (staff_id, version)
);

create table register.invoice (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  number text,
  issued_on date,
  due_on date,
  amount_cents bigint not null,
  currency text default 'EUR'::text not null,
  status text not null,
  settled_on date,
  fiscal_year_end date,
  debtor_name text not null,
  debtor_address text,
  text text,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  held_at timestamp with time zone,
  revision integer default 1 not null,
  origin text default 'entered'::text not null,
  kind text default 'invoice'::text not null,
  lines jsonb default '[]'::jsonb not null,
  net_cents bigint,
  vat_cents bigint,
  by_vat jsonb default '[]'::jsonb not null,
  credited_cents bigint default 0 not null,
  paid_cents bigint default 0 not null,
  open_cents bigint default 0 not null,
  reference text,
  terms jsonb default '[{"days": 14, "share": 10000}]'::jsonb not null,
  instalments jsonb default '[]'::jsonb not null,
  delivered_on date,
  your_reference text,
  our_reference text,
  exemption text,
  correction text,
  language text default 'fi'::text not null,
  contact_person_id uuid,
  debtor_business_id text,
  debtor_vat_number text,
  credits_invoice_id uuid,
  opportunity_id uuid,
  quote_id uuid,
  order_id uuid,
  contract_id uuid,
  assignment_id uuid,
  delivery_id uuid,
  collection_on date,
  issued_at timestamp with time zone,
  issued_by text,
  complaint_id uuid,
  binned_at timestamp with time zone,
  binned_by text,
  period_until date,
  collector_told_at timestamp with time zone,
  period_since date,
  order_number text,
  contract_number text,
  constraint invoice_binned_as_draft CHECK (((binned_at IS NULL) OR ((number IS NULL) AND (origin = 'own'::text)))),
  constraint invoice_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint invoice_check CHECK ((period_since <= period_until)),
  constraint invoice_correction_check CHECK ((length(correction) <= 1000)),
  constraint invoice_credit_note_corrects_one CHECK (((kind = 'credit-note'::text) = (credits_invoice_id IS NOT NULL))),
  constraint invoice_credit_note_is_negative CHECK (((kind = 'invoice'::text) OR (amount_cents <= 0))),
  constraint invoice_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint invoice_debtor_address_check CHECK ((length(debtor_address) <= 600)),
  constraint invoice_debtor_name_check CHECK ((length(debtor_name) <= 400)),
  constraint invoice_debtor_vat_number_check CHECK ((length(debtor_vat_number) <= 20)),
  constraint invoice_draft_has_no_number CHECK (((status <> 'draft'::text) OR ((number IS NULL) AND (origin = 'own'::text)))),
  constraint invoice_entered_is_no_draft CHECK (((origin = 'own'::text) OR (issued_at IS NULL))),
  constraint invoice_exemption_check CHECK ((length(exemption) <= 400)),
  constraint invoice_has_a_number_once_issued CHECK (((status = 'draft'::text) OR ((number IS NOT NULL) AND (issued_on IS NOT NULL) AND (due_on IS NOT NULL) AND (fiscal_year_end IS NOT NULL)))),
  constraint invoice_is_due_after_it_was_issued CHECK ((due_on >= issued_on)),
  constraint invoice_is_not_credited_beyond_its_sum CHECK (((kind = 'credit-note'::text) OR (credited_cents = 0) OR (abs(credited_cents) <= abs(amount_cents)))),
  constraint invoice_is_of_its_fiscal_year CHECK ((issued_on <= fiscal_year_end)),
  constraint invoice_is_owed_by_someone CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint invoice_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'credit-note'::text]))),
  constraint invoice_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint invoice_number_check CHECK (((number <> ''::text) AND (length(number) <= 40))),
  constraint invoice_open_is_what_is_left CHECK (((origin = 'entered'::text) OR (kind = 'credit-note'::text) OR (status = 'draft'::text) OR (open_cents = ((amount_cents - credited_cents) - paid_cents)))),
  constraint invoice_origin_check CHECK ((origin = ANY (ARRAY['own'::text, 'entered'::text]))),
  constraint invoice_our_reference_check CHECK ((length(our_reference) <= 100)),
  constraint invoice_reference_check CHECK ((reference ~ '^[0-9]{4,20}$'::text)),
  constraint invoice_settled_has_a_day CHECK (((status = ANY (ARRAY['paid'::text, 'credited'::text])) = (settled_on IS NOT NULL))),
  constraint invoice_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'open'::text, 'paid'::text, 'credited'::text, 'collection'::text]))),
  constraint invoice_sums CHECK (((net_cents IS NULL) OR ((net_cents + vat_cents) = amount_cents))),
  constraint invoice_text_check CHECK ((length(text) <= 4000)),
  constraint invoice_your_reference_check CHECK ((length(your_reference) <= 100)),
  constraint invoice_pkey PRIMARY KEY (id)
);

create table register.invoicing (
  group_company text not null,
  issues boolean default true not null,
  vat_number text,
  street text,
  postcode text,
  city text,
  phone text,
  email text,
  website text,
  footer text,
  accounts jsonb default '[]'::jsonb not null,
  e_address text,
  e_operator text,
  payment_days integer default 14 not null,
  late_interest integer,
  reminder_fee bigint default 500 not null,
  collector text,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  revision integer default 1 not null,
  constraint invoicing_city_check CHECK ((length(city) <= 100)),
  constraint invoicing_collector_check CHECK ((length(collector) <= 200)),
  constraint invoicing_e_address_check CHECK ((length(e_address) <= 35)),
  constraint invoicing_e_operator_check CHECK ((length(e_operator) <= 20)),
  constraint invoicing_email_check CHECK ((length(email) <= 200)),
  constraint invoicing_footer_check CHECK ((length(footer) <= 400)),
  constraint invoicing_late_interest_check CHECK (((late_interest >= 0) AND (late_interest <= 10000))),
  constraint invoicing_payment_days_check CHECK (((payment_days >= 0) AND (payment_days <= 365))),
  constraint invoicing_phone_check CHECK ((length(phone) <= 40)),
  constraint invoicing_postcode_check CHECK ((length(postcode) <= 20)),
  constraint invoicing_reminder_fee_check CHECK (((reminder_fee >= 0) AND (reminder_fee <= 4000))),
  constraint invoicing_street_check CHECK ((length(street) <= 200)),
  constraint invoicing_vat_number_check CHECK ((length(vat_number) <= 20)),
  constraint invoicing_website_check CHECK ((length(website) <= 200)),
  constraint invoicing_pkey PRIMARY KEY (group_company)
);

create table register.ledger_checkpoint (
  size bigint not null,
  root bytea not null,
  note text not null,
  at timestamp with time zone not null,
  constraint ledger_checkpoint_root_check CHECK ((length(root) = 32)),
  constraint ledger_checkpoint_size_check CHECK ((size >= 0)),
  constraint ledger_checkpoint_pkey PRIMARY KEY (size)
);

create table register.ledger_index (
  leaf_index bigint not null,
  hash bytea not null,
  constraint ledger_index_leaf_index_check CHECK ((leaf_index >= 0)),
  constraint ledger_index_pkey PRIMARY KEY (leaf_index),
  constraint ledger_index_hash_key UNIQUE (hash)
);

create table register.ledger_leaf (
  hash bytea not null,
  seq bigint generated always as identity not null,
  at timestamp with time zone not null,
  constraint ledger_leaf_hash_check CHECK ((length(hash) = 32)),
  constraint ledger_leaf_pkey PRIMARY KEY (hash),
  constraint ledger_leaf_seq_key UNIQUE (seq)
);

create table register.ledger_opening (
  hash bytea not null,
  salt bytea not null,
  payload jsonb not null,
  constraint ledger_opening_salt_check CHECK ((length(salt) = 16)),
  constraint ledger_opening_leaf FOREIGN KEY (hash) REFERENCES register.ledger_leaf(hash),
  constraint ledger_opening_pkey PRIMARY KEY (hash)
);

create table register.legal_hold (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  claim text not null,
  scope text[] not null,
  opened_at timestamp with time zone not null,
  opened_by text not null,
  review_on date not null,
  closed_at timestamp with time zone,
  constraint legal_hold_claim_check CHECK (((claim <> ''::text) AND (length(claim) <= 2000))),
  constraint legal_hold_scope_check CHECK ((cardinality(scope) > 0)),
  constraint legal_hold_pkey PRIMARY KEY (id)
);

create table register.mail_copy (
  staff_id uuid not null,
  mark bytea not null,
  sealed bytea not null,
  made_at timestamp with time zone not null,
  constraint mail_copy_pkey PRIMARY KEY (staff_id),
  constraint mail_copy_mark_key UNIQUE (mark)
);

create table register.mail_errand (
  digest bytea not null,
  mailbox_id uuid not null,
  by text not null,
  sealed bytea not null,
  expires_at timestamp with time zone not null,
  constraint mail_errand_digest_check CHECK ((length(digest) = 32)),
  constraint mail_errand_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES register.mailbox(id) ON DELETE CASCADE,
  constraint mail_errand_pkey PRIMARY KEY (digest)
);

create table register.mail_service (
  id text not null,
  client_id text not null,
  tenant text,
  sealed bytea not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint mail_service_client_id_check CHECK (((client_id <> ''::text) AND (length(client_id) <= 300))),
  constraint mail_service_id_check CHECK ((id = ANY (ARRAY['microsoft'::text, 'google'::text]))),
  constraint mail_service_tenant_check CHECK ((length(tenant) <= 100)),
  constraint mail_service_pkey PRIMARY KEY (id)
);

create table register.mail_signature (
  staff_id text not null,
  text text not null,
  changed_at timestamp with time zone not null,
  constraint mail_signature_text_check CHECK ((length(text) <= 2000)),
  constraint mail_signature_pkey PRIMARY KEY (staff_id)
);

create table register.mail_template (
  id uuid default uuidv7() not null,
  name text not null,
  texts jsonb not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  binned_at timestamp with time zone,
  revision integer default 1 not null,
  binned_by text,
  constraint mail_template_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint mail_template_name_check CHECK (((name <> ''::text) AND (length(name) <= 120))),
  constraint mail_template_pkey PRIMARY KEY (id)
);

create table register.mailbox (
  id uuid default uuidv7() not null,
  owner text,
  duty text,
  name text not null,
  address text not null,
  sharing text not null,
  signs_in text not null,
  login text not null,
  imap_host text not null,
  imap_port integer not null,
  imap_tls text not null,
  smtp_host text not null,
  smtp_port integer not null,
  smtp_tls text not null,
  opens_enquiries boolean default false not null,
  group_company text,
  read_from date not null,
  state text not null,
  fault text,
  failures integer default 0 not null,
  failing_since timestamp with time zone,
  read_at timestamp with time zone,
  next_read_at timestamp with time zone,
  passed_over bigint default 0 not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  revision integer default 1 not null,
  constraint mailbox_address_check CHECK (((address <> ''::text) AND (length(address) <= 254))),
  constraint mailbox_fault_check CHECK ((length(fault) <= 60)),
  constraint mailbox_imap_host_check CHECK ((length(imap_host) <= 253)),
  constraint mailbox_imap_port_check CHECK (((imap_port >= 1) AND (imap_port <= 65535))),
  constraint mailbox_imap_tls_check CHECK ((imap_tls = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text]))),
  constraint mailbox_is_of_one_or_of_a_duty CHECK (((owner IS NULL) <> (duty IS NULL))),
  constraint mailbox_login_check CHECK (((login <> ''::text) AND (length(login) <= 254))),
  constraint mailbox_name_check CHECK (((name <> ''::text) AND (length(name) <= 120))),
  constraint mailbox_of_one_opens_no_enquiries CHECK (((owner IS NULL) OR (NOT opens_enquiries))),
  constraint mailbox_sharing_check CHECK ((sharing = ANY (ARRAY['metadata'::text, 'subject'::text, 'all'::text]))),
  constraint mailbox_signs_in_check CHECK ((signs_in = ANY (ARRAY['password'::text, 'microsoft'::text, 'google'::text]))),
  constraint mailbox_smtp_host_check CHECK ((length(smtp_host) <= 253)),
  constraint mailbox_smtp_port_check CHECK (((smtp_port >= 1) AND (smtp_port <= 65535))),
  constraint mailbox_smtp_tls_check CHECK ((smtp_tls = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text]))),
  constraint mailbox_state_check CHECK ((state = ANY (ARRAY['new'::text, 'working'::text, 'failing'::text, 'paused'::text, 'closed'::text]))),
  constraint mailbox_pkey PRIMARY KEY (id)
);

create table register.mailbox_folder (
  mailbox_id uuid not null,
  role text not null,
  path text not null,
  uid_validity bigint not null,
  last_uid bigint not null,
  modseq bigint,
  constraint mailbox_folder_path_check CHECK ((length(path) <= 500)),
  constraint mailbox_folder_role_check CHECK ((role = ANY (ARRAY['inbox'::text, 'sent'::text]))),
  constraint mailbox_folder_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES register.mailbox(id) ON DELETE CASCADE,
  constraint mailbox_folder_pkey PRIMARY KEY (mailbox_id, role)
);

create table register.mailbox_secret (
  mailbox_id uuid not null,
  sealed bytea not null,
  changed_at timestamp with time zone not null,
  constraint mailbox_secret_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES register.mailbox(id) ON DELETE CASCADE,
  constraint mailbox_secret_pkey PRIMARY KEY (mailbox_id)
);

create table register.merge (
  id uuid not null,
  subject text not null,
  person_id uuid,
  organisation_id uuid,
  gone uuid not null,
  at timestamp with time zone not null,
  by text not null,
  known text[] default '{}'::text[] not null,
  undone_at timestamp with time zone,
  constraint merge_is_of_one CHECK ((num_nonnulls(person_id, organisation_id) = 1)),
  constraint merge_subject_check CHECK ((subject = ANY (ARRAY['person'::text, 'organisation'::text]))),
  constraint merge_pkey PRIMARY KEY (id)
);

create table register.message (
  id uuid default uuidv7() not null,
  mailbox_id uuid not null,
  key bytea not null,
  message_id text not null,
  thread_id uuid not null,
  enquiry_id uuid,
  direction text not null,
  state text not null,
  at timestamp with time zone not null,
  stored_at timestamp with time zone not null,
  sent_by text,
  is_automatic boolean default false not null,
  others integer default 0 not null,
  bytes bigint default 0 not null,
  template_id uuid,
  folder text,
  uid_validity bigint,
  uid bigint,
  settled_at timestamp with time zone,
  fault text,
  revision integer default 1 not null,
  constraint message_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint message_fault_check CHECK ((length(fault) <= 60)),
  constraint message_folder_check CHECK ((folder = ANY (ARRAY['inbox'::text, 'sent'::text]))),
  constraint message_key_check CHECK ((length(key) = 32)),
  constraint message_message_id_check CHECK ((length(message_id) <= 998)),
  constraint message_state_check CHECK ((state = ANY (ARRAY['received'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unsure'::text]))),
  constraint message_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES register.mailbox(id),
  constraint message_pkey PRIMARY KEY (id)
);

create table register.message_body (
  message_id uuid not null,
  text text not null,
  html text,
  attachments jsonb default '[]'::jsonb not null,
  is_cut boolean default false not null,
  constraint message_body_message_id_fkey FOREIGN KEY (message_id) REFERENCES register.message(id) ON DELETE CASCADE,
  constraint message_body_pkey PRIMARY KEY (message_id)
);

create table register.message_file (
  message_id uuid not null,
  nth integer not null,
  content bytea not null,
  fields text[] default '{}'::text[] not null,
  people uuid[] default '{}'::uuid[] not null,
  constraint message_file_nth_check CHECK (((nth >= 0) AND (nth <= 49))),
  constraint message_file_message_id_fkey FOREIGN KEY (message_id) REFERENCES register.message(id) ON DELETE CASCADE,
  constraint message_file_pkey PRIMARY KEY (message_id, nth)
);

create table register.message_person (
  id uuid default uuidv7() not null,
  message_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  role text not null,
  address text not null,
  at timestamp with time zone not null,
  constraint message_person_address_check CHECK ((length(address) <= 254)),
  constraint message_person_is_somebody CHECK (((person_id IS NOT NULL) OR (organisation_id IS NOT NULL))),
  constraint message_person_role_check CHECK ((role = ANY (ARRAY['from'::text, 'to'::text, 'cc'::text]))),
  constraint message_person_message_id_fkey FOREIGN KEY (message_id) REFERENCES register.message(id) ON DELETE CASCADE,
  constraint message_person_pkey PRIMARY KEY (id)
);

create table register.message_subject (
  message_id uuid not null,
  subject text not null,
  constraint message_subject_subject_check CHECK ((length(subject) <= 500)),
  constraint message_subject_message_id_fkey FOREIGN KEY (message_id) REFERENCES register.message(id) ON DELETE CASCADE,
  constraint message_subject_pkey PRIMARY KEY (message_id)
);

create table register.note (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  subject_kind text,
  subject_id uuid,
  text text not null,
  mentions text[] default '{}'::text[] not null,
  changed_at timestamp with time zone,
  at timestamp with time zone not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  revision integer default 1 not null,
  binned_at timestamp with time zone,
  binned_by text,
  constraint note_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint note_hangs_on_a_whole_subject CHECK (((subject_kind IS NULL) = (subject_id IS NULL))),
  constraint note_is_about_someone CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint note_text_check CHECK (((text <> ''::text) AND (length(text) <= 8000))),
  constraint note_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint note_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint note_pkey PRIMARY KEY (id)
);

create table register.notice (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  article text not null,
  state text not null,
  source text not null,
  obtained_at timestamp with time zone not null,
  target_on date,
  due_on date,
  statement_version integer not null,
  exempt_reason text,
  settled_at timestamp with time zone,
  holds text[] default '{}'::text[] not null,
  plan_on date,
  constraint notice_article_check CHECK ((article = ANY (ARRAY['13'::text, '14'::text, 'change'::text]))),
  constraint notice_exempt_reason_check CHECK ((length(exempt_reason) <= 200)),
  constraint notice_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'delivered'::text, 'failed'::text, 'exempt'::text, 'not-needed'::text]))),
  constraint notice_with_a_clock CHECK (((target_on IS NULL) = (due_on IS NULL))),
  constraint notice_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint notice_pkey PRIMARY KEY (id)
);

create table register.notice_delivery (
  id uuid default uuidv7() not null,
  notice_id uuid not null,
  person_id uuid not null,
  way text not null,
  outcome text not null,
  language text not null,
  statement_version integer not null,
  by text not null,
  at timestamp with time zone not null,
  constraint notice_delivery_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint notice_delivery_outcome_check CHECK ((outcome = ANY (ARRAY['waiting'::text, 'sent'::text, 'delivered'::text, 'failed'::text]))),
  constraint notice_delivery_way_check CHECK ((way = ANY (ARRAY['mail'::text, 'print'::text, 'phone'::text, 'in-next-mail'::text, 'form'::text]))),
  constraint notice_delivery_notice FOREIGN KEY (notice_id) REFERENCES register.notice(id) ON DELETE CASCADE,
  constraint notice_delivery_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint notice_delivery_pkey PRIMARY KEY (id)
);

create table register.notification (
  id uuid default uuidv7() not null,
  staff text not null,
  kind text not null,
  organisation_id uuid,
  person_id uuid,
  subject_kind text,
  subject_id uuid,
  by text not null,
  at timestamp with time zone not null,
  seen_at timestamp with time zone,
  constraint notification_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint notification_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint notification_pkey PRIMARY KEY (id)
);

create table register.number_series (
  group_company text not null,
  kind text not null,
  prefix text default ''::text not null,
  first bigint not null,
  next bigint not null,
  constraint number_series_begins_at_its_first CHECK ((next >= first)),
  constraint number_series_first_check CHECK ((first >= 1)),
  constraint number_series_kind_check CHECK ((kind = ANY (ARRAY['quote'::text, 'order'::text, 'contract'::text, 'assignment'::text, 'delivery'::text, 'invoice'::text]))),
  constraint number_series_next_check CHECK ((next < '10000000000000'::bigint)),
  constraint number_series_of_invoices_is_digits CHECK (((kind <> 'invoice'::text) OR (prefix = ''::text))),
  constraint number_series_prefix_check CHECK ((prefix ~ '^[A-Z0-9-]{0,8}$'::text)),
  constraint number_series_pkey PRIMARY KEY (group_company, kind)
);

create table register.objection (
  id uuid default uuidv7() not null,
  person_id uuid,
  organisation_id uuid,
  scope text not null,
  channel text,
  topic text,
  at timestamp with time zone not null,
  via text not null,
  by text not null,
  by_agent boolean default false not null,
  recorded_at timestamp with time zone not null,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  constraint objection_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'post'::text, 'sms'::text, 'phone'::text, 'push'::text]))),
  constraint objection_is_of_one CHECK ((num_nonnulls(person_id, organisation_id) = 1)),
  constraint objection_lifted_by_consent CHECK (((lifted_at IS NULL) = (lifted_by IS NULL))),
  constraint objection_scope_check CHECK ((scope = ANY (ARRAY['all'::text, 'channel'::text, 'topic'::text, 'profiling'::text]))),
  constraint objection_scope_says_what CHECK ((((scope = 'topic'::text) = (topic IS NOT NULL)) AND ((scope = 'channel'::text) OR (scope = 'topic'::text) OR (channel IS NULL)) AND ((scope <> 'channel'::text) OR (channel IS NOT NULL)))),
  constraint objection_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint objection_person FOREIGN KEY (person_id) REFERENCES register.person(id),
  constraint objection_pkey PRIMARY KEY (id)
);

create table register.opportunity (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  contact_person_id uuid,
  pipeline_id uuid not null,
  stage_id uuid not null,
  state text not null,
  title text not null,
  value_cents bigint,
  probability integer,
  expected_close date,
  next_step text,
  lost_reason text,
  lost_note text,
  owner text not null,
  enquiry_id uuid,
  stage_since timestamp with time zone not null,
  closed_on date,
  binned_at timestamp with time zone,
  binned_by text,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  held_at timestamp with time zone,
  revision integer default 1 not null,
  constraint opportunity_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint opportunity_closed_has_a_day CHECK (((state = 'open'::text) = (closed_on IS NULL))),
  constraint opportunity_is_of_someone CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint opportunity_lost_has_a_reason CHECK (((state = 'lost'::text) = (lost_reason IS NOT NULL))),
  constraint opportunity_lost_note_check CHECK ((length(lost_note) <= 2000)),
  constraint opportunity_lost_reason_check CHECK ((lost_reason = ANY (ARRAY['price'::text, 'competitor'::text, 'postponed'::text, 'no-need'::text, 'no-answer'::text, 'not-for-us'::text, 'other'::text]))),
  constraint opportunity_next_step_check CHECK ((length(next_step) <= 500)),
  constraint opportunity_probability_check CHECK (((probability >= 0) AND (probability <= 100))),
  constraint opportunity_state_check CHECK ((state = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text]))),
  constraint opportunity_title_check CHECK (((title <> ''::text) AND (length(title) <= 200))),
  constraint opportunity_value_cents_check CHECK (((value_cents >= 0) AND (value_cents <= '100000000000000'::bigint))),
  constraint opportunity_pipeline_id_fkey FOREIGN KEY (pipeline_id) REFERENCES register.pipeline(id),
  constraint opportunity_stage_id_fkey FOREIGN KEY (stage_id) REFERENCES register.pipeline_stage(id),
  constraint opportunity_pkey PRIMARY KEY (id)
);

create table register.organisation (
  id uuid default uuidv7() not null,
  form text not null,
  person_id uuid,
  name text not null,
  business_id text,
  vat_registered boolean,
  phone text,
  phone_typed text,
  email text,
  email_kind text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  revision integer default 1 not null,
  parent_id uuid,
  binned_at timestamp with time zone,
  binned_by text,
  constraint organisation_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint organisation_business_id_check CHECK ((business_id ~ '^[0-9]{7}-[0-9]$'::text)),
  constraint organisation_email_check CHECK ((length(email) <= 320)),
  constraint organisation_email_kind_check CHECK ((email_kind = ANY (ARRAY['personal-work'::text, 'role'::text, 'private'::text, 'unknown'::text]))),
  constraint organisation_form_check CHECK ((form = ANY (ARRAY['company'::text, 'association'::text, 'public-body'::text, 'sole-trader'::text, 'other'::text]))),
  constraint organisation_in_bin_is_closed CHECK (((binned_at IS NULL) OR (closed_at IS NOT NULL))),
  constraint organisation_is_not_its_own_parent CHECK ((parent_id <> id)),
  constraint organisation_name_check CHECK (((name <> ''::text) AND (length(name) <= 300))),
  constraint organisation_phone_check CHECK ((length(phone) <= 30)),
  constraint organisation_phone_typed_check CHECK ((length(phone_typed) <= 60)),
  constraint organisation_sole_trader_is_a_person CHECK (((person_id IS NULL) OR (form = 'sole-trader'::text))),
  constraint organisation_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES register.organisation(id) ON DELETE SET NULL,
  constraint organisation_sole_trader FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_business_id_is_unique UNIQUE (business_id)
);

create table register.organisation_address (
  id uuid default uuidv7() not null,
  organisation_id uuid not null,
  kind text not null,
  care_of text,
  street text,
  house_number text,
  stair text,
  flat text,
  po_box text,
  postcode text not null,
  city text not null,
  country text default 'FI'::text not null,
  added_at timestamp with time zone not null,
  constraint organisation_address_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint organisation_address_kind_check CHECK ((kind = ANY (ARRAY['visiting'::text, 'postal'::text, 'billing'::text]))),
  constraint organisation_address_postcode CHECK (((country <> 'FI'::text) OR (postcode ~ '^[0-9]{5}$'::text))),
  constraint organisation_address_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint organisation_address_pkey PRIMARY KEY (id)
);

create table register.organisation_source (
  organisation_id uuid not null,
  field text not null,
  value_id uuid not null,
  source text not null,
  note text,
  by text not null,
  recorded_at timestamp with time zone not null,
  obtained_at timestamp with time zone not null,
  as_of date not null,
  verified_at timestamp with time zone,
  document_kind text,
  document_id uuid,
  constraint organisation_source_document_is_whole CHECK (((document_kind IS NULL) = (document_id IS NULL))),
  constraint organisation_source_document_kind_check CHECK ((document_kind = ANY (ARRAY['enquiry'::text, 'quote-request'::text, 'quote'::text, 'order'::text, 'contract'::text, 'invoice'::text]))),
  constraint organisation_source_note_check CHECK ((length(note) <= 1000)),
  constraint organisation_source_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint organisation_source_pkey PRIMARY KEY (organisation_id, field, value_id)
);

create table register.own_page_link (
  email_id uuid not null,
  person_id uuid not null,
  asked_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint own_page_link_email FOREIGN KEY (email_id) REFERENCES register.person_email(id) ON DELETE CASCADE,
  constraint own_page_link_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint own_page_link_pkey PRIMARY KEY (email_id)
);

create table register.paper_item (
  id uuid not null,
  what text not null,
  location text not null,
  people uuid[] not null,
  group_company text,
  made_at timestamp with time zone not null,
  made_by text not null,
  reason text not null,
  destroy_by date not null,
  destroyed_at timestamp with time zone,
  destroyed_by text,
  method text,
  witness text,
  certificate text,
  revision integer default 1 not null,
  constraint paper_item_certificate_check CHECK ((length(certificate) <= 300)),
  constraint paper_item_destroyed CHECK ((((destroyed_at IS NULL) = (method IS NULL)) AND ((destroyed_at IS NULL) = (destroyed_by IS NULL)))),
  constraint paper_item_location_check CHECK (((length(location) > 0) AND (length(location) <= 300))),
  constraint paper_item_method_check CHECK ((method = ANY (ARRAY['shredded'::text, 'incinerated'::text, 'provider'::text, 'returned'::text]))),
  constraint paper_item_reason_check CHECK (((length(reason) > 0) AND (length(reason) <= 500))),
  constraint paper_item_what_check CHECK (((length(what) > 0) AND (length(what) <= 300))),
  constraint paper_item_witnessed CHECK (((destroyed_at IS NULL) OR ((witness IS NOT NULL) AND (witness <> destroyed_by)) OR (certificate IS NOT NULL))),
  constraint paper_item_pkey PRIMARY KEY (id)
);

create table register.paper_sent (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  sent_to uuid,
  paper text,
  document_id uuid not null,
  number text,
  language text,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  held_at timestamp with time zone,
  document text not null,
  recipient text not null,
  duty text not null,
  message text,
  state text default 'queued'::text not null,
  fault text,
  attempts integer default 0 not null,
  not_before timestamp with time zone,
  fenced_at timestamp with time zone,
  settled_at timestamp with time zone,
  constraint paper_sent_document_check CHECK ((document = ANY (ARRAY['quotes'::text, 'orders'::text, 'deliveries'::text, 'invoices'::text, 'reminders'::text]))),
  constraint paper_sent_fault_check CHECK ((length(fault) <= 60)),
  constraint paper_sent_is_settled CHECK (((settled_at IS NULL) = (state = ANY (ARRAY['queued'::text, 'sending'::text])))),
  constraint paper_sent_is_to_someone CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint paper_sent_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint paper_sent_message_check CHECK ((length(message) <= 4000)),
  constraint paper_sent_number_check CHECK ((length(number) <= 60)),
  constraint paper_sent_paper_check CHECK ((paper = ANY (ARRAY['quote'::text, 'order-confirmation'::text, 'delivery-note'::text, 'invoice'::text, 'credit-note'::text, 'reminder'::text]))),
  constraint paper_sent_recipient_check CHECK ((recipient = ANY (ARRAY['contact'::text, 'person'::text, 'company'::text]))),
  constraint paper_sent_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'unsure'::text, 'failed'::text]))),
  constraint paper_sent_pkey PRIMARY KEY (id)
);

create table register.paper_setting (
  group_company text not null,
  logo bytea,
  logo_type text,
  words jsonb default '{}'::jsonb not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  revision integer default 1 not null,
  constraint paper_setting_logo_check CHECK ((octet_length(logo) <= 204800)),
  constraint paper_setting_logo_has_a_type CHECK (((logo IS NULL) = (logo_type IS NULL))),
  constraint paper_setting_logo_type_check CHECK ((logo_type = ANY (ARRAY['image/png'::text, 'image/svg+xml'::text]))),
  constraint paper_setting_words_check CHECK ((jsonb_typeof(words) = 'object'::text)),
  constraint paper_setting_pkey PRIMARY KEY (group_company)
);

create table register.payment (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  way text not null,
  amount_cents bigint not null,
  left_cents bigint default 0 not null,
  gone_cents bigint default 0 not null,
  paid_on date not null,
  fiscal_year_end date not null,
  reference text,
  payer_name text,
  message text,
  account text,
  archive_code text,
  digest text,
  file_id uuid,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  held_at timestamp with time zone,
  revision integer default 1 not null,
  booked_on date,
  constraint payment_account_check CHECK ((length(account) <= 34)),
  constraint payment_amount_cents_check CHECK ((amount_cents <> 0)),
  constraint payment_archive_code_check CHECK ((length(archive_code) <= 100)),
  constraint payment_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint payment_is_not_allocated_beyond_its_sum CHECK (((((left_cents)::double precision * sign((amount_cents)::double precision)) >= (0)::double precision) AND (abs(left_cents) <= abs(amount_cents)))),
  constraint payment_message_check CHECK ((length(message) <= 1000)),
  constraint payment_payer_name_check CHECK ((length(payer_name) <= 400)),
  constraint payment_reference_check CHECK ((length(reference) <= 40)),
  constraint payment_way_check CHECK ((way = ANY (ARRAY['bank'::text, 'hand'::text, 'refund'::text, 'credit'::text]))),
  constraint payment_file_id_fkey FOREIGN KEY (file_id) REFERENCES register.payment_file(id),
  constraint payment_pkey PRIMARY KEY (id)
);

create table register.payment_again (
  payment_id uuid not null,
  file_id uuid not null,
  digest text not null,
  constraint payment_again_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint payment_again_file_id_fkey FOREIGN KEY (file_id) REFERENCES register.payment_file(id),
  constraint payment_again_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES register.payment(id) ON DELETE CASCADE,
  constraint payment_again_pkey PRIMARY KEY (payment_id, file_id)
);

create table register.payment_allocation (
  id uuid default uuidv7() not null,
  payment_id uuid not null,
  invoice_id uuid not null,
  bears text not null,
  cents bigint not null,
  allocated_by text not null,
  allocated_at timestamp with time zone not null,
  constraint payment_allocation_bears_check CHECK ((bears = ANY (ARRAY['payment'::text, 'credit'::text, 'charge'::text]))),
  constraint payment_allocation_cents_check CHECK ((cents <> 0)),
  constraint payment_allocation_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES register.invoice(id) ON DELETE CASCADE,
  constraint payment_allocation_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES register.payment(id) ON DELETE CASCADE,
  constraint payment_allocation_pkey PRIMARY KEY (id)
);

create table register.payment_file (
  id uuid default uuidv7() not null,
  group_company text not null,
  format text not null,
  digest text not null,
  entries integer not null,
  cents bigint not null,
  taken_by text not null,
  taken_at timestamp with time zone not null,
  constraint payment_file_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint payment_file_format_check CHECK ((format = ANY (ARRAY['camt.054'::text, 'ktl'::text]))),
  constraint payment_file_pkey PRIMARY KEY (id),
  constraint payment_file_group_company_digest_key UNIQUE (group_company, digest)
);

create table register.person (
  id uuid default uuidv7() not null,
  kind text not null,
  given_name text default ''::text not null,
  family_name text default ''::text not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  revision integer default 1 not null,
  binned_at timestamp with time zone,
  binned_by text,
  constraint person_binned_by_someone CHECK (((binned_by IS NULL) OR (binned_at IS NOT NULL))),
  constraint person_family_name_check CHECK ((length(family_name) <= 200)),
  constraint person_given_name_check CHECK ((length(given_name) <= 200)),
  constraint person_in_bin_is_closed CHECK (((binned_at IS NULL) OR (closed_at IS NOT NULL))),
  constraint person_kind_check CHECK ((kind = ANY (ARRAY['private-customer'::text, 'sole-trader'::text, 'representative'::text]))),
  constraint person_pkey PRIMARY KEY (id)
);

create table register.person_address (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  kind text not null,
  care_of text,
  street text,
  house_number text,
  stair text,
  flat text,
  po_box text,
  postcode text not null,
  city text not null,
  country text default 'FI'::text not null,
  added_at timestamp with time zone not null,
  constraint person_address_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint person_address_kind_check CHECK ((kind = ANY (ARRAY['visiting'::text, 'postal'::text, 'billing'::text]))),
  constraint person_address_postcode CHECK (((country <> 'FI'::text) OR (postcode ~ '^[0-9]{5}$'::text))),
  constraint person_address_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint person_address_pkey PRIMARY KEY (id)
);

create table register.person_email (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  address text not null,
  kind text not null,
  is_primary boolean default false not null,
  added_at timestamp with time zone not null,
  is_proven boolean default true not null,
  given_with uuid[] default '{}'::uuid[] not null,
  proof_digest bytea,
  proof_until timestamp with time zone,
  has_answered boolean default false not null,
  constraint person_email_address_check CHECK ((length(address) <= 320)),
  constraint person_email_kind_check CHECK ((kind = ANY (ARRAY['personal-work'::text, 'role'::text, 'private'::text, 'unknown'::text]))),
  constraint person_email_proof_digest_check CHECK ((length(proof_digest) = 32)),
  constraint proof_of_email_ends CHECK (((proof_digest IS NULL) = (proof_until IS NULL))),
  constraint person_email_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint person_email_pkey PRIMARY KEY (id),
  constraint person_email_is_said_once UNIQUE (person_id, address),
  constraint person_email_proof_digest_key UNIQUE (proof_digest)
);

create table register.person_phone (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  number text not null,
  typed text not null,
  kind text not null,
  is_primary boolean default false not null,
  added_at timestamp with time zone not null,
  constraint person_phone_kind_check CHECK ((kind = ANY (ARRAY['mobile'::text, 'landline'::text, 'business'::text, 'other'::text]))),
  constraint person_phone_number_check CHECK ((length(number) <= 30)),
  constraint person_phone_typed_check CHECK ((length(typed) <= 60)),
  constraint person_phone_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint person_phone_pkey PRIMARY KEY (id),
  constraint person_phone_is_said_once UNIQUE (person_id, number)
);

create table register.person_source (
  person_id uuid not null,
  field text not null,
  value_id uuid not null,
  source text not null,
  note text,
  by text not null,
  recorded_at timestamp with time zone not null,
  obtained_at timestamp with time zone not null,
  as_of date not null,
  verified_at timestamp with time zone,
  document_kind text,
  document_id uuid,
  constraint person_source_document_is_whole CHECK (((document_kind IS NULL) = (document_id IS NULL))),
  constraint person_source_document_kind_check CHECK ((document_kind = ANY (ARRAY['enquiry'::text, 'quote-request'::text, 'quote'::text, 'order'::text, 'contract'::text, 'invoice'::text]))),
  constraint person_source_note_check CHECK ((length(note) <= 1000)),
  constraint person_source_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint person_source_pkey PRIMARY KEY (person_id, field, value_id)
);

create table register.pipeline (
  id uuid default uuidv7() not null,
  name_fi text not null,
  name_sv text,
  name_en text,
  "position" integer not null,
  retired_at timestamp with time zone,
  revision integer default 1 not null,
  constraint pipeline_name_en_check CHECK (((name_en <> ''::text) AND (length(name_en) <= 100))),
  constraint pipeline_name_fi_check CHECK (((name_fi <> ''::text) AND (length(name_fi) <= 100))),
  constraint pipeline_name_sv_check CHECK (((name_sv <> ''::text) AND (length(name_sv) <= 100))),
  constraint pipeline_pkey PRIMARY KEY (id)
);

create table register.pipeline_stage (
  id uuid default uuidv7() not null,
  pipeline_id uuid not null,
  name_fi text not null,
  name_sv text,
  name_en text,
  "position" integer not null,
  probability integer not null,
  kind text not null,
  constraint pipeline_stage_is_as_probable_as_its_kind CHECK (((kind = 'open'::text) OR (probability =
CASE kind
    WHEN 'won'::text THEN 100
    ELSE 0
END))),
  constraint pipeline_stage_kind_check CHECK ((kind = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text]))),
  constraint pipeline_stage_name_en_check CHECK (((name_en <> ''::text) AND (length(name_en) <= 100))),
  constraint pipeline_stage_name_fi_check CHECK (((name_fi <> ''::text) AND (length(name_fi) <= 100))),
  constraint pipeline_stage_name_sv_check CHECK (((name_sv <> ''::text) AND (length(name_sv) <= 100))),
  constraint pipeline_stage_probability_check CHECK (((probability >= 0) AND (probability <= 100))),
  constraint pipeline_stage_pipeline_id_fkey FOREIGN KEY (pipeline_id) REFERENCES register.pipeline(id) ON DELETE CASCADE,
  constraint pipeline_stage_pkey PRIMARY KEY (id)
);

create table register.price (
  id uuid default uuidv7() not null,
  price_list_id uuid not null,
  product_id uuid not null,
  from_on date not null,
  unit_price bigint,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  constraint price_unit_price_check CHECK (((unit_price >= 0) AND (unit_price <= '10000000000000'::bigint))),
  constraint price_price_list_id_fkey FOREIGN KEY (price_list_id) REFERENCES register.price_list(id) ON DELETE CASCADE,
  constraint price_product_id_fkey FOREIGN KEY (product_id) REFERENCES register.product(id) ON DELETE CASCADE,
  constraint price_pkey PRIMARY KEY (id)
);

create table register.price_list (
  id uuid default uuidv7() not null,
  name text not null,
  group_company text,
  organisation_id uuid,
  currency text default 'EUR'::text not null,
  starts_on date not null,
  ends_on date,
  retired_at timestamp with time zone,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  revision integer default 1 not null,
  constraint price_list_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint price_list_ends_after_it_began CHECK ((ends_on >= starts_on)),
  constraint price_list_name_check CHECK (((name <> ''::text) AND (length(name) <= 100))),
  constraint price_list_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint price_list_pkey PRIMARY KEY (id)
);

create table register.print_run (
  id uuid default uuidv7() not null,
  campaign_id uuid not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  processor text,
  sides smallint not null,
  letters integer default 0 not null,
  taken_out integer default 0 not null,
  posted_on date,
  posted_by text,
  constraint print_run_is_posted_by_somebody CHECK (((posted_on IS NULL) = (posted_by IS NULL))),
  constraint print_run_sides_check CHECK ((sides = ANY (ARRAY[1, 2]))),
  constraint print_run_campaign FOREIGN KEY (campaign_id) REFERENCES register.campaign(id),
  constraint print_run_pkey PRIMARY KEY (id)
);

create table register.product (
  id uuid default uuidv7() not null,
  sku text not null,
  name_fi text not null,
  name_sv text,
  name_en text,
  product_group text,
  unit text not null,
  vat_category text not null,
  vat_rate integer not null,
  retired_at timestamp with time zone,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  revision integer default 1 not null,
  binned_at timestamp with time zone,
  binned_by text,
  constraint product_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint product_name_en_check CHECK (((name_en <> ''::text) AND (length(name_en) <= 200))),
  constraint product_name_fi_check CHECK (((name_fi <> ''::text) AND (length(name_fi) <= 200))),
  constraint product_name_sv_check CHECK (((name_sv <> ''::text) AND (length(name_sv) <= 200))),
  constraint product_product_group_check CHECK (((product_group <> ''::text) AND (length(product_group) <= 100))),
  constraint product_sku_check CHECK (((sku = btrim(sku)) AND (sku <> ''::text) AND (length(sku) <= 60))),
  constraint product_unit_check CHECK (((unit <> ''::text) AND (length(unit) <= 20))),
  constraint product_vat_category_check CHECK ((vat_category = ANY (ARRAY['S'::text, 'Z'::text, 'E'::text, 'AE'::text, 'K'::text, 'G'::text, 'O'::text]))),
  constraint product_vat_rate_check CHECK (((vat_rate >= 0) AND (vat_rate <= 10000))),
  constraint product_vat_rate_fits_its_category CHECK (((vat_category = 'S'::text) = (vat_rate > 0))),
  constraint product_pkey PRIMARY KEY (id)
);

create table register.quote (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  contact_person_id uuid,
  enquiry_id uuid,
  opportunity_id uuid,
  order_id uuid,
  owner text,
  number text,
  version integer default 0 not null,
  state text not null,
  title text,
  language text not null,
  lines jsonb default '[]'::jsonb not null,
  net_cents bigint default 0 not null,
  vat_cents bigint default 0 not null,
  total_cents bigint default 0 not null,
  valid_until date not null,
  payment_days integer not null,
  opening text,
  terms text,
  source text not null,
  source_note text,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  held_at timestamp with time zone,
  revision integer default 1 not null,
  binned_at timestamp with time zone,
  binned_by text,
  quote_request_id uuid,
  constraint quote_binned_as_draft CHECK (((binned_at IS NULL) OR (number IS NULL))),
  constraint quote_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint quote_is_for_someone CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint quote_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint quote_lines_check CHECK ((jsonb_typeof(lines) = 'array'::text)),
  constraint quote_number_check CHECK (((number <> ''::text) AND (length(number) <= 40))),
  constraint quote_opening_check CHECK ((length(opening) <= 4000)),
  constraint quote_payment_days_check CHECK (((payment_days >= 0) AND (payment_days <= 365))),
  constraint quote_sent_has_a_number CHECK (((version = 0) OR (number IS NOT NULL))),
  constraint quote_source_note_check CHECK ((length(source_note) <= 1000)),
  constraint quote_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'withdrawn'::text]))),
  constraint quote_terms_check CHECK ((length(terms) <= 4000)),
  constraint quote_title_check CHECK ((length(title) <= 200)),
  constraint quote_version_check CHECK ((version >= 0)),
  constraint quote_pkey PRIMARY KEY (id)
);

create table register.quote_request (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  contact_person_id uuid,
  enquiry_id uuid,
  opportunity_id uuid,
  state text not null,
  title text not null,
  wish text,
  lines jsonb default '[]'::jsonb not null,
  answer_by date,
  wanted_on date,
  buyer_reference text,
  owner text not null,
  settled_on date,
  reason text,
  source text not null,
  source_note text,
  binned_at timestamp with time zone,
  binned_by text,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  held_at timestamp with time zone,
  revision integer default 1 not null,
  constraint quote_request_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint quote_request_binned_while_open CHECK (((binned_at IS NULL) OR (state = 'open'::text))),
  constraint quote_request_buyer_reference_check CHECK ((length(buyer_reference) <= 100)),
  constraint quote_request_declined_has_a_reason CHECK (((state <> 'declined'::text) OR (reason IS NOT NULL))),
  constraint quote_request_is_of_someone CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint quote_request_lines_check CHECK ((jsonb_typeof(lines) = 'array'::text)),
  constraint quote_request_reason_check CHECK ((length(reason) <= 2000)),
  constraint quote_request_settled_has_a_day CHECK (((state = 'open'::text) = (settled_on IS NULL))),
  constraint quote_request_source_note_check CHECK ((length(source_note) <= 1000)),
  constraint quote_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint quote_request_title_check CHECK (((title <> ''::text) AND (length(title) <= 200))),
  constraint quote_request_wish_check CHECK ((length(wish) <= 4000)),
  constraint quote_request_pkey PRIMARY KEY (id)
);

create table register.quote_version (
  id uuid default uuidv7() not null,
  quote_id uuid not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  version integer not null,
  state text not null,
  content jsonb not null,
  hash text not null,
  valid_until date not null,
  total_cents bigint not null,
  sent_at timestamp with time zone not null,
  sent_by text not null,
  answered_at timestamp with time zone,
  answered_via text,
  answered_by text,
  answered_name text,
  reason text,
  held_at timestamp with time zone,
  constraint quote_version_answered_has_a_time CHECK (((state = ANY (ARRAY['accepted'::text, 'declined'::text])) = (answered_at IS NOT NULL))),
  constraint quote_version_answered_name_check CHECK ((length(answered_name) <= 200)),
  constraint quote_version_answered_via_check CHECK ((answered_via = ANY (ARRAY['page'::text, 'desk'::text]))),
  constraint quote_version_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint quote_version_reason_check CHECK ((length(reason) <= 2000)),
  constraint quote_version_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'accepted'::text, 'declined'::text, 'expired'::text, 'superseded'::text, 'withdrawn'::text]))),
  constraint quote_version_version_check CHECK ((version > 0)),
  constraint quote_version_is_of_a_quote FOREIGN KEY (quote_id) REFERENCES register.quote(id) ON DELETE CASCADE,
  constraint quote_version_pkey PRIMARY KEY (id),
  constraint quote_version_is_one UNIQUE (quote_id, version)
);

create table register.recipient_notice (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  receiver_kind text not null,
  receiver text not null,
  receiver_name text,
  about text,
  state text not null,
  way text,
  made_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  sent_by text,
  times_sent integer default 0 not null,
  settled_at timestamp with time zone,
  settled_by text,
  note text,
  revision integer default 1 not null,
  constraint recipient_notice_about_check CHECK ((length(about) <= 1000)),
  constraint recipient_notice_check CHECK (((sent_at IS NOT NULL) OR (state = 'waiting'::text))),
  constraint recipient_notice_check1 CHECK (((settled_at IS NOT NULL) = (state = ANY (ARRAY['confirmed'::text, 'refused'::text])))),
  constraint recipient_notice_forgets CHECK (((state = ANY (ARRAY['waiting'::text, 'sent'::text])) OR (about IS NULL))),
  constraint recipient_notice_kind_check CHECK ((kind = ANY (ARRAY['erasure'::text, 'rectification'::text, 'restriction'::text, 'objection'::text]))),
  constraint recipient_notice_note_check CHECK ((length(note) <= 500)),
  constraint recipient_notice_receiver_kind_check CHECK ((receiver_kind = ANY (ARRAY['recipient'::text, 'processor'::text, 'group-company'::text, 'authority'::text]))),
  constraint recipient_notice_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'confirmed'::text, 'refused'::text]))),
  constraint recipient_notice_times_sent_check CHECK ((times_sent >= 0)),
  constraint recipient_notice_way_check CHECK ((way = ANY (ARRAY['mail'::text, 'told'::text]))),
  constraint recipient_notice_why CHECK (((state <> 'refused'::text) OR (note IS NOT NULL))),
  constraint recipient_notice_pkey PRIMARY KEY (id)
);

create table register.reference_rate (
  half date not null,
  points integer not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  constraint reference_rate_half_check CHECK (((EXTRACT(day FROM half) = (1)::numeric) AND (EXTRACT(month FROM half) = ANY (ARRAY[(1)::numeric, (7)::numeric])))),
  constraint reference_rate_points_check CHECK ((((points >= 0) AND (points <= 2500)) AND ((points % 50) = 0))),
  constraint reference_rate_pkey PRIMARY KEY (half)
);

create table register.relationship (
  id uuid default uuidv7() not null,
  organisation_id uuid,
  person_id uuid,
  group_company text not null,
  state text not null,
  owner text,
  team text,
  payment_terms text,
  started_at timestamp with time zone not null,
  last_activity_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  closed_at timestamp with time zone,
  revision integer default 1 not null,
  moves jsonb default '[]'::jsonb not null,
  constraint relationship_end_reason_check CHECK ((end_reason = ANY (ARRAY['contract-ended'::text, 'org-ceased'::text, 'person-left-org'::text, 'inactive'::text, 'declined'::text, 'other'::text]))),
  constraint relationship_ended_is_closed CHECK (((state = ANY (ARRAY['ended'::text, 'retained'::text, 'rejected'::text])) = (closed_at IS NOT NULL))),
  constraint relationship_is_with_one CHECK ((num_nonnulls(organisation_id, person_id) = 1)),
  constraint relationship_moves_check CHECK ((jsonb_typeof(moves) = 'array'::text)),
  constraint relationship_payment_terms_check CHECK ((length(payment_terms) <= 200)),
  constraint relationship_state_check CHECK ((state = ANY (ARRAY['prospect'::text, 'customer'::text, 'dormant'::text, 'ended'::text, 'retained'::text, 'rejected'::text]))),
  constraint relationship_organisation FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint relationship_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint relationship_pkey PRIMARY KEY (id)
);

create table register.reminder (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  invoice_id uuid not null,
  round integer not null,
  reminded_on date not null,
  due_on date not null,
  open_cents bigint not null,
  fee_cents bigint not null,
  interest_cents bigint not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  held_at timestamp with time zone,
  run_id uuid,
  way text,
  printed_at timestamp with time zone,
  fees_asked_cents integer default 0 not null,
  constraint reminder_fee_cents_check CHECK (((fee_cents >= 0) AND (fee_cents <= 4000))),
  constraint reminder_gives_time CHECK ((due_on > reminded_on)),
  constraint reminder_interest_cents_check CHECK ((interest_cents >= 0)),
  constraint reminder_of_a_run_goes_somehow CHECK (((run_id IS NULL) = (way IS NULL))),
  constraint reminder_open_cents_check CHECK ((open_cents > 0)),
  constraint reminder_printed_is_a_letter CHECK (((printed_at IS NULL) OR (way = 'letter'::text))),
  constraint reminder_round_check CHECK ((round = ANY (ARRAY[1, 2]))),
  constraint reminder_way_check CHECK ((way = ANY (ARRAY['email'::text, 'letter'::text]))),
  constraint reminder_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES register.invoice(id) ON DELETE CASCADE,
  constraint reminder_run_id_fkey FOREIGN KEY (run_id) REFERENCES register.reminder_run(id),
  constraint reminder_pkey PRIMARY KEY (id),
  constraint reminder_invoice_id_round_key UNIQUE (invoice_id, round)
);

create table register.reminder_run (
  id uuid default uuidv7() not null,
  group_company text not null,
  left_out integer not null,
  begun_by text not null,
  begun_at timestamp with time zone not null,
  constraint reminder_run_left_out_check CHECK ((left_out >= 0)),
  constraint reminder_run_pkey PRIMARY KEY (id)
);

create table register.replayed (
  leaf bytea not null,
  at timestamp with time zone not null,
  outcome text not null,
  constraint replayed_leaf_check CHECK ((octet_length(leaf) = 32)),
  constraint replayed_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'nobody'::text, 'superseded'::text]))),
  constraint replayed_pkey PRIMARY KEY (leaf)
);

create table register.restoration (
  id uuid default uuidv7() not null,
  backup uuid not null,
  taken_at timestamp with time zone not null,
  restored_at timestamp with time zone not null,
  note text,
  replayed_at timestamp with time zone,
  constraint restoration_pkey PRIMARY KEY (id)
);

create table register.restriction (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  reason text not null,
  since timestamp with time zone not null,
  by text not null,
  lifting_told_at timestamp with time zone,
  told_via text,
  lifted_at timestamp with time zone,
  review_on date not null,
  reminded_on date,
  constraint restriction_is_told_before_it_ends CHECK (((lifted_at IS NULL) OR (lifting_told_at <= lifted_at))),
  constraint restriction_reason_check CHECK ((reason = ANY (ARRAY['accuracy'::text, 'unlawful-kept'::text, 'claims'::text, 'objection-pending'::text]))),
  constraint restriction_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint restriction_pkey PRIMARY KEY (id)
);

create table register.retention_run (
  id uuid default uuidv7() not null,
  at timestamp with time zone not null,
  statement_version integer not null,
  counts jsonb not null,
  constraint retention_run_pkey PRIMARY KEY (id)
);

create table register.retired_field (
  field text not null,
  hidden_at timestamp with time zone not null,
  erase_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  version integer not null,
  constraint retired_field_pkey PRIMARY KEY (field, hidden_at)
);

create table register.rights_event (
  id uuid default uuidv7() not null,
  request_id uuid not null,
  what text not null,
  code text,
  by text not null,
  at timestamp with time zone not null,
  seq integer generated always as identity not null,
  constraint rights_event_request FOREIGN KEY (request_id) REFERENCES register.rights_request(id) ON DELETE CASCADE,
  constraint rights_event_pkey PRIMARY KEY (id)
);

create table register.rights_item (
  id uuid default uuidv7() not null,
  request_id uuid not null,
  field text not null,
  claim text,
  reason text,
  state text not null,
  settled_at timestamp with time zone,
  constraint rights_item_claim_check CHECK ((length(claim) <= 2000)),
  constraint rights_item_field_check CHECK ((length(field) <= 100)),
  constraint rights_item_reason_check CHECK ((reason = ANY (ARRAY['incorrect'::text, 'unnecessary'::text, 'incomplete'::text, 'outdated'::text]))),
  constraint rights_item_state_check CHECK ((state = ANY (ARRAY['needs-info'::text, 'open'::text, 'done'::text, 'refused'::text]))),
  constraint rights_item_request FOREIGN KEY (request_id) REFERENCES register.rights_request(id) ON DELETE CASCADE,
  constraint rights_item_pkey PRIMARY KEY (id)
);

create table register.rights_letter (
  id uuid default uuidv7() not null,
  request_id uuid not null,
  kind text not null,
  language text not null,
  subject text not null,
  body text,
  way text not null,
  state text not null,
  by text not null,
  made_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint rights_letter_body_check CHECK ((length(body) <= 60000)),
  constraint rights_letter_kind_check CHECK ((kind = ANY (ARRAY['receipt'::text, 'identity-question'::text, 'clarification'::text, 'extension'::text, 'reply'::text, 'refusal'::text, 'cannot-identify'::text, 'package-code'::text]))),
  constraint rights_letter_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint rights_letter_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'queued'::text, 'sent'::text, 'given'::text, 'failed'::text]))),
  constraint rights_letter_subject_check CHECK ((length(subject) <= 300)),
  constraint rights_letter_way_check CHECK ((way = ANY (ARRAY['email'::text, 'post'::text, 'phone'::text, 'in-person'::text, 'my-page'::text]))),
  constraint rights_letter_request FOREIGN KEY (request_id) REFERENCES register.rights_request(id) ON DELETE CASCADE,
  constraint rights_letter_pkey PRIMARY KEY (id)
);

create table register.rights_link (
  digest bytea not null,
  request_id uuid not null,
  opens text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint rights_link_digest_check CHECK ((octet_length(digest) = 32)),
  constraint rights_link_opens_check CHECK ((opens = ANY (ARRAY['identity'::text, 'package'::text, 'code'::text]))),
  constraint rights_link_request FOREIGN KEY (request_id) REFERENCES register.rights_request(id) ON DELETE CASCADE,
  constraint rights_link_pkey PRIMARY KEY (digest)
);

create table register.rights_request (
  id uuid default uuidv7() not null,
  kind text not null,
  person_id uuid,
  part_of uuid,
  capacity text not null,
  mandate text,
  requester_name text,
  reply_way text not null,
  reply_to text,
  said text,
  language text not null,
  received_at timestamp with time zone not null,
  received_via text not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  enquiry_id uuid,
  state text not null,
  identity text not null,
  identity_method text,
  doubt_reason text,
  profile text not null,
  due_on date not null,
  internal_due_on date not null,
  asked_on date,
  paused_days integer default 0 not null,
  extension_reason text,
  extended_at timestamp with time zone,
  outcome text,
  refusal_ground text,
  assigned_to text,
  statement_version integer not null,
  acknowledged_at timestamp with time zone,
  decided_at timestamp with time zone,
  executed_at timestamp with time zone,
  replied_at timestamp with time zone,
  closed_at timestamp with time zone,
  minimised_at timestamp with time zone,
  paper_searched_at timestamp with time zone,
  redaction_reviewed_at timestamp with time zone,
  shown_places text[] default '{}'::text[] not null,
  covered_words text[] default '{}'::text[] not null,
  alarmed integer default 0 not null,
  revision integer default 1 not null,
  constraint rights_request_answered CHECK (((state <> 'closed'::text) OR (replied_at IS NOT NULL) OR (outcome = 'withdrawn'::text))),
  constraint rights_request_capacity_check CHECK ((capacity = ANY (ARRAY['self'::text, 'agent'::text, 'guardian'::text]))),
  constraint rights_request_doubt_reason_check CHECK ((doubt_reason = ANY (ARRAY['unknown-sender'::text, 'name-differs'::text, 'shared-mailbox'::text, 'several-people'::text, 'agent-without-mandate'::text]))),
  constraint rights_request_extension_reason_check CHECK ((extension_reason = ANY (ARRAY['complexity'::text, 'number'::text]))),
  constraint rights_request_identity_check CHECK ((identity = ANY (ARRAY['open'::text, 'not-needed'::text, 'asked'::text, 'proven'::text, 'impossible'::text]))),
  constraint rights_request_identity_method_check CHECK ((identity_method = ANY (ARRAY['known-address'::text, 'address-loop'::text, 'call-back'::text, 'my-page'::text, 'visit'::text, 'mandate'::text]))),
  constraint rights_request_internal_first CHECK ((internal_due_on <= due_on)),
  constraint rights_request_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'rectification'::text, 'erasure'::text, 'restriction'::text, 'portability'::text, 'objection'::text, 'objection-to-marketing'::text, 'withdrawal-of-consent'::text, 'complaint'::text]))),
  constraint rights_request_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint rights_request_mandate_check CHECK ((length(mandate) <= 500)),
  constraint rights_request_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'partly'::text, 'refused'::text, 'cannot-identify'::text, 'not-applicable'::text, 'withdrawn'::text]))),
  constraint rights_request_paused_days_check CHECK ((paused_days >= 0)),
  constraint rights_request_received_via_check CHECK ((received_via = ANY (ARRAY['form'::text, 'mail'::text, 'phone'::text, 'letter'::text, 'in-person'::text, 'my-page'::text]))),
  constraint rights_request_refusal_ground_check CHECK ((length(refusal_ground) <= 60)),
  constraint rights_request_reply_to_check CHECK ((length(reply_to) <= 1000)),
  constraint rights_request_reply_way_check CHECK ((reply_way = ANY (ARRAY['email'::text, 'post'::text, 'phone'::text, 'in-person'::text, 'my-page'::text]))),
  constraint rights_request_requester_name_check CHECK ((length(requester_name) <= 400)),
  constraint rights_request_said_check CHECK ((length(said) <= 20000)),
  constraint rights_request_state_check CHECK ((state = ANY (ARRAY['received'::text, 'acknowledged'::text, 'identifying'::text, 'needs-info'::text, 'assessing'::text, 'extended'::text, 'deciding'::text, 'executing'::text, 'refused'::text, 'cannot-identify'::text, 'withdrawn-by-requester'::text, 'replied'::text, 'propagating'::text, 'closed'::text]))),
  constraint rights_request_part_of FOREIGN KEY (part_of) REFERENCES register.rights_request(id) ON DELETE SET NULL,
  constraint rights_request_pkey PRIMARY KEY (id)
);

create table register.sales_order (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  contact_person_id uuid,
  opportunity_id uuid,
  quote_id uuid,
  quote_version integer,
  owner text,
  number text not null,
  state text not null,
  title text,
  language text not null,
  ordered_on date not null,
  wanted_on date,
  settled_on date,
  buyer_name text not null,
  buyer_reference text,
  delivery_address jsonb,
  lines jsonb not null,
  net_cents bigint not null,
  vat_cents bigint not null,
  total_cents bigint not null,
  payment_days integer not null,
  terms text,
  reason text,
  source text not null,
  source_note text,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  held_at timestamp with time zone,
  revision integer default 1 not null,
  billed_from text default 'deliveries'::text not null,
  waits_since date,
  billed_before jsonb default '[]'::jsonb not null,
  left_unbilled jsonb default '[]'::jsonb not null,
  constraint sales_order_billed_before_check CHECK ((jsonb_typeof(billed_before) = 'array'::text)),
  constraint sales_order_billed_from_check CHECK ((billed_from = ANY (ARRAY['deliveries'::text, 'order'::text]))),
  constraint sales_order_buyer_name_check CHECK ((length(buyer_name) <= 400)),
  constraint sales_order_buyer_reference_check CHECK ((length(buyer_reference) <= 100)),
  constraint sales_order_is_of_someone CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint sales_order_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint sales_order_left_unbilled_check CHECK ((jsonb_typeof(left_unbilled) = 'array'::text)),
  constraint sales_order_lines_check CHECK ((jsonb_typeof(lines) = 'array'::text)),
  constraint sales_order_number_check CHECK (((number <> ''::text) AND (length(number) <= 40))),
  constraint sales_order_payment_days_check CHECK (((payment_days >= 0) AND (payment_days <= 365))),
  constraint sales_order_reason_check CHECK ((length(reason) <= 2000)),
  constraint sales_order_settled_has_a_day CHECK (((state = ANY (ARRAY['closed'::text, 'cancelled'::text])) = (settled_on IS NOT NULL))),
  constraint sales_order_source_note_check CHECK ((length(source_note) <= 1000)),
  constraint sales_order_state_check CHECK ((state = ANY (ARRAY['open'::text, 'delivered'::text, 'closed'::text, 'cancelled'::text]))),
  constraint sales_order_terms_check CHECK ((length(terms) <= 4000)),
  constraint sales_order_title_check CHECK ((length(title) <= 200)),
  constraint sales_order_pkey PRIMARY KEY (id)
);

create table register.saved_view (
  id uuid default uuidv7() not null,
  list text not null,
  kind text not null,
  name text not null,
  wish jsonb not null,
  owner text not null,
  shared text not null,
  duty text,
  changed_at timestamp with time zone not null,
  revision integer default 1 not null,
  binned_at timestamp with time zone,
  binned_by text,
  constraint saved_view_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint saved_view_duty_is_said CHECK (((shared = 'duty'::text) = (duty IS NOT NULL))),
  constraint saved_view_kind_check CHECK ((kind = ANY (ARRAY['view'::text, 'report'::text]))),
  constraint saved_view_list_check CHECK ((list ~ '^[a-z][a-z-]{0,59}$'::text)),
  constraint saved_view_name_check CHECK (((name = btrim(name)) AND (name <> ''::text) AND (length(name) <= 80))),
  constraint saved_view_shared_check CHECK ((shared = ANY (ARRAY['own'::text, 'duty'::text, 'everyone'::text]))),
  constraint saved_view_wish_check CHECK ((octet_length((wish)::text) <= 40000)),
  constraint saved_view_pkey PRIMARY KEY (id)
);

create table register.saved_view_place (
  staff text not null,
  view_id uuid not null,
  place text not null,
  constraint saved_view_place_place_check CHECK ((place = ANY (ARRAY['first'::text, 'tab'::text, 'dashboard'::text]))),
  constraint saved_view_place_view FOREIGN KEY (view_id) REFERENCES register.saved_view(id) ON DELETE CASCADE,
  constraint saved_view_place_pkey PRIMARY KEY (staff, view_id, place)
);

create table register.seen_lately (
  id uuid default uuidv7() not null,
  staff text not null,
  organisation_id uuid,
  person_id uuid,
  at timestamp with time zone not null,
  kind text not null,
  record_id uuid not null,
  constraint seen_lately_kind_check CHECK ((kind ~ '^[a-z-]{1,40}$'::text)),
  constraint seen_lately_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint seen_lately_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint seen_lately_pkey PRIMARY KEY (id),
  constraint seen_lately_once UNIQUE (staff, kind, record_id)
);

create table register.segment (
  id uuid default uuidv7() not null,
  name text not null,
  audience jsonb not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  revision integer default 1 not null,
  binned_at timestamp with time zone,
  binned_by text,
  constraint segment_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint segment_name_check CHECK (((name <> ''::text) AND (length(name) <= 120))),
  constraint segment_pkey PRIMARY KEY (id)
);

create table register.staff (
  id uuid default uuidv7() not null,
  name text not null,
  email text not null,
  language text default 'fi'::text not null,
  state text not null,
  group_company text,
  team text,
  invited_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  revision integer default 1 not null,
  constraint staff_check CHECK (((closed_at IS NOT NULL) = (state = 'closed'::text))),
  constraint staff_email_check CHECK (((email = lower(email)) AND (email ~~ '%_@_%'::text))),
  constraint staff_language_check CHECK ((language = ANY (ARRAY['fi'::text, 'sv'::text, 'en'::text]))),
  constraint staff_name_check CHECK ((length(name) > 0)),
  constraint staff_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'open'::text, 'closed'::text]))),
  constraint staff_pkey PRIMARY KEY (id)
);

create table register.staff_duty (
  id uuid default uuidv7() not null,
  staff_id uuid not null,
  duty text not null,
  granted_by text not null,
  reason text not null,
  granted_at timestamp with time zone not null,
  until_on date,
  withdrawn_at timestamp with time zone,
  constraint staff_duty_reason_check CHECK ((length(reason) > 0)),
  constraint staff_duty_staff FOREIGN KEY (staff_id) REFERENCES register.staff(id),
  constraint staff_duty_pkey PRIMARY KEY (id)
);

create table register.statement_approval (
  hash text not null,
  by text not null,
  approved_at timestamp with time zone not null,
  told_at timestamp with time zone,
  constraint statement_approval_pkey PRIMARY KEY (hash, by)
);

create table register.statement_draft (
  id uuid default uuidv7() not null,
  source text not null,
  origin text,
  revision integer default 1 not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  binned_at timestamp with time zone,
  binned_by text,
  constraint statement_draft_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint statement_draft_pkey PRIMARY KEY (id)
);

create table register.statement_version (
  version integer not null,
  hash text not null,
  canonical text not null,
  source text not null,
  change_class text not null,
  summary jsonb default '{}'::jsonb not null,
  approved_by text[] not null,
  published_at timestamp with time zone not null,
  effective_from timestamp with time zone not null,
  supersedes integer,
  constraint statement_version_approved_by_check CHECK ((cardinality(approved_by) > 0)),
  constraint statement_version_change_class_check CHECK ((change_class = ANY (ARRAY['material'::text, 'narrowing'::text, 'editorial'::text]))),
  constraint statement_version_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint statement_version_version_check CHECK ((version > 0)),
  constraint statement_version_supersedes FOREIGN KEY (supersedes) REFERENCES register.statement_version(version),
  constraint statement_version_pkey PRIMARY KEY (version),
  constraint statement_version_hash_key UNIQUE (hash)
);

create table register.suppression (
  id uuid default uuidv7() not null,
  digest bytea not null,
  scope text not null,
  channel text,
  topic text,
  at timestamp with time zone not null,
  via text not null,
  constraint suppression_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'post'::text, 'sms'::text, 'phone'::text, 'push'::text]))),
  constraint suppression_digest_check CHECK ((octet_length(digest) = 32)),
  constraint suppression_scope_check CHECK ((scope = ANY (ARRAY['all'::text, 'channel'::text, 'topic'::text, 'profiling'::text]))),
  constraint suppression_pkey PRIMARY KEY (id),
  constraint suppression_is_said_once UNIQUE NULLS NOT DISTINCT (digest, scope, channel, topic)
);

create table register.task (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  subject_kind text,
  subject_id uuid,
  title text not null,
  text text,
  assigned_to text not null,
  due_on date,
  due_time text,
  remind_at timestamp with time zone,
  reminded_at timestamp with time zone,
  repeats text,
  done_at timestamp with time zone,
  done_by text,
  at timestamp with time zone not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  revision integer default 1 not null,
  binned_at timestamp with time zone,
  binned_by text,
  repeat_day smallint,
  constraint task_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint task_due_time_check CHECK ((due_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text)),
  constraint task_hangs_on_a_whole_subject CHECK (((subject_kind IS NULL) = (subject_id IS NULL))),
  constraint task_is_done_by_someone CHECK (((done_at IS NULL) = (done_by IS NULL))),
  constraint task_is_due_on_a_day_before_a_time CHECK (((due_time IS NULL) OR (due_on IS NOT NULL))),
  constraint task_repeat_day_check CHECK (((repeat_day >= 29) AND (repeat_day <= 31))),
  constraint task_repeats_check CHECK ((repeats = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'year'::text]))),
  constraint task_repeats_from_a_day CHECK (((repeats IS NULL) OR (due_on IS NOT NULL))),
  constraint task_text_check CHECK ((length(text) <= 4000)),
  constraint task_title_check CHECK (((title <> ''::text) AND (length(title) <= 200))),
  constraint task_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint task_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint task_pkey PRIMARY KEY (id)
);

create table register.tombstone (
  person_id uuid not null,
  erased_at timestamp with time zone not null,
  statement_version integer not null,
  digests bytea[] not null,
  constraint tombstone_pkey PRIMARY KEY (person_id)
);

create table register.topic_preference (
  person_id uuid not null,
  topic text not null,
  wants boolean not null,
  at timestamp with time zone not null,
  via text not null,
  by text not null,
  constraint topic_preference_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint topic_preference_pkey PRIMARY KEY (person_id, topic)
);

create table register.transfer_stop (
  id uuid default uuidv7() not null,
  kind text not null,
  subject text not null,
  reason text not null,
  stopped_by text not null,
  stopped_at timestamp with time zone not null,
  lifted_by text,
  lifted_at timestamp with time zone,
  constraint transfer_stop_check CHECK (((lifted_at IS NULL) = (lifted_by IS NULL))),
  constraint transfer_stop_kind_check CHECK ((kind = ANY (ARRAY['tool'::text, 'processor'::text]))),
  constraint transfer_stop_reason_check CHECK ((length(reason) > 0)),
  constraint transfer_stop_subject_check CHECK ((length(subject) > 0)),
  constraint transfer_stop_pkey PRIMARY KEY (id)
);

create table register.undeliverable (
  id uuid default uuidv7() not null,
  person_id uuid not null,
  channel text not null,
  value_id uuid not null,
  reason text not null,
  reply_code text,
  noted_at timestamp with time zone not null,
  noted_by text not null,
  settled_at timestamp with time zone,
  settled_how text,
  constraint undeliverable_is_settled_somehow CHECK (((settled_at IS NULL) = (settled_how IS NULL))),
  constraint undeliverable_reason_check CHECK ((reason = ANY (ARRAY['refused-by-server'::text, 'moved'::text, 'unknown-at-address'::text, 'deceased'::text]))),
  constraint undeliverable_reply_code_check CHECK ((length(reply_code) <= 20)),
  constraint undeliverable_settled_how_check CHECK ((settled_how = ANY (ARRAY['corrected'::text, 'removed'::text, 'still-right'::text]))),
  constraint undeliverable_person FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint undeliverable_pkey PRIMARY KEY (id)
);

create table register.undertaking (
  staff_id uuid not null,
  signed_on date not null,
  document_ref text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null,
  constraint undertaking_document_ref_check CHECK ((length(document_ref) > 0)),
  constraint undertaking_staff FOREIGN KEY (staff_id) REFERENCES register.staff(id),
  constraint undertaking_pkey PRIMARY KEY (staff_id, recorded_at)
);

create table register.undo_row (
  of uuid not null,
  place text not null,
  key text not null,
  person_id uuid,
  organisation_id uuid,
  before jsonb,
  after jsonb,
  constraint undo_row_pkey PRIMARY KEY (of, place, key)
);

create table register.warranty (
  id uuid default uuidv7() not null,
  group_company text not null,
  organisation_id uuid,
  person_id uuid,
  item text not null,
  starts_on date not null,
  ends_on date not null,
  claim_until date not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  held_at timestamp with time zone,
  product_id uuid,
  serial text,
  order_id uuid,
  delivery_id uuid,
  invoice_id uuid,
  constraint warranty_ends_after_it_began CHECK (((starts_on <= ends_on) AND (ends_on <= claim_until))),
  constraint warranty_is_of_someone CHECK (((organisation_id IS NOT NULL) OR (person_id IS NOT NULL))),
  constraint warranty_item_check CHECK (((item <> ''::text) AND (length(item) <= 400))),
  constraint warranty_serial_check CHECK ((length(serial) <= 100)),
  constraint warranty_pkey PRIMARY KEY (id)
);

create table register.work_rule (
  id uuid default uuidv7() not null,
  name text not null,
  duty text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  starts text not null,
  asked jsonb default '{}'::jsonb not null,
  does text not null,
  wish jsonb default '{}'::jsonb not null,
  since timestamp with time zone not null,
  paused_at timestamp with time zone,
  revision integer default 1 not null,
  binned_at timestamp with time zone,
  binned_by text,
  constraint work_rule_binned_by_someone CHECK (((binned_at IS NULL) = (binned_by IS NULL))),
  constraint work_rule_does_check CHECK ((does = ANY (ARRAY['assign'::text, 'task'::text, 'notify'::text]))),
  constraint work_rule_name_check CHECK (((name <> ''::text) AND (length(name) <= 120))),
  constraint work_rule_pkey PRIMARY KEY (id)
);

create table register.work_rule_run (
  id uuid default uuidv7() not null,
  rule_id uuid not null,
  subject_id uuid not null,
  organisation_id uuid,
  person_id uuid,
  outcome text not null,
  at timestamp with time zone not null,
  occasion text default ''::text not null,
  constraint work_rule_run_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES register.organisation(id) ON DELETE CASCADE,
  constraint work_rule_run_person_id_fkey FOREIGN KEY (person_id) REFERENCES register.person(id) ON DELETE CASCADE,
  constraint work_rule_run_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES register.work_rule(id) ON DELETE CASCADE,
  constraint work_rule_run_pkey PRIMARY KEY (id),
  constraint work_rule_run_once UNIQUE (rule_id, subject_id, occasion)
);

create table register.work_wish (
  staff text not null,
  reminder_mail boolean default false not null,
  feed_digest bytea,
  feed_duty text,
  feed_names boolean default false not null,
  feed_made_at timestamp with time zone,
  constraint work_wish_feed_is_whole CHECK ((num_nulls(feed_digest, feed_duty, feed_made_at) = ANY (ARRAY[0, 3]))),
  constraint work_wish_pkey PRIMARY KEY (staff),
  constraint work_wish_feed_digest_key UNIQUE (feed_digest)
);

CREATE INDEX access_log_people ON ONLY register.access_log USING gin (people) WITH (gin_pending_list_limit='262144');
CREATE INDEX access_review_grants ON register.access_review USING gin (grants);
CREATE INDEX activity_in_bin ON register.activity USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE INDEX activity_of_organisation ON register.activity USING btree (organisation_id, at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX activity_of_person ON register.activity USING btree (person_id, at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX activity_of_staff ON register.activity USING gin (staff);
CREATE INDEX activity_of_subject ON register.activity USING btree (subject_id) WHERE (subject_id IS NOT NULL);
CREATE INDEX activity_with_person ON register.activity USING gin (people);
CREATE INDEX activity_words ON register.activity USING gin (seloste.folded(title) seloste.gin_trgm_ops);
CREATE UNIQUE INDEX affiliation_is_one_at_a_time ON register.affiliation USING btree (person_id, organisation_id) WHERE (left_on IS NULL);
CREATE INDEX affiliation_of_organisation ON register.affiliation USING btree (organisation_id, person_id);
CREATE INDEX affiliation_of_person ON register.affiliation USING btree (person_id);
CREATE INDEX affiliation_words ON register.affiliation USING gin (seloste.folded(job_role) seloste.gin_trgm_ops) WHERE (job_role IS NOT NULL);
CREATE INDEX assignment_begins ON register.assignment USING btree (number COLLATE "C");
CREATE INDEX assignment_by_start ON register.assignment USING btree (starts_on DESC, id DESC);
CREATE INDEX assignment_contact_of_assignment ON register.assignment_contact USING btree (assignment_id);
CREATE UNIQUE INDEX assignment_contact_of_person ON register.assignment_contact USING btree (person_id, assignment_id) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX assignment_contact_of_staff ON register.assignment_contact USING btree (staff_id, assignment_id) WHERE (staff_id IS NOT NULL);
CREATE UNIQUE INDEX assignment_number_is_unique ON register.assignment USING btree (group_company, number);
CREATE INDEX assignment_of_contract ON register.assignment USING btree (contract_id) WHERE (contract_id IS NOT NULL);
CREATE INDEX assignment_of_order ON register.assignment USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX assignment_of_organisation ON register.assignment USING btree (organisation_id, entered_at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX assignment_of_owner ON register.assignment USING btree (owner) WHERE (owner IS NOT NULL);
CREATE INDEX assignment_of_person ON register.assignment USING btree (person_id, entered_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX assignment_words ON register.assignment USING gin (seloste.folded(((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text))) seloste.gin_trgm_ops);
CREATE INDEX authority_request_open ON register.authority_request USING btree (received_at) WHERE (state = ANY (ARRAY['prepared'::text, 'approved'::text]));
CREATE INDEX authority_request_people ON register.authority_request USING gin (people);
CREATE INDEX bookkeeping_intake_by_time ON register.bookkeeping_intake USING btree (group_company, taken_at DESC);
CREATE INDEX bulk_edit_of ON register.bulk_edit USING btree (by, at DESC);
CREATE INDEX bulk_edit_row_of_person ON register.bulk_edit_row USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX bulk_edit_row_waiting ON register.bulk_edit_row USING btree (bulk_edit_id, state);
CREATE INDEX bulk_edit_waiting ON register.bulk_edit USING btree (at) WHERE (state = ANY (ARRAY['running'::text, 'undoing'::text]));
CREATE INDEX campaign_recipient_letter ON register.campaign_recipient USING btree ("right"((id)::text, 12)) WHERE (channel = 'post'::text);
CREATE INDEX campaign_recipient_of ON register.campaign_recipient USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX campaign_recipient_open ON register.campaign_recipient USING btree (campaign_id, id) WHERE (state = ANY (ARRAY['queued'::text, 'held'::text, 'sending'::text]));
CREATE INDEX campaign_under_way ON register.campaign USING btree (queued_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));
CREATE INDEX campaign_words ON register.campaign USING gin (seloste.folded(name) seloste.gin_trgm_ops);
CREATE INDEX complaint_closed ON register.complaint USING btree (closed_on);
CREATE INDEX complaint_entered_of_organisation ON register.complaint USING btree (organisation_id, entered_at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX complaint_entered_of_person ON register.complaint USING btree (person_id, entered_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX complaint_newest ON register.complaint USING btree (opened_on DESC, id DESC);
CREATE INDEX complaint_of_organisation ON register.complaint USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX complaint_of_party ON register.complaint USING gin (parties);
CREATE INDEX complaint_of_person ON register.complaint USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX complaint_of_product ON register.complaint USING btree (product_id) WHERE (product_id IS NOT NULL);
CREATE INDEX complaint_of_warranty ON register.complaint USING btree (warranty_id) WHERE (warranty_id IS NOT NULL);
CREATE INDEX complaint_taken ON register.complaint USING btree (taken_by) WHERE ((closed_on IS NULL) AND (taken_by IS NOT NULL));
CREATE INDEX complaint_words ON register.complaint USING gin (seloste.folded(text) seloste.gin_trgm_ops);
CREATE INDEX consent_event_of ON register.consent_event USING btree (person_id, purpose, channel, at);
CREATE INDEX consent_expiring ON register.consent USING btree (expires_on) WHERE (state = 'given'::text);
CREATE INDEX consent_of_wording ON register.consent USING btree (wording) WHERE (state = ANY (ARRAY['given'::text, 'requested'::text]));
CREATE INDEX consent_proof_of ON register.consent_proof USING btree (subject);
CREATE INDEX consent_proof_until ON register.consent_proof USING btree (kept_until);
CREATE INDEX consent_waiting ON register.consent USING btree (since) WHERE (state = 'requested'::text);
CREATE INDEX contract_begins ON register.contract USING btree (number COLLATE "C");
CREATE INDEX contract_by_end ON register.contract USING btree (ends_on, id);
CREATE INDEX contract_by_start ON register.contract USING btree (starts_on DESC, id DESC);
CREATE INDEX contract_ended_unasked ON register.contract USING btree (ended_on) WHERE ((state = 'ended'::text) AND (end_proposed_on IS NULL));
CREATE INDEX contract_ending ON register.contract USING btree (ends_on) WHERE (state = ANY (ARRAY['active'::text, 'noticed'::text]));
CREATE INDEX contract_in_bin ON register.contract USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE UNIQUE INDEX contract_number_is_unique ON register.contract USING btree (group_company, number) WHERE (number IS NOT NULL);
CREATE INDEX contract_of_contact ON register.contract USING btree (contact_person_id) WHERE (contact_person_id IS NOT NULL);
CREATE INDEX contract_of_order ON register.contract USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX contract_of_organisation ON register.contract USING btree (organisation_id, entered_at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX contract_of_owner ON register.contract USING btree (owner) WHERE ((state <> 'ended'::text) AND (owner IS NOT NULL));
CREATE INDEX contract_of_person ON register.contract USING btree (person_id, entered_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX contract_to_bill ON register.contract USING btree (group_company, bills_next, id) WHERE (bills_next IS NOT NULL);
CREATE INDEX contract_to_credit ON register.contract USING btree (group_company, billed_beyond, id) WHERE (billed_beyond IS NOT NULL);
CREATE INDEX contract_words ON register.contract USING gin (seloste.folded(((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text))) seloste.gin_trgm_ops);
CREATE INDEX cookie_receipt_by_end ON register.cookie_receipt USING btree (ends_at);
CREATE INDEX cookie_receipt_by_version ON register.cookie_receipt USING btree (statement_version, state);
CREATE INDEX delivery_begins ON register.delivery USING btree (number COLLATE "C");
CREATE INDEX delivery_by_day ON register.delivery USING btree (planned_on DESC, id DESC);
CREATE UNIQUE INDEX delivery_number_is_unique ON register.delivery USING btree (group_company, number) WHERE (number IS NOT NULL);
CREATE INDEX delivery_of_contact ON register.delivery USING btree (contact_person_id) WHERE (contact_person_id IS NOT NULL);
CREATE INDEX delivery_of_order ON register.delivery USING btree (order_id);
CREATE INDEX delivery_of_organisation ON register.delivery USING btree (organisation_id, entered_at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX delivery_of_person ON register.delivery USING btree (person_id, entered_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX delivery_waiting ON register.delivery USING btree (planned_on, id) WHERE (state = 'planned'::text);
CREATE INDEX delivery_words ON register.delivery USING gin (seloste.folded(number) seloste.gin_trgm_ops) WHERE (number IS NOT NULL);
CREATE INDEX disclosure_at ON register.disclosure USING btree (at DESC, id);
CREATE INDEX disclosure_people ON register.disclosure USING gin (people);
CREATE INDEX document_in_bin ON register.document USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE INDEX document_of_organisation ON register.document USING btree (organisation_id, at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX document_of_person ON register.document USING btree (person_id, at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX document_of_subject ON register.document USING btree (subject_id) WHERE (subject_id IS NOT NULL);
CREATE INDEX document_words ON register.document USING gin (seloste.folded(name) seloste.gin_trgm_ops);
CREATE INDEX duplicate_pair_open ON register.duplicate_pair USING btree (score DESC, id) WHERE (state = 'open'::text);
CREATE INDEX duplicate_pair_other ON register.duplicate_pair USING btree (other_person_id) WHERE (other_person_id IS NOT NULL);
CREATE INDEX duplicate_pair_other_firm ON register.duplicate_pair USING btree (other_organisation_id) WHERE (other_organisation_id IS NOT NULL);
CREATE INDEX e_invoice_address_of_person ON register.e_invoice_address USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX enquiry_in_bin ON register.enquiry USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE INDEX enquiry_inbox ON register.enquiry USING btree (received_at DESC, id DESC);
CREATE INDEX enquiry_of_organisation ON register.enquiry USING btree (organisation_id);
CREATE INDEX enquiry_of_person ON register.enquiry USING btree (person_id);
CREATE INDEX enquiry_of_staff ON register.enquiry USING btree (assigned_to) WHERE ((state = ANY (ARRAY['new'::text, 'assigned'::text])) AND (assigned_to IS NOT NULL));
CREATE INDEX enquiry_on_timeline_of_organisation ON register.enquiry USING btree (organisation_id, received_at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX enquiry_on_timeline_of_person ON register.enquiry USING btree (person_id, received_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX enquiry_open ON register.enquiry USING btree (state, received_at DESC, id DESC) WHERE (state <> 'closed'::text);
CREATE INDEX enquiry_words ON register.enquiry USING gin (seloste.folded(message) seloste.gin_trgm_ops) WHERE (message IS NOT NULL);
CREATE INDEX erasure_held ON register.erasure USING btree (resumes_on) WHERE (state = 'held'::text);
CREATE INDEX erasure_unwritten ON register.erasure USING btree (asked_at) WHERE ((bytes_left_at IS NULL) OR (wal_left_at IS NULL));
CREATE INDEX fact_of_sale_of ON register.fact_of_sale USING btree (person_id, group_company);
CREATE INDEX failure_pair ON auth.failure USING btree (pair, at);
CREATE INDEX hand_over_of_staff ON register.hand_over USING btree (from_staff, at DESC);
CREATE INDEX import_line_by_key ON register.import_line USING btree (import_id, record_key) WHERE (record_key IS NOT NULL);
CREATE INDEX import_line_of_organisation ON register.import_line USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX import_line_of_person ON register.import_line USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX import_line_to_undo ON register.import_line USING btree (import_id, line) WHERE ((state = 'taken'::text) AND (undo IS NOT NULL));
CREATE INDEX import_line_waiting ON register.import_line USING btree (import_id, line) WHERE (state = 'waiting'::text);
CREATE INDEX import_run_at ON register.import_run USING btree (at DESC);
CREATE INDEX import_run_under_way ON register.import_run USING btree (at) WHERE (state = ANY (ARRAY['reading'::text, 'running'::text, 'undoing'::text]));
CREATE INDEX import_run_with_lines ON register.import_run USING btree (finished_at) WHERE (file_key IS NOT NULL);
CREATE INDEX invoice_begins ON register.invoice USING btree (number COLLATE "C");
CREATE INDEX invoice_by_due_day ON register.invoice USING btree (due_on, id);
CREATE INDEX invoice_by_fiscal_year ON register.invoice USING btree (fiscal_year_end);
CREATE INDEX invoice_by_number ON register.invoice USING btree (number, id);
CREATE INDEX invoice_contact_person ON register.invoice USING btree (contact_person_id) WHERE (contact_person_id IS NOT NULL);
CREATE INDEX invoice_credits ON register.invoice USING btree (credits_invoice_id) WHERE (credits_invoice_id IS NOT NULL);
CREATE INDEX invoice_entered_of_organisation ON register.invoice USING btree (organisation_id, entered_at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX invoice_entered_of_person ON register.invoice USING btree (person_id, entered_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX invoice_in_bin ON register.invoice USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE INDEX invoice_newest ON register.invoice USING btree (issued_on DESC, id DESC);
CREATE UNIQUE INDEX invoice_number_is_unique ON register.invoice USING btree (group_company, origin, number);
CREATE INDEX invoice_of_complaint ON register.invoice USING btree (complaint_id) WHERE (complaint_id IS NOT NULL);
CREATE INDEX invoice_of_contract ON register.invoice USING btree (contract_id) WHERE (contract_id IS NOT NULL);
CREATE INDEX invoice_of_delivery ON register.invoice USING btree (delivery_id) WHERE (delivery_id IS NOT NULL);
CREATE INDEX invoice_of_order ON register.invoice USING btree (order_id) WHERE (order_id IS NOT NULL);
CREATE INDEX invoice_of_organisation ON register.invoice USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX invoice_of_person ON register.invoice USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX invoice_open_by_name ON register.invoice USING btree (group_company, lower(debtor_name)) WHERE (status = ANY (ARRAY['open'::text, 'collection'::text]));
CREATE INDEX invoice_open_by_sum ON register.invoice USING btree (group_company, open_cents) WHERE (status = ANY (ARRAY['open'::text, 'collection'::text]));
CREATE INDEX invoice_owed ON register.invoice USING btree (due_on) WHERE (status = ANY (ARRAY['open'::text, 'collection'::text]));
CREATE INDEX invoice_reference ON register.invoice USING btree (reference) WHERE (reference IS NOT NULL);
CREATE INDEX invoice_words ON register.invoice USING gin (seloste.folded(((((COALESCE(debtor_name, ''::text) || ' '::text) || COALESCE(number, ''::text)) || ' '::text) || COALESCE(reference, ''::text))) seloste.gin_trgm_ops);
CREATE INDEX ledger_opening_about ON register.ledger_opening USING btree (((payload ->> 'about'::text)));
CREATE INDEX ledger_opening_what ON register.ledger_opening USING btree (((payload ->> 'what'::text)), ((payload ->> 'at'::text)));
CREATE INDEX legal_hold_of ON register.legal_hold USING btree (person_id);
CREATE INDEX mail_template_in_bin ON register.mail_template USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE UNIQUE INDEX mail_template_name_is_unique ON register.mail_template USING btree (lower(name)) WHERE (binned_at IS NULL);
CREATE UNIQUE INDEX mailbox_address_is_unique ON register.mailbox USING btree (lower(address)) WHERE (state <> 'closed'::text);
CREATE INDEX merge_at ON register.merge USING btree (at DESC);
CREATE INDEX merge_of_organisation ON register.merge USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX merge_of_person ON register.merge USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX message_by_age ON register.message USING btree (at DESC, id DESC);
CREATE INDEX message_by_key ON register.message USING btree (key);
CREATE INDEX message_newest ON register.message USING btree (mailbox_id, at DESC, id DESC);
CREATE INDEX message_of_enquiry ON register.message USING btree (enquiry_id) WHERE (enquiry_id IS NOT NULL);
CREATE INDEX message_of_organisation ON register.message_person USING btree (organisation_id, at DESC, message_id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX message_of_person ON register.message_person USING btree (person_id, at DESC, message_id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX message_of_template ON register.message USING btree (template_id, at) WHERE (template_id IS NOT NULL);
CREATE INDEX message_of_thread ON register.message USING btree (thread_id, at DESC, id DESC);
CREATE UNIQUE INDEX message_once_a_mailbox ON register.message USING btree (mailbox_id, key);
CREATE INDEX message_open ON register.message USING btree (at DESC, id DESC) WHERE ((direction = 'in'::text) AND (settled_at IS NULL) AND (NOT is_automatic));
CREATE UNIQUE INDEX message_person_once ON register.message_person USING btree (message_id, person_id, organisation_id, role, address) NULLS NOT DISTINCT;
CREATE INDEX message_subject_words ON register.message_subject USING gin (seloste.folded(subject) seloste.gin_trgm_ops);
CREATE INDEX note_in_bin ON register.note USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE INDEX note_of_organisation ON register.note USING btree (organisation_id, at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX note_of_person ON register.note USING btree (person_id, at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX note_of_subject ON register.note USING btree (subject_id) WHERE (subject_id IS NOT NULL);
CREATE INDEX note_words ON register.note USING gin (seloste.folded("left"(text, 2000)) seloste.gin_trgm_ops);
CREATE INDEX notice_delivery_of ON register.notice_delivery USING btree (person_id);
CREATE INDEX notice_delivery_of_notice ON register.notice_delivery USING btree (notice_id);
CREATE INDEX notice_of ON register.notice USING btree (person_id);
CREATE UNIQUE INDEX notice_of_change ON register.notice USING btree (person_id) WHERE ((article = 'change'::text) AND (state = ANY (ARRAY['queued'::text, 'failed'::text])));
CREATE INDEX notice_planned ON register.notice USING btree (plan_on) WHERE ((state = ANY (ARRAY['queued'::text, 'failed'::text])) AND (plan_on IS NOT NULL));
CREATE INDEX notice_waiting ON register.notice USING btree (due_on, id) WHERE (state = ANY (ARRAY['queued'::text, 'failed'::text]));
CREATE INDEX notification_of_staff ON register.notification USING btree (staff, at DESC, id DESC);
CREATE INDEX notification_of_subject ON register.notification USING btree (subject_id) WHERE (subject_id IS NOT NULL);
CREATE INDEX notification_unseen ON register.notification USING btree (staff) WHERE (seen_at IS NULL);
CREATE INDEX objection_ever_of_person ON register.objection USING btree (person_id);
CREATE UNIQUE INDEX objection_is_said_once ON register.objection USING btree (person_id, organisation_id, scope, channel, topic) NULLS NOT DISTINCT WHERE (lifted_at IS NULL);
CREATE INDEX objection_of_organisation ON register.objection USING btree (organisation_id) WHERE (lifted_at IS NULL);
CREATE INDEX objection_of_person ON register.objection USING btree (person_id) WHERE (lifted_at IS NULL);
CREATE INDEX opportunity_by_close ON register.opportunity USING btree (expected_close, id) WHERE (binned_at IS NULL);
CREATE INDEX opportunity_closed ON register.opportunity USING btree (closed_on) WHERE (closed_on IS NOT NULL);
CREATE INDEX opportunity_in_bin ON register.opportunity USING btree (binned_at) WHERE (binned_at IS NOT NULL);
CREATE UNIQUE INDEX opportunity_of_enquiry ON register.opportunity USING btree (enquiry_id) WHERE ((enquiry_id IS NOT NULL) AND (binned_at IS NULL));
CREATE INDEX opportunity_of_owner ON register.opportunity USING btree (owner, expected_close) WHERE ((state = 'open'::text) AND (binned_at IS NULL));
CREATE INDEX opportunity_on_board ON register.opportunity USING btree (pipeline_id, stage_id, expected_close, id) WHERE (binned_at IS NULL);
CREATE INDEX opportunity_timeline_of_contact ON register.opportunity USING btree (contact_person_id, entered_at DESC, id DESC) WHERE (contact_person_id IS NOT NULL);
CREATE INDEX opportunity_timeline_of_organisation ON register.opportunity USING btree (organisation_id, entered_at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX opportunity_timeline_of_person ON register.opportunity USING btree (person_id, entered_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX opportunity_to_close ON register.opportunity USING btree (expected_close, id) WHERE ((state = 'open'::text) AND (binned_at IS NULL));
CREATE INDEX opportunity_words ON register.opportunity USING gin (seloste.folded(title) seloste.gin_trgm_ops);
CREATE INDEX organisation_address_of ON register.organisation_address USING btree (organisation_id);
CREATE INDEX organisation_address_words ON register.organisation_address USING gin (seloste.folded(city) seloste.gin_trgm_ops);
CREATE INDEX organisation_by_change ON register.organisation USING btree (changed_at, id) WHERE (closed_at IS NULL);
CREATE INDEX organisation_by_digits ON register.organisation USING btree (replace(business_id, '-'::text, ''::text) COLLATE "C");
CREATE INDEX organisation_by_email ON register.organisation USING btree (seloste.folded(email) COLLATE "C") WHERE (email IS NOT NULL);
CREATE INDEX organisation_by_firm_key ON register.organisation USING btree (seloste.firm_key(name) COLLATE "C");
CREATE INDEX organisation_by_name ON register.organisation USING btree (name, id) WHERE (closed_at IS NULL);
CREATE INDEX organisation_closed ON register.organisation USING btree (seloste.folded(name) COLLATE "C") WHERE (closed_at IS NOT NULL);
CREATE INDEX organisation_email_words ON register.organisation USING gin (seloste.folded(email) seloste.gin_trgm_ops) WHERE (email IS NOT NULL);
CREATE INDEX organisation_folded ON register.organisation USING btree (seloste.folded(name) COLLATE "C");
CREATE INDEX organisation_in_bin ON register.organisation USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE INDEX organisation_number_words ON register.organisation USING gin (seloste.folded(business_id) seloste.gin_trgm_ops) WHERE (business_id IS NOT NULL);
CREATE INDEX organisation_of_parent ON register.organisation USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX organisation_of_sole_trader ON register.organisation USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX organisation_phone_words ON register.organisation USING gin (seloste.folded(phone) seloste.gin_trgm_ops) WHERE (phone IS NOT NULL);
CREATE INDEX organisation_second_word ON register.organisation USING btree ("substring"(seloste.folded(name), '^[a-z0-9]+[^a-z0-9]+(.+)$'::text) COLLATE "C");
CREATE INDEX organisation_third_word ON register.organisation USING btree ("substring"(seloste.folded(name), '^[a-z0-9]+[^a-z0-9]+[a-z0-9]+[^a-z0-9]+(.+)$'::text) COLLATE "C");
CREATE INDEX organisation_trigrams ON register.organisation USING gin (seloste.folded(name) seloste.gin_trgm_ops);
CREATE INDEX own_page_link_of ON register.own_page_link USING btree (person_id);
CREATE INDEX paper_item_open ON register.paper_item USING btree (destroy_by) WHERE (destroyed_at IS NULL);
CREATE INDEX paper_item_people ON register.paper_item USING gin (people);
CREATE UNIQUE INDEX paper_on_its_way ON register.paper_sent USING btree (document_id, recipient) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));
CREATE INDEX paper_sent_of_document ON register.paper_sent USING btree (document_id, entered_at DESC);
CREATE INDEX paper_sent_of_organisation ON register.paper_sent USING btree (organisation_id, entered_at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX paper_sent_of_person ON register.paper_sent USING btree (person_id, entered_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX paper_sent_to ON register.paper_sent USING btree (sent_to, entered_at DESC, id DESC) WHERE (sent_to IS NOT NULL);
CREATE INDEX paper_to_send ON register.paper_sent USING btree (state, entered_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));
CREATE INDEX passkey_staff_id ON auth.passkey USING btree (staff_id);
CREATE INDEX payment_again_of_file ON register.payment_again USING btree (file_id);
CREATE INDEX payment_allocation_of_invoice ON register.payment_allocation USING btree (invoice_id);
CREATE INDEX payment_allocation_of_payment ON register.payment_allocation USING btree (payment_id);
CREATE INDEX payment_by_booking ON register.payment USING btree (group_company, COALESCE(booked_on, paid_on)) WHERE (file_id IS NOT NULL);
CREATE INDEX payment_by_fiscal_year ON register.payment USING btree (fiscal_year_end);
CREATE INDEX payment_left ON register.payment USING btree (paid_on, id) WHERE (left_cents <> 0);
CREATE INDEX payment_newest ON register.payment USING btree (paid_on DESC, id DESC);
CREATE INDEX payment_of_file ON register.payment USING btree (file_id) WHERE (file_id IS NOT NULL);
CREATE INDEX payment_of_organisation ON register.payment USING btree (organisation_id, entered_at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX payment_of_person ON register.payment USING btree (person_id, entered_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX payment_once ON register.payment USING btree (group_company, digest) WHERE (digest IS NOT NULL);
CREATE INDEX payment_words ON register.payment USING gin (seloste.folded(((COALESCE(payer_name, ''::text) || ' '::text) || COALESCE(reference, ''::text))) seloste.gin_trgm_ops);
CREATE INDEX person_address_of ON register.person_address USING btree (person_id);
CREATE INDEX person_address_words ON register.person_address USING gin (seloste.folded(city) seloste.gin_trgm_ops);
CREATE INDEX person_by_change ON register.person USING btree (changed_at, id) WHERE (closed_at IS NULL);
CREATE INDEX person_by_name ON register.person USING btree (family_name, given_name, id) WHERE (closed_at IS NULL);
CREATE INDEX person_email_domain ON register.person_email USING btree (split_part(seloste.folded(address), '@'::text, 2) COLLATE "C");
CREATE INDEX person_email_folded ON register.person_email USING btree (seloste.folded(address) COLLATE "C");
CREATE UNIQUE INDEX person_email_primary ON register.person_email USING btree (person_id) WHERE is_primary;
CREATE INDEX person_email_words ON register.person_email USING gin (seloste.folded(address) seloste.gin_trgm_ops);
CREATE INDEX person_folded ON register.person USING btree (seloste.folded(((family_name || ' '::text) || given_name)) COLLATE "C");
CREATE INDEX person_folded_given ON register.person USING btree (seloste.folded(((given_name || ' '::text) || family_name)) COLLATE "C");
CREATE INDEX person_in_bin ON register.person USING btree (binned_at) WHERE (binned_at IS NOT NULL);
CREATE INDEX person_phone_by_number ON register.person_phone USING btree (number COLLATE "C");
CREATE UNIQUE INDEX person_phone_primary ON register.person_phone USING btree (person_id) WHERE is_primary;
CREATE INDEX person_phone_words ON register.person_phone USING gin (seloste.folded(((number || ' '::text) || typed)) seloste.gin_trgm_ops);
CREATE INDEX person_words ON register.person USING gin (seloste.folded(((family_name || ' '::text) || given_name)) seloste.gin_trgm_ops);
CREATE INDEX pipeline_stage_of_pipeline ON register.pipeline_stage USING btree (pipeline_id, "position");
CREATE INDEX price_list_of_organisation ON register.price_list USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX price_of_list ON register.price USING btree (price_list_id, product_id);
CREATE UNIQUE INDEX price_of_product ON register.price USING btree (product_id, price_list_id, from_on DESC, id DESC);
CREATE INDEX print_run_of ON register.print_run USING btree (campaign_id, id);
CREATE INDEX product_by_sku ON register.product USING btree (sku COLLATE "C", id);
CREATE INDEX product_by_words ON register.product USING gin (seloste.folded(((((((sku || ' '::text) || name_fi) || ' '::text) || COALESCE(name_sv, ''::text)) || ' '::text) || COALESCE(name_en, ''::text))) seloste.gin_trgm_ops);
CREATE INDEX product_in_bin ON register.product USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE UNIQUE INDEX product_sku_is_unique ON register.product USING btree (lower(sku)) WHERE (binned_at IS NULL);
CREATE INDEX quote_begins ON register.quote USING btree (number COLLATE "C");
CREATE INDEX quote_by_entry ON register.quote USING btree (entered_at DESC, id DESC);
CREATE INDEX quote_in_bin ON register.quote USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE UNIQUE INDEX quote_number_is_unique ON register.quote USING btree (group_company, number) WHERE (number IS NOT NULL);
CREATE INDEX quote_of_contact ON register.quote USING btree (contact_person_id) WHERE (contact_person_id IS NOT NULL);
CREATE INDEX quote_of_enquiry ON register.quote USING btree (enquiry_id) WHERE (enquiry_id IS NOT NULL);
CREATE INDEX quote_of_opportunity ON register.quote USING btree (opportunity_id) WHERE (opportunity_id IS NOT NULL);
CREATE INDEX quote_of_organisation ON register.quote USING btree (organisation_id, entered_at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX quote_of_owner ON register.quote USING btree (owner) WHERE ((state = ANY (ARRAY['draft'::text, 'sent'::text])) AND (owner IS NOT NULL));
CREATE INDEX quote_of_person ON register.quote USING btree (person_id, entered_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX quote_of_request ON register.quote USING btree (quote_request_id) WHERE (quote_request_id IS NOT NULL);
CREATE INDEX quote_request_in_bin ON register.quote_request USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE INDEX quote_request_of_contact ON register.quote_request USING btree (contact_person_id, entered_at DESC, id DESC) WHERE (contact_person_id IS NOT NULL);
CREATE UNIQUE INDEX quote_request_of_enquiry ON register.quote_request USING btree (enquiry_id) WHERE ((enquiry_id IS NOT NULL) AND (binned_at IS NULL));
CREATE INDEX quote_request_of_opportunity ON register.quote_request USING btree (opportunity_id) WHERE (opportunity_id IS NOT NULL);
CREATE INDEX quote_request_of_organisation ON register.quote_request USING btree (organisation_id, entered_at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX quote_request_of_person ON register.quote_request USING btree (person_id, entered_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX quote_request_to_answer ON register.quote_request USING btree (owner, answer_by) WHERE ((state = 'open'::text) AND (binned_at IS NULL));
CREATE INDEX quote_request_waiting ON register.quote_request USING btree ((
CASE
    WHEN (state = 'open'::text) THEN answer_by
    ELSE NULL::date
END), id);
CREATE INDEX quote_request_words ON register.quote_request USING gin (seloste.folded(((COALESCE(title, ''::text) || ' '::text) || COALESCE(buyer_reference, ''::text))) seloste.gin_trgm_ops);
CREATE INDEX quote_version_of_organisation ON register.quote_version USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX quote_version_of_person ON register.quote_version USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX quote_version_waiting ON register.quote_version USING btree (valid_until) WHERE (state = 'sent'::text);
CREATE UNIQUE INDEX quote_version_waits_for_one_answer ON register.quote_version USING btree (quote_id) WHERE (state = ANY (ARRAY['sent'::text, 'accepted'::text]));
CREATE INDEX quote_waiting ON register.quote USING btree (valid_until) WHERE (state = 'sent'::text);
CREATE INDEX quote_words ON register.quote USING gin (seloste.folded(((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text))) seloste.gin_trgm_ops);
CREATE INDEX recipient_notice_of ON register.recipient_notice USING btree (person_id);
CREATE INDEX recipient_notice_open ON register.recipient_notice USING btree (made_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sent'::text]));
CREATE INDEX relationship_by_owner ON register.relationship USING btree (owner) WHERE (owner IS NOT NULL);
CREATE INDEX relationship_by_state ON register.relationship USING btree (state, group_company);
CREATE INDEX relationship_by_team ON register.relationship USING btree (team) WHERE (team IS NOT NULL);
CREATE UNIQUE INDEX relationship_of_organisation ON register.relationship USING btree (organisation_id, group_company) WHERE (organisation_id IS NOT NULL);
CREATE UNIQUE INDEX relationship_of_person ON register.relationship USING btree (person_id, group_company) WHERE (person_id IS NOT NULL);
CREATE INDEX reminder_of_organisation ON register.reminder USING btree (organisation_id, entered_at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX reminder_of_person ON register.reminder USING btree (person_id, entered_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX reminder_of_run ON register.reminder USING btree (run_id, id) WHERE (run_id IS NOT NULL);
CREATE INDEX reminder_run_newest ON register.reminder_run USING btree (group_company, id DESC);
CREATE INDEX reminder_to_print ON register.reminder USING btree (id) WHERE ((way = 'letter'::text) AND (printed_at IS NULL));
CREATE UNIQUE INDEX restriction_is_one_a_reason ON register.restriction USING btree (person_id, reason) WHERE (lifted_at IS NULL);
CREATE INDEX restriction_to_review ON register.restriction USING btree (review_on) WHERE (lifted_at IS NULL);
CREATE INDEX retention_run_by_time ON register.retention_run USING btree (at DESC);
CREATE INDEX rights_event_of ON register.rights_event USING btree (request_id, seq);
CREATE INDEX rights_item_of ON register.rights_item USING btree (request_id);
CREATE INDEX rights_letter_of ON register.rights_letter USING btree (request_id, made_at);
CREATE INDEX rights_letter_waiting ON register.rights_letter USING btree (id) WHERE (state = 'queued'::text);
CREATE INDEX rights_link_of ON register.rights_link USING btree (request_id);
CREATE INDEX rights_request_by_receipt ON register.rights_request USING btree (received_at DESC, id DESC);
CREATE INDEX rights_request_of_person ON register.rights_request USING btree (person_id);
CREATE INDEX rights_request_open ON register.rights_request USING btree (due_on, id) WHERE (state <> ALL (ARRAY['closed'::text, 'withdrawn-by-requester'::text]));
CREATE INDEX sales_order_begins ON register.sales_order USING btree (number COLLATE "C");
CREATE INDEX sales_order_by_day ON register.sales_order USING btree (ordered_on DESC, id DESC);
CREATE UNIQUE INDEX sales_order_is_one_a_quote ON register.sales_order USING btree (quote_id) WHERE ((quote_id IS NOT NULL) AND (state <> 'cancelled'::text));
CREATE UNIQUE INDEX sales_order_number_is_unique ON register.sales_order USING btree (group_company, number);
CREATE INDEX sales_order_of_contact ON register.sales_order USING btree (contact_person_id) WHERE (contact_person_id IS NOT NULL);
CREATE INDEX sales_order_of_opportunity ON register.sales_order USING btree (opportunity_id) WHERE (opportunity_id IS NOT NULL);
CREATE INDEX sales_order_of_organisation ON register.sales_order USING btree (organisation_id, entered_at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX sales_order_of_owner ON register.sales_order USING btree (owner) WHERE ((state = ANY (ARRAY['open'::text, 'delivered'::text])) AND (owner IS NOT NULL));
CREATE INDEX sales_order_of_person ON register.sales_order USING btree (person_id, entered_at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX sales_order_open ON register.sales_order USING btree (wanted_on, id) WHERE (state = 'open'::text);
CREATE INDEX sales_order_to_bill ON register.sales_order USING btree (group_company, waits_since, id) WHERE (waits_since IS NOT NULL);
CREATE INDEX sales_order_words ON register.sales_order USING gin (seloste.folded(((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text))) seloste.gin_trgm_ops);
CREATE INDEX saved_view_in_bin ON register.saved_view USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE INDEX saved_view_of_list ON register.saved_view USING btree (list, kind);
CREATE INDEX seen_lately_of_organisation ON register.seen_lately USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX seen_lately_of_person ON register.seen_lately USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX seen_lately_of_staff ON register.seen_lately USING btree (staff, at DESC);
CREATE INDEX segment_in_bin ON register.segment USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE UNIQUE INDEX segment_name_is_unique ON register.segment USING btree (name) WHERE (binned_at IS NULL);
CREATE INDEX session_staff_id ON auth.session USING btree (staff_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX staff_duty_once ON register.staff_duty USING btree (staff_id, duty) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX staff_email ON register.staff USING btree (email) WHERE (state <> 'closed'::text);
CREATE INDEX statement_draft_in_bin ON register.statement_draft USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE INDEX task_done ON register.task USING btree (assigned_to, done_at DESC, id DESC) WHERE (done_at IS NOT NULL);
CREATE INDEX task_in_bin ON register.task USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE INDEX task_of_organisation ON register.task USING btree (organisation_id, at DESC, id DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX task_of_person ON register.task USING btree (person_id, at DESC, id DESC) WHERE (person_id IS NOT NULL);
CREATE INDEX task_of_subject ON register.task USING btree (subject_id) WHERE (subject_id IS NOT NULL);
CREATE INDEX task_open ON register.task USING btree (COALESCE(due_on, 'infinity'::date), COALESCE(due_time, '24'::text), id) WHERE (done_at IS NULL);
CREATE INDEX task_to_do ON register.task USING btree (assigned_to, COALESCE(due_on, 'infinity'::date), COALESCE(due_time, '24'::text), id) WHERE (done_at IS NULL);
CREATE INDEX task_to_remind ON register.task USING btree (remind_at) WHERE ((done_at IS NULL) AND (reminded_at IS NULL));
CREATE INDEX task_words ON register.task USING gin (seloste.folded(title) seloste.gin_trgm_ops);
CREATE INDEX token_staff_id ON auth.token USING btree (staff_id) WHERE (ended_at IS NULL);
CREATE INDEX tombstone_of ON register.tombstone USING gin (digests);
CREATE UNIQUE INDEX transfer_stop_once ON register.transfer_stop USING btree (kind, subject) WHERE (lifted_at IS NULL);
CREATE INDEX undeliverable_of ON register.undeliverable USING btree (person_id);
CREATE UNIQUE INDEX undeliverable_once ON register.undeliverable USING btree (value_id, channel) WHERE (settled_at IS NULL);
CREATE INDEX undo_row_of_organisation ON register.undo_row USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX undo_row_of_person ON register.undo_row USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX warranty_by_end ON register.warranty USING btree (ends_on, id);
CREATE INDEX warranty_ended ON register.warranty USING btree (claim_until);
CREATE INDEX warranty_of_organisation ON register.warranty USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX warranty_of_person ON register.warranty USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX warranty_words ON register.warranty USING gin (seloste.folded(((COALESCE(item, ''::text) || ' '::text) || COALESCE(serial, ''::text))) seloste.gin_trgm_ops);
CREATE INDEX work_rule_in_bin ON register.work_rule USING btree (binned_at, id) WHERE (binned_at IS NOT NULL);
CREATE INDEX work_rule_run_latest ON register.work_rule_run USING btree (rule_id, at DESC, id DESC);
CREATE INDEX work_rule_run_of_organisation ON register.work_rule_run USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX work_rule_run_of_person ON register.work_rule_run USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE OR REPLACE FUNCTION register.back_from_bin()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  new.binned_at := null;
  new.binned_by := null;
  if tg_table_name = 'organisation' then return new; end if;
  update register.notice set state = substr(exempt_reason, 6), exempt_reason = null
    where person_id = new.id and state = 'not-needed' and exempt_reason in ('bin: queued', 'bin: failed');
  update register.enquiry set took_person = false where person_id = new.id and took_person;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION register.complaint_is_credited()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update register.complaint set credited_on = new.issued_on, revision = revision + 1 where id = new.complaint_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION register.contract_bills_next()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  last constant date := case when new.state = 'ended' then new.ended_on when new.state = 'noticed' or new.renewal = 'fixed' then new.ends_on end;
  no_days constant datemultirange := '{}';
  elsewhere datemultirange := no_days;
  unbilled datemultirange;
begin
  new.bills_next := null;
  new.bills_until := null;
  new.billed_beyond := null;
  if new.billing_months is null or new.lines = '[]' or new.state = 'draft' then return new; end if;
  if new.billed_until is not null then elsewhere := datemultirange(daterange(null, new.billed_until, '[]')); end if;
  select coalesce(range_agg(daterange((one->>'since')::date, (one->>'until')::date, '[]')), no_days) into unbilled
    from jsonb_array_elements(new.left_unbilled) one;
  with billed as (
    select invoice.period_since as since, coalesce(invoice.period_until, invoice.delivered_on) as until, invoice.period_until is null as whole, invoice.number,
        coalesce(given.days, no_days) as given, coalesce(given.by_hand, false) as by_hand
      from register.invoice
      cross join lateral (select range_agg(daterange(note.period_since, note.period_until, '[]')) filter (where note.period_until is not null) as days,
          bool_or(note.period_until is null and note.complaint_id is null) as by_hand,
          coalesce(sum(-note.amount_cents) >= invoice.amount_cents and bool_or(note.complaint_id is null), false) as all_of_it
        from register.invoice note where note.credits_invoice_id = invoice.id) given
      where invoice.contract_id = new.id and invoice.kind = 'invoice' and invoice.binned_at is null
        and (invoice.origin = 'own' or invoice.status <> 'credited') and not given.all_of_it)
  select (select max(upper(datemultirange(daterange(greatest(since, last + 1), until, '[]')) - given - unbilled)) - 1 from billed
        where until > last and new.part_periods = 'days' and number is not null and not whole and not by_hand), free.since, free.until
    into new.billed_beyond, new.bills_next, new.bills_until
    from (select greatest(new.billed_until, upper(unbilled) - 1, max(until)) as day from billed) far
    left join lateral (
      select lower(part.days) as since, upper(part.days) - 1 as until
        from generate_series(0, 2 + greatest(0, coalesce((extract(year from age(far.day, new.starts_on)) * 12
          + extract(month from age(far.day, new.starts_on)))::integer / new.billing_months, 0))) n
        cross join lateral (select (new.starts_on + make_interval(months => n * new.billing_months))::date as starts,
          (new.starts_on + make_interval(months => (n + 1) * new.billing_months))::date as next) period
        cross join lateral (select daterange(period.starts, least(period.next, last + 1)) as days where last is null or period.starts <= last) period_days
        cross join lateral (select unnest(datemultirange(period_days.days) - elsewhere - unbilled
          - coalesce((select range_agg(case when whole then datemultirange(daterange(period.starts, period.next))
              else datemultirange(daterange(coalesce(since, period.starts), until, '[]')) - given end) from billed
            where until >= period.starts and (whole or until < period.next)), no_days)) as days) part
        where new.part_periods = 'days' or part.days = period_days.days
        order by n, part.days limit 1) free on true;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION register.invoice_balance()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  is_undone boolean := false;
begin
  if new.kind = 'credit-note' then
    new.status := case when new.number is null then 'draft' else 'credited' end;
    new.settled_on := case when new.number is null then null else new.issued_on end;
    new.open_cents := 0;
    return new;
  end if;
  select coalesce(sum(-note.amount_cents), 0) into new.credited_cents from register.invoice note
    where note.credits_invoice_id = new.id and note.number is not null;
  select new.credited_cents + coalesce(sum(part.cents) filter (where part.bears = 'credit'), 0),
      coalesce(sum(part.cents) filter (where part.bears = 'payment'), 0) into new.credited_cents, new.paid_cents
    from register.payment_allocation part where part.invoice_id = new.id;
  new.open_cents := new.amount_cents - new.credited_cents - new.paid_cents;
  if new.amount_cents = 0 and new.number is not null then -- no sum tells whether it was credited: its lines do
    select exists (select from register.invoice note where note.credits_invoice_id = new.id and note.number is not null)
        and bool_and(line.quantity + coalesce(undone.quantity, 0) = 0) into is_undone
      from jsonb_to_recordset(new.lines) line (id text, quantity bigint)
      left join lateral (select sum(part.quantity) as quantity from register.invoice note
        cross join jsonb_to_recordset(note.lines) part (id text, quantity bigint)
        where note.credits_invoice_id = new.id and note.number is not null and part.id = line.id) undone on true;
  end if;
  if new.origin = 'entered' then -- another system's books say what became of it; payments that came here may settle it too
    if new.status in ('open', 'collection') and new.amount_cents <> 0 and new.open_cents * sign(new.amount_cents) <= 0 then
      new.status := case when new.paid_cents = 0 then 'credited' else 'paid' end;
    elsif new.status in ('paid', 'credited') then
      new.open_cents := 0;
    end if;
  elsif new.number is null then
    new.status := 'draft';
  elsif new.open_cents * sign(new.amount_cents) > 0 then
    new.status := case when new.collection_on is null then 'open' else 'collection' end;
  else
    new.status := case when new.paid_cents = 0 and (new.credited_cents <> 0 or new.amount_cents = 0 and is_undone) then 'credited' else 'paid' end;
  end if;
  new.settled_on := case when new.status not in ('paid', 'credited') then null
    else coalesce(new.settled_on, (seloste.at() at time zone 'Europe/Helsinki')::date) end;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION register.invoice_is_credited()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if new.kind = 'credit-note' and new.number is not null and old.number is null then
    update register.invoice set credited_cents = 0 where id = new.credits_invoice_id; -- counted anew
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION register.keep_what_was_billed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if old.order_id is not null and old.complaint_id is null then
    update register.sales_order set waits_since = null, billed_before = billed_before
        || (select coalesce(jsonb_agg(jsonb_build_object('id', line->'id', 'quantity', line->'quantity')), '[]') from jsonb_array_elements(old.lines) line)
      where id = old.order_id;
  end if;
  if old.contract_id is not null and not exists (select from register.invoice note where note.credits_invoice_id = old.id
      having sum(-note.amount_cents) >= old.amount_cents and bool_or(note.complaint_id is null)) then
    update register.contract set billed_until = greatest(billed_until, coalesce(old.period_until, (
        select (starts_on + make_interval(months => (n + 1) * billing_months))::date - 1 from generate_series(0, 1200) n
          where old.delivered_on >= starts_on and (starts_on + make_interval(months => (n + 1) * billing_months))::date > old.delivered_on
          order by n limit 1), old.delivered_on))
      where id = old.contract_id;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION register.names_its_deals()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' and old.number is not null then return new; end if;
  select credited.order_number, credited.contract_number into new.order_number, new.contract_number
    from register.invoice credited where credited.id = new.credits_invoice_id;
  new.order_number := coalesce(new.order_number, (select held.number from register.sales_order held where held.id = new.order_id));
  new.contract_number := coalesce(new.contract_number, (select held.number from register.contract held where held.id = new.contract_id));
  return new;
end $function$;

CREATE OR REPLACE FUNCTION register.number_series_begins_empty()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.next <> new.first then
    raise exception 'a series begins with its first number' using errcode = '23514';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION register.number_series_has_no_gaps()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    if old.next > old.first then
      raise exception 'a series that has given numbers stays' using errcode = '23514';
    end if;
    return old;
  end if;
  if (new.group_company, new.kind) is distinct from (old.group_company, old.kind)
    or old.next = old.first and new.next - new.first not in (0, 1)
    or old.next > old.first and (new.first, new.prefix, new.next) is distinct from (old.first, old.prefix, old.next + 1) then
    raise exception 'a number follows the one before it' using errcode = '23514';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION register.order_waits()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  made constant date := (select max(delivered_on) from register.delivery where order_id = new.id and state = 'delivered');
  whole constant boolean := new.billed_from = 'order' or made is null;
begin
  new.waits_since := null;
  if new.state = 'cancelled' or new.billed_from = 'deliveries' and made is null and new.state <> 'closed' then return new; end if;
  if whole and exists (select from register.contract by where by.order_id = new.id and by.billing_months is not null and by.binned_at is null) then return new; end if;
  if exists (
    select from jsonb_array_elements(new.lines) line
      cross join lateral (select coalesce(sum((went->>'quantity')::bigint), 0) as quantity
        from register.delivery cross join jsonb_array_elements(delivery.lines) went
        where delivery.order_id = new.id and delivery.state = 'delivered' and went->>'line' = line->>'id') gone
      cross join lateral (select coalesce(sum((billed->>'quantity')::bigint), 0) as quantity
        from register.invoice cross join jsonb_array_elements(invoice.lines) billed
        where invoice.order_id = new.id and invoice.binned_at is null and invoice.complaint_id is null and billed->>'id' = line->>'id'
          -- of what was finished and credited in part nothing is billed anew by itself
          and (invoice.kind = 'invoice' or made is not null or new.state <> 'closed' or exists (
            select from register.invoice was join register.invoice note on note.credits_invoice_id = was.id
              where was.id = invoice.credits_invoice_id group by was.id having sum(-note.amount_cents) >= was.amount_cents))) done
      cross join lateral (select coalesce(sum((billed->>'quantity')::bigint), 0) as quantity
        from jsonb_array_elements(new.billed_before || jsonb_path_query_array(new.left_unbilled, '$[*].lines[*]')) billed
        where billed->>'id' = line->>'id') before
      where case when whole then greatest((line->>'quantity')::bigint, gone.quantity) else gone.quantity end
        > greatest(done.quantity + before.quantity, 0)
  ) then
    new.waits_since := case when new.billed_from = 'order' then new.ordered_on else coalesce(made, new.settled_on, new.ordered_on) end;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION register.payment_balance()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  select new.amount_cents - new.gone_cents - coalesce(sum(part.cents), 0) into new.left_cents
    from register.payment_allocation part where part.payment_id = new.id;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION register.payment_is_allocated()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update register.payment
    set gone_cents = gone_cents + case when tg_op = 'DELETE' and not exists (select from register.invoice where id = old.invoice_id)
      then old.cents else 0 end
    where id = coalesce(new.payment_id, old.payment_id); -- what is left is counted anew, under a lock
  update register.invoice set paid_cents = 0 where id = coalesce(new.invoice_id, old.invoice_id);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION register.recount_to_bill()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  was jsonb := to_jsonb(old);
  now jsonb := to_jsonb(new);
begin
  update register.sales_order set waits_since = null
    where id in ((was->>'order_id')::uuid, (now->>'order_id')::uuid);
  update register.contract set bills_next = null
    where id in ((was->>'contract_id')::uuid, (now->>'contract_id')::uuid);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION register.relationship_moved()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  new.moves := old.moves || jsonb_build_object(
    'at', case when new.ended_at is distinct from old.ended_at and new.ended_at is not null then new.ended_at
      when new.last_activity_at > old.last_activity_at then new.last_activity_at else seloste.at() end,
    'to', new.state, 'reason', new.end_reason, 'by', nullif(current_setting('seloste.by', true), ''));
  return new;
end
$function$;

CREATE OR REPLACE FUNCTION register.stays_as_issued()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  living constant text[] := coalesce(tg_argv, '{}');
begin
  if tg_op = 'DELETE' then
    if session_user !~ '_(rights|retention)$' then
      raise exception 'what was issued stays' using errcode = '23514', constraint = 'stays_as_issued';
    end if;
    return old;
  end if;
  if to_jsonb(new) - living <> to_jsonb(old) - living then
    raise exception 'what was issued stays as it was' using errcode = '23514', constraint = 'stays_as_issued';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION seloste.acting()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN current_setting('seloste.by'::text, true);

CREATE OR REPLACE FUNCTION seloste.address_for(asked uuid, channel text, today date)
 RETURNS TABLE(id uuid, kind text, of_organisation boolean, source text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    (select mail.id, mail.kind, false, told.source
      from register.person_email mail
      left join register.person_source told on told.person_id = asked and told.field = 'person.email' and told.value_id = mail.id
      where mail.person_id = asked and channel = 'email' and mail.is_proven
      order by mail.is_primary desc, mail.id limit 1)
    union all
    (select place.id, place.kind, place.of_organisation, place.source from (
      select own.id, own.kind, false as of_organisation, told.source, 1 as nearness, null::date as since, null::uuid as tie
        from register.person_address own
        left join register.person_source told on told.person_id = asked and told.field = 'person.address' and told.value_id = own.id
        where own.person_id = asked and own.kind <> 'billing'
      union all
      select door.id, door.kind, true, told.source, 2, link.since, link.id
        from register.affiliation link
        join register.organisation firm on firm.id = link.organisation_id and firm.closed_at is null
        join register.organisation_address door on door.organisation_id = firm.id and door.kind <> 'billing'
        left join register.organisation_source told on told.organisation_id = firm.id and told.field = 'org.addresses' and told.value_id = door.id
        where link.person_id = asked and (link.left_on is null or link.left_on > today)
      union all
      select door.id, door.kind, false, told.source, 3, null, null
        from register.organisation firm
        join register.organisation_address door on door.organisation_id = firm.id and door.kind <> 'billing'
        left join register.organisation_source told on told.organisation_id = firm.id and told.field = 'org.addresses' and told.value_id = door.id
        where firm.person_id = asked and firm.closed_at is null) place
      where channel = 'post'
      order by place.nearness, place.since desc nulls last, place.tie, place.kind, place.id limit 1)
  $function$;

CREATE OR REPLACE FUNCTION seloste.administrators(asked timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select count(distinct staff.id)::integer
    from register.staff staff join register.staff_duty held on held.staff_id = staff.id
    where staff.state = 'open' and held.duty = 'admin' and held.withdrawn_at is null
      and (held.until_on is null or held.until_on >= (asked at time zone 'Europe/Helsinki')::date)
  $function$;

CREATE OR REPLACE FUNCTION seloste.alike(subject text, said_name text, said_email text, said_phone text, said_number text)
 RETURNS TABLE(id uuid, score integer, reasons text[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  folded text := btrim(regexp_replace(seloste.folded(coalesce(said_name, '')), '\s+', ' ', 'g'));
  firm   text := seloste.firm_key(coalesce(said_name, ''));
begin
  if subject = 'person' then
    return query
      select found.id, sum(found.points)::int, array_agg(distinct found.reason) from (
        select mail.person_id as id, 60 as points, 'email' as reason from register.person_email mail
          where seloste.folded(mail.address) collate "C" = seloste.folded(said_email) collate "C" and mail.kind <> 'role'
        union select call.person_id, 40, 'phone' from register.person_phone call where call.number collate "C" = said_phone
        union select who.id, 50, 'name' from register.person who where folded <> '' and folded like '% %'
          and (seloste.folded(who.given_name || ' ' || who.family_name) collate "C" = folded or seloste.folded(who.family_name || ' ' || who.given_name) collate "C" = folded)
      ) found group by found.id having sum(found.points) >= 40 order by 2 desc limit 8;
  else
    return query
      select found.id, sum(found.points)::int, array_agg(distinct found.reason) from (
        select held.id, 100 as points, 'business-id' as reason from register.organisation held where held.business_id = said_number
        union select held.id, 60, 'name' from register.organisation held where firm <> '' and seloste.firm_key(held.name) collate "C" = firm
        union select near.id, 45, 'name-alike' from (
          select held.id from register.organisation held
          where length(folded) >= 4 and seloste.folded(held.name) operator(seloste.%) folded and seloste.firm_key(held.name) collate "C" <> firm
            and seloste.similarity(seloste.folded(held.name), folded) >= 0.6
          limit 20) near
        union select held.id, 50, 'email' from register.organisation held where seloste.folded(held.email) collate "C" = seloste.folded(said_email) collate "C"
      ) found group by found.id having sum(found.points) >= 45 order by 2 desc limit 8;
  end if;
end $function$;

CREATE OR REPLACE FUNCTION seloste.ask_proof(asked uuid, digest bytea, until timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  update register.person_email mail set proof_digest = digest, proof_until = until
    where mail.id = asked and not mail.is_proven and not mail.has_answered;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION seloste.assignments_reached()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select job.id from register.assignment job where job.owner = seloste.acting() and job.state = 'open'
    union
    select listed.assignment_id from register.assignment_contact listed
      join register.assignment job on job.id = listed.assignment_id and job.state = 'open'
    where listed.staff_id = seloste.acting()
  $function$;

CREATE OR REPLACE FUNCTION seloste.at()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (NULLIF(current_setting('seloste.now'::text, true), ''::text) IS NULL) THEN now() ELSE seloste.clock_of_database() END;

CREATE OR REPLACE FUNCTION seloste.begin_merge(merge uuid, subject text, gone uuid, kept uuid, who text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform seloste.refuse_unless_matcher();
  insert into register.merge (id, subject, person_id, organisation_id, gone, at, by)
    values (merge, subject, case subject when 'person' then kept end, case subject when 'organisation' then kept end, gone, at, who);
  if subject = 'person' then perform seloste.note_before(merge, array[gone, kept], '{}', null);
  else perform seloste.note_before(merge, '{}', array[gone, kept], null); end if;
  perform seloste.carry_seen(merge, gone, kept);
end $function$;

CREATE OR REPLACE FUNCTION seloste.bill_after_all(asked uuid, entry text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  place regclass;
  taken integer;
begin
  if not has_column_privilege(session_user, 'register.invoice', 'lines', 'insert') then
    raise exception 'permission denied for table sales_order' using errcode = '42501';
  end if;
  place := case when seloste.lines_to_bill('register.sales_order', asked) is not null then 'register.sales_order'::regclass
    when seloste.lines_to_bill('register.contract', asked) is not null then 'register.contract'::regclass end;
  if place is null then return false; end if;
  execute format('update %s set revision = revision + 1,
      left_unbilled = jsonb_path_query_array(left_unbilled, ''$[*] ? (@.id != $entry)'', $2)
    where id = $1 and left_unbilled @> jsonb_build_array(jsonb_build_object(''id'', $3))', place)
    using asked, jsonb_build_object('entry', entry), entry;
  get diagnostics taken = row_count;
  return taken > 0;
end $function$;

CREATE OR REPLACE FUNCTION seloste.bin_person_of(asked uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  gone  register.enquiry;
  place record;
  hangs boolean;
begin
  perform seloste.refuse_unless_writer('register.enquiry', 'message');
  select held.* into gone from register.enquiry held where held.id = asked and held.binned_by = seloste.acting();
  if gone.person_id is null then return null; end if;
  perform from register.person who where who.id = gone.person_id and who.closed_at is null for update;
  if not found then return null; end if;
  if exists (select from register.person_source said where said.person_id = gone.person_id and not exists (
      select from register.enquiry held where held.person_id = gone.person_id and held.binned_at is not null
        and said.document_kind = 'enquiry' and said.document_id = held.id))
    or exists (select from register.enquiry held where held.person_id = gone.person_id and held.binned_at is null)
    or exists (select from register.relationship tie where tie.person_id = gone.person_id and tie.state <> 'prospect')
    or exists (select from register.message_person one join register.message mail on mail.id = one.message_id
      where one.person_id = gone.person_id
        and (mail.direction = 'out' or mail.enquiry_id is null
          or not exists (select from register.enquiry held where held.id = mail.enquiry_id and held.person_id = gone.person_id)))
  then return null; end if;
  for place in
    select format('%I.%I', space.nspname, held.relname) as name,
      format(case part.atttypid when 'uuid'::regtype then '%I = $1' else '%I @> array[$1]' end, part.attname) as named
    from pg_attribute part join pg_class held on held.oid = part.attrelid join pg_namespace space on space.oid = held.relnamespace
    where space.nspname = 'register' and held.relkind in ('r', 'p') and not held.relispartition and not part.attisdropped
      and (part.atttypid = 'uuid'::regtype and part.attname ~ '(^|_)person(_id)?$'
        or part.atttypid = 'uuid[]'::regtype and part.attname in ('people', 'parties'))
      and held.relname not in ('access_log', 'person_email', 'person_phone', 'person_address', 'person_source', 'relationship', 'enquiry', 'notice',
        'notice_delivery', 'message_person', 'seen_lately', 'duplicate_pair')
  loop
    execute format('select exists (select from %s where %s)', place.name, place.named) into hangs using gone.person_id;
    if hangs then return null; end if;
  end loop;
  update register.person set closed_at = gone.binned_at, binned_at = gone.binned_at, changed_at = gone.binned_at where id = gone.person_id;
  update register.enquiry set took_person = true where person_id = gone.person_id and binned_at is not null;
  -- Art. 14(3)(a): what is destroyed within the month calls for no notice; nothing of it is sent or asked for meanwhile.
  update register.notice set exempt_reason = 'bin: ' || state, state = 'not-needed' where person_id = gone.person_id and state in ('queued', 'failed');
  return gone.person_id;
end $function$;

CREATE OR REPLACE FUNCTION seloste.bin_record(subject text, asked uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform seloste.refuse_unless_seen(subject, asked);
  execute format('select from register.%I where id = $1 for update', subject) using asked;
  if exists (select from seloste.hangs_on(subject, asked)) then raise exception 'something hangs on it' using errcode = '42501'; end if;
  execute format('update register.%I set closed_at = $2, binned_at = $2, binned_by = $3, changed_at = $2 where id = $1', subject)
    using asked, seloste.at(), seloste.acting();
  -- Art. 14(3)(a): what is destroyed within the month calls for no notice; nothing of it is sent or asked for meanwhile.
  if subject = 'person' then
    update register.notice set exempt_reason = 'bin: ' || state, state = 'not-needed' where person_id = asked and state in ('queued', 'failed');
  end if;
end $function$;

CREATE OR REPLACE FUNCTION seloste.carry_seen(merge uuid, gone uuid, kept uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform seloste.refuse_unless_matcher();
  insert into register.undo_row (of, place, key, person_id, organisation_id, before)
    select merge, 'register.seen_lately', t.id::text, t.person_id, t.organisation_id, to_jsonb(t) from register.seen_lately t
      where gone in (t.person_id, t.organisation_id) or kept in (t.person_id, t.organisation_id)
    union all
    select merge, 'register.notification', t.id::text, t.person_id, t.organisation_id, to_jsonb(t) from register.notification t
      where gone in (t.person_id, t.organisation_id);

  -- Whoever opened both cards opened one, when they last did.
  update register.seen_lately own set at = other.at from register.seen_lately other
    where own.record_id = kept and other.record_id = gone and own.staff = other.staff and own.kind = other.kind and own.at < other.at;
  delete from register.seen_lately other using register.seen_lately own
    where own.record_id = kept and other.record_id = gone and own.staff = other.staff and own.kind = other.kind;
  update register.seen_lately set record_id = kept where record_id = gone;
  update register.seen_lately set person_id = kept where person_id = gone;
  update register.seen_lately set organisation_id = kept where organisation_id = gone;
  update register.notification set person_id = kept where person_id = gone;
  update register.notification set organisation_id = kept where organisation_id = gone;
end $function$;

CREATE OR REPLACE FUNCTION seloste.clock_of_database()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$
    select coalesce(
      (select substr(item, length('seloste.now=') + 1)::timestamptz
       from pg_db_role_setting setting, unnest(setting.setconfig) item
       where setting.setrole = 0 and item like 'seloste.now=%'
         and setting.setdatabase = (select oid from pg_database where datname = current_database())),
      now())
  $function$;

CREATE OR REPLACE FUNCTION seloste.close_as_before(asked uuid, state_then text, reason text, ended timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  tie register.relationship;
begin
  update register.relationship set state = state_then, end_reason = reason, ended_at = ended, closed_at = ended, revision = revision + 1
    where id = asked returning * into tie;
  update register.organisation firm set closed_at = greatest(firm.created_at, (
      select max(other.closed_at) from register.relationship other where other.organisation_id = firm.id)), changed_at = seloste.at()
    where firm.id = tie.organisation_id and firm.closed_at is null
      and not exists (select from register.relationship other where other.organisation_id = firm.id and other.closed_at is null);
  update register.person who set closed_at = greatest(who.created_at, ended), changed_at = seloste.at()
    where who.closed_at is null
      and who.id in (select tie.person_id union select link.person_id from register.affiliation link where link.organisation_id = tie.organisation_id)
      and not exists (select from register.relationship other where other.person_id = who.id and other.closed_at is null)
      and not exists (
        select from register.affiliation link join register.relationship other on other.organisation_id = link.organisation_id
        where link.person_id = who.id and link.left_on is null and other.closed_at is null);
end $function$;

CREATE OR REPLACE FUNCTION seloste.close_relationship(asked uuid, new_state text, reason text, ended timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  tie   register.relationship;
  seen  boolean;
begin
  perform seloste.refuse_unless_writer('register.relationship', 'state');
  execute format('select exists (select from register.relationship where id = $1 and (%s))', seloste.rows_seen('register.relationship'))
    into seen using asked;
  if not seen then return; end if;

  update register.relationship set state = new_state, end_reason = reason, ended_at = ended, closed_at = ended, revision = revision + 1
    where id = asked returning * into tie;
  update register.organisation firm set closed_at = ended, changed_at = ended
    where firm.id = tie.organisation_id and firm.closed_at is null
      and not exists (select from register.relationship other where other.organisation_id = firm.id and other.closed_at is null);
  update register.person who set closed_at = ended, changed_at = ended
    where who.closed_at is null
      and who.id in (select tie.person_id union select link.person_id from register.affiliation link where link.organisation_id = tie.organisation_id)
      and not exists (select from register.relationship other where other.person_id = who.id and other.closed_at is null)
      and not exists (
        select from register.affiliation link join register.relationship other on other.organisation_id = link.organisation_id
        where link.person_id = who.id and link.left_on is null and other.closed_at is null);
end $function$;

CREATE OR REPLACE FUNCTION seloste.closed_organisation(asked uuid, number text)
 RETURNS TABLE(id uuid, relationship uuid, closed boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select firm.id, tie.id, firm.closed_at is not null
    from register.organisation firm left join register.relationship tie on tie.organisation_id = firm.id and tie.state in ('ended', 'retained')
    where (firm.id = asked and firm.binned_at is null or firm.business_id = number) and firm.form <> 'sole-trader'
      and has_column_privilege(session_user, 'register.organisation', 'name', 'update')
  $function$;

CREATE OR REPLACE FUNCTION seloste.columns_about(subject text)
 RETURNS TABLE(place text, column_name text, is_list boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select distinct format('%s.%s', space.nspname, own.relname), own_column.attname::text, own_column.atttypid = 'uuid[]'::regtype
    from pg_class own join pg_namespace space on space.oid = own.relnamespace
      join pg_attribute own_column on own_column.attrelid = own.oid and own_column.attnum > 0 and not own_column.attisdropped
    where space.nspname in ('register', 'declared') and own.relkind = 'r' and not own.relispartition
      and not seloste.is_passing(format('%s.%s', space.nspname, own.relname))
      and (own_column.atttypid = 'uuid'::regtype and (
          own_column.attname = 'id' and own.oid = format('register.%s', subject)::regclass
          or own_column.attname = any (case subject when 'person' then array['person_id', 'contact_person_id'] else array['organisation_id'] end)
          or exists (select from pg_constraint rule where rule.contype = 'f' and rule.conrelid = own.oid
            and rule.confrelid = format('register.%s', subject)::regclass and rule.conkey = array[own_column.attnum]))
        or own_column.atttypid = 'uuid[]'::regtype and subject = 'person' and own_column.attname in ('people', 'parties'))
  $function$;

CREATE OR REPLACE FUNCTION seloste.contract_billed_until(asked uuid, until date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not (has_column_privilege(session_user, 'register.invoice', 'lines', 'insert')
      or has_column_privilege(session_user, 'register.contract', 'title', 'insert')) then
    raise exception 'permission denied for table contract' using errcode = '42501';
  end if;
  update register.contract set billed_until = until, revision = revision + 1
    where id = asked and (until is null or until >= starts_on);
  return found;
end $function$;

CREATE OR REPLACE FUNCTION seloste.correspondents(asked text[])
 RETURNS TABLE(address text, person_id uuid, organisation_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select said.address, mail.person_id,
      (select tie.organisation_id from register.affiliation tie
        where tie.person_id = mail.person_id and tie.left_on is null order by tie.since desc, tie.organisation_id limit 1)
    from unnest(asked) said (address)
    join register.person_email mail on seloste.folded(mail.address) collate "C" = seloste.folded(said.address) and mail.is_proven
    union all
    select said.address, firm.person_id, firm.id
    from unnest(asked) said (address)
    join register.organisation firm on firm.email is not null and seloste.folded(firm.email) collate "C" = seloste.folded(said.address)
    where firm.closed_at is null
  $function$;

CREATE OR REPLACE FUNCTION seloste.customer_by_order(organisation uuid, person uuid, company text, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  held text;
begin
  if not (has_column_privilege(session_user, 'register.sales_order', 'lines', 'insert')
      or has_column_privilege(session_user, 'register.contract', 'title', 'insert')) then
    raise exception 'permission denied for table sales_order' using errcode = '42501';
  end if;
  select state into held from register.relationship tie
    where tie.group_company = company and (tie.organisation_id = organisation or organisation is null and tie.person_id = person)
    for update;
  if held = 'customer' then
    update register.relationship tie set last_activity_at = at
      where tie.group_company = company and (tie.organisation_id = organisation or organisation is null and tie.person_id = person);
    return null;
  end if;
  if held is null then
    insert into register.relationship (organisation_id, person_id, group_company, state, started_at, last_activity_at)
      values (organisation, case when organisation is null then person end, company, 'customer', at, at);
    return 'begun';
  end if;
  update register.relationship tie
    set state = 'customer', last_activity_at = at, closed_at = null, ended_at = null, end_reason = null, revision = revision + 1
    where tie.group_company = company and (tie.organisation_id = organisation or organisation is null and tie.person_id = person);
  update register.organisation firm set closed_at = null, changed_at = at where firm.id = organisation and firm.closed_at is not null;
  update register.person who set closed_at = null, changed_at = at where who.id = person and who.closed_at is not null;
  return held;
end $function$;

CREATE OR REPLACE FUNCTION seloste.declared_column(field text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (CASE WHEN (field ~~ 'com.%'::text) THEN 'com_'::text ELSE ''::text END || lower(regexp_replace(regexp_replace(substr(field, (strpos(field, '.'::text) + 1)), '([a-z0-9])([A-Z])'::text, '\1_\2'::text, 'g'::text), '[^A-Za-z0-9]+'::text, '_'::text, 'g'::text)));

CREATE OR REPLACE FUNCTION seloste.depth_of(asked regclass)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    with recursive walk (place, depth) as (
      select asked::oid, 0
      union
      select rule.confrelid, walk.depth + 1 from walk join pg_constraint rule on rule.conrelid = walk.place and rule.contype = 'f'
        and rule.confrelid <> rule.conrelid
      where walk.depth < 8)
    select max(depth) from walk
  $function$;

CREATE OR REPLACE FUNCTION seloste.differs_from_person(asked uuid, said_name text, said_phone text)
 RETURNS TABLE(name_differs boolean, phone_differs boolean, is_closed boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select seloste.folded(said_name) not in (seloste.folded(person.given_name || ' ' || person.family_name), seloste.folded(person.family_name || ' ' || person.given_name)),
      said_phone is not null and not exists (select from register.person_phone phone where phone.person_id = person.id and phone.number = said_phone),
      person.closed_at is not null
    from register.person
    where person.id = asked and has_column_privilege(session_user, 'register.person_email', 'address', 'insert')
  $function$;

CREATE OR REPLACE FUNCTION seloste.drop_access_log_month(month date)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    declare
      name  text := 'access_log_' || to_char(month, 'YYYY_MM');
      after timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC';
      rows  bigint;
    begin
      if after > seloste.at() then
        raise exception 'ACCESS_LOG_MONTH_NOT_OVER' using errcode = '42501';
      end if;
      execute format('select count(*) from register.%I', name) into rows;
      execute format('drop table register.%I', name);
      return rows;
    end
  $function$;

CREATE OR REPLACE FUNCTION seloste.email_to_prove(digest bytea, at timestamp with time zone)
 RETURNS TABLE(person uuid, value uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select mail.person_id, mail.id from register.person_email mail
    where mail.proof_digest = digest and mail.proof_until > at and not mail.is_proven and not mail.has_answered
      and not exists (select from register.restriction kept where kept.person_id = mail.person_id and kept.lifted_at is null)
  $function$;

CREATE OR REPLACE FUNCTION seloste.email_with_order(asked uuid, typed text, kind text, at timestamp with time zone)
 RETURNS TABLE(person uuid, value uuid, is_new boolean, product_group text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  bought jsonb;
begin
  if not has_column_privilege(session_user, 'register.sales_order', 'lines', 'insert') then
    raise exception 'permission denied for table sales_order' using errcode = '42501';
  end if;
  select coalesce(held.person_id, case when held.organisation_id is not null then held.contact_person_id end), held.lines
    into person, bought from register.sales_order held where held.id = asked and held.entered_at = at;
  -- Art. 18 GDPR: what is restricted is not added to.
  if person is null or exists (select from register.restriction kept where kept.person_id = person and kept.lifted_at is null) then
    return;
  end if;
  perform from register.person who where who.id = person for update;
  update register.person_email mail set given_with = mail.given_with || asked
    where mail.person_id = person and mail.address = typed returning mail.id into value;
  is_new := value is null;
  if is_new then
    insert into register.person_email as mail (person_id, address, kind, is_primary, is_proven, given_with, added_at)
      values (person, typed, kind, not exists (select from register.person_email other where other.person_id = person and other.is_primary),
        false, array[asked], at)
      returning mail.id into value;
  end if;
  select product.product_group into product_group
    from jsonb_array_elements(bought) with ordinality line (item, nth)
      join register.product product on product.id::text = item ->> 'product'
    where product.product_group is not null order by nth limit 1;
  return next;
end $function$;

CREATE OR REPLACE FUNCTION seloste.end_merge(merge uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  held register.merge;
begin
  perform seloste.refuse_unless_matcher();
  select * into held from register.merge one where one.id = merge;
  if held.subject = 'person' then
    perform seloste.note_after(merge, array[held.gone, held.person_id], '{}', null);
    -- A keyed digest names nobody: what this transaction itself wrote is known by that alone.
    insert into register.undo_row (of, place, key, person_id, after)
      select merge, 'register.suppression', no.id::text, held.person_id, to_jsonb(no) from register.suppression no
      where no.at = held.at and no.xmin = pg_current_xact_id()::xid;
    update register.merge one set known = array(select place || ' ' || key from seloste.rows_about(array[held.person_id], '{}', null)) where one.id = merge;
  else
    perform seloste.note_after(merge, '{}', array[held.gone, held.organisation_id], null);
    update register.merge one set known = array(select place || ' ' || key from seloste.rows_about('{}', array[held.organisation_id], null)) where one.id = merge;
  end if;
end $function$;

CREATE OR REPLACE FUNCTION seloste.enqueue(kind text, id text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(kind, json_build_object('id', id), max_attempts := 1000);
end $function$;

CREATE OR REPLACE FUNCTION seloste.enquiry_led_to(asked uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform seloste.refuse_unless_writer('register.enquiry', 'message');
  return case
    when exists (select from register.opportunity led where led.enquiry_id = asked and led.binned_at is null) then 'opportunity'
    when exists (select from register.quote_request led where led.enquiry_id = asked and led.binned_at is null) then 'quote-request'
    when exists (select from register.quote led where led.enquiry_id = asked and led.binned_at is null) then 'quote'
    when exists (select from register.rights_request led where led.enquiry_id = asked) then 'request'
  end;
end $function$;

CREATE OR REPLACE FUNCTION seloste.find_duplicates(at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_nestloop TO 'off'
AS $function$
declare
  people integer;
  firms  integer;
begin
  perform seloste.refuse_unless_matcher();
  delete from register.duplicate_pair where state = 'open';
  with keyed as materialized (
      select 'email' as kind, 60 as points, seloste.folded(mail.address) as key, mail.person_id as id from register.person_email mail where mail.kind <> 'role'
      union all select 'phone', 40, call.number, call.person_id from register.person_phone call
      union all select 'name', 30, array_to_string(array(select word from unnest(string_to_array(seloste.folded(who.given_name || ' ' || who.family_name), ' ')) word where word <> '' order by word), ' '), who.id
        from register.person who where who.given_name <> '' and who.family_name <> ''
      union all select 'company', 30, link.organisation_id || ' ' || seloste.folded(who.family_name) || ' ' || left(seloste.folded(who.given_name), 1), who.id
        from register.person who join register.affiliation link on link.person_id = who.id and link.left_on is null
        where who.family_name <> ''
      union all select 'address', 25, place.postcode || ' ' || seloste.folded(coalesce(place.street, '') || coalesce(place.house_number, '') || coalesce(place.po_box, '')) || ' ' || seloste.folded(who.family_name), who.id
        from register.person_address place join register.person who on who.id = place.person_id),
    blocks as materialized (
      -- A key that many share tells nobody apart.
      select kind, key from keyed group by kind, key having count(distinct id) between 2 and 8),
    pairs as (
      select least(one.id, other.id) as a, greatest(one.id, other.id) as b, one.kind, max(one.points) as points
      from blocks join keyed one on one.kind = blocks.kind and one.key = blocks.key join keyed other on other.kind = blocks.kind and other.key = blocks.key
      where one.id < other.id group by 1, 2, 3)
  insert into register.duplicate_pair (subject, person_id, other_person_id, score, reasons, found_at)
    select 'person', a, b, sum(points), array_agg(kind order by points desc, kind), at from pairs group by a, b having sum(points) >= 60
    on conflict do nothing;
  get diagnostics people = row_count;
  with keyed as materialized (
      select 'name' as kind, 60 as points, seloste.firm_key(held.name) as key, held.id from register.organisation held where held.closed_at is null
      union all select 'phone', 30, held.phone, held.id from register.organisation held where held.phone is not null and held.closed_at is null
      union all select 'email', 30, seloste.folded(held.email), held.id from register.organisation held where held.email is not null and held.closed_at is null
      union all select 'address', 25, place.postcode || ' ' || seloste.folded(coalesce(place.street, '') || coalesce(place.house_number, '') || coalesce(place.po_box, '')) || ' ' || left(seloste.firm_key(held.name), 3), held.id
        from register.organisation_address place join register.organisation held on held.id = place.organisation_id where held.closed_at is null),
    blocks as materialized (select kind, key from keyed where key <> '' group by kind, key having count(distinct id) between 2 and 8),
    pairs as (
      select least(one.id, other.id) as a, greatest(one.id, other.id) as b, one.kind, max(one.points) as points
      from blocks join keyed one on one.kind = blocks.kind and one.key = blocks.key join keyed other on other.kind = blocks.kind and other.key = blocks.key
      where one.id < other.id group by 1, 2, 3),
    scored as (
      select a, b, array_agg(kind order by points desc, kind) as kinds, sum(points) as points,
        -- Two business IDs are two companies, however alike they look.
        case when one.business_id <> other.business_id then -50 else 0 end as apart
      from pairs join register.organisation one on one.id = a join register.organisation other on other.id = b
      group by a, b, one.business_id, other.business_id)
  insert into register.duplicate_pair (subject, organisation_id, other_organisation_id, score, reasons, found_at)
    select 'organisation', a, b, points + apart, kinds, at from scored where points + apart >= 50
    on conflict do nothing;
  get diagnostics firms = row_count;
  return people + firms;
end $function$;

CREATE OR REPLACE FUNCTION seloste.firm_key(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(regexp_replace(((' '::text || regexp_replace(seloste.folded(name), '[^a-z0-9]+'::text, ' '::text, 'g'::text)) || ' '::text), ' (oy|oyj|ab|abp|ky|kb|ay|ry|rf|rek|tmi|t mi|ltd|inc|gmbh|as|plc|osk|ja|och|and|the)(?= )'::text, ' '::text, 'g'::text), ' +'::text, ''::text, 'g'::text);

CREATE OR REPLACE FUNCTION seloste.firms_called(said text)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not has_column_privilege(session_user, 'register.organisation', 'name', 'select') then
    raise exception 'permission denied for table organisation' using errcode = '42501';
  end if;
  return query execute format('select id from register.organisation where seloste.firm_key(name) collate "C" = seloste.firm_key($1)
      and seloste.folded(name) = seloste.folded($1) and (%s) limit 3', seloste.rows_seen('register.organisation')) using said;
end $function$;

CREATE OR REPLACE FUNCTION seloste.folded(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT COST 200
RETURN (CASE WHEN (octet_length(said) = length(said)) THEN lower((said COLLATE pg_c_utf8)) WHEN (octet_length(replace(replace(replace(lower((said COLLATE pg_c_utf8)), 'ä'::text, 'a'::text), 'ö'::text, 'o'::text), 'å'::text, 'a'::text)) = length(said)) THEN replace(replace(replace(lower((said COLLATE pg_c_utf8)), 'ä'::text, 'a'::text), 'ö'::text, 'o'::text), 'å'::text, 'a'::text) ELSE translate(lower((said COLLATE pg_c_utf8)), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžſșțæøđłßœðþŧħıŋ'::text, 'aaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzsstaodlsodtthin'::text) END COLLATE "C");

CREATE OR REPLACE FUNCTION seloste.folded_letter(said text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (octet_length("left"(said, 1)) = 1) THEN lower(("left"(said, 1) COLLATE "C")) ELSE seloste.folded("left"(said, 1)) END;

CREATE OR REPLACE FUNCTION seloste.forget_proof()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  new.proof_digest := null;
  new.proof_until := null;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION seloste.forget_secret_elsewhere()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  delete from register.mailbox_secret held where held.mailbox_id = new.id;
  delete from register.mail_errand held where held.mailbox_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION seloste.gate(asked uuid, wish jsonb, digests bytea[], rules jsonb, OUT allowed boolean, OUT code text, OUT clause text, OUT ground text, OUT address uuid)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER COST 20000
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  today     constant date := (seloste.at() at time zone 'Europe/Helsinki')::date;
  wanted    constant text := wish ->> 'channel';
  who       register.person;
  place     record;
  works     boolean;  -- now, at an organisation that is not a sole trader's
  has_left  boolean;
  org_said  boolean := false;  -- an organisation of theirs has refused
  relevant  boolean := false;
  recipient text;
  rule      jsonb;
  role_asked boolean := false;
  org_stops  boolean := false;
begin
  allowed := false;
  if rules is null or wish is null then code := 'PURPOSE_NOT_DECLARED'; clause := 'S4.10'; return; end if;
  if not coalesce(rules -> 'channels' ? wanted, false) then code := 'CHANNEL_NOT_DECLARED'; clause := 'S4.12'; return; end if;
  if wish -> 'topics' = '[]' or not rules -> 'topics' @> (wish -> 'topics') then code := 'TOPIC_NOT_DECLARED'; clause := 'S4.11'; return; end if;
  if not rules -> 'companies' ? (wish ->> 'company') then code := 'GROUP_COMPANY_NOT_DECLARED'; clause := 'S8.1'; return; end if;

  select held.* into who from register.person held where held.id = asked;
  if who.id is null then code := 'PERSON_GONE'; clause := 'S12.11'; return; end if;
  if digests is not null and exists (
      select from register.suppression held where held.digest = any (digests)
        and seloste.stands_against(held.scope, held.channel, held.topic, wish)) then
    code := 'SUPPRESSED'; clause := 'S12.16'; return;
  end if;
  if exists (select from register.objection held where held.person_id = asked and held.lifted_at is null
      and seloste.stands_against(held.scope, held.channel, held.topic, wish)) then
    code := 'OBJECTED'; clause := 'S12.16'; return;
  end if;
  if exists (select from register.restriction held where held.person_id = asked and held.lifted_at is null) then
    code := 'RESTRICTED'; clause := 'S12.19'; return;
  end if;
  if who.closed_at is not null then code := 'RELATIONSHIP_ENDED'; clause := 'S4.4'; return; end if;
  if exists (select from register.notice held where held.person_id = asked and held.state in ('queued', 'failed') and held.target_on < today) then
    code := 'NOTICE_OVERDUE'; clause := 'S6.7'; return;
  end if;
  if exists (select from register.notice held where held.person_id = asked and held.state in ('queued', 'failed')
      and held.holds && (array['purpose:' || (rules ->> 'purpose'), 'channel:' || wanted]
        || array(select 'topic:' || topic from jsonb_array_elements_text(wish -> 'topics') topic))) then
    code := 'NOT_TOLD_OF_CHANGE'; clause := 'S0.2'; return;
  end if;
  if exists (select from register.topic_preference held where held.person_id = asked and not held.wants and wish -> 'topics' ? held.topic) then
    code := 'TOPIC_NOT_WANTED'; clause := 'S4.11'; return;
  end if;

  -- One who has left is told nothing at the address of the former employer, also where that organisation has closed.
  select who.kind = 'representative' and coalesce(bool_or(present and firm.form <> 'sole-trader'), false),
      who.kind = 'representative' and count(*) > 0 and not bool_or(present),
      who.kind = 'representative' and coalesce(bool_or(present and firm.form <> 'sole-trader'
        and wish -> 'jobRoles' ? lower(btrim(link.job_role) collate pg_c_utf8)), false)
    into works, has_left, relevant
    from register.affiliation link join register.organisation firm on firm.id = link.organisation_id,
      lateral (select (link.left_on is null or link.left_on > today) and firm.closed_at is null as present) now
    where link.person_id = asked;

  select found.* into place from seloste.address_for(asked, wanted, today) found;
  if place.id is null then
    code := case when has_left then 'LEFT_ORGANISATION' else 'NO_ADDRESS' end;
    clause := case when has_left then 'S4.4' else 'S5.7' end;
    return;
  end if;
  address := place.id;
  if has_left and wanted = 'email' and place.kind <> 'private' then code := 'LEFT_ORGANISATION'; clause := 'S4.4'; return; end if;
  if exists (select from register.undeliverable held where held.value_id = place.id and held.channel = wanted and held.settled_at is null) then
    code := 'ADDRESS_UNDELIVERABLE'; clause := 'S12.6'; return;
  end if;
  if not coalesce(rules -> 'sources' ? place.source, false) then code := 'SOURCE_NOT_FOR_MARKETING'; clause := 'S6.8'; return; end if;

  if works then
    org_said := exists (
      select from register.affiliation link join register.objection held on held.organisation_id = link.organisation_id
        join register.organisation firm on firm.id = link.organisation_id and firm.closed_at is null
      where link.person_id = asked and (link.left_on is null or link.left_on > today) and held.lifted_at is null
        and seloste.stands_against(held.scope, held.channel, held.topic, wish));
  end if;
  -- § 200, § 202: a sole trader, and an address of unknown kind, is a natural person's.
  recipient := case
    when not works then 'natural-person'
    when wanted = 'post' then case when place.of_organisation then 'work-address' else 'natural-person' end
    when place.kind = 'role' then 'legal-person'
    when place.kind = 'personal-work' then 'work-address'
    else 'natural-person' end;

  for rule in select item from jsonb_array_elements(rules -> 'grounds') with ordinality listed (item, nth)
      where item ->> 'channel' = wanted
        and (item ->> 'recipient' in (recipient, 'any') or (item ->> 'recipient' = 'natural-person' and recipient = 'work-address'))
      order by nth loop
    case rule ->> 'require'
      when 'consent' then
        allowed := exists (select from register.consent held where held.person_id = asked and held.purpose = rules ->> 'purpose'
          and held.channel = wanted and held.state = 'given' and held.expires_on > today);
      when 'existing-customer' then
        -- § 200(3): the same seller, its own products of the like, the address taken with the sale, and told that one may refuse.
        allowed := exists (
          select from register.fact_of_sale held where held.person_id = asked and held.group_company = wish ->> 'company'
            and held.told_of_refusal and held.email_id = place.id and wish -> 'productGroups' ? held.product_group)
          and exists (
            select from register.relationship tie where tie.state = 'customer' and tie.group_company = wish ->> 'company'
              and (tie.person_id = asked or tie.organisation_id in (select own.id from register.organisation own where own.person_id = asked)));
      when 'role-relevance' then
        role_asked := true;
        allowed := relevant and not org_said;
        org_stops := org_stops or (relevant and org_said);
      when 'not-refused' then
        allowed := not org_said;
        org_stops := org_stops or org_said;
      when 'not-objected-and-not-on-ban-list' then
        allowed := not (org_said and place.of_organisation);
        org_stops := org_stops or (org_said and place.of_organisation);
      else allowed := false;
    end case;
    if allowed then ground := rule ->> 'require'; return; end if;
  end loop;

  clause := 'S4.10';
  code := case when org_stops then 'ORGANISATION_REFUSED' when role_asked then 'ROLE_NOT_RELEVANT'
    when wanted = 'post' then 'NO_GROUND_DECLARED' else 'NO_GROUND_200_1' end;
end $function$;

CREATE OR REPLACE FUNCTION seloste.gin_extract_query_trgm(text, internal, smallint, internal, internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_query_trgm$function$;

CREATE OR REPLACE FUNCTION seloste.gin_extract_value_trgm(text, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_value_trgm$function$;

CREATE OR REPLACE FUNCTION seloste.gin_trgm_consistent(internal, smallint, text, integer, internal, internal, internal, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_consistent$function$;

CREATE OR REPLACE FUNCTION seloste.gin_trgm_triconsistent(internal, smallint, text, integer, internal, internal, internal)
 RETURNS "char"
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_triconsistent$function$;

CREATE OR REPLACE FUNCTION seloste.gtrgm_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_compress$function$;

CREATE OR REPLACE FUNCTION seloste.gtrgm_consistent(internal, text, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_consistent$function$;

CREATE OR REPLACE FUNCTION seloste.gtrgm_decompress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_decompress$function$;

CREATE OR REPLACE FUNCTION seloste.gtrgm_distance(internal, text, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_distance$function$;

CREATE OR REPLACE FUNCTION seloste.gtrgm_in(cstring)
 RETURNS seloste.gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_in$function$;

CREATE OR REPLACE FUNCTION seloste.gtrgm_options(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE
AS '$libdir/pg_trgm', $function$gtrgm_options$function$;

CREATE OR REPLACE FUNCTION seloste.gtrgm_out(seloste.gtrgm)
 RETURNS cstring
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_out$function$;

CREATE OR REPLACE FUNCTION seloste.gtrgm_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_penalty$function$;

CREATE OR REPLACE FUNCTION seloste.gtrgm_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_picksplit$function$;

CREATE OR REPLACE FUNCTION seloste.gtrgm_same(seloste.gtrgm, seloste.gtrgm, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_same$function$;

CREATE OR REPLACE FUNCTION seloste.gtrgm_union(internal, internal)
 RETURNS seloste.gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_union$function$;

CREATE OR REPLACE FUNCTION seloste.hand_over(asked uuid, from_whom uuid, to_whom uuid, asked_at timestamp with time zone, wished jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  part   record;
  moved  uuid[];
  ids    jsonb := '{}';
  counts jsonb := '{}';
begin
  perform seloste.refuse_unless_writer('register.staff', 'closed_at');
  for part in select kinds.*, wished ->> kinds.kind as only_of from seloste.kinds_of_work() kinds where wished ? kinds.kind loop
    execute format('with given as (update %s work set %I = $2, revision = work.revision + 1
        where work.%I = $1 and %s and ($3 is null or work.group_company = $3) returning work.id) select array_agg(id) from given',
      part.place, part.holder, part.holder, part.is_open) into moved using from_whom::text, to_whom::text, part.only_of;
    if moved is null then continue; end if;
    ids := ids || jsonb_build_object(part.kind, to_jsonb(moved));
    counts := counts || jsonb_build_object(part.kind, cardinality(moved));
  end loop;
  if counts = '{}' then return counts; end if;
  insert into register.hand_over (id, from_staff, to_staff, by, at, counts, ids)
    values (asked, from_whom, to_whom, seloste.acting(), asked_at, counts, ids);
  insert into register.notification (staff, kind, by, at) values (to_whom::text, 'work-given', seloste.acting(), asked_at);
  -- What can be taken back no more is forgotten, but for how much it was.
  update register.hand_over held set ids = null where held.ids is not null and held.at < asked_at - interval '14 days';
  return counts;
end $function$;

CREATE OR REPLACE FUNCTION seloste.hangs_on(subject text, asked uuid)
 RETURNS TABLE(place text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  one    record;
  hangs  boolean;
  seen   boolean;
  in_bin boolean := exists (select from register.organisation firm where firm.id = asked and firm.binned_at is not null);
begin
  if subject not in ('person', 'organisation') or not has_column_privilege(session_user, format('register.%I', subject), 'closed_at', 'select') then
    raise exception 'permission denied for table %', subject using errcode = '42501';
  end if;
  execute format('select exists (select from register.%I where id = $1 and (%s))', subject, seloste.rows_seen(format('register.%I', subject)::regclass))
    into seen using asked;
  if not seen and not exists (select from seloste.records_in_bin(subject) held where held.id = asked) then
    raise exception 'permission denied for table %', subject using errcode = '42501';
  end if;
  for one in
    select about.place as name, format(case when about.is_list then '%I @> array[$1]' else '%I = $1' end, about.column_name) as condition
    from seloste.columns_about(subject) about
    where not (about.place = any (seloste.value_places()))
      and about.place not in ('register.notice', 'register.notice_delivery', 'register.work_rule_run', 'register.bulk_edit_row')
  loop
    execute format('select exists (select from %s where %s)', one.name, one.condition) into hangs using asked;
    if hangs then place := split_part(one.name, '.', 2); return next; end if;
  end loop;
  -- Two records that were made one are told apart first.
  return query
    select 'merge' from register.merge done
      where (done.person_id = asked or done.organisation_id = asked) and done.undone_at is null limit 1;
  -- A relationship that went on, slept or ended is a history.
  return query
    select 'relationship' from register.relationship tie
      where (tie.organisation_id = asked or tie.person_id = asked) and (tie.closed_at is not null or tie.moves <> '[]') limit 1;
  if subject = 'person' then
    return query select 'sole_trader' from register.organisation firm where firm.person_id = asked limit 1;
    return;
  end if;
  return query select 'sole_trader' from register.organisation firm where firm.id = asked and firm.person_id is not null;
  return query
    select 'affiliation' from register.affiliation link join register.person who on who.id = link.person_id
      where link.organisation_id = asked and (in_bin or who.binned_at is null) limit 1;
  return query select 'organisation' from register.organisation part where part.parent_id = asked and (in_bin or part.binned_at is null) limit 1;
end $function$;

CREATE OR REPLACE FUNCTION seloste.held_back(hits uuid[], seen uuid[], most integer, fetched integer)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  return cardinality(hits) >= fetched and (select count(*) from unnest(hits) one where one in (select unnest(seen))) < most;
end $function$;

CREATE OR REPLACE FUNCTION seloste.import_soon(import uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (select from register.import_run held where held.id = import and held.state in ('reading', 'running', 'undoing')) then return; end if;
  if to_regnamespace('graphile_worker') is null then return; end if;
  perform graphile_worker.add_job('go-on-importing', json_build_object('id', import), job_key := 'import-' || import, max_attempts := 5);
end $function$;

CREATE OR REPLACE FUNCTION seloste.instruction_needed(asked_staff uuid, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((EXISTS (SELECT FROM register.instruction)) AND (NOT (EXISTS (SELECT FROM register.instruction_acknowledgement read WHERE ((read.staff_id = instruction_needed.asked_staff) AND (read.version >= COALESCE((SELECT max(instruction.version) AS max FROM register.instruction WHERE (instruction.made_at <= (instruction_needed.at - '7 days'::interval))), (SELECT min(instruction.version) AS min FROM register.instruction))))))));

CREATE OR REPLACE FUNCTION seloste.is_masked(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select exists (select from register.restriction where restriction.person_id = asked and restriction.lifted_at is null)
      and right(session_user::text, 8) <> '_privacy'
  $function$;

CREATE OR REPLACE FUNCTION seloste.is_my_duty(asked text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select right(session_user::text, length(asked) + 1) = '_' || replace(asked, '-', '_')
      and exists (select from pg_roles where rolname = left(session_user::text, -length(asked)) || 'site')
  $function$;

CREATE OR REPLACE FUNCTION seloste.is_new(place regclass, asked uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  made boolean;
begin
  if place not in ('register.person'::regclass, 'register.organisation'::regclass) then return false; end if;
  execute format('select exists (select from %s where id = $1 and revision = 1 and xmin = pg_current_xact_id_if_assigned()::xid)', place)
    into made using asked;
  return made;
end $function$;

CREATE OR REPLACE FUNCTION seloste.is_passing(place text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (place ~ '^register\.(access_log|ledger|import_|undo_row|merge|duplicate|seen_lately|notification)'::text);

CREATE OR REPLACE FUNCTION seloste.is_restricted(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select exists (select from register.restriction where restriction.person_id = asked and restriction.lifted_at is null) $function$;

CREATE OR REPLACE FUNCTION seloste.keep_after(import uuid, people uuid[], companies uuid[], places text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform from register.import_run run where run.id = import and run.state = 'running' and run.by = seloste.acting();
  if not found then raise exception 'no import is under way' using errcode = '42501'; end if;
  perform seloste.note_after(import, people, companies, array(select unnest(places) intersect select unnest(seloste.value_places())));
end $function$;

CREATE OR REPLACE FUNCTION seloste.keep_before(import uuid, people uuid[], companies uuid[], places text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform from register.import_run run where run.id = import and run.state = 'running' and run.by = seloste.acting();
  if not found then raise exception 'no import is under way' using errcode = '42501'; end if;
  perform seloste.note_before(import, people, companies, array(select unnest(places) intersect select unnest(seloste.value_places())));
end $function$;

CREATE OR REPLACE FUNCTION seloste.keep_company_tree()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('register.organisation.parent_id', 0));
  if exists (
    with recursive above as (
      select held.id, held.parent_id, 1 as height from register.organisation held where held.id = new.parent_id
      union all
      select held.id, held.parent_id, above.height + 1 from register.organisation held join above on held.id = above.parent_id
      where above.height < 100)
    select from above where above.id = new.id or above.height >= 30) then
    raise exception 'a company under itself' using errcode = '23514', constraint = 'organisation_tree_has_no_circle';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION seloste.keeper_of_contract(asked uuid)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not has_column_privilege(session_user, 'register.contract', 'owner', 'select') then
    raise exception 'permission denied for table contract' using errcode = '42501';
  end if;
  return (select tie.owner from register.contract held join register.relationship tie on tie.group_company = held.group_company
      and (tie.organisation_id = held.organisation_id or held.organisation_id is null and tie.person_id = held.person_id)
    where held.id = asked and tie.closed_at is null limit 1);
end $function$;

CREATE OR REPLACE FUNCTION seloste.key_columns(asked text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select array_agg(quote_ident(part.attname) order by array_position(index.indkey::int2[], part.attnum))
    from pg_index index join pg_attribute part on part.attrelid = index.indrelid and part.attnum = any (index.indkey)
    where index.indrelid = asked::regclass and index.indisprimary
  $function$;

CREATE OR REPLACE FUNCTION seloste.kinds_of_work()
 RETURNS TABLE(kind text, field text, place regclass, holder text, is_open text)
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  values
    ('company', 'org.name', 'register.relationship'::regclass, 'owner', 'closed_at is null and organisation_id is not null'),
    ('person', 'person.name', 'register.relationship', 'owner', 'closed_at is null and person_id is not null'),
    ('enquiry', 'com.enquiries', 'register.enquiry', 'assigned_to', 'state in (''new'', ''assigned'') and binned_at is null'),
    ('opportunity', 'com.quotes', 'register.opportunity', 'owner', 'state = ''open'' and binned_at is null'),
    ('quote-request', 'com.quotes', 'register.quote_request', 'owner', 'state = ''open'' and binned_at is null'),
    ('quote', 'com.quotes', 'register.quote', 'owner', 'state in (''draft'', ''sent'') and binned_at is null'),
    ('order', 'com.orders', 'register.sales_order', 'owner', 'state in (''open'', ''delivered'')'),
    ('contract', 'com.contracts', 'register.contract', 'owner', 'state <> ''ended'' and binned_at is null'),
    ('assignment', 'com.contracts', 'register.assignment', 'owner', 'state = ''open'''),
    ('complaint', 'com.complaints', 'register.complaint', 'taken_by', 'closed_on is null'),
    ('task', 'com.activities', 'register.task', 'assigned_to', 'done_at is null and binned_at is null')
  $function$;

CREATE OR REPLACE FUNCTION seloste.leave_unbilled(asked uuid, entry jsonb)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  ordered jsonb;
begin
  if not has_column_privilege(session_user, 'register.invoice', 'lines', 'insert') then
    raise exception 'permission denied for table sales_order' using errcode = '42501';
  end if;
  ordered := seloste.lines_to_bill('register.sales_order', asked);
  if ordered is not null then
    perform seloste.refuse_unless_left_whole(entry, ordered);
    update register.sales_order set left_unbilled = left_unbilled || jsonb_build_array(entry), revision = revision + 1 where id = asked;
    return true;
  end if;
  if seloste.lines_to_bill('register.contract', asked) is null then return false; end if;
  perform seloste.refuse_unless_left_whole(entry, null);
  update register.contract set left_unbilled = left_unbilled || jsonb_build_array(entry), revision = revision + 1 where id = asked;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION seloste.lines_to_bill(place regclass, asked uuid)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  name constant text := (select relname from pg_class where oid = place);
  lines jsonb;
begin
  execute format('select lines from %1$s where id = $1 and held_at is null and (%2$s)
      and (exists (select from register.person where person.id = %3$I.person_id and (%4$s))
        or exists (select from register.organisation where organisation.id = %3$I.organisation_id and (%5$s))) for update',
    place, seloste.rows_seen(place), name, seloste.rows_seen('register.person'), seloste.rows_seen('register.organisation'))
    into lines using asked;
  return lines;
end $function$;

CREATE OR REPLACE FUNCTION seloste.lock_several(subject text, asked uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  place constant regclass := case subject when 'person' then 'register.person' else 'register.organisation' end;
  added constant regclass := case subject when 'person' then 'declared.person' else 'declared.organisation' end;
begin
  if not (has_any_column_privilege(session_user, place, 'update') or has_any_column_privilege(session_user, added, 'update')) then
    return;
  end if;
  execute format('select id from %s where id = any ($1) and (%s) order by id for update', place, seloste.rows_seen(place)) using asked;
end $function$;

CREATE OR REPLACE FUNCTION seloste.looks_at(asked uuid, most integer)
 RETURNS TABLE(at timestamp with time zone, duty text, purpose text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select log.at, log.duty, log.purpose from register.access_log log
    where log.people @> array[asked] order by log.at desc limit least(greatest(most, 1), 1000)
  $function$;

CREATE OR REPLACE FUNCTION seloste.mail_stays()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if tg_table_name = 'mailbox' then
    if (new.id, new.owner, new.duty) is distinct from (old.id, old.owner, old.duty) then
      raise exception 'permission denied: a mailbox stays whose it is' using errcode = '42501';
    end if;
  elsif tg_table_name = 'message' then
    if (new.id, new.mailbox_id, new.key, new.direction) is distinct from (old.id, old.mailbox_id, old.key, old.direction) then
      raise exception 'permission denied: a message stays where it is' using errcode = '42501';
    end if;
  elsif new.message_id is distinct from old.message_id then
    raise exception 'permission denied: a message stays where it is' using errcode = '42501';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION seloste.mailbox_of(asked uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select mail.id from register.person_email mail where mail.person_id = asked and mail.is_proven
    order by mail.is_primary desc, mail.id limit 1
  $function$;

CREATE OR REPLACE FUNCTION seloste.mailboxes(asked text)
 RETURNS TABLE(email_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select mail.id, mail.person_id from register.person_email mail
    where seloste.folded(mail.address) collate "C" = seloste.folded(asked) and mail.is_proven order by mail.id limit 5
  $function$;

CREATE OR REPLACE FUNCTION seloste.mailboxes_seen(asked text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select box.id from register.mailbox box
    where box.owner = seloste.acting() or seloste.is_my_duty(box.duty)
      or asked = 'metadata' or asked = 'subject' and box.sharing in ('subject', 'all') or asked = 'all' and box.sharing = 'all'
  $function$;

CREATE OR REPLACE FUNCTION seloste.make_access_log_month(month date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    declare
      name  text := 'access_log_' || to_char(month, 'YYYY_MM');
      first timestamptz := date_trunc('month', month::timestamp) at time zone 'UTC';
      after timestamptz := (date_trunc('month', month::timestamp) + interval '1 month') at time zone 'UTC';
    begin
      if to_regclass('register.' || name) is not null then
        return 0;
      end if;
      execute format('create table register.%I (like register.access_log including defaults including constraints)', name);
      lock table register.access_log_rest in access exclusive mode;
      execute format(
        'with moved as (delete from register.access_log_rest where at >= %L and at < %L returning *)
         insert into register.%I select * from moved', first, after, name);
      execute format('alter table register.access_log attach partition register.%I for values from (%L) to (%L)', name, first, after);
      return 1;
    end
  $function$;

CREATE OR REPLACE FUNCTION seloste.make_access_log_months(at timestamp with time zone, ahead integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    declare
      wanted date;
      made integer := 0;
    begin
      perform pg_advisory_xact_lock(7312);
      for wanted in
        select distinct date_trunc('month', entry.at at time zone 'UTC')::date from register.access_log_rest entry
        union
        select (date_trunc('month', make_access_log_months.at at time zone 'UTC') + make_interval(months => step))::date
        from generate_series(0, ahead) step
      loop
        made := made + seloste.make_access_log_month(wanted);
      end loop;
      return made;
    end
  $function$;

CREATE OR REPLACE FUNCTION seloste.marketing_rules()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select jsonb_build_object(
      'purpose', said.purpose ->> 'id',
      'channels', coalesce(said.purpose -> 'channels', '[]'),
      'topics', jsonb_path_query_array(said.purpose, '$.topics[*].id'),
      'grounds', coalesce(said.purpose -> 'eligibility', '[]'),
      'companies', case when jsonb_array_length(coalesce(nullif(whole.canonical -> 'group', 'null') -> 'members', '[]')) = 0 then '["controller"]'
        else (select jsonb_agg(coalesce(member ->> 'id', member ->> 'name')) from jsonb_array_elements(whole.canonical #> '{group,members}') member) end,
      'sources', (select coalesce(jsonb_agg(source ->> 'id'), '[]') from jsonb_array_elements(whole.canonical -> 'sources') source
        where coalesce((source ->> 'marketing')::boolean, true)))
    from (select version.canonical::jsonb as canonical from register.statement_version version order by version.version desc limit 1) whole,
      lateral (select item as purpose from jsonb_array_elements(whole.canonical -> 'purposes') with ordinality listed (item, place)
        where item ->> 'messageClass' = 'marketing' order by place limit 1) said
  $function$;

CREATE OR REPLACE FUNCTION seloste.match_lines(import uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_nestloop TO 'off'
AS $function$
begin
  perform from register.import_run where id = import for update;
  analyze register.import_line; -- a table just filled looks empty to the planner: a million lines against each other, one by one

  -- S12.11: whoever asked to be erased does not come back with an old list, as somebody's second address or as a company's contact.
  update register.import_line line set state = 'erased', code = 'PERSON_ERASED', field = 'person.email', clause = 'S12.11', said = null
    from (select distinct held.line from register.import_line held cross join lateral unnest(held.digests) own(hash)
        join (select distinct unnest(digests) as digest from register.tombstone) gone on gone.digest = own.hash
        where held.import_id = import and held.state = 'waiting') found
    where line.import_id = import and line.line = found.line;
  update register.import_line line set suppressed = true
    from (select distinct held.line from register.import_line held cross join lateral unnest(held.digests) own(hash)
        join register.suppression kept on kept.digest = own.hash
        where held.import_id = import and held.state = 'waiting' and not held.suppressed) found
    where line.import_id = import and line.line = found.line;

  -- Who is of this file only stays so, unless the line that said them first is not taken.
  update register.import_line line set
      person_id = case when first.line is not null and first.line = line.first_line then null else line.person_id end,
      first_line = case when first.line is not null and first.line = line.first_line then null else line.first_line end,
      organisation_id = case when first.line is not null and first.line = line.first_company_line then null else line.organisation_id end,
      first_company_line = case when first.line is not null and first.line = line.first_company_line then null else line.first_company_line end
    from register.import_line first
    where line.import_id = import and line.state = 'waiting' and first.import_id = import and first.state in ('refused', 'erased')
      and first.line in (line.first_line, line.first_company_line);
  -- Keys of the statement's own fields are asked by the duty that may read them, after this.
  update register.import_line set person_id = null
    where import_id = import and state = 'waiting' and person_id is not null and first_line is null and email is null;
  update register.import_line set organisation_id = null
    where import_id = import and state = 'waiting' and organisation_id is not null and first_company_line is null and business_id is null and name_key is null;

  with said as materialized (
      select distinct email as address, seloste.folded(email) collate "C" as folded from register.import_line
      where import_id = import and state = 'waiting' and email is not null),
    known as (
      select distinct on (said.address) said.address, mail.person_id
      from said join register.person_email mail on seloste.folded(mail.address) collate "C" = said.folded and mail.is_proven
        join register.person who on who.id = mail.person_id
      order by said.address, who.closed_at nulls first, mail.is_primary desc, mail.person_id)
  update register.import_line line set person_id = known.person_id, first_line = null
    from said left join known on known.address = said.address
    where line.import_id = import and line.state = 'waiting' and line.email = said.address
      and (known.person_id is not null and (line.person_id is distinct from known.person_id or line.first_line is not null)
        or known.person_id is null and line.person_id is not null and line.first_line is null);

  update register.import_line line set organisation_id = firm.id, first_company_line = null,
      state = case when firm.closed_at is null then line.state else 'refused' end,
      code = case when firm.closed_at is null then null else 'COMPANY_CLOSED' end,
      field = case when firm.closed_at is null then null else 'org.businessId' end,
      clause = case when firm.closed_at is null then null else 'S4.4' end
    from register.organisation firm
    where line.import_id = import and line.state = 'waiting' and line.business_id is not null and firm.business_id = line.business_id
      and (line.organisation_id is distinct from firm.id or line.first_company_line is not null or firm.closed_at is not null);
  update register.import_line line set organisation_id = null
    where line.import_id = import and line.state = 'waiting' and line.business_id is not null and line.organisation_id is not null and line.first_company_line is null
      and not exists (select from register.organisation firm where firm.id = line.organisation_id and firm.business_id = line.business_id);

  with said as materialized (
      select distinct name_key from register.import_line
      where import_id = import and state = 'waiting' and business_id is null and name_key is not null),
    known as (
      select said.name_key, (array_agg(firm.id))[1] as id, count(*) > 1 as several
      from said join register.organisation firm on seloste.folded(firm.name) collate "C" = said.name_key collate "C" and firm.closed_at is null
      group by said.name_key)
  update register.import_line line set organisation_id = case when not known.several then known.id end, first_company_line = null,
      state = case when known.several then 'refused' else line.state end,
      code = case when known.several then 'COMPANY_NOT_CLEAR' end, field = case when known.several then 'org.name' end
    from said left join known on known.name_key = said.name_key
    where line.import_id = import and line.state = 'waiting' and line.business_id is null and line.name_key = said.name_key
      and (known.id is not null and (known.several or line.organisation_id is distinct from known.id or line.first_company_line is not null)
        or known.id is null and line.organisation_id is not null and line.first_company_line is null);
end $function$;

CREATE OR REPLACE FUNCTION seloste.may_see(place text, column_name text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
    select coalesce((
      select has_column_privilege(attribute.attrelid, attribute.attnum, 'select')
      from pg_catalog.pg_attribute attribute
      where attribute.attrelid = to_regclass(place) and attribute.attname = column_name and not attribute.attisdropped), false)
  $function$;

CREATE OR REPLACE FUNCTION seloste.merge_organisations(gone uuid, kept uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  one     record;
  several text;
  known   text;
begin
  perform seloste.refuse_unless_matcher();
  if gone = kept then raise exception 'one company cannot be merged' using errcode = '22023'; end if;
  perform from register.organisation where id in (gone, kept) order by id for update;
  if (select count(*) from register.organisation where id in (gone, kept)) < 2 then raise exception 'not two companies' using errcode = 'P0002'; end if;
  -- S5.2: a sole trader's company is the person; two people are made one first.
  if (select count(distinct coalesce(person_id, '00000000-0000-0000-0000-000000000000')) from register.organisation where id in (gone, kept)) > 1 then
    raise exception 'a sole trader is a person' using errcode = '22000';
  end if;

  update register.affiliation held set job_role = coalesce(held.job_role, link.job_role), since = least(held.since, link.since)
    from register.affiliation link
    where held.organisation_id = kept and link.organisation_id = gone and held.person_id = link.person_id and held.left_on is null and link.left_on is null;
  delete from register.affiliation link where link.organisation_id = gone and link.left_on is null
    and exists (select from register.affiliation other where other.organisation_id = kept and other.person_id = link.person_id and other.left_on is null);
  delete from register.organisation_address place where place.organisation_id = gone
    and exists (select from register.organisation_address other where other.organisation_id = kept and other.kind = place.kind
      and (other.street, other.house_number, other.po_box, other.postcode) is not distinct from (place.street, place.house_number, place.po_box, place.postcode));
  delete from register.relationship tie using register.relationship other
    where tie.organisation_id = kept and other.organisation_id = gone and other.group_company = tie.group_company and tie.closed_at is not null and other.closed_at is null;
  delete from register.relationship tie where tie.organisation_id = gone
    and exists (select from register.relationship other where other.organisation_id = kept and other.group_company = tie.group_company);
  -- S12.16: of two objections that say the same one stays, and each that only one said stays too.
  delete from register.objection theirs where theirs.organisation_id = gone and theirs.lifted_at is null
    and exists (select from register.objection own where own.organisation_id = kept and own.lifted_at is null
      and (own.scope, own.channel, own.topic) is not distinct from (theirs.scope, theirs.channel, theirs.topic));

  select string_agg(quote_ident(column_name), ', '), string_agg(format('%1$I = coalesce(said.%1$I, excluded.%1$I)', column_name), ', ')
    into several, known from information_schema.columns
    where table_schema = 'declared' and table_name = 'organisation' and column_name <> 'organisation_id';
  if several is not null then
    execute format('insert into declared.organisation as said (organisation_id, %1$s) select $1, %1$s from declared.organisation where organisation_id = $2
      on conflict (organisation_id) do update set %2$s', several, known) using kept, gone;
  end if;
  delete from declared.organisation where organisation_id = gone;

  for one in
    select place, column_name from seloste.columns_about('organisation')
    where place not in ('register.organisation', 'register.organisation_source', 'declared.organisation')
  loop
    execute format('update %s set %I = $2 where %I = $1', one.place, one.column_name, one.column_name) using gone, kept;
  end loop;

  delete from register.organisation_source told where told.organisation_id = gone and (
    exists (select from register.organisation_source other where other.organisation_id = kept and other.field = told.field
      and other.value_id in (told.value_id, case told.value_id when gone then kept end))
    or told.value_id <> gone and not exists (select from register.organisation_address where id = told.value_id)
      and not exists (select from register.relationship where id = told.value_id));
  update register.organisation_source set organisation_id = kept, value_id = case value_id when gone then kept else value_id end where organisation_id = gone;

  select * into one from register.organisation where id = gone;
  update register.organisation set business_id = null where id = gone;
  update register.organisation firm set business_id = coalesce(firm.business_id, one.business_id), vat_registered = coalesce(firm.vat_registered, one.vat_registered),
    phone = coalesce(firm.phone, one.phone), phone_typed = case when firm.phone is null then one.phone_typed else firm.phone_typed end,
    email = coalesce(firm.email, one.email), email_kind = case when firm.email is null then one.email_kind else firm.email_kind end,
    created_at = least(firm.created_at, one.created_at), changed_at = at, revision = firm.revision + 1,
    closed_at = case when one.closed_at is null then null else firm.closed_at end
    where firm.id = kept;
  delete from register.organisation where id = gone;
end $function$;

CREATE OR REPLACE FUNCTION seloste.merge_people(gone uuid, kept uuid, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  several text;
  known   text;
begin
  if not has_column_privilege(session_user, 'register.person', 'id', 'select') then
    raise exception 'permission denied for table person' using errcode = '42501';
  end if;
  if gone = kept then raise exception 'one person cannot be merged' using errcode = '22023'; end if;
  perform from register.person where id in (gone, kept) order by id for update;
  if (select count(*) from register.person where id in (gone, kept)) < 2 then
    raise exception 'not two people' using errcode = 'P0002';
  end if;

  -- S6.3: of two equal addresses either's proof is both's, and the orders that either was typed with are both's.
  update register.person_email mail set
      is_proven = mail.is_proven or exists (select from register.person_email other
        where other.person_id = gone and seloste.folded(other.address) = seloste.folded(mail.address) and other.is_proven),
      has_answered = mail.has_answered or exists (select from register.person_email other
        where other.person_id = gone and seloste.folded(other.address) = seloste.folded(mail.address) and other.has_answered),
      given_with = array(select distinct given from register.person_email one cross join unnest(one.given_with) given
        where one.id = mail.id or one.person_id = gone and seloste.folded(one.address) = seloste.folded(mail.address) order by given)
    where mail.person_id = kept and exists (select from register.person_email other
      where other.person_id = gone and seloste.folded(other.address) = seloste.folded(mail.address));
  -- Of two equal addresses or numbers the one that stays keeps its source.
  delete from register.person_email mail where mail.person_id = gone
    and exists (select from register.person_email other where other.person_id = kept
      and seloste.folded(other.address) = seloste.folded(mail.address));
  delete from register.person_phone call where call.person_id = gone
    and exists (select from register.person_phone other where other.person_id = kept and other.number = call.number);
  update register.person_email set person_id = kept, is_primary = is_primary
    and not exists (select from register.person_email other where other.person_id = kept and other.is_primary) where person_id = gone;
  update register.person_phone set person_id = kept, is_primary = is_primary
    and not exists (select from register.person_phone other where other.person_id = kept and other.is_primary) where person_id = gone;
  delete from register.person_address place where place.person_id = gone
    and exists (select from register.person_address other where other.person_id = kept and other.kind = place.kind
      and (other.street, other.house_number, other.po_box, other.postcode) is not distinct from (place.street, place.house_number, place.po_box, place.postcode));
  update register.person_address set person_id = kept where person_id = gone;

  update register.affiliation held set job_role = coalesce(held.job_role, link.job_role), since = least(held.since, link.since)
    from register.affiliation link
    where held.person_id = kept and link.person_id = gone and held.organisation_id = link.organisation_id
      and held.left_on is null and link.left_on is null;
  delete from register.affiliation link where link.person_id = gone and link.left_on is null
    and exists (select from register.affiliation other where other.person_id = kept
      and other.organisation_id = link.organisation_id and other.left_on is null);
  update register.affiliation set person_id = kept where person_id = gone;

  -- Of two relationships with one group company the one that is still open stays, or the one that reached further.
  delete from register.relationship tie using register.relationship other
    where tie.person_id = kept and other.person_id = gone and other.group_company = tie.group_company
      and tie.closed_at is not null and other.closed_at is null;
  delete from register.relationship tie where tie.person_id = gone
    and exists (select from register.relationship other where other.person_id = kept and other.group_company = tie.group_company);
  update register.relationship set person_id = kept where person_id = gone;

  update register.organisation set person_id = kept where person_id = gone;
  update register.enquiry set person_id = kept where person_id = gone;
  update register.notice set person_id = kept where person_id = gone;
  update register.notice_delivery set person_id = kept where person_id = gone;

  select string_agg(quote_ident(column_name), ', '),
    string_agg(format('%1$I = coalesce(said.%1$I, excluded.%1$I)', column_name), ', ')
    into several, known
    from information_schema.columns
    where table_schema = 'declared' and table_name = 'person' and column_name <> 'person_id';
  if several is not null then
    execute format('insert into declared.person as said (person_id, %1$s) select $1, %1$s from declared.person where person_id = $2
      on conflict (person_id) do update set %2$s', several, known) using kept, gone;
  end if;
  delete from declared.person where person_id = gone;

  delete from register.person_source told where told.person_id = gone and (
    exists (select from register.person_source other where other.person_id = kept and other.field = told.field
      and other.value_id in (told.value_id, case told.value_id when gone then kept end))
    or told.value_id <> gone and not exists (select from register.person_email where id = told.value_id)
      and not exists (select from register.person_phone where id = told.value_id)
      and not exists (select from register.person_address where id = told.value_id)
      and not exists (select from register.affiliation where id = told.value_id));
  update register.person_source set person_id = kept, value_id = case value_id when gone then kept else value_id end where person_id = gone;

  update register.person who set
    given_name = case when who.given_name = '' and who.family_name = '' then other.given_name else who.given_name end,
    family_name = case when who.given_name = '' and who.family_name = '' then other.family_name else who.family_name end,
    created_at = least(who.created_at, other.created_at), changed_at = at, revision = who.revision + 1,
    closed_at = case when other.closed_at is null then null else who.closed_at end
    from register.person other where who.id = kept and other.id = gone;
  delete from register.person where id = gone;
end $function$;

CREATE OR REPLACE FUNCTION seloste.message_is_mine(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select exists (select from register.message own
      where own.id = asked and own.mailbox_id in (select seloste.mailboxes_seen('own')))
  $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_activity_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.activity');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.activity', 'id', 'select') and has_column_privilege(reader, 'register.activity', 'title', 'select')) then
        raise exception 'permission denied for table register.activity' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(title collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.activity where true and binned_at is null order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(title collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.activity where true and binned_at is null order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.activity where seloste.folded(title) like said[1] and binned_at is null limit greatest(most, 60);
      else
        return query select id from register.activity where seloste.folded(title) like said[1] and seloste.folded(title) like said[2] and seloste.folded(title) like said[3] and binned_at is null
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_assignment_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.assignment');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.assignment', 'id', 'select') and has_column_privilege(reader, 'register.assignment', 'number', 'select') and has_column_privilege(reader, 'register.assignment', 'title', 'select')) then
        raise exception 'permission denied for table register.assignment' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.assignment where true order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.assignment where true order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.assignment where seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[1] limit greatest(most, 60);
      else
        return query select id from register.assignment where seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[1] and seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[2] and seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[3]
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_campaign_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.campaign');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.campaign', 'id', 'select') and has_column_privilege(reader, 'register.campaign', 'name', 'select')) then
        raise exception 'permission denied for table register.campaign' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(name collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.campaign where true order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(name collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.campaign where true order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.campaign where seloste.folded(name) like said[1] limit greatest(most, 60);
      else
        return query select id from register.campaign where seloste.folded(name) like said[1] and seloste.folded(name) like said[2] and seloste.folded(name) like said[3]
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_complaint_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.complaint');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.complaint', 'id', 'select') and has_column_privilege(reader, 'register.complaint', 'text', 'select')) then
        raise exception 'permission denied for table register.complaint' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(text collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.complaint where true order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(text collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.complaint where true order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.complaint where seloste.folded(text) like said[1] limit greatest(most, 60);
      else
        return query select id from register.complaint where seloste.folded(text) like said[1] and seloste.folded(text) like said[2] and seloste.folded(text) like said[3]
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_contract_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.contract');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.contract', 'id', 'select') and has_column_privilege(reader, 'register.contract', 'number', 'select') and has_column_privilege(reader, 'register.contract', 'title', 'select')) then
        raise exception 'permission denied for table register.contract' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.contract where true and binned_at is null order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.contract where true and binned_at is null order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.contract where seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[1] and binned_at is null limit greatest(most, 60);
      else
        return query select id from register.contract where seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[1] and seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[2] and seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[3] and binned_at is null
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_delivery_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.delivery');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.delivery', 'id', 'select') and has_column_privilege(reader, 'register.delivery', 'number', 'select')) then
        raise exception 'permission denied for table register.delivery' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(number collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.delivery where true order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(number collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.delivery where true order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.delivery where seloste.folded(number) like said[1] and (number IS NOT NULL) limit greatest(most, 60);
      else
        return query select id from register.delivery where seloste.folded(number) like said[1] and seloste.folded(number) like said[2] and seloste.folded(number) like said[3] and (number IS NOT NULL)
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_document_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.document');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.document', 'id', 'select') and has_column_privilege(reader, 'register.document', 'name', 'select')) then
        raise exception 'permission denied for table register.document' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(name collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.document where true and binned_at is null order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(name collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.document where true and binned_at is null order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.document where seloste.folded(name) like said[1] and binned_at is null limit greatest(most, 60);
      else
        return query select id from register.document where seloste.folded(name) like said[1] and seloste.folded(name) like said[2] and seloste.folded(name) like said[3] and binned_at is null
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_enquiry_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.enquiry');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.enquiry', 'id', 'select') and has_column_privilege(reader, 'register.enquiry', 'message', 'select')) then
        raise exception 'permission denied for table register.enquiry' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(message collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.enquiry where true and binned_at is null order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(message collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.enquiry where true and binned_at is null order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.enquiry where seloste.folded(message) like said[1] and (message IS NOT NULL) and binned_at is null limit greatest(most, 60);
      else
        return query select id from register.enquiry where seloste.folded(message) like said[1] and seloste.folded(message) like said[2] and seloste.folded(message) like said[3] and (message IS NOT NULL) and binned_at is null
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_invoice_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.invoice');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.invoice', 'id', 'select') and has_column_privilege(reader, 'register.invoice', 'number', 'select') and has_column_privilege(reader, 'register.invoice', 'debtor_name', 'select') and has_column_privilege(reader, 'register.invoice', 'reference', 'select')) then
        raise exception 'permission denied for table register.invoice' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((((COALESCE(debtor_name, ''::text) || ' '::text) || COALESCE(number, ''::text)) || ' '::text) || COALESCE(reference, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.invoice where true and binned_at is null order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((((COALESCE(debtor_name, ''::text) || ' '::text) || COALESCE(number, ''::text)) || ' '::text) || COALESCE(reference, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.invoice where true and binned_at is null order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.invoice where seloste.folded((((COALESCE(debtor_name, ''::text) || ' '::text) || COALESCE(number, ''::text)) || ' '::text) || COALESCE(reference, ''::text)) like said[1] and binned_at is null limit greatest(most, 60);
      else
        return query select id from register.invoice where seloste.folded((((COALESCE(debtor_name, ''::text) || ' '::text) || COALESCE(number, ''::text)) || ' '::text) || COALESCE(reference, ''::text)) like said[1] and seloste.folded((((COALESCE(debtor_name, ''::text) || ' '::text) || COALESCE(number, ''::text)) || ' '::text) || COALESCE(reference, ''::text)) like said[2] and seloste.folded((((COALESCE(debtor_name, ''::text) || ' '::text) || COALESCE(number, ''::text)) || ' '::text) || COALESCE(reference, ''::text)) like said[3] and binned_at is null
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_message_subject_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.message_subject');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.message_subject', 'message_id', 'select') and has_column_privilege(reader, 'register.message_subject', 'subject', 'select')) then
        raise exception 'permission denied for table register.message_subject' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select message_id as id, replace(replace(replace(lower(subject collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.message_subject where true order by message_id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select message_id as id, replace(replace(replace(lower(subject collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.message_subject where true order by message_id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select message_id from register.message_subject where seloste.folded(subject) like said[1] limit greatest(most, 60);
      else
        return query select message_id from register.message_subject where seloste.folded(subject) like said[1] and seloste.folded(subject) like said[2] and seloste.folded(subject) like said[3]
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_note_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.note');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.note', 'id', 'select') and has_column_privilege(reader, 'register.note', 'text', 'select')) then
        raise exception 'permission denied for table register.note' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower("left"(text, 2000) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.note where true and binned_at is null order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower("left"(text, 2000) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.note where true and binned_at is null order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.note where seloste.folded("left"(text, 2000)) like said[1] and binned_at is null limit greatest(most, 60);
      else
        return query select id from register.note where seloste.folded("left"(text, 2000)) like said[1] and seloste.folded("left"(text, 2000)) like said[2] and seloste.folded("left"(text, 2000)) like said[3] and binned_at is null
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_opportunity_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.opportunity');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.opportunity', 'id', 'select') and has_column_privilege(reader, 'register.opportunity', 'title', 'select')) then
        raise exception 'permission denied for table register.opportunity' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(title collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.opportunity where true and binned_at is null order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(title collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.opportunity where true and binned_at is null order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.opportunity where seloste.folded(title) like said[1] and binned_at is null limit greatest(most, 60);
      else
        return query select id from register.opportunity where seloste.folded(title) like said[1] and seloste.folded(title) like said[2] and seloste.folded(title) like said[3] and binned_at is null
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_payment_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.payment');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.payment', 'id', 'select') and has_column_privilege(reader, 'register.payment', 'reference', 'select') and has_column_privilege(reader, 'register.payment', 'payer_name', 'select')) then
        raise exception 'permission denied for table register.payment' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((COALESCE(payer_name, ''::text) || ' '::text) || COALESCE(reference, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.payment where true order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((COALESCE(payer_name, ''::text) || ' '::text) || COALESCE(reference, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.payment where true order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.payment where seloste.folded((COALESCE(payer_name, ''::text) || ' '::text) || COALESCE(reference, ''::text)) like said[1] limit greatest(most, 60);
      else
        return query select id from register.payment where seloste.folded((COALESCE(payer_name, ''::text) || ' '::text) || COALESCE(reference, ''::text)) like said[1] and seloste.folded((COALESCE(payer_name, ''::text) || ' '::text) || COALESCE(reference, ''::text)) like said[2] and seloste.folded((COALESCE(payer_name, ''::text) || ' '::text) || COALESCE(reference, ''::text)) like said[3]
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_product_by_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.product');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.product', 'id', 'select') and has_column_privilege(reader, 'register.product', 'sku', 'select') and has_column_privilege(reader, 'register.product', 'name_fi', 'select') and has_column_privilege(reader, 'register.product', 'name_sv', 'select') and has_column_privilege(reader, 'register.product', 'name_en', 'select')) then
        raise exception 'permission denied for table register.product' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((((((sku || ' '::text) || name_fi) || ' '::text) || COALESCE(name_sv, ''::text)) || ' '::text) || COALESCE(name_en, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.product where true and binned_at is null order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((((((sku || ' '::text) || name_fi) || ' '::text) || COALESCE(name_sv, ''::text)) || ' '::text) || COALESCE(name_en, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.product where true and binned_at is null order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.product where seloste.folded((((((sku || ' '::text) || name_fi) || ' '::text) || COALESCE(name_sv, ''::text)) || ' '::text) || COALESCE(name_en, ''::text)) like said[1] and binned_at is null limit greatest(most, 60);
      else
        return query select id from register.product where seloste.folded((((((sku || ' '::text) || name_fi) || ' '::text) || COALESCE(name_sv, ''::text)) || ' '::text) || COALESCE(name_en, ''::text)) like said[1] and seloste.folded((((((sku || ' '::text) || name_fi) || ' '::text) || COALESCE(name_sv, ''::text)) || ' '::text) || COALESCE(name_en, ''::text)) like said[2] and seloste.folded((((((sku || ' '::text) || name_fi) || ' '::text) || COALESCE(name_sv, ''::text)) || ' '::text) || COALESCE(name_en, ''::text)) like said[3] and binned_at is null
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_quote_request_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.quote_request');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.quote_request', 'id', 'select') and has_column_privilege(reader, 'register.quote_request', 'title', 'select') and has_column_privilege(reader, 'register.quote_request', 'buyer_reference', 'select')) then
        raise exception 'permission denied for table register.quote_request' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((COALESCE(title, ''::text) || ' '::text) || COALESCE(buyer_reference, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.quote_request where true and binned_at is null order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((COALESCE(title, ''::text) || ' '::text) || COALESCE(buyer_reference, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.quote_request where true and binned_at is null order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.quote_request where seloste.folded((COALESCE(title, ''::text) || ' '::text) || COALESCE(buyer_reference, ''::text)) like said[1] and binned_at is null limit greatest(most, 60);
      else
        return query select id from register.quote_request where seloste.folded((COALESCE(title, ''::text) || ' '::text) || COALESCE(buyer_reference, ''::text)) like said[1] and seloste.folded((COALESCE(title, ''::text) || ' '::text) || COALESCE(buyer_reference, ''::text)) like said[2] and seloste.folded((COALESCE(title, ''::text) || ' '::text) || COALESCE(buyer_reference, ''::text)) like said[3] and binned_at is null
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_quote_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.quote');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.quote', 'id', 'select') and has_column_privilege(reader, 'register.quote', 'number', 'select') and has_column_privilege(reader, 'register.quote', 'title', 'select')) then
        raise exception 'permission denied for table register.quote' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.quote where true and binned_at is null order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.quote where true and binned_at is null order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.quote where seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[1] and binned_at is null limit greatest(most, 60);
      else
        return query select id from register.quote where seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[1] and seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[2] and seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[3] and binned_at is null
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_sales_order_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.sales_order');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.sales_order', 'id', 'select') and has_column_privilege(reader, 'register.sales_order', 'number', 'select') and has_column_privilege(reader, 'register.sales_order', 'title', 'select')) then
        raise exception 'permission denied for table register.sales_order' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.sales_order where true order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.sales_order where true order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.sales_order where seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[1] limit greatest(most, 60);
      else
        return query select id from register.sales_order where seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[1] and seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[2] and seloste.folded((COALESCE(number, ''::text) || ' '::text) || COALESCE(title, ''::text)) like said[3]
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_task_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.task');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.task', 'id', 'select') and has_column_privilege(reader, 'register.task', 'title', 'select')) then
        raise exception 'permission denied for table register.task' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(title collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.task where true and binned_at is null order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower(title collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.task where true and binned_at is null order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.task where seloste.folded(title) like said[1] and binned_at is null limit greatest(most, 60);
      else
        return query select id from register.task where seloste.folded(title) like said[1] and seloste.folded(title) like said[2] and seloste.folded(title) like said[3] and binned_at is null
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.newest_with_warranty_words(reader text, said text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size('register.warranty');
      ids uuid[];
      in_newest bigint;
    begin
      if not (has_column_privilege(reader, 'register.warranty', 'id', 'select') and has_column_privilege(reader, 'register.warranty', 'item', 'select') and has_column_privilege(reader, 'register.warranty', 'serial', 'select')) then
        raise exception 'permission denied for table register.warranty' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((COALESCE(item, ''::text) || ' '::text) || COALESCE(serial, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.warranty where true order by id desc offset 0) plain limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select id as id, replace(replace(replace(lower((COALESCE(item, ''::text) || ' '::text) || COALESCE(serial, ''::text) collate pg_c_utf8), 'ä', 'a'), 'ö', 'o'), 'å', 'a') collate "C" as words
          from register.warranty where true order by id desc offset 0) plain limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select id from register.warranty where seloste.folded((COALESCE(item, ''::text) || ' '::text) || COALESCE(serial, ''::text)) like said[1] limit greatest(most, 60);
      else
        return query select id from register.warranty where seloste.folded((COALESCE(item, ''::text) || ' '::text) || COALESCE(serial, ''::text)) like said[1] and seloste.folded((COALESCE(item, ''::text) || ' '::text) || COALESCE(serial, ''::text)) like said[2] and seloste.folded((COALESCE(item, ''::text) || ' '::text) || COALESCE(serial, ''::text)) like said[3]
          limit greatest(most, 60);
      end if;
    end $function$;

CREATE OR REPLACE FUNCTION seloste.no_sale_after_all(asked uuid, OUT facts integer, OUT moved uuid, OUT state_now text)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  gone register.sales_order;
  tie  register.relationship;
  earlier jsonb;
begin
  perform seloste.refuse_unless_writer('register.sales_order', 'state');
  select * into gone from register.sales_order held where held.id = asked and held.state = 'cancelled';
  facts := 0;
  if gone.id is null then return; end if;
  delete from register.fact_of_sale said where said.deal = 'order' and said.deal_id = asked;
  get diagnostics facts = row_count;

  select * into tie from register.relationship held
    where held.group_company = gone.group_company and held.state = 'customer'
      and (held.organisation_id = gone.organisation_id or gone.organisation_id is null and held.person_id = gone.person_id)
    for update;
  if tie.id is null
    or exists (select from register.sales_order other where other.group_company = gone.group_company and other.state <> 'cancelled'
      and (other.organisation_id = tie.organisation_id or other.person_id = tie.person_id))
    or exists (select from register.contract other where other.group_company = gone.group_company and other.state <> 'draft'
      and (other.organisation_id = tie.organisation_id or other.person_id = tie.person_id))
    or exists (select from register.invoice other where other.group_company = gone.group_company and other.status <> 'draft'
      and (other.organisation_id = tie.organisation_id or other.person_id = tie.person_id))
    or not exists (select from register.sales_order other where other.group_company = gone.group_company and other.state = 'cancelled'
      and (other.organisation_id = tie.organisation_id or other.person_id = tie.person_id)
      and other.entered_at = coalesce((tie.moves -> -1 ->> 'at')::timestamptz, tie.started_at)) then return; end if;
  earlier := tie.moves -> -2;
  state_now := case when earlier ->> 'to' in ('dormant', 'ended', 'retained', 'rejected') then earlier ->> 'to' else 'prospect' end;
  if state_now in ('ended', 'retained', 'rejected') and exists (select from seloste.open_with(tie)) then state_now := 'prospect'; end if;
  if state_now in ('ended', 'retained', 'rejected') then
    perform seloste.close_as_before(tie.id, state_now, earlier ->> 'reason', (earlier ->> 'at')::timestamptz);
  else
    update register.relationship held set state = state_now, revision = held.revision + 1 where held.id = tie.id;
  end if;
  moved := tie.id;
end $function$;

CREATE OR REPLACE FUNCTION seloste.note_after(journal uuid, people uuid[], companies uuid[], places text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  one record;
begin
  create temporary table if not exists standing (place text, key text, person_id uuid, organisation_id uuid, said jsonb, is_same boolean) on commit drop;
  truncate standing;
  insert into standing
    select row.place, row.key, row.person_id, row.organisation_id, row.said, held.before = row.said
    from seloste.rows_about(people, companies, places) row
      left join register.undo_row held on held.of = journal and held.place = row.place and held.key = row.key;
  delete from register.undo_row held using standing where held.of = journal and held.place = standing.place and held.key = standing.key and standing.is_same;
  insert into register.undo_row (of, place, key, person_id, organisation_id, after)
    select journal, standing.place, standing.key, standing.person_id, standing.organisation_id, standing.said from standing where standing.is_same is not true
    on conflict (of, place, key) do update set after = excluded.after;
  -- A row that is about somebody else now, or about nobody, is still there.
  for one in select distinct row.place, seloste.key_columns(row.place) as keys from register.undo_row row where row.of = journal and row.after is null loop
    execute format('update register.undo_row row set after = (select to_jsonb(t) from %1$s t where (%2$s) = (select %3$s from jsonb_populate_record(null::%1$s, row.before) said))
      where row.of = $1 and row.place = %4$L and row.after is null', one.place,
      (select string_agg('t.' || part, ', ') from unnest(one.keys) part), (select string_agg('said.' || part, ', ') from unnest(one.keys) part), one.place) using journal;
  end loop;
  delete from register.undo_row row where row.of = journal and row.before is not distinct from row.after;
end $function$;

CREATE OR REPLACE FUNCTION seloste.note_before(journal uuid, people uuid[], companies uuid[], places text[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    insert into register.undo_row (of, place, key, person_id, organisation_id, before)
      select journal, row.place, row.key, row.person_id, row.organisation_id, row.said from seloste.rows_about(people, companies, places) row
      on conflict do nothing
  $function$;

CREATE OR REPLACE FUNCTION seloste.note_disclosure(asked_id uuid, noted_at timestamp with time zone, receiver_kind text, to_whom text, its_name text, about uuid[], said_fields text[], said_purpose text, said_ground text, tool text, silent date, version integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if coalesce(seloste.acting(), '') = '' then
    raise exception 'nobody is acting' using errcode = '42501';
  end if;
  insert into register.disclosure
    (id, at, by, kind, receiver, receiver_name, people, fields, purpose, ground, transfer_tool, silent_until, statement_version)
    values (asked_id, noted_at, seloste.acting(), receiver_kind, to_whom, its_name, about, said_fields,
      said_purpose, said_ground, tool, silent, version);
end $function$;

CREATE OR REPLACE FUNCTION seloste.note_group_looks(up_to date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  since date;
  made  integer;
begin
  select until_on into since from register.group_looks_noted for update;
  insert into register.group_looks_noted (until_on) values (up_to)
    on conflict (id) do update set until_on = greatest(group_looks_noted.until_on, excluded.until_on);

  with looked as (
    select log.at, (log.at at time zone 'Europe/Helsinki')::date as on_day, log.purpose, log.fields, log.under, staff.group_company,
      unnest(log.people) as person
    from register.access_log log join register.staff on staff.id::text = log.by
    where staff.group_company is not null
      and (since is null or log.at >= since::timestamp at time zone 'Europe/Helsinki')
      and log.at < up_to::timestamp at time zone 'Europe/Helsinki'
  ), across as (
    select looked.* from looked
    where exists (select from register.relationship tie where tie.group_company <> looked.group_company and (tie.person_id = looked.person
        or tie.organisation_id in (select link.organisation_id from register.affiliation link where link.person_id = looked.person)))
      and not exists (select from register.relationship tie where tie.group_company = looked.group_company and (tie.person_id = looked.person
        or tie.organisation_id in (select link.organisation_id from register.affiliation link where link.person_id = looked.person)))
  ), noted as (
    insert into register.disclosure (id, at, by, kind, receiver, people, fields, purpose, ground, way, statement_version)
    select uuidv7(), max(across.at), 'register', 'group-company', across.group_company, array_agg(distinct across.person),
      array(select distinct field from across other, unnest(other.fields) field
        where other.group_company = across.group_company and other.on_day = across.on_day and other.purpose = across.purpose order by field),
      across.purpose, 'S8.1', 'looked-at', max(across.under::integer)
    from across group by across.group_company, across.on_day, across.purpose
    returning 1
  )
  select count(*)::integer into made from noted;
  return made;
end $function$;

CREATE OR REPLACE FUNCTION seloste.noted_join(place text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select format('cross join lateral jsonb_populate_record(null::%1$s, coalesce(row.before, row.after)) said left join %1$s t on (%2$s) = (%3$s)', place,
      (select string_agg('t.' || part, ', ') from unnest(seloste.key_columns(place)) part),
      (select string_agg('said.' || part, ', ') from unnest(seloste.key_columns(place)) part))
  $function$;

CREATE OR REPLACE FUNCTION seloste.notice_overdue(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select exists (
      select from register.notice
      where notice.person_id = asked and notice.state in ('queued', 'failed')
        and notice.target_on < (seloste.at() at time zone 'Europe/Helsinki')::date)
  $function$;

CREATE OR REPLACE FUNCTION seloste.objectors_since(asked timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select distinct said.person_id from register.objection said
    where said.person_id is not null and said.lifted_at is null
      and (said.recorded_at >= asked
        or exists (select from register.person_email one where one.person_id = said.person_id and one.added_at >= asked)
        or exists (select from register.person_phone one where one.person_id = said.person_id and one.added_at >= asked)
        or exists (select from register.person_address one where one.person_id = said.person_id and one.added_at >= asked))
  $function$;

CREATE OR REPLACE FUNCTION seloste.open_in(asked uuid)
 RETURNS TABLE(kind text, id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  seen boolean;
begin
  if not has_column_privilege(session_user, 'register.relationship', 'state', 'select') then
    raise exception 'permission denied for table relationship' using errcode = '42501';
  end if;
  execute format('select exists (select from register.relationship where id = $1 and (%s))', seloste.rows_seen('register.relationship'))
    into seen using asked;
  if not seen then return; end if;
  return query select work.kind, work.id from register.relationship tie, lateral seloste.open_with(tie) work where tie.id = asked;
end $function$;

CREATE OR REPLACE FUNCTION seloste.open_named(asked text, ids uuid[])
 RETURNS TABLE(id uuid, number text, people uuid[])
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  case asked
    when 'contract' then return query
      select work.id, coalesce(work.number, work.title), array[work.person_id, work.contact_person_id] from register.contract work where work.id = any (ids);
    when 'assignment' then return query
      select work.id, work.number, array[work.person_id] from register.assignment work where work.id = any (ids);
    when 'order' then return query
      select work.id, work.number, array[work.person_id, work.contact_person_id] from register.sales_order work where work.id = any (ids);
    when 'delivery' then return query
      select work.id, work.number, array[work.person_id, work.contact_person_id] from register.delivery work where work.id = any (ids);
    when 'quote' then return query
      select work.id, coalesce(work.number, work.title), array[work.person_id, work.contact_person_id] from register.quote work where work.id = any (ids);
    when 'quote-request' then return query
      select work.id, work.title, array[work.person_id, work.contact_person_id] from register.quote_request work where work.id = any (ids);
    when 'opportunity' then return query
      select work.id, work.title, array[work.person_id, work.contact_person_id] from register.opportunity work where work.id = any (ids);
    when 'invoice' then return query
      select work.id, work.number, array[work.person_id, work.contact_person_id] from register.invoice work where work.id = any (ids);
    when 'complaint' then return query
      select work.id, null::text, array[work.person_id] from register.complaint work where work.id = any (ids);
    when 'enquiry' then return query
      select work.id, null::text, array[work.person_id] from register.enquiry work where work.id = any (ids);
  end case;
end $function$;

CREATE OR REPLACE FUNCTION seloste.open_with(tie register.relationship)
 RETURNS TABLE(kind text, id uuid)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  others constant text[] := array(
    select other.group_company from register.relationship other
    where (other.organisation_id = tie.organisation_id or other.person_id = tie.person_id) and other.id <> tie.id and other.closed_at is null);
  people constant uuid[] := array(
    select who.id from (select tie.person_id as id union select link.person_id from register.affiliation link where link.organisation_id = tie.organisation_id) who
    where who.id = tie.person_id or not exists (
        select from register.relationship other where other.person_id = who.id and other.closed_at is null)
      and not exists (
        select from register.affiliation link join register.relationship other on other.organisation_id = link.organisation_id
        where link.person_id = who.id and link.left_on is null and other.id <> tie.id and other.closed_at is null));
begin
  return query
    select work.kind, work.id from (
      select 'contract', open.id, open.group_company, open.organisation_id, open.person_id from register.contract open
        where open.state <> 'ended' and open.binned_at is null or open.bills_next is not null and open.held_at is null
      union all select 'assignment', open.id, open.group_company, open.organisation_id, open.person_id from register.assignment open
        where open.state = 'open'
      -- What is delivered and billed owes nothing more.
      union all select 'order', open.id, open.group_company, open.organisation_id, open.person_id from register.sales_order open
        where open.state = 'open' or open.waits_since is not null and open.held_at is null
      union all select 'delivery', open.id, open.group_company, open.organisation_id, open.person_id from register.delivery open
        where open.state = 'planned'
      union all select 'quote', open.id, open.group_company, open.organisation_id, open.person_id from register.quote open
        where open.state in ('draft', 'sent') and open.binned_at is null
      union all select 'quote-request', open.id, open.group_company, open.organisation_id, open.person_id from register.quote_request open
        where open.state = 'open' and open.binned_at is null
      union all select 'opportunity', open.id, open.group_company, open.organisation_id, open.person_id from register.opportunity open
        where open.state = 'open' and open.binned_at is null
      union all select 'invoice', open.id, open.group_company, open.organisation_id, open.person_id from register.invoice open
        where open.status in ('draft', 'open', 'collection') and open.binned_at is null
      union all select 'complaint', open.id, open.group_company, open.organisation_id, open.person_id from register.complaint open
        where open.closed_on is null
      union all select 'enquiry', open.id, open.group_company, open.organisation_id, open.person_id from register.enquiry open
        where open.state in ('new', 'assigned') and open.binned_at is null
    ) work (kind, id, group_company, organisation_id, person_id)
    where (work.organisation_id = tie.organisation_id or work.organisation_id is null and work.person_id = any (people))
      and (work.group_company = tie.group_company or work.group_company <> all (others));
end $function$;

CREATE OR REPLACE FUNCTION seloste.open_work_of(asked uuid)
 RETURNS TABLE(kind text, field text, group_company text, many integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  part record;
begin
  perform seloste.refuse_unless_writer('register.staff', 'closed_at');
  for part in select * from seloste.kinds_of_work() loop
    return query execute format('select %L, %L, work.group_company, count(*)::integer from %s work where work.%I = $1 and %s group by 3',
      part.kind, part.field, part.place, part.holder, part.is_open) using asked::text;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION seloste.opportunity_in_use(asked uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  place record;
  used  boolean;
begin
  for place in
    select own.attrelid::regclass as named, own.attname from pg_attribute own join pg_class on pg_class.oid = own.attrelid
    where pg_class.relnamespace = 'register'::regnamespace and pg_class.relkind in ('r', 'p') and pg_class.relname not in ('notification', 'work_rule_run')
      and own.attname in ('opportunity_id', 'subject_id') and own.atttypid = 'uuid'::regtype and not own.attisdropped
  loop
    execute format('select exists (select from %s where %I = $1)', place.named, place.attname) into used using asked;
    if used then return true; end if;
  end loop;
  return false;
end $function$;

CREATE OR REPLACE FUNCTION seloste.order_delivered(asked uuid, whole boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  held text;
begin
  if not has_column_privilege(session_user, 'register.delivery', 'lines', 'insert') then
    raise exception 'permission denied for table delivery' using errcode = '42501';
  end if;
  select state into held from register.sales_order where id = asked for update;
  if held is null or held not in ('open', 'delivered') then return false; end if;
  if whole is not null then
    update register.sales_order set state = case when whole then 'delivered' else 'open' end, revision = revision + 1
      where id = asked and state <> case when whole then 'delivered' else 'open' end;
  end if;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION seloste.organisation_of_my_company(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select exists (
      select from register.staff me join register.relationship tie on tie.group_company = me.group_company
      where me.id::text = seloste.acting() and tie.organisation_id = asked)
  $function$;

CREATE OR REPLACE FUNCTION seloste.organisations_on_assignments()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select job.organisation_id from register.assignment job
    where job.organisation_id is not null and job.id in (select seloste.assignments_reached())
  $function$;

CREATE OR REPLACE FUNCTION seloste.organisations_reached(reach text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select id from seloste.organisations_reached_own where reach = 'own'
    union
    select id from seloste.organisations_reached_team where reach = 'team'
  $function$;

CREATE OR REPLACE FUNCTION seloste.people_on_assignments()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select job.person_id from register.assignment job
    where job.person_id is not null and job.id in (select seloste.assignments_reached())
    union
    select listed.person_id from register.assignment_contact listed
    where listed.person_id is not null and listed.assignment_id in (select seloste.assignments_reached())
  $function$;

CREATE OR REPLACE FUNCTION seloste.people_reached(reach text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select id from seloste.people_reached_own where reach = 'own'
    union
    select id from seloste.people_reached_team where reach = 'team'
  $function$;

CREATE OR REPLACE FUNCTION seloste.people_with_email(asked text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select mail.person_id
    from register.person_email mail join register.person on person.id = mail.person_id
    where seloste.folded(mail.address) collate "C" = seloste.folded(asked) and mail.is_proven
      and has_column_privilege(session_user, 'register.person_email', 'address', 'insert')
    order by mail.is_primary desc, person.closed_at nulls first, mail.person_id
    limit 5
  $function$;

CREATE OR REPLACE FUNCTION seloste.person_of_my_company(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select exists (
      select from register.staff me join register.relationship tie on tie.group_company = me.group_company
      where me.id::text = seloste.acting()
        and (tie.person_id = asked
          or tie.organisation_id in (select link.organisation_id from register.affiliation link where link.person_id = asked)))
  $function$;

CREATE OR REPLACE FUNCTION seloste.product_in_use(asked uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  place regclass;
  used  boolean;
begin
  for place in
    select own.attrelid::regclass from pg_attribute own join pg_class on pg_class.oid = own.attrelid
    where pg_class.relnamespace = 'register'::regnamespace and pg_class.relkind in ('r', 'p')
      and own.attname = 'lines' and own.atttypid = 'jsonb'::regtype and not own.attisdropped
  loop
    execute format('select exists (select from %s where lines @> $1)', place)
      into used using jsonb_build_array(jsonb_build_object('product', asked));
    if used then return true; end if;
  end loop;
  return false;
end $function$;

CREATE OR REPLACE FUNCTION seloste.product_of_sku(said text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select id from register.product where lower(sku) = lower(said) and binned_at is null
      and has_column_privilege(session_user, 'register.product', 'sku', 'select')
  $function$;

CREATE OR REPLACE FUNCTION seloste.prove_email(digest bytea, at timestamp with time zone)
 RETURNS TABLE(person uuid, value uuid)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    update register.person_email mail set has_answered = true
    where mail.id in (select known.value from seloste.email_to_prove(digest, at) known) and mail.proof_digest = digest
    returning mail.person_id, mail.id
  $function$;

CREATE OR REPLACE FUNCTION seloste.put_back(journal uuid, people uuid[], companies uuid[])
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  one record;
  now jsonb;
begin
  create temporary table if not exists putting (place text, key text, before jsonb, after jsonb, depth integer, is_it text, columns text, changed text) on commit drop;
  truncate putting;
  insert into putting
    select row.place, row.key, row.before, row.after, place.depth,
      format('(%s) = (select %s from jsonb_populate_record(null::%s, $1) said)', (select string_agg('t.' || part, ', ') from unnest(place.keys) part),
        (select string_agg('said.' || part, ', ') from unnest(place.keys) part), row.place), place.columns,
      (select string_agg(quote_ident(was.key), ', ') from jsonb_each(row.before) was join jsonb_each(row.after) left_as using (key) where was.value is distinct from left_as.value)
    from register.undo_row row
      join lateral (select seloste.depth_of(row.place::regclass) as depth, seloste.key_columns(row.place) as keys,
        (select string_agg(quote_ident(part.attname), ', ' order by part.attnum) from pg_attribute part
          where part.attrelid = row.place::regclass and part.attnum > 0 and not part.attisdropped and part.attgenerated = '') as columns) place on true
    where row.of = journal and (people is null or row.person_id = any (people) or row.person_id is null and row.organisation_id = any (companies));

  for one in select * from putting loop
    execute format('select to_jsonb(t) from %s t where %s for update', one.place, one.is_it) into now using coalesce(one.before, one.after);
    if now is distinct from one.after then return one.place; end if;
  end loop;
  -- What is leant on comes first and goes last.
  for one in select * from putting where before is null order by depth desc loop
    execute format('delete from %s t where %s', one.place, one.is_it) using one.after;
  end loop;
  for one in select * from putting where before is not null and after is not null and place in ('register.person', 'register.organisation') loop
    execute format('update %s t set (%s) = (select %s from jsonb_populate_record(null::%s, $1)) where %s', one.place, one.changed, one.changed, one.place, one.is_it) using one.before;
  end loop;
  -- Table by table, what is leant on first; in each, a row that moves back makes room before the one that stood there returns.
  for one in select * from putting where before is not null and (after is null or place not in ('register.person', 'register.organisation'))
      order by depth, place, after is null loop
    if one.after is null then
      execute format('insert into %s (%s) overriding system value select %s from jsonb_populate_record(null::%s, $1)', one.place, one.columns, one.columns, one.place)
        using one.before;
    else
      execute format('update %s t set (%s) = (select %s from jsonb_populate_record(null::%s, $1)) where %s', one.place, one.changed, one.changed, one.place, one.is_it) using one.before;
    end if;
  end loop;
  delete from register.undo_row row using putting where row.of = journal and row.place = putting.place and row.key = putting.key;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION seloste.put_back_seen(was jsonb, since timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  opened jsonb;
begin
  perform seloste.refuse_unless_matcher();
  select jsonb_agg(to_jsonb(now)) into opened from register.seen_lately now
    join jsonb_populate_recordset(null::register.seen_lately, was) held on held.id = now.id
    where now.record_id <> held.record_id and now.at > since;
  update register.seen_lately now set person_id = held.person_id, organisation_id = held.organisation_id, record_id = held.record_id,
      at = case when now.record_id = held.record_id and now.at > since then now.at else held.at end
    from jsonb_populate_recordset(null::register.seen_lately, was) held where held.id = now.id;
  insert into register.seen_lately (id, staff, kind, record_id, organisation_id, person_id, at)
    select id, staff, kind, record_id, organisation_id, person_id, at from jsonb_populate_recordset(null::register.seen_lately, was) held
    where held.record_id in (held.person_id, held.organisation_id)
    on conflict do nothing;
  insert into register.seen_lately (staff, kind, record_id, organisation_id, person_id, at)
    select staff, kind, record_id, organisation_id, person_id, at from jsonb_populate_recordset(null::register.seen_lately, opened)
    on conflict do nothing;
end $function$;

CREATE OR REPLACE FUNCTION seloste.put_back_several(journal uuid, people uuid[], companies uuid[])
 RETURNS TABLE(left_as_is uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  one     record;
  found   uuid[];
  stay    uuid[] := '{}';
  columns text;
  changed text;
  mine    constant text := 'row.of = $1 and (row.person_id = any ($2) or row.person_id is null and row.organisation_id = any ($3))';
  going   constant text := mine || ' and not coalesce(row.person_id, row.organisation_id) = any ($4)';
begin
  perform from register.person who where who.id = any (people) order by who.id for update;
  perform from register.organisation firm where firm.id = any (companies) order by firm.id for update;
  for one in select distinct row.place from register.undo_row row where row.of = journal
      and (row.person_id = any (people) or row.person_id is null and row.organisation_id = any (companies)) loop
    execute format('select array_agg(distinct coalesce(row.person_id, row.organisation_id)) from register.undo_row row %s
      where %s and row.place = %L and to_jsonb(t) is distinct from row.after', seloste.noted_join(one.place), mine, one.place)
      into found using journal, people, companies;
    stay := stay || coalesce(found, '{}');
  end loop;
  -- What is leant on comes first and goes last.
  for one in select row.place, seloste.depth_of(row.place::regclass) as depth from (
      select distinct held.place from register.undo_row held where held.of = journal
        and (held.person_id = any (people) or held.person_id is null and held.organisation_id = any (companies))) row order by 2 desc loop
    execute format('delete from %1$s gone using (select t.* from register.undo_row row %2$s where %3$s and row.place = %1$L and row.before is null) said where (%4$s) = (%5$s)',
      one.place, seloste.noted_join(one.place), going,
      (select string_agg('gone.' || part, ', ') from unnest(seloste.key_columns(one.place)) part),
      (select string_agg('said.' || part, ', ') from unnest(seloste.key_columns(one.place)) part)) using journal, people, companies, stay;
  end loop;
  for one in select row.place, seloste.depth_of(row.place::regclass) as depth from (
      select distinct held.place from register.undo_row held where held.of = journal
        and (held.person_id = any (people) or held.person_id is null and held.organisation_id = any (companies))) row order by 2 loop
    select string_agg(quote_ident(part.attname), ', ' order by part.attnum) into columns from pg_attribute part
      where part.attrelid = one.place::regclass and part.attnum > 0 and not part.attisdropped and part.attgenerated = '';
    execute format('insert into %1$s (%2$s) overriding system value select %3$s from register.undo_row row cross join lateral jsonb_populate_record(null::%1$s, row.before) said
      where %4$s and row.place = %1$L and row.before is not null and row.after is null', one.place, columns,
      (select string_agg('said.' || part, ', ') from unnest(string_to_array(columns, ', ')) part), going) using journal, people, companies, stay;
    execute format('select string_agg(distinct quote_ident(was.key), '', '') from register.undo_row row cross join lateral jsonb_each(row.before) was
      join lateral jsonb_each(row.after) left_as on left_as.key = was.key and left_as.value is distinct from was.value where %s and row.place = %L', going, one.place)
      into changed using journal, people, companies, stay;
    if changed is null then continue; end if;
    execute format('update %1$s t set (%2$s) = (select %3$s from jsonb_populate_record(null::%1$s, row.before) old) from register.undo_row row
      cross join lateral jsonb_populate_record(null::%1$s, row.after) said
      where %4$s and row.place = %1$L and row.before is not null and row.after is not null and (%5$s) = (%6$s)', one.place, changed,
      (select string_agg('old.' || part, ', ') from unnest(string_to_array(changed, ', ')) part), going,
      (select string_agg('t.' || part, ', ') from unnest(seloste.key_columns(one.place)) part),
      (select string_agg('said.' || part, ', ') from unnest(seloste.key_columns(one.place)) part)) using journal, people, companies, stay;
  end loop;
  delete from register.undo_row row where row.of = journal
    and (row.person_id = any (people) or row.person_id is null and row.organisation_id = any (companies))
    and not coalesce(row.person_id, row.organisation_id) = any (stay);
  return query select distinct said from unnest(stay) said;
end $function$;

CREATE OR REPLACE FUNCTION seloste.reaches_relationship(owner text, team text, group_company text, reach text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select $1 = seloste.acting() or exists (
      select from register.staff me
      where me.id::text = seloste.acting() and ($4 = 'team' and me.team = $2 or $4 = 'group-company' and me.group_company = $3))
  $function$;

CREATE OR REPLACE FUNCTION seloste.recorded_hash(asked integer)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select opening.payload -> 'detail' ->> 'hash'
    from register.ledger_opening opening join register.ledger_leaf leaf on leaf.hash = opening.hash
    where opening.payload ->> 'about' = 'statement-' || asked
      and opening.payload ->> 'what' = 'statement.published'
    order by leaf.seq desc
    limit 1
  $function$;

CREATE OR REPLACE FUNCTION seloste.records_in_bin(subject text)
 RETURNS TABLE(id uuid, title text, organisation_id uuid, person_id uuid, binned_at timestamp with time zone, binned_by text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  everything constant boolean := seloste.rows_seen(format('register.%I', subject)::regclass) !~ 'reached|my_company';
begin
  if subject = 'person' then
    perform seloste.refuse_unless_writer('register.person', 'family_name');
    return query select who.id, btrim(who.given_name || ' ' || who.family_name), null::uuid, who.id, who.binned_at, who.binned_by
      from register.person who where who.binned_at is not null and who.binned_by is not null
        and (everything or who.binned_by = seloste.acting()) and not seloste.is_masked(who.id);
  elsif subject = 'organisation' then
    perform seloste.refuse_unless_writer('register.organisation', 'name');
    return query select firm.id, firm.name, firm.id, null::uuid, firm.binned_at, firm.binned_by
      from register.organisation firm where firm.binned_at is not null and (everything or firm.binned_by = seloste.acting());
  end if;
end $function$;

CREATE OR REPLACE FUNCTION seloste.refuse_altered_document()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  was constant jsonb := to_jsonb(old);
  now jsonb;
  moved text;
begin
  if was ->> tg_argv[0] is null or was ->> tg_argv[0] = any (tg_argv[1]::text[]) then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    if session_user ~ '_(rights|retention)$' then return old; end if;
    raise exception 'DOCUMENT_IS_LOCKED' using errcode = '42501';
  end if;
  now := to_jsonb(new);
  moved := (was ->> 'state') || case when was -> 'state' = now -> 'state' then '=' else '>' end || (now ->> 'state');
  if exists (
    select from jsonb_each(now) as said (name, value)
    where said.value is distinct from was -> said.name
      and said.name <> all (tg_argv[2]::text[])
      and not (said.name in ('person_id', 'contact_person_id', 'organisation_id') and session_user ~ '_matching$') -- two records were one
      and not (said.name in ('contact_person_id', 'answered_name') and said.value = 'null' and session_user ~ '_rights$') -- Art. 17 GDPR
      and not exists (
        select from jsonb_array_elements_text(tg_argv[3]::jsonb -> said.name) as allowed (move)
        where moved like allowed.move or allowed.move = 'once' and was -> said.name = 'null'))
  then
    raise exception 'DOCUMENT_IS_LOCKED' using errcode = '42501';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION seloste.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'LEDGER_IS_APPEND_ONLY' using errcode = '42501';
end $function$;

CREATE OR REPLACE FUNCTION seloste.refuse_change_of_approved()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if old.state <> 'prepared' and (new.fields, new.authority, new.provision, new.document_ref, new.recipient, new.prepared_by, new.decided_by)
     is distinct from (old.fields, old.authority, old.provision, old.document_ref, old.recipient, old.prepared_by, old.decided_by)
    or not (new.people <@ old.people or session_user like '%\_matching') then
    raise exception 'AUTHORITY_REQUEST_IS_DECIDED' using errcode = '42501';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION seloste.refuse_lifting()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not has_table_privilege(session_user, 'register.objection', 'delete') then
    raise exception 'permission denied to change an objection' using errcode = '42501';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION seloste.refuse_unless_left_whole(entry jsonb, ordered jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  own constant text[] := '{id,at,reason}'::text[] || case when ordered is null then '{since,until}' else '{lines}' end::text[];
  whole boolean;
begin
  whole := jsonb_typeof(entry) = 'object' and entry ?& own and entry - own = '{}'
    and jsonb_typeof(entry->'id') = 'string' and entry->>'id' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    and pg_input_is_valid(entry->>'at', 'timestamptz')
    and jsonb_typeof(entry->'reason') = 'string' and length(btrim(entry->>'reason')) between 1 and 1000;
  if whole and ordered is null then
    whole := entry->>'since' ~ '^\d{4}-\d\d-\d\d$' and pg_input_is_valid(entry->>'since', 'date')
      and entry->>'until' ~ '^\d{4}-\d\d-\d\d$' and pg_input_is_valid(entry->>'until', 'date') and entry->>'since' <= entry->>'until';
  elsif whole and jsonb_typeof(entry->'lines') = 'array' then
    whole := entry->'lines' <> '[]' and not exists (select from jsonb_array_elements(entry->'lines') one
      where (jsonb_typeof(one) = 'object' and one - '{id,quantity}'::text[] = '{}' and jsonb_typeof(one->'quantity') = 'number'
        and one->>'quantity' ~ '^[1-9]\d{0,11}$' and ordered @> jsonb_build_array(jsonb_build_object('id', one->'id'))) is not true);
  else
    whole := false;
  end if;
  if whole is not true then raise exception 'what is left unbilled is not said whole' using errcode = '22023'; end if;
end $function$;

CREATE OR REPLACE FUNCTION seloste.refuse_unless_matcher()
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if session_user not like '%\_matching' then raise exception 'permission denied for table merge' using errcode = '42501'; end if;
end $function$;

CREATE OR REPLACE FUNCTION seloste.refuse_unless_seen(subject text, asked uuid)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  seen boolean;
begin
  if subject not in ('person', 'organisation') then raise exception 'no such record' using errcode = '42501'; end if;
  perform seloste.refuse_unless_writer('register.' || subject, case subject when 'person' then 'family_name' else 'name' end);
  execute format('select exists (select from register.%I where id = $1 and (%s))', subject, seloste.rows_seen(format('register.%I', subject)::regclass))
    into seen using asked;
  if not seen then raise exception 'permission denied for table %', subject using errcode = '42501'; end if;
end $function$;

CREATE OR REPLACE FUNCTION seloste.refuse_unless_writer(place text, column_name text)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  if not has_column_privilege(session_user, place, column_name, 'update') then
    raise exception 'permission denied for table %', place using errcode = '42501';
  end if;
end $function$;

CREATE OR REPLACE FUNCTION seloste.refuse_unseen_link()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if new.person_id is distinct from old.person_id and new.person_id is not null
     and not exists (select from register.person where id = new.person_id)
    or new.organisation_id is distinct from old.organisation_id and new.organisation_id is not null
     and not exists (select from register.organisation where id = new.organisation_id) then
    raise exception 'permission denied for the record linked' using errcode = '42501';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION seloste.refuse_version_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'VERSION_IS_IMMUTABLE' using errcode = '42501';
end $function$;

CREATE OR REPLACE FUNCTION seloste.relationship_to_end(asked uuid)
 RETURNS TABLE(id uuid, owner text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  done register.contract;
begin
  if not has_column_privilege(session_user, 'register.contract', 'state', 'select') then
    raise exception 'permission denied for table contract' using errcode = '42501';
  end if;
  select * into done from register.contract held where held.id = asked and held.state = 'ended';
  if done.id is null then return; end if;
  return query
    select tie.id, tie.owner from register.relationship tie
    where tie.group_company = done.group_company and tie.state in ('customer', 'dormant')
      and (tie.organisation_id = done.organisation_id or done.organisation_id is null and tie.person_id = done.person_id)
      and not exists (select from seloste.open_with(tie))
    limit 1;
end $function$;

CREATE OR REPLACE FUNCTION seloste.reopen_relationship(asked uuid, new_state text, reopened timestamp with time zone)
 RETURNS TABLE(id uuid, organisation_id uuid, person_id uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  tie  register.relationship;
  seen boolean;
begin
  perform seloste.refuse_unless_writer('register.relationship', 'state');
  update register.relationship held
    set state = new_state, end_reason = null, ended_at = null, closed_at = null, last_activity_at = reopened, revision = held.revision + 1
    where held.id = asked and held.closed_at is not null and held.state in ('ended', 'retained') returning held.* into tie;
  if tie.id is null then return; end if;
  execute format('select exists (select from register.relationship where id = $1 and (%s))', seloste.rows_seen('register.relationship'))
    into seen using asked;
  if not seen then raise no_data_found; end if;

  update register.organisation firm set closed_at = null, changed_at = reopened where firm.id = tie.organisation_id;
  update register.person who set closed_at = null, changed_at = reopened
    where who.closed_at is not null
      and (who.id = tie.person_id
        or who.id in (select link.person_id from register.affiliation link where link.organisation_id = tie.organisation_id and link.left_on is null));
  return query select tie.id, tie.organisation_id, tie.person_id;
exception
  when no_data_found then return; -- takes the update above back
end $function$;

CREATE OR REPLACE FUNCTION seloste.restricted_since(people uuid[])
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select min(kept.since) from register.restriction kept where kept.person_id = any(people) and kept.lifted_at is null
  $function$;

CREATE OR REPLACE FUNCTION seloste.rows_about(people uuid[], companies uuid[], places text[])
 RETURNS TABLE(place text, key text, person_id uuid, organisation_id uuid, said jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  one record;
begin
  for one in
    select about.place,
      string_agg(case when about.is_list then format('t.%I && $1', about.column_name)
        when about.subject = 'person' then format('t.%I = any ($1)', about.column_name) else format('t.%I = any ($2)', about.column_name) end, ' or ') as condition,
      max(case when about.subject = 'person' and not about.is_list and about.column_name in ('id', 'person_id') then format('t.%I', about.column_name) end) as whose,
      max(case when about.subject = 'organisation' and about.column_name in ('id', 'organisation_id') then format('t.%I', about.column_name) end) as of_whom,
      (select string_agg(format('t.%I::text', part.attname), ', ' order by array_position(index.indkey::int2[], part.attnum))
        from pg_index index join pg_attribute part on part.attrelid = index.indrelid and part.attnum = any (index.indkey)
        where index.indrelid = about.place::regclass and index.indisprimary) as keys
    from (select 'person' as subject, named.* from seloste.columns_about('person') named
      union all select 'organisation', named.* from seloste.columns_about('organisation') named) about
    where places is null or about.place = any (places)
    group by about.place
  loop
    if one.keys is null then continue; end if;
    return query execute format('select %L::text, concat_ws(''|'', %s), %s::uuid, %s::uuid, to_jsonb(t) from %s t where %s',
      one.place, one.keys, coalesce(one.whose, 'null'), coalesce(one.of_whom, 'null'), one.place, one.condition) using people, companies;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION seloste.rows_seen(place regclass)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    select coalesce(string_agg(format('(%s)', pg_get_expr(rule.polqual, rule.polrelid)), ' or '), 'false')
    from pg_policy rule join pg_roles login on login.oid = any (rule.polroles)
    where rule.polrelid = place and rule.polcmd in ('r', '*') and login.rolname = session_user
  $function$;

CREATE OR REPLACE FUNCTION seloste.rows_with(reader text, index_name text, row_column text, patterns text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
declare
  found pg_index;
  place regclass;
begin
  select own.* into found from pg_index own
    join pg_class named on named.oid = own.indexrelid join pg_am way on way.oid = named.relam
    where own.indexrelid = to_regclass(index_name) and way.amname = 'gin' and own.indisvalid
      and named.relnamespace in ('register'::regnamespace, 'declared'::regnamespace)
      and pg_get_indexdef(own.indexrelid, 1, true) like 'seloste.folded(%';
  if found.indexrelid is null then
    raise exception 'no index of words: %', index_name using errcode = '42704';
  end if;
  place := found.indrelid::regclass;
  -- S9: whoever does not read a column asks nothing of it.
  if exists (
    select from pg_attribute part where part.attrelid = found.indrelid
      and (part.attname = row_column or part.attnum in (
        select link.refobjsubid from pg_depend link
        where link.classid = 'pg_class'::regclass and link.objid = found.indexrelid
          and link.refclassid = 'pg_class'::regclass and link.refobjid = found.indrelid and link.refobjsubid > 0))
      and not has_column_privilege(reader, found.indrelid, part.attnum, 'select')) then
    raise exception 'permission denied for table %', place using errcode = '42501';
  end if;
  return query execute format(
    'select held.id from unnest($1) as said(pattern)
      cross join lateral (select %I as id from %s where %s like seloste.folded(said.pattern)%s limit $2) held limit $2',
    row_column, place, pg_get_indexdef(found.indexrelid, 1, true),
    coalesce(' and ' || pg_get_expr(found.indpred, found.indrelid), '')) using patterns, most;
end $function$;

CREATE OR REPLACE FUNCTION seloste.search(asked text, most integer)
 RETURNS TABLE(kind text, id uuid, field text, closed boolean, title text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  said    text := btrim(regexp_replace(seloste.folded(left(asked, 200)), '\s+', ' ', 'g'));
  upto    text := said || chr(1114111);
  inside  text := '%' || replace(replace(replace(said, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  domain  text := ltrim(said, '@');
  digits  text := regexp_replace(asked, '[^0-9]', '', 'g');
  dialled text := case when asked ~ '^\s*\+' then '+' || digits
                       when digits like '00%' then '+' || substr(digits, 3)
                       when digits like '0%' then '+358' || substr(digits, 2)
                       else null end;
  by_name   boolean := has_column_privilege(session_user, 'register.person', 'family_name', 'select') and said !~ '@';
  by_firm   boolean := has_column_privilege(session_user, 'register.organisation', 'name', 'select') and said !~ '@';
  by_number boolean := has_column_privilege(session_user, 'register.organisation', 'business_id', 'select')
                       and length(digits) >= 4 and said ~ '^(fi ?)?[0-9 -]+$';
  by_phone  boolean := has_column_privilege(session_user, 'register.person_phone', 'number', 'select')
                       and length(digits) >= 4 and dialled is not null and said ~ '^[+0-9 ()-]+$';
  by_mail   boolean := has_column_privilege(session_user, 'register.person_email', 'address', 'select') and said !~ ' ';
  by_domain boolean := by_mail and length(domain) >= 3 and (said like '@%' or strpos(said, '@') = 0);
  by_firm_mail boolean := has_column_privilege(session_user, 'register.organisation', 'email', 'select') and said ~ '@';
  family uuid[] := '{}';
  given uuid[] := '{}';
  firm uuid[] := '{}';
  firm_words uuid[] := '{}';
  firm_inside uuid[] := '{}';
  numbers uuid[] := '{}';
  phones uuid[] := '{}';
  mails uuid[] := '{}';
  domains uuid[] := '{}';
  firm_mails uuid[] := '{}';
  people uuid[] := '{}';
  firms  uuid[] := '{}';
  fetched integer;
  -- How far a duty reaches that sees only its own or its team's; null where it sees all, or a group company's.
  reach text := substring(seloste.rows_seen('register.person'::regclass) from 'people_reached_(own|team)');
  first text := left(said, 1);
  mine uuid[];
  ours uuid[];
begin
  if length(said) < 2 then return; end if;
  most := least(greatest(most, 1), 50);
  fetched := most + 5;


  if reach = 'own' then
    mine := array(select reached.id from seloste.people_reached_own reached limit 4001);
  elsif reach = 'team' then
    mine := array(select reached.id from seloste.people_reached_team reached limit 4001);
  end if;
  if cardinality(mine) > 4000 then
    reach := null;
  end if;

  if reach is not null then
    ours := array(select seloste.organisations_reached(reach));
    if by_name then
      select array_agg(named.id order by named.family) filter (where starts_with(named.family, said)),
          array_agg(named.id order by named.given) filter (where starts_with(named.given, said))
        into family, given
        from (select person.id,
            case when seloste.folded_letter(person.family_name) = first
              then seloste.folded(person.family_name || ' ' || person.given_name) collate "C" end as family,
            case when seloste.folded_letter(person.given_name) = first
              then seloste.folded(person.given_name || ' ' || person.family_name) collate "C" end as given
          from register.person where person.id = any (mine) offset 0) named;
    end if;
    if by_firm then
      select array_agg(named.id order by named.name) filter (where starts_with(named.name, said)),
          array_agg(named.id) filter (where length(said) >= 3 and named.name like inside)
        into firm, firm_inside
        from (select organisation.id, seloste.folded(organisation.name) collate "C" as name
          from register.organisation where organisation.id = any (ours) offset 0) named;
    end if;
    if by_number then
      numbers := array(select organisation.id from register.organisation
        where organisation.id = any (ours) and starts_with(replace(organisation.business_id, '-', ''), digits));
    end if;
    if by_phone then
      phones := array(select phone.person_id from register.person_phone phone
        where phone.person_id = any (mine) and starts_with(phone.number, dialled));
    end if;
    if by_mail then
      select array_agg(mail.person_id) filter (where seloste.folded_letter(mail.address) = first and starts_with(seloste.folded(mail.address), said)),
          array_agg(mail.person_id) filter (where by_domain and seloste.folded_letter(split_part(mail.address, '@', 2)) = left(domain, 1)
            and starts_with(seloste.folded(split_part(mail.address, '@', 2)), domain))
        into mails, domains
        from register.person_email mail where mail.person_id = any (mine);
    end if;
    if by_firm_mail then
      firm_mails := array(select organisation.id from register.organisation
        where organisation.id = any (ours) and starts_with(seloste.folded(organisation.email), said));
    end if;
    people := seloste.seen_of('register.person', family || given || phones || mails || domains);
    firms := seloste.seen_of('register.organisation', firm || firm_inside || numbers || firm_mails);
  end if;

  while reach is null loop
    if by_name then
      family := array(select person.id from register.person
        where seloste.folded(person.family_name || ' ' || person.given_name) collate "C" >= said
          and seloste.folded(person.family_name || ' ' || person.given_name) collate "C" < upto
        order by seloste.folded(person.family_name || ' ' || person.given_name) collate "C" limit fetched);
      given := array(select person.id from register.person
        where seloste.folded(person.given_name || ' ' || person.family_name) collate "C" >= said
          and seloste.folded(person.given_name || ' ' || person.family_name) collate "C" < upto
        order by seloste.folded(person.given_name || ' ' || person.family_name) collate "C" limit fetched);
    end if;
    if by_firm then
      firm := array(select organisation.id from register.organisation
        where seloste.folded(organisation.name) collate "C" >= said and seloste.folded(organisation.name) collate "C" < upto
        order by seloste.folded(organisation.name) collate "C" limit fetched);
      firm_words := array(select named.id from (select id, substring(seloste.folded(name) from '^[a-z0-9]+[^a-z0-9]+(.+)$') collate "C" as rest from register.organisation) named
          where named.rest >= said and named.rest < upto order by named.rest limit fetched)
        || array(select named.id from (select id, substring(seloste.folded(name) from '^[a-z0-9]+[^a-z0-9]+[a-z0-9]+[^a-z0-9]+(.+)$') collate "C" as rest from register.organisation) named
          where named.rest >= said and named.rest < upto order by named.rest limit fetched);
      firm_inside := '{}';
      if length(said) >= 3 and cardinality(firm || firm_words) < fetched then
        firm_inside := array(select organisation.id from register.organisation
          where seloste.folded(organisation.name) like inside limit fetched);
      end if;
    end if;
    if by_number then
      numbers := array(select organisation.id from register.organisation
        where replace(organisation.business_id, '-', '') collate "C" >= digits
          and replace(organisation.business_id, '-', '') collate "C" < digits || chr(1114111) limit fetched);
    end if;
    if by_phone then
      phones := array(select phone.person_id from register.person_phone phone
        where phone.number collate "C" >= dialled and phone.number collate "C" < dialled || chr(1114111) limit fetched);
    end if;
    if by_mail then
      mails := array(select mail.person_id from register.person_email mail
        where seloste.folded(mail.address) collate "C" >= said and seloste.folded(mail.address) collate "C" < upto limit fetched);
    end if;
    if by_domain then
      domains := array(select mail.person_id from register.person_email mail
        where split_part(seloste.folded(mail.address), '@', 2) collate "C" >= domain
          and split_part(seloste.folded(mail.address), '@', 2) collate "C" < domain || chr(1114111) limit fetched);
    end if;
    if by_firm_mail then
      firm_mails := array(select organisation.id from register.organisation
        where seloste.folded(organisation.email) collate "C" >= said and seloste.folded(organisation.email) collate "C" < upto limit fetched);
    end if;

    people := seloste.seen_of('register.person', family || given || phones || mails || domains);
    firms := seloste.seen_of('register.organisation', firm || firm_words || firm_inside || numbers || firm_mails);
    exit when not (
      seloste.held_back(family, people, most, fetched) or seloste.held_back(given, people, most, fetched)
      or seloste.held_back(phones, people, most, fetched) or seloste.held_back(mails, people, most, fetched)
      or seloste.held_back(domains, people, most, fetched) or seloste.held_back(firm, firms, most, fetched)
      or seloste.held_back(firm || firm_words, firms, most, fetched) or seloste.held_back(firm_inside, firms, most, fetched)
      or seloste.held_back(numbers, firms, most, fetched) or seloste.held_back(firm_mails, firms, most, fetched));
    fetched := fetched * 8;
  end loop;

  return query
    (select 'person', one, 'person.name', false, null::text from unnest(family) with ordinality hit (one, place) where one in (select unnest(people)) order by place limit most)
    union all
    (select 'person', one, 'person.name', false, null::text from unnest(given) with ordinality hit (one, place) where one in (select unnest(people)) order by place limit most)
    union all
    (select 'company', one, 'org.name', false, null::text from unnest(firm) with ordinality hit (one, place) where one in (select unnest(firms)) order by place limit most)
    union all
    (select 'company', one, 'org.name', false, null::text from unnest(firm_words) with ordinality hit (one, place) where one in (select unnest(firms)) order by place limit most)
    union all
    (select 'company', one, 'org.name', false, null::text from unnest(firm_inside) with ordinality hit (one, place) where one in (select unnest(firms)) order by place limit most)
    union all
    -- S4.4: an ended customer company is found by its beginning, to be reopened; a sole trader's is personal data and is not.
    (select 'company', ended.id, 'org.name', true, ended.name from register.organisation ended
      where by_firm and ended.closed_at is not null and ended.binned_at is null and ended.form <> 'sole-trader'
        and seloste.folded(ended.name) collate "C" >= said and seloste.folded(ended.name) collate "C" < upto limit 3)
    union all
    (select 'company', one, 'org.businessId', false, null::text from unnest(numbers) with ordinality hit (one, place) where one in (select unnest(firms)) order by place limit most)
    union all
    (select 'person', one, 'person.phone', false, null::text from unnest(phones) with ordinality hit (one, place) where one in (select unnest(people)) order by place limit most)
    union all
    (select 'person', one, 'person.email', false, null::text from unnest(mails) with ordinality hit (one, place) where one in (select unnest(people)) order by place limit most)
    union all
    (select 'person', one, 'person.email', false, null::text from unnest(domains) with ordinality hit (one, place) where one in (select unnest(people)) order by place limit most)
    union all
    (select 'company', one, 'org.email', false, null::text from unnest(firm_mails) with ordinality hit (one, place) where one in (select unnest(firms)) order by place limit most);
end $function$;

CREATE OR REPLACE FUNCTION seloste.seen_of(place text, asked uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  seen uuid[];
begin
  if asked is null or cardinality(asked) = 0 then return '{}'; end if;
  execute format('select array_agg(%1$s.id) from register.%1$s where %1$s.id = any ($1) and (%2$s)',
    split_part(place, '.', 2), seloste.rows_seen(place::regclass)) into seen using asked;
  return coalesce(seen, '{}');
end $function$;

CREATE OR REPLACE FUNCTION seloste.sees_field(field text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return case field
    when 'org.name' then has_column_privilege('register.organisation', 'name', 'select')
    when 'org.businessId' then has_column_privilege('register.organisation', 'business_id', 'select')
    when 'org.phone' then has_column_privilege('register.organisation', 'phone', 'select')
    when 'org.email' then has_column_privilege('register.organisation', 'email', 'select')
    when 'org.addresses' then has_column_privilege('register.organisation_address', 'postcode', 'select')
    when 'com.paymentTerms' then has_column_privilege('register.relationship', 'payment_terms', 'select')
    when 'person.name' then has_column_privilege('register.person', 'family_name', 'select')
    when 'person.email' then has_column_privilege('register.person_email', 'address', 'select')
    when 'person.phone' then has_column_privilege('register.person_phone', 'number', 'select')
    when 'person.address' then has_column_privilege('register.person_address', 'postcode', 'select')
    when 'person.jobRole' then has_column_privilege('register.affiliation', 'job_role', 'select')
    else seloste.may_see(
      case when field like 'person.%' then 'declared.person' else 'declared.organisation' end,
      case when field like 'com.%' then 'com_' else '' end || lower(regexp_replace(regexp_replace(
        substr(field, strpos(field, '.') + 1), '([a-z0-9])([A-Z])', '\1_\2', 'g'), '[^A-Za-z0-9]+', '_', 'g')))
  end;
end $function$;

CREATE OR REPLACE FUNCTION seloste.send_soon(campaign uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not exists (select from register.campaign held where held.id = campaign and held.channel = 'email' and held.state in ('queued', 'sending')) then return; end if;
  if to_regnamespace('graphile_worker') is null then return; end if; -- no worker yet: the minute's round finds it
  perform graphile_worker.add_job('send-campaign', json_build_object('id', campaign), job_key := 'send-campaign-' || campaign);
end $function$;

CREATE OR REPLACE FUNCTION seloste.set_limit(real)
 RETURNS real
 LANGUAGE c
 STRICT
AS '$libdir/pg_trgm', $function$set_limit$function$;

CREATE OR REPLACE FUNCTION seloste.settle_lines(import uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
 SET enable_nestloop TO 'off'
AS $function$
begin
  update register.import_line set state = 'refused', code = 'VALUE_REQUIRED', clause = 'S5.1',
      field = case when person_id is null and new_person is not null and person_lacks is not null then person_lacks else organisation_lacks end
    where import_id = import and state = 'waiting'
      and (person_id is null and new_person is not null and person_lacks is not null
        or organisation_id is null and new_organisation is not null and organisation_lacks is not null);
  update register.import_line line set organisation_id = first.new_organisation, first_company_line = first.line
    from (select distinct on (coalesce(organisation_key, business_id, name_key)) coalesce(organisation_key, business_id, name_key) as said, line, new_organisation
        from register.import_line
        where import_id = import and state = 'waiting' and new_organisation is not null and organisation_id is null
        order by coalesce(organisation_key, business_id, name_key), line) first
    where line.import_id = import and line.state = 'waiting' and line.organisation_id is null and line.new_organisation is not null
      and coalesce(line.organisation_key, line.business_id, line.name_key) = first.said and line.line > first.line;
  update register.import_line line set person_id = first.new_person, first_line = first.line
    from (select distinct on (coalesce(person_key, email)) coalesce(person_key, email) as said, line, new_person
        from register.import_line
        where import_id = import and state = 'waiting' and new_person is not null and person_id is null and coalesce(person_key, email) is not null
        order by coalesce(person_key, email), line) first
    where line.import_id = import and line.state = 'waiting' and line.person_id is null and line.new_person is not null
      and coalesce(line.person_key, line.email) = first.said and line.line > first.line;
end $function$;

CREATE OR REPLACE FUNCTION seloste.show_limit()
 RETURNS real
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_limit$function$;

CREATE OR REPLACE FUNCTION seloste.show_trgm(text)
 RETURNS text[]
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_trgm$function$;

CREATE OR REPLACE FUNCTION seloste.silence_is_for_authorities()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if new.silent_until is not null and not has_column_privilege(session_user, 'register.authority_request', 'silent_until', 'insert') then
    raise exception 'a silent disclosure is for those who answer authorities' using errcode = '42501';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION seloste.similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity$function$;

CREATE OR REPLACE FUNCTION seloste.similarity_dist(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_dist$function$;

CREATE OR REPLACE FUNCTION seloste.similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_op$function$;

CREATE OR REPLACE FUNCTION seloste.sort_in_access_log()
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select coalesce(sum(gin_clean_pending_list(part.relid)), 0)::bigint
      from pg_partition_tree('register.access_log_people'::regclass) part where part.isleaf
  $function$;

CREATE OR REPLACE FUNCTION seloste.staff_meant(asked text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select case when count(*) = 1 then min(staff.id::text)::uuid end from register.staff
    where staff.closed_at is null and (lower(staff.email) = lower(btrim(asked)) or lower(staff.name) = lower(btrim(asked)))
  $function$;

CREATE OR REPLACE FUNCTION seloste.staff_who_see(duties text[], reaches text[], person uuid, organisation uuid)
 RETURNS SETOF text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  declare
    me text := current_setting('seloste.by', true);
    one record;
    sees boolean;
  begin
    for one in
      select distinct staff.id::text as id, held.duty, reaches[array_position(duties, held.duty)] as reach
      from register.staff join register.staff_duty held on held.staff_id = staff.id
      where staff.state = 'open' and held.duty = any(duties) and held.withdrawn_at is null
        and (held.until_on is null or held.until_on >= (seloste.at() at time zone 'Europe/Helsinki')::date)
    loop
      perform set_config('seloste.by', one.id, true);
      sees := case
        when one.reach = 'all' or person is null and organisation is null then true
        when one.reach = 'group-company' and person is not null then seloste.person_of_my_company(person)
        when one.reach = 'group-company' then seloste.organisation_of_my_company(organisation)
        when person is not null then person in (select seloste.people_reached(one.reach))
        else organisation in (select seloste.organisations_reached(one.reach)) end;
      if sees then
        return next one.id;
      end if;
    end loop;
    perform set_config('seloste.by', coalesce(me, ''), true);
  end
  $function$;

CREATE OR REPLACE FUNCTION seloste.stands_against(scope text, channel text, topic text, wish jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    select coalesce(scope = 'all' or (scope = 'profiling' and (wish ->> 'profiled')::boolean)
      or (scope = 'channel' and channel = wish ->> 'channel')
      or (scope = 'topic' and wish -> 'topics' ? topic and (channel is null or channel = wish ->> 'channel')), false)
  $function$;

CREATE OR REPLACE FUNCTION seloste.strict_word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity$function$;

CREATE OR REPLACE FUNCTION seloste.strict_word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_commutator_op$function$;

CREATE OR REPLACE FUNCTION seloste.strict_word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_commutator_op$function$;

CREATE OR REPLACE FUNCTION seloste.strict_word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_op$function$;

CREATE OR REPLACE FUNCTION seloste.strict_word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_op$function$;

CREATE OR REPLACE FUNCTION seloste.suppressed(asked bytea[])
 RETURNS TABLE(digest bytea, scope text, channel text, topic text, at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select held.digest, held.scope, held.channel, held.topic, held.at from register.suppression held
    where held.digest = any (asked)
  $function$;

CREATE OR REPLACE FUNCTION seloste.take_back_price(asked uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  delete from register.price held
    where held.id = asked and held.entered_by = seloste.acting() and not exists (
      select from register.price later where later.product_id = held.product_id and later.price_list_id = held.price_list_id
        and later.entered_at > held.entered_at);
  return found;
end $function$;

CREATE OR REPLACE FUNCTION seloste.take_back_price_list(asked uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  delete from register.price_list held
    where held.id = asked and held.entered_by = seloste.acting() and held.revision = 1
      and not exists (select from register.price said where said.price_list_id = held.id);
  return found;
end $function$;

CREATE OR REPLACE FUNCTION seloste.take_back_work(asked uuid, asked_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  held   register.hand_over;
  part   record;
  many   integer;
  counts jsonb := '{}';
begin
  perform seloste.refuse_unless_writer('register.staff', 'closed_at');
  update register.hand_over one set undone_at = asked_at
    where one.id = asked and one.undone_at is null and one.ids is not null and one.at >= asked_at - interval '14 days'
    returning * into held;
  if held.id is null then return null; end if;
  for part in select * from seloste.kinds_of_work() kinds where held.ids ? kinds.kind loop
    execute format('update %s work set %I = $1, revision = work.revision + 1 where work.%I = $2 and %s
        and work.id in (select value::uuid from jsonb_array_elements_text($3))', part.place, part.holder, part.holder, part.is_open)
      using held.from_staff::text, held.to_staff::text, held.ids -> part.kind;
    get diagnostics many = row_count;
    if many > 0 then counts := counts || jsonb_build_object(part.kind, many); end if;
  end loop;
  update register.hand_over one set ids = null where one.id = asked;
  insert into register.notification (staff, kind, by, at) values (held.to_staff::text, 'work-taken-back', seloste.acting(), asked_at);
  return counts;
end $function$;

CREATE OR REPLACE FUNCTION seloste.take_values(subject text, gone uuid, kept uuid, fields text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  one  text;
  said text;
begin
  perform seloste.refuse_unless_matcher();
  if subject = 'person' then
    if 'person.name' = any (fields) then
      update register.person who set given_name = other.given_name, family_name = other.family_name from register.person other where who.id = kept and other.id = gone;
    end if;
    delete from register.person_source told where told.person_id = kept and told.value_id = kept and told.field = any (fields)
      and exists (select from register.person_source other where other.person_id = gone and other.value_id = gone and other.field = told.field);
  else
    if 'org.name' = any (fields) then update register.organisation firm set name = other.name from register.organisation other where firm.id = kept and other.id = gone; end if;
    if 'org.phone' = any (fields) then update register.organisation firm set phone = other.phone, phone_typed = other.phone_typed from register.organisation other where firm.id = kept and other.id = gone; end if;
    if 'org.email' = any (fields) then update register.organisation firm set email = other.email, email_kind = other.email_kind from register.organisation other where firm.id = kept and other.id = gone; end if;
    if 'org.businessId' = any (fields) then
      select business_id into said from register.organisation where id = gone;
      update register.organisation set business_id = null where id = gone;
      update register.organisation set business_id = said where id = kept and said is not null;
    end if;
    delete from register.organisation_source told where told.organisation_id = kept and told.value_id = kept and told.field = any (fields)
      and exists (select from register.organisation_source other where other.organisation_id = gone and other.value_id = gone and other.field = told.field);
  end if;
  -- Fields that the statement added: a column each.
  for one in
    select column_name from information_schema.columns
    where table_schema = 'declared' and table_name = subject and column_name = any (select seloste.declared_column(field) from unnest(fields) field)
  loop
    execute format('insert into declared.%1$I as held (%2$I, %3$I) select $2, said.%3$I from declared.%1$I said where said.%2$I = $1 and said.%3$I is not null
      on conflict (%2$I) do update set %3$I = excluded.%3$I', subject, subject || '_id', one) using gone, kept;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION seloste.tell_standing_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    begin
      perform pg_notify('standing_changed', '');
      return null;
    end
  $function$;

CREATE OR REPLACE FUNCTION seloste.touch(subject text, asked uuid, expected integer, at timestamp with time zone)
 RETURNS TABLE(revision integer, touched boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare
  place constant regclass := case subject when 'person' then 'register.person' else 'register.organisation' end;
  added constant regclass := case subject when 'person' then 'declared.person' else 'declared.organisation' end;
  held integer;
begin
  if not (has_any_column_privilege(session_user, place, 'update') or has_any_column_privilege(session_user, added, 'update')) then
    raise exception 'permission denied for table %', place using errcode = '42501';
  end if;
  execute format('select revision from %s where id = $1 and (%s) for update', place, seloste.rows_seen(place)) into held using asked;
  if held is null then return; end if;
  if expected is not null and held <> expected then return query select held, false; return; end if;
  execute format('update %s set revision = revision + 1, changed_at = $2 where id = $1', place) using asked, at;
  return query select held + 1, true;
end $function$;

CREATE OR REPLACE FUNCTION seloste.touch_several(subject text, asked uuid[], at timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  place constant regclass := case subject when 'person' then 'register.person' else 'register.organisation' end;
  added constant regclass := case subject when 'person' then 'declared.person' else 'declared.organisation' end;
  found uuid[];
begin
  if not (has_any_column_privilege(session_user, place, 'update') or has_any_column_privilege(session_user, added, 'update')) then
    raise exception 'permission denied for table %', place using errcode = '42501';
  end if;
  execute format('select array_agg(id) from (select id from %s where id = any ($1) and (%s) order by id for update) seen', place, seloste.rows_seen(place))
    into found using asked;
  return query execute format('update %s set revision = revision + 1, changed_at = $2 where id = any ($1) returning id', place) using found, at;
end $function$;

CREATE OR REPLACE FUNCTION seloste.try_held_again()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if to_regclass('graphile_worker._private_jobs') is null then return; end if; -- no worker yet: nothing was held
  perform graphile_worker.reschedule_jobs(
    array(select id from graphile_worker._private_jobs where last_error is not null and locked_at is null),
    run_at := now(), attempts := 0);
exception
  when insufficient_privilege then return; -- the queue is somebody else's: its own round comes in six hours at most
end $function$;

CREATE OR REPLACE FUNCTION seloste.unbin_person_of(asked uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  back uuid;
begin
  perform seloste.refuse_unless_writer('register.enquiry', 'message');
  update register.person who set closed_at = null, changed_at = seloste.at()
    from register.enquiry held where held.id = asked and held.took_person and who.id = held.person_id and who.binned_at is not null
    returning who.id into back;
  return back;
end $function$;

CREATE OR REPLACE FUNCTION seloste.unbin_record(subject text, asked uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  came integer;
begin
  if not exists (select from seloste.records_in_bin(subject) held where held.id = asked) then return false; end if;
  execute format('update register.%I set closed_at = null, changed_at = $2 where id = $1 and binned_by is not null', subject) using asked, seloste.at();
  get diagnostics came = row_count;
  return came = 1;
end $function$;

CREATE OR REPLACE FUNCTION seloste.undo_lines(import uuid, wanted integer[], subject text)
 RETURNS TABLE(line integer, undone boolean, code text, gone uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  made   uuid[];
  kept   uuid[] := '{}';
  found  uuid[];
  one    record;
  began  timestamptz;
begin
  select run.at into began from register.import_run run where run.id = import and run.state = 'undoing';
  if began is null then raise exception 'this import is not being undone' using errcode = '42501'; end if;
  if subject = 'person' then
    select array_agg(held.new_person) into made from register.import_line held
      where held.import_id = import and held.line = any (wanted) and held.state = 'taken' and held.person_id = held.new_person and held.first_line is null;
  else
    select array_agg(held.new_organisation) into made from register.import_line held
      where held.import_id = import and held.line = any (wanted) and held.state in ('taken', 'undone', 'left') and held.organisation_id = held.new_organisation and held.first_company_line is null;
  end if;
  made := coalesce(made, '{}');

  execute format('select array_agg(id) from register.%I where id = any ($1) and revision <> 1', subject) into found using made;
  kept := kept || coalesce(found, '{}');
  for one in
    select about.place, about.column_name, about.is_list from seloste.columns_about(subject) about
    where not (about.place = any (seloste.value_places()) and about.column_name <> 'contact_person_id') and about.place not in ('register.notice', 'register.notice_delivery')
  loop
    if one.is_list then
      execute format('select array_agg(distinct said) from %s t, unnest(t.%I) said where t.%I && $1 and said = any ($1)', one.place, one.column_name, one.column_name) into found using made;
    else
      execute format('select array_agg(distinct t.%I) from %s t where t.%I = any ($1)', one.column_name, one.place, one.column_name) into found using made;
    end if;
    kept := kept || coalesce(found, '{}');
  end loop;
  if subject = 'person' then
    select array_agg(told.person_id) into found from register.notice_delivery told where told.person_id = any (made) and told.at >= began;
    kept := kept || coalesce(found, '{}');
    select array_agg(firm.person_id) into found from register.organisation firm where firm.person_id = any (made);
    kept := kept || coalesce(found, '{}');
    select array_agg(tie.person_id) into found from register.relationship tie where tie.person_id = any (made) and tie.revision <> 1;
    kept := kept || coalesce(found, '{}');
  else
    select array_agg(tie.organisation_id) into found from register.affiliation tie where tie.organisation_id = any (made);
    kept := kept || coalesce(found, '{}');
    select array_agg(tie.organisation_id) into found from register.relationship tie where tie.organisation_id = any (made) and tie.revision <> 1;
    kept := kept || coalesce(found, '{}');
  end if;

  execute format('delete from register.%I where id = any ($1) and not id = any ($2)', subject) using made, kept;
  return query
    select held.line, not case subject when 'person' then held.new_person else held.new_organisation end = any (kept),
      case when case subject when 'person' then held.new_person else held.new_organisation end = any (kept) then 'HANGS_ON_IT' end,
      case subject when 'person' then held.new_person else held.new_organisation end
    from register.import_line held
    where held.import_id = import and held.line = any (wanted) and case subject when 'person' then held.new_person else held.new_organisation end = any (made);
end $function$;

CREATE OR REPLACE FUNCTION seloste.undo_merge(merge uuid, at timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  held  register.merge;
  stays text;
  done  bigint;
  new   text;
  seen  jsonb;
  told  jsonb;
begin
  perform seloste.refuse_unless_matcher();
  select * into held from register.merge one where one.id = merge for update;
  if held.id is null or held.undone_at is not null then return 'over'; end if;
  if not exists (select from register.undo_row row where row.of = merge) then return 'over'; end if;
  select row.place into new from seloste.rows_about(
      case held.subject when 'person' then array[held.person_id] else '{}' end, case held.subject when 'person' then '{}' else array[held.organisation_id] end, null) row
    where row.place || ' ' || row.key <> all (held.known) limit 1;
  -- C5: a no that is said again writes no new row, and is a no all the same: what was said since is read in the ledger.
  stays := coalesce(held.person_id, held.organisation_id)::text;
  select coalesce(max(leaf.seq), 0) into done from register.ledger_opening said join register.ledger_leaf leaf on leaf.hash = said.hash
    where said.payload ->> 'about' = stays and said.payload -> 'detail' ->> 'merge' = merge::text and said.payload ->> 'what' in ('person.merged', 'organisation.merged');
  if new is null and exists (
      select from register.ledger_opening said join register.ledger_leaf leaf on leaf.hash = said.hash
      where said.payload ->> 'about' = stays and leaf.seq > done and said.payload ->> 'what' ~ '^(objection|refusal|consent|restriction|topics)\.') then
    new := 'register.objection';
  end if;
  -- Whoever else said no since may share the address: then the list keeps it.
  if new is null and exists (
      select from register.ledger_leaf leaf join register.ledger_opening said on said.hash = leaf.hash
      where leaf.seq > done and said.payload ->> 'what' ~ '^(objection\.recorded|address\.suppressed|consent\.withdrawn|topics\.chosen|person\.erased)') then
    delete from register.undo_row row where row.of = merge and row.place = 'register.suppression';
  end if;
  select jsonb_agg(row.before) filter (where row.place = 'register.seen_lately'), jsonb_agg(row.before) filter (where row.place = 'register.notification')
    into seen, told from register.undo_row row where row.of = merge and row.place in ('register.seen_lately', 'register.notification');
  delete from register.undo_row row where row.of = merge and row.place in ('register.seen_lately', 'register.notification');
  if new is null then new := seloste.put_back(merge, null, null); end if;
  if new is null then
    perform seloste.put_back_seen(seen, held.at);
    update register.notification now set person_id = was.person_id, organisation_id = was.organisation_id
      from jsonb_populate_recordset(null::register.notification, told) was where was.id = now.id;
  end if;
  if new is null then update register.merge one set undone_at = undo_merge.at where one.id = merge; end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION seloste.value_places()
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ARRAY['register.person'::text, 'register.person_email'::text, 'register.person_phone'::text, 'register.person_address'::text, 'register.person_source'::text, 'register.affiliation'::text, 'declared.person'::text, 'register.organisation'::text, 'register.organisation_address'::text, 'register.organisation_source'::text, 'register.relationship'::text, 'declared.organisation'::text];

CREATE OR REPLACE FUNCTION seloste.wait_for_person(asked uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$ select from register.person where id = asked for key share $function$;

CREATE OR REPLACE FUNCTION seloste.wake_rules()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if exists (select from register.work_rule where paused_at is null) then perform pg_notify('rules_asked', ''); end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION seloste.welcome_back(asked uuid, company text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if not has_column_privilege(session_user, 'register.person', 'family_name', 'insert') then
    raise exception 'permission denied for table person' using errcode = '42501';
  end if;
  perform from register.person who where who.id = asked for update;
  update register.person set closed_at = null, changed_at = at where id = asked and closed_at is not null;
  insert into register.relationship (person_id, group_company, state, started_at, last_activity_at)
    values (asked, company, 'prospect', at, at)
    on conflict (person_id, group_company) where person_id is not null do update
      set state = case when relationship.closed_at is null then relationship.state else 'prospect' end,
        last_activity_at = excluded.last_activity_at, closed_at = null, ended_at = null, end_reason = null;
end $function$;

CREATE OR REPLACE FUNCTION seloste.win_opportunity(asked uuid, at timestamp with time zone)
 RETURNS TABLE(from_stage uuid, to_stage uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  held register.opportunity;
  won uuid;
begin
  if not has_column_privilege(session_user, 'register.sales_order', 'lines', 'insert') then
    raise exception 'permission denied for table sales_order' using errcode = '42501';
  end if;
  select * into held from register.opportunity where id = asked and state = 'open' and binned_at is null for update;
  if held.id is null then return; end if;
  select stage.id into won from register.pipeline_stage stage
    where stage.pipeline_id = held.pipeline_id and stage.kind = 'won' order by stage.position limit 1;
  if won is null then return; end if;
  update register.opportunity
    set stage_id = won, state = 'won', stage_since = at, closed_on = (at at time zone 'Europe/Helsinki')::date, revision = revision + 1
    where id = asked;
  return query select held.stage_id, won;
end $function$;

CREATE OR REPLACE FUNCTION seloste.wish_of(campaign uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    select jsonb_build_object('channel', said.channel, 'topics', to_jsonb(said.topics), 'company', said.group_company,
      'jobRoles', to_jsonb(said.job_roles), 'productGroups', to_jsonb(said.product_groups),
      'profiled', said.audience ?| array['jobRoles', 'postcode'])
    from register.campaign said where said.id = wish_of.campaign
  $function$;

CREATE OR REPLACE FUNCTION seloste.word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity$function$;

CREATE OR REPLACE FUNCTION seloste.word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_commutator_op$function$;

CREATE OR REPLACE FUNCTION seloste.word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_commutator_op$function$;

CREATE OR REPLACE FUNCTION seloste.word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_op$function$;

CREATE OR REPLACE FUNCTION seloste.word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_op$function$;

CREATE OR REPLACE FUNCTION seloste.write_newest_with(index_name regclass, row_column text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
declare
  name text := 'newest_with_' || (select relname from pg_class where oid = index_name);
  place regclass;
  said text := pg_get_indexdef(index_name, 1, true);
  unbinned text := '';
  indexed text;
  reads text;
begin
  -- S9: whoever does not read a column asks nothing of it.
  select own.indrelid, coalesce(' and ' || pg_get_expr(own.indpred, own.indrelid), ''),
      (select string_agg(format('has_column_privilege(reader, %L, %L, ''select'')', own.indrelid::regclass, part.attname), ' and ')
        from pg_attribute part where part.attrelid = own.indrelid and (part.attname = row_column or part.attnum in (
          select link.refobjsubid from pg_depend link where link.classid = 'pg_class'::regclass and link.objid = own.indexrelid
            and link.refclassid = 'pg_class'::regclass and link.refobjid = own.indrelid and link.refobjsubid > 0)))
    into strict place, indexed, reads from pg_index own where own.indexrelid = index_name;
  if exists (select from pg_attribute where attrelid = place and attname = 'binned_at') then
    unbinned := ' and binned_at is null';
  end if;
  execute format($made$
    create function seloste.%1$I(reader text, said text[], most integer) returns setof uuid
      language plpgsql stable security definer
      set search_path = pg_catalog, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan
      as $body$
    #variable_conflict use_variable
    declare
      size bigint := pg_relation_size(%2$L);
      ids uuid[];
      in_newest bigint;
    begin
      if not (%3$s) then
        raise exception 'permission denied for table %2$s' using errcode = '42501';
      elsif size = 0 then
        return;
      end if;
      select array_agg(held.id) filter (where held.words like all (said)), least(count(*) filter (where held.words like said[1]),
          count(*) filter (where held.words like said[2]), count(*) filter (where held.words like said[3]))
        into ids, in_newest from (%4$s limit least(300, 40 + size / 65536)) held;
      if in_newest > 1 and coalesce(cardinality(ids), 0) < most / 4 then
        ids := array(select held.id from (%4$s limit 3000) held where held.words like all (said) limit most);
      end if;
      return query select unnest(ids);
      if coalesce(cardinality(ids), 0) >= most / 4 then
        return;
      elsif said[1] = said[2] then
        return query select %5$I from %2$s where %6$s like said[1]%7$s limit greatest(most, 60);
      else
        return query select %5$I from %2$s where %6$s like said[1] and %6$s like said[2] and %6$s like said[3]%7$s
          limit greatest(most, 60);
      end if;
    end $body$
  $made$, name, place, reads,
    -- Folds as seloste.folded does, with a third of its time: what has no letters but these needs no call.
    format('select plain.id, case when octet_length(plain.words) = length(plain.words) then plain.words else seloste.folded(plain.words) end as words
        from (select %1$I as id, replace(replace(replace(lower(%2$s collate pg_c_utf8), ''ä'', ''a''), ''ö'', ''o''), ''å'', ''a'') collate "C" as words
          from %3$s where true%4$s order by %1$I desc offset 0) plain',
      row_column, substring(said from '^seloste\.folded\((.*)\)$'), place, unbinned),
    row_column, said, indexed || unbinned);
  execute format('revoke all on function seloste.%I from public', name);
end $function$;

CREATE TRIGGER access_log_is_never_changed BEFORE UPDATE ON register.access_log FOR EACH STATEMENT EXECUTE FUNCTION seloste.refuse_change();
CREATE TRIGGER assignment_is_locked BEFORE DELETE OR UPDATE ON register.assignment FOR EACH ROW EXECUTE FUNCTION seloste.refuse_altered_document('number', '{}', '{state,owner,held_at,revision}', '{"settled_on": ["%>%"], "outcome": ["%>%"]}');
CREATE TRIGGER authority_request_stays_as_approved BEFORE UPDATE ON register.authority_request FOR EACH ROW EXECUTE FUNCTION seloste.refuse_change_of_approved();
CREATE TRIGGER complaint_is_credited AFTER UPDATE ON register.invoice FOR EACH ROW WHEN (((new.kind = 'credit-note'::text) AND (new.complaint_id IS NOT NULL) AND (new.number IS NOT NULL) AND (old.number IS NULL))) EXECUTE FUNCTION register.complaint_is_credited();
CREATE TRIGGER consent_event_is_append_only BEFORE UPDATE ON register.consent_event FOR EACH STATEMENT EXECUTE FUNCTION seloste.refuse_change();
CREATE TRIGGER contract_bills_next BEFORE INSERT OR UPDATE OF bills_next, billed_until, billing_months, lines, state, starts_on, ends_on, ended_on, renewal, left_unbilled, part_periods ON register.contract FOR EACH ROW EXECUTE FUNCTION register.contract_bills_next();
CREATE TRIGGER contract_counts_its_order AFTER INSERT OR DELETE OR UPDATE OF order_id, billing_months, binned_at ON register.contract FOR EACH ROW EXECUTE FUNCTION register.recount_to_bill();
CREATE TRIGGER contract_is_locked BEFORE DELETE OR UPDATE ON register.contract FOR EACH ROW EXECUTE FUNCTION seloste.refuse_altered_document('state', '{draft}', '{owner,contact_person_id,asked_for,end_proposed_on,billed_until,bills_next,bills_until,billed_beyond,left_unbilled,part_periods,language,held_at,revision}', '{"state": ["active>%", "noticed>active", "noticed>ended"], "ends_on": ["active>noticed", "noticed>active", "active=active"],
      "agreed_until": ["active>noticed", "noticed>active"], "noticed_on": ["active>noticed", "noticed>active"],
      "ended_on": ["%>ended"], "end_reason": ["%>ended"], "billing_months": ["once"]}');
CREATE TRIGGER contract_is_renewed_onwards BEFORE UPDATE ON register.contract FOR EACH ROW WHEN (((old.state = 'active'::text) AND (new.state = 'active'::text) AND (new.ends_on IS DISTINCT FROM old.ends_on) AND (NOT COALESCE(((new.ends_on > old.ends_on) AND (new.revision > old.revision)), false)))) EXECUTE FUNCTION seloste.refuse_altered_document('state', '{draft}', '{}', '{}');
CREATE TRIGGER contract_keeps_what_was_agreed BEFORE UPDATE ON register.contract FOR EACH ROW WHEN ((((old.state = 'active'::text) AND (new.state = 'noticed'::text) AND (new.agreed_until IS DISTINCT FROM old.ends_on)) OR ((old.state = 'noticed'::text) AND (new.state = 'active'::text) AND ((new.ends_on IS DISTINCT FROM old.agreed_until) OR (new.agreed_until IS NOT NULL) OR (new.noticed_on IS NOT NULL))))) EXECUTE FUNCTION seloste.refuse_altered_document('state', '{draft}', '{}', '{}');
CREATE TRIGGER delivery_counts AFTER INSERT OR DELETE OR UPDATE OF state, lines, delivered_on, order_id ON register.delivery FOR EACH ROW EXECUTE FUNCTION register.recount_to_bill();
CREATE TRIGGER delivery_is_locked BEFORE DELETE OR UPDATE ON register.delivery FOR EACH ROW EXECUTE FUNCTION seloste.refuse_altered_document('state', '{planned,cancelled}', '{held_at,revision}', '{}');
CREATE TRIGGER disclosure_is_silent_for_authorities_only BEFORE INSERT OR UPDATE OF silent_until ON register.disclosure FOR EACH ROW EXECUTE FUNCTION seloste.silence_is_for_authorities();
CREATE TRIGGER email_is_proven BEFORE UPDATE ON register.person_email FOR EACH ROW WHEN (((new.is_proven OR new.has_answered) AND (new.proof_digest IS NOT NULL))) EXECUTE FUNCTION seloste.forget_proof();
CREATE TRIGGER enquiry_is_linked_to_whom_one_sees BEFORE UPDATE OF person_id, organisation_id ON register.enquiry FOR EACH ROW EXECUTE FUNCTION seloste.refuse_unseen_link();
CREATE TRIGGER instruction_acknowledgement_tells AFTER INSERT OR DELETE OR UPDATE ON register.instruction_acknowledgement FOR EACH STATEMENT EXECUTE FUNCTION seloste.tell_standing_changed();
CREATE TRIGGER instruction_tells AFTER INSERT OR DELETE OR UPDATE ON register.instruction FOR EACH STATEMENT EXECUTE FUNCTION seloste.tell_standing_changed();
CREATE TRIGGER invoice_balance BEFORE INSERT OR UPDATE ON register.invoice FOR EACH ROW EXECUTE FUNCTION register.invoice_balance();
CREATE TRIGGER invoice_counts AFTER INSERT ON register.invoice FOR EACH ROW WHEN (((new.order_id IS NOT NULL) OR (new.contract_id IS NOT NULL))) EXECUTE FUNCTION register.recount_to_bill();
CREATE TRIGGER invoice_counts_anew AFTER UPDATE ON register.invoice FOR EACH ROW WHEN ((((new.order_id IS NOT NULL) OR (new.contract_id IS NOT NULL) OR (old.order_id IS NOT NULL) OR (old.contract_id IS NOT NULL)) AND ((((((((old.order_id IS DISTINCT FROM new.order_id) OR (old.contract_id IS DISTINCT FROM new.contract_id)) OR (old.lines IS DISTINCT FROM new.lines)) OR (old.complaint_id IS DISTINCT FROM new.complaint_id)) OR (old.binned_at IS DISTINCT FROM new.binned_at)) OR (old.delivered_on IS DISTINCT FROM new.delivered_on)) OR (old.period_until IS DISTINCT FROM new.period_until)) OR ((old.status = 'credited'::text) <> (new.status = 'credited'::text)) OR ((new.period_until IS NOT NULL) AND ((old.number IS NULL) <> (new.number IS NULL)))))) EXECUTE FUNCTION register.recount_to_bill();
CREATE TRIGGER invoice_counts_no_more AFTER DELETE ON register.invoice FOR EACH ROW WHEN (((old.number IS NULL) AND ((old.order_id IS NOT NULL) OR (old.contract_id IS NOT NULL)))) EXECUTE FUNCTION register.recount_to_bill();
CREATE TRIGGER invoice_is_credited AFTER UPDATE ON register.invoice FOR EACH ROW EXECUTE FUNCTION register.invoice_is_credited();
CREATE TRIGGER invoice_names_its_deals BEFORE INSERT OR UPDATE ON register.invoice FOR EACH ROW WHEN ((new.origin = 'own'::text)) EXECUTE FUNCTION register.names_its_deals();
CREATE TRIGGER invoice_stays BEFORE DELETE ON register.invoice FOR EACH ROW WHEN ((old.number IS NOT NULL)) EXECUTE FUNCTION register.stays_as_issued();
CREATE TRIGGER invoice_stays_as_issued BEFORE UPDATE ON register.invoice FOR EACH ROW WHEN (((old.origin = 'own'::text) AND (old.number IS NOT NULL))) EXECUTE FUNCTION register.stays_as_issued('status', 'settled_on', 'credited_cents', 'paid_cents', 'open_cents', 'collection_on', 'collector_told_at', 'held_at', 'revision', 'person_id', 'organisation_id', 'contact_person_id');
CREATE TRIGGER invoice_was_billed AFTER DELETE ON register.invoice FOR EACH ROW WHEN (((old.number IS NOT NULL) AND (old.kind = 'invoice'::text) AND ((old.order_id IS NOT NULL) OR (old.contract_id IS NOT NULL)))) EXECUTE FUNCTION register.keep_what_was_billed();
CREATE TRIGGER ledger_leaf_is_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON register.ledger_leaf FOR EACH STATEMENT EXECUTE FUNCTION seloste.refuse_change();
CREATE TRIGGER ledger_opening_is_never_changed BEFORE UPDATE ON register.ledger_opening FOR EACH STATEMENT EXECUTE FUNCTION seloste.refuse_change();
CREATE TRIGGER mailbox_is_elsewhere AFTER UPDATE ON register.mailbox FOR EACH ROW WHEN (((((((((old.login IS DISTINCT FROM new.login) OR (old.signs_in IS DISTINCT FROM new.signs_in)) OR (old.imap_host IS DISTINCT FROM new.imap_host)) OR (old.imap_port IS DISTINCT FROM new.imap_port)) OR (old.imap_tls IS DISTINCT FROM new.imap_tls)) OR (old.smtp_host IS DISTINCT FROM new.smtp_host)) OR (old.smtp_port IS DISTINCT FROM new.smtp_port)) OR (old.smtp_tls IS DISTINCT FROM new.smtp_tls))) EXECUTE FUNCTION seloste.forget_secret_elsewhere();
CREATE TRIGGER mailbox_stays BEFORE UPDATE ON register.mailbox FOR EACH ROW EXECUTE FUNCTION seloste.mail_stays();
CREATE TRIGGER message_body_stays BEFORE UPDATE ON register.message_body FOR EACH ROW EXECUTE FUNCTION seloste.mail_stays();
CREATE TRIGGER message_file_stays BEFORE UPDATE ON register.message_file FOR EACH ROW EXECUTE FUNCTION seloste.mail_stays();
CREATE TRIGGER message_person_stays BEFORE UPDATE ON register.message_person FOR EACH ROW EXECUTE FUNCTION seloste.mail_stays();
CREATE TRIGGER message_stays BEFORE UPDATE ON register.message FOR EACH ROW EXECUTE FUNCTION seloste.mail_stays();
CREATE TRIGGER message_subject_stays BEFORE UPDATE ON register.message_subject FOR EACH ROW EXECUTE FUNCTION seloste.mail_stays();
CREATE TRIGGER number_series_begins_empty BEFORE INSERT ON register.number_series FOR EACH ROW EXECUTE FUNCTION register.number_series_begins_empty();
CREATE TRIGGER number_series_has_no_gaps BEFORE DELETE OR UPDATE ON register.number_series FOR EACH ROW EXECUTE FUNCTION register.number_series_has_no_gaps();
CREATE TRIGGER objection_is_lifted_by_its_own BEFORE UPDATE ON register.objection FOR EACH ROW EXECUTE FUNCTION seloste.refuse_lifting();
CREATE TRIGGER organisation_comes_back_from_bin BEFORE UPDATE OF closed_at ON register.organisation FOR EACH ROW WHEN (((old.binned_at IS NOT NULL) AND (new.closed_at IS NULL))) EXECUTE FUNCTION register.back_from_bin();
CREATE TRIGGER organisation_keeps_tree BEFORE UPDATE OF parent_id ON register.organisation FOR EACH ROW WHEN (((new.parent_id IS NOT NULL) AND (new.parent_id IS DISTINCT FROM old.parent_id))) EXECUTE FUNCTION seloste.keep_company_tree();
CREATE TRIGGER payment_allocation_stays BEFORE UPDATE ON register.payment_allocation FOR EACH ROW EXECUTE FUNCTION register.stays_as_issued();
CREATE TRIGGER payment_balance BEFORE INSERT OR UPDATE ON register.payment FOR EACH ROW EXECUTE FUNCTION register.payment_balance();
CREATE TRIGGER payment_is_allocated AFTER INSERT OR DELETE ON register.payment_allocation FOR EACH ROW EXECUTE FUNCTION register.payment_is_allocated();
CREATE TRIGGER payment_stays BEFORE DELETE ON register.payment FOR EACH ROW EXECUTE FUNCTION register.stays_as_issued();
CREATE TRIGGER payment_stays_as_entered BEFORE UPDATE ON register.payment FOR EACH ROW EXECUTE FUNCTION register.stays_as_issued('left_cents', 'gone_cents', 'organisation_id', 'person_id', 'held_at', 'revision');
CREATE TRIGGER person_comes_back_from_bin BEFORE UPDATE OF closed_at ON register.person FOR EACH ROW WHEN (((old.binned_at IS NOT NULL) AND (new.closed_at IS NULL))) EXECUTE FUNCTION register.back_from_bin();
CREATE TRIGGER quote_keeps_its_number BEFORE DELETE OR UPDATE ON register.quote FOR EACH ROW EXECUTE FUNCTION seloste.refuse_altered_document('number', '{}', '{owner,changed_at,held_at,revision}', '{"state": ["draft>%", "sent>%", "declined>%", "expired>%", "withdrawn>%"], "version": ["draft>sent"], "order_id": ["%>accepted"],
      "contact_person_id": ["draft=draft"],
      "title": ["draft=draft", "%>accepted"], "language": ["draft=draft", "%>accepted"], "valid_until": ["draft=draft", "%>accepted"],
      "payment_days": ["draft=draft", "%>accepted"], "opening": ["draft=draft", "%>accepted"], "terms": ["draft=draft", "%>accepted"],
      "lines": ["draft=draft", "%>accepted"], "net_cents": ["draft=draft", "%>accepted"], "vat_cents": ["draft=draft", "%>accepted"],
      "total_cents": ["draft=draft", "%>accepted"]}');
CREATE TRIGGER quote_version_is_frozen BEFORE DELETE OR UPDATE ON register.quote_version FOR EACH ROW EXECUTE FUNCTION seloste.refuse_altered_document('state', '{}', '{held_at}', '{"state": ["sent>%"], "answered_at": ["sent>accepted", "sent>declined"], "answered_via": ["sent>accepted", "sent>declined"],
      "answered_by": ["sent>accepted", "sent>declined"], "answered_name": ["sent>accepted", "sent>declined"],
      "reason": ["sent>declined"]}');
CREATE TRIGGER relationship_moves BEFORE UPDATE OF state ON register.relationship FOR EACH ROW WHEN ((new.state IS DISTINCT FROM old.state)) EXECUTE FUNCTION register.relationship_moved();
CREATE TRIGGER reminder_stays BEFORE DELETE ON register.reminder FOR EACH ROW EXECUTE FUNCTION register.stays_as_issued();
CREATE TRIGGER reminder_stays_as_sent BEFORE UPDATE ON register.reminder FOR EACH ROW EXECUTE FUNCTION register.stays_as_issued('held_at', 'person_id', 'organisation_id', 'way', 'printed_at');
CREATE TRIGGER sales_order_is_locked BEFORE DELETE OR UPDATE ON register.sales_order FOR EACH ROW EXECUTE FUNCTION seloste.refuse_altered_document('number', '{}', '{owner,billed_before,billed_from,left_unbilled,waits_since,held_at,revision}', '{"state": ["open>%", "delivered>%", "closed>%"], "settled_on": ["%>%"], "reason": ["%>%"]}');
CREATE TRIGGER sales_order_waits BEFORE INSERT OR UPDATE OF waits_since, billed_from, state, lines, left_unbilled ON register.sales_order FOR EACH ROW EXECUTE FUNCTION register.order_waits();
CREATE TRIGGER session_tells AFTER DELETE OR UPDATE OF digest, staff_id, proof, opened_at, ended_at ON auth.session FOR EACH STATEMENT EXECUTE FUNCTION seloste.tell_standing_changed();
CREATE TRIGGER staff_duty_tells AFTER INSERT OR DELETE OR UPDATE ON register.staff_duty FOR EACH STATEMENT EXECUTE FUNCTION seloste.tell_standing_changed();
CREATE TRIGGER staff_tells AFTER DELETE OR UPDATE ON register.staff FOR EACH STATEMENT EXECUTE FUNCTION seloste.tell_standing_changed();
CREATE TRIGGER statement_version_is_immutable BEFORE DELETE OR UPDATE OR TRUNCATE ON register.statement_version FOR EACH STATEMENT EXECUTE FUNCTION seloste.refuse_version_change();
CREATE TRIGGER undertaking_tells AFTER INSERT OR DELETE OR UPDATE ON register.undertaking FOR EACH STATEMENT EXECUTE FUNCTION seloste.tell_standing_changed();
CREATE TRIGGER wakes_rules AFTER INSERT ON register.organisation FOR EACH STATEMENT EXECUTE FUNCTION seloste.wake_rules();
CREATE TRIGGER wakes_rules AFTER INSERT ON register.person FOR EACH STATEMENT EXECUTE FUNCTION seloste.wake_rules();
CREATE TRIGGER wakes_rules AFTER INSERT OR UPDATE OF stage_id ON register.opportunity FOR EACH STATEMENT EXECUTE FUNCTION seloste.wake_rules();
CREATE TRIGGER wakes_rules AFTER INSERT OR UPDATE OF state ON register.contract FOR EACH STATEMENT EXECUTE FUNCTION seloste.wake_rules();
CREATE TRIGGER wakes_rules AFTER INSERT OR UPDATE OF state ON register.enquiry FOR EACH STATEMENT EXECUTE FUNCTION seloste.wake_rules();
CREATE TRIGGER wakes_rules AFTER INSERT OR UPDATE OF state, answer_by ON register.quote_request FOR EACH STATEMENT EXECUTE FUNCTION seloste.wake_rules();
CREATE TRIGGER wakes_rules AFTER INSERT OR UPDATE OF status ON register.invoice FOR EACH STATEMENT EXECUTE FUNCTION seloste.wake_rules();
CREATE TRIGGER wakes_rules AFTER UPDATE OF state ON register.quote FOR EACH STATEMENT EXECUTE FUNCTION seloste.wake_rules();
