import { type Static, Type } from 'typebox'
import { day, dutyField, fieldId, maybe, oneOf, saidIn, shape, slug, text, textOrWords, words } from './format-words.ts'

const dutyIds = ['sales', 'service', 'billing', 'marketing', 'privacy', 'admin'] as const
const channels = ['email', 'post', 'sms', 'phone', 'push'] as const

const legalBasis = oneOf(
  ['eu-gdpr:A6-1-a', 'eu-gdpr:A6-1-b', 'eu-gdpr:A6-1-c', 'eu-gdpr:A6-1-d', 'eu-gdpr:A6-1-e', 'eu-gdpr:A6-1-f'],
  'A legal basis of Art. 6(1).',
)

const balancing = shape(
  {
    ref: text,
    interest: maybe(words),
    necessity: maybe(words),
    safeguards: maybe(words),
    outcome: maybe(oneOf(['interest-prevails', 'interest-does-not-prevail', 'open'])),
    reviewedOn: maybe(day),
    reviewer: maybe(text),
    reviewOn: maybe(day),
  },
  'The balancing test behind a legitimate interest.',
)
export type Balancing = Static<typeof balancing>

const basis = shape({
  when: oneOf(['subject-is-party', 'subject-represents-org', 'subject-consents', 'any']),
  ref: legalBasis,
  law: maybe(text),
  interest: maybe(words),
  lia: maybe(balancing),
})

const eligibility = shape({
  channel: oneOf(channels),
  recipient: oneOf(['natural-person', 'work-address', 'legal-person', 'any']),
  require: oneOf(['consent', 'existing-customer', 'role-relevance', 'not-refused', 'not-objected-and-not-on-ban-list']),
  law: maybe(text),
  basis: maybe(legalBasis),
})

const labelled = shape({ id: slug, label: words })

export const purposes = Type.Array(
  shape({
    id: slug,
    label: words,
    dpv: Type.Optional(Type.Array(text)),
    messageClass: maybe(oneOf(['service', 'marketing'])),
    basis: Type.Optional(Type.Array(basis)),
    channels: Type.Optional(Type.Array(oneOf(channels))),
    topics: Type.Optional(Type.Array(labelled)),
    eligibility: Type.Optional(Type.Array(eligibility)),
    saidIn,
  }),
  { description: 'Why data are used, each with its basis: section 4. A closed list.' },
)
export type Purpose = Static<typeof purposes>[number]

export const unmappedBases = Type.Array(shape({ saidIn, text: textOrWords, status: maybe(text) }), {
  description: 'Bases the text gives which Art. 6 does not know. Nothing can be done under them.',
})

export const duties = Type.Array(
  shape({
    id: oneOf(dutyIds),
    label: words,
    purposes: Type.Array(slug),
    reach: oneOf(['all', 'group-company', 'team', 'own']),
    exports: maybe(
      oneOf(
        ['all', 'none'],
        'Whether the duty takes data out as files. What the register makes as a matter of course is no export: papers, e-invoices, the file for bookkeeping, a debt for its collector.',
      ),
    ),
    reads: Type.Array(dutyField),
    writes: Type.Array(dutyField),
  }),
  { description: 'Who may do what: the fields each duty reads and writes. A field no duty names is read by nobody.' },
)
export type Duty = Static<typeof duties>[number]

export const dataCategoryList = shape({
  closed: Type.Boolean(),
  asWritten: maybe(oneOf(['open', 'closed'])),
  saidIn,
})

export const dataCategories = Type.Array(
  shape({
    id: fieldId,
    label: words,
    saidIn,
    type: maybe(oneOf(['text', 'long-text', 'number', 'date', 'boolean', 'choice'])),
    choices: Type.Optional(Type.Array(labelled)),
    personal: Type.Optional(Type.Union([Type.Boolean(), oneOf(['when-sole-trader', 'mixed'])])),
    pd: maybe(text),
    required: Type.Optional(Type.Boolean()),
    fromStage: maybe(oneOf(['prospect', 'customer', 'after-sales'])),
    roles: Type.Optional(Type.Array(text)),
    fields: Type.Optional(Type.Array(text)),
    status: maybe(text),
  }),
  { description: 'What is kept: section 5. A closed list; undeclared is refused.' },
)
export type DataCategory = Static<typeof dataCategories>[number]

export const systemDataIds = ['sys.consent', 'sys.suppression', 'sys.messages', 'sys.cases', 'sys.audit'] as const

export const systemData = Type.Array(shape({ id: oneOf(systemDataIds), label: maybe(words), saidIn }), {
  description: 'What the register itself keeps about people while it does its work.',
})

export const sourceDefault = shape({ kind: oneOf(['data-subject', 'third-party', 'public-register']), saidIn })

export const sources = Type.Array(
  shape({
    id: slug,
    label: maybe(words),
    kind: oneOf(['data-subject', 'third-party', 'public-register', 'own-register']),
    notice: maybe(oneOf(['art13', 'art14'])),
    saidIn,
    saleContext: Type.Optional(Type.Boolean()),
    noteRequired: Type.Optional(Type.Boolean()),
    asWritten: maybe(text),
    authority: maybe(textOrWords),
    datasets: Type.Optional(Type.Array(text)),
    permittedPurposes: Type.Optional(Type.Array(slug)),
    licence: maybe(text),
    marketing: Type.Optional(Type.Boolean()),
    fields: Type.Optional(Type.Array(fieldId)),
    required: Type.Optional(Type.Array(fieldId)),
    marketingOptIn: maybe(shape({ offered: Type.Boolean(), preTicked: Type.Optional(Type.Boolean()) })),
  }),
  { description: 'Where data come from, Art. 14(2)(f): section 6. A closed list.' },
)
export type Source = Static<typeof sources>[number]
