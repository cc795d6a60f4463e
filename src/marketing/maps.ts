import type { TableMap } from '#statement'
import { letterMaps } from './letters/maps.ts'

const seenWithPerson = 'exists (select from register.person seen where seen.id = person_id)'
const seenWithOrganisation = 'exists (select from register.organisation seen where seen.id = organisation_id)'

// S4.10: the sender acts as one campaign, and of the register sees that campaign's recipients whom the gate allows: nobody else is there.
const campaignActing = "substring(seloste.acting() from '^campaign-([0-9a-f-]{36})$')::uuid"
const allowedNow = `exists (select from register.campaign_recipient mine where mine.person_id = person.id and mine.campaign_id = (select ${campaignActing}))
  and (seloste.gate(id, (select seloste.wish_of(${campaignActing})), null, (select seloste.marketing_rules()))).allowed`

const address = ['care_of', 'street', 'house_number', 'stair', 'flat', 'po_box', 'postcode', 'city', 'country']
const told = ['field', 'value_id', 'source']

/** What the sender's login sees of tables that are others'. */
const sender: readonly TableMap[] = [
  ofSender('register.person', ['id', 'given_name', 'family_name'], allowedNow),
  ofSender('register.person_email', ['id', 'person_id', 'address', 'is_proven'], `is_proven and ${seenWithPerson}`),
  ofSender('register.person_source', ['person_id', ...told], seenWithPerson),
  ofSender('register.person_address', ['id', 'person_id', 'kind', ...address], seenWithPerson),
  ofSender('register.affiliation', ['person_id', 'organisation_id', 'left_on'], seenWithPerson),
  ofSender(
    'register.organisation',
    ['id', 'name', 'person_id'],
    'exists (select from register.affiliation tie where tie.organisation_id = organisation.id) or exists (select from register.person own where own.id = organisation.person_id)',
  ),
  ofSender('register.organisation_address', ['id', 'organisation_id', 'kind', ...address], seenWithOrganisation),
  ofSender('register.organisation_source', ['organisation_id', ...told], seenWithOrganisation),
]

function ofSender(table: string, select: readonly string[], rows: string): TableMap {
  return { table, plain: [], carries: {}, machines: { direct_marketing: { select, rows } } }
}

/** How marketing's tables hold `sys.messages`, and what the sender's login sees. */
export const marketingMaps: readonly TableMap[] = [
  {
    table: 'register.segment',
    plain: ['id', 'name', 'audience', 'created_by', 'created_at', 'changed_at', 'revision'],
    carries: {},
    opensWith: ['sys.messages'],
    binned: true,
  },
  {
    table: 'register.campaign',
    plain: [
      ...['id', 'name', 'channel', 'topics', 'group_company', 'job_roles', 'product_groups', 'audience', 'content'],
      ...['state', 'statement_version', 'created_by', 'created_at', 'changed_at', 'tested_at', 'queued_at', 'ended_at'],
      'revision',
    ],
    carries: {},
    opensWith: ['sys.messages'],
    machines: {
      direct_marketing: { select: '*', update: ['state', 'ended_at', 'changed_at'] },
      rights: { select: ['id', 'name', 'channel', 'topics', 'content'] },
    },
  },
  {
    table: 'register.campaign_recipient',
    plain: ['id', 'campaign_id'],
    carries: {
      'sys.messages': [
        ...['person_id', 'channel', 'language', 'state', 'code', 'clause', 'ground', 'attempts', 'not_before'],
        ...['queued_at', 'fenced_at', 'settled_at'],
      ],
    },
    adds: `person_id is null or ${seenWithPerson}`,
    addsOnly: true, // a person who has closed or been erased meanwhile keeps the row's count
    machines: {
      direct_marketing: {
        select: '*',
        update: ['state', 'code', 'clause', 'ground', 'attempts', 'not_before', 'fenced_at', 'settled_at'],
      },
      rights: { select: '*', update: ['person_id', 'state', 'code', 'clause', 'settled_at'] },
      matching: { select: '*', update: ['person_id', 'state', 'code', 'clause', 'settled_at'] },
    },
  },
  {
    table: 'register.undeliverable',
    plain: ['id', 'person_id'],
    carries: {
      'sys.messages': [
        ...['channel', 'value_id', 'reason', 'reply_code', 'noted_at', 'noted_by', 'settled_at', 'settled_how'],
      ],
    },
    rows: { all: seenWithPerson },
    adds: seenWithPerson,
    machines: {
      direct_marketing: { select: ['value_id', 'channel', 'settled_at'], insert: '*' },
      rights: { select: '*', delete: true },
      matching: { select: '*', update: ['person_id'] },
    },
  },
  ...letterMaps,
  ...sender,
]
