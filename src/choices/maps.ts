import type { TableMap } from '#statement'

type MachineRights = NonNullable<TableMap['machines']>[string]

const seenWithPerson = 'exists (select from register.person seen where seen.id = person_id)'
const addedToPerson = `${seenWithPerson} or seloste.is_new('register.person', person_id)`
const seenWithEither = `(person_id is null or ${seenWithPerson})
  and (organisation_id is null or exists (select from register.organisation seen where seen.id = organisation_id))`

const everything: MachineRights = { select: '*', insert: '*', update: '*', delete: true }
const reads: MachineRights = { select: '*' }
const adds: MachineRights = { select: '*', insert: '*' }
const changes: MachineRights = { select: '*', insert: '*', update: '*' }

// `rights` and `matching` erase, merge and hear the person; `intake` hears a stranger's click. The sender is not here: it asks the gate.
const machines = {
  rights: everything,
  matching: everything,
  retention: everything,
  intake: changes,
} as const

const plainWhen = ['at', 'via', 'by'] as const

/** How the choices' tables hold `sys.consent` and `sys.suppression`, and who sees which rows. */
export const choicesMaps: readonly TableMap[] = [
  {
    table: 'register.consent_wording',
    plain: ['hash', 'language', 'statement_version', 'kept_at', 'invalidated_at'],
    carries: { 'sys.consent': ['purpose', 'channel', 'text'] },
    machines: {
      ...machines,
      rights: changes,
      matching: reads,
      retention: { ...reads, delete: true },
      messenger: reads,
    },
  },
  {
    table: 'register.consent',
    plain: ['id', 'person_id'],
    carries: { 'sys.consent': ['purpose', 'channel', 'state', 'wording', 'since', 'expires_on', 'via'] },
    rows: { all: seenWithPerson },
    adds: addedToPerson,
    machines: { ...machines, messenger: reads },
  },
  {
    table: 'register.consent_event',
    plain: ['id', 'person_id'],
    carries: {
      'sys.consent': [
        ...['purpose', 'channel', 'state', 'wording', ...plainWhen, 'proof', 'document', 'own_words', 'shown'],
        'statement_version',
      ],
    },
    rows: { all: seenWithPerson },
    adds: addedToPerson,
    machines: { ...machines, intake: adds },
  },
  {
    table: 'register.consent_proof',
    plain: ['id', 'subject', 'purpose', 'channel', 'events', 'kept_until'],
    carries: {},
    machines: { rights: everything, retention: { select: '*', delete: true }, privacy: reads },
  },
  {
    table: 'register.objection',
    plain: ['id', 'person_id', 'organisation_id'],
    carries: {
      'sys.consent': ['scope', 'channel', 'topic', ...plainWhen, 'by_agent', 'recorded_at', 'lifted_at', 'lifted_by'],
    },
    rows: { all: seenWithEither },
    adds: seenWithEither,
    machines,
  },
  {
    table: 'register.restriction',
    plain: ['id', 'person_id', 'review_on', 'reminded_on'],
    carries: { 'sys.consent': ['reason', 'since', 'by', 'lifting_told_at', 'told_via', 'lifted_at'] },
    rows: { all: seenWithPerson },
    adds: addedToPerson,
    machines,
  },
  {
    table: 'register.topic_preference',
    plain: ['person_id'],
    carries: { 'sys.consent': ['topic', 'wants', ...plainWhen] },
    rows: { all: seenWithPerson },
    adds: addedToPerson,
    machines,
  },
  {
    table: 'register.fact_of_sale',
    plain: ['id', 'person_id'],
    carries: {
      'sys.consent': [
        ...['group_company', 'product_group', 'sold_at', 'email_id', 'told_of_refusal', 'deal', 'deal_id'],
        'recorded_at',
      ],
    },
    rows: { all: seenWithPerson },
    adds: addedToPerson,
    machines,
  },
  {
    table: 'register.own_page_link',
    plain: ['email_id', 'person_id', 'asked_at', 'sent_at'],
    carries: {},
    machines: { ...machines, messenger: { select: '*', update: ['sent_at'] } },
  },
  {
    table: 'register.suppression',
    plain: ['id', 'at', 'via'],
    carries: { 'sys.suppression': ['digest', 'scope', 'channel', 'topic'] },
    machines,
  },
  {
    table: 'register.tombstone',
    plain: ['person_id', 'erased_at', 'statement_version', 'digests'],
    carries: {},
    machines: { rights: adds, matching: adds, retention: adds, intake: reads },
  },
]
