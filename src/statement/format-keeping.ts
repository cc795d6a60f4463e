import { type Static, Type } from 'typebox'
import { maybe, oneOf, period, saidIn, shape, slug, text, textOrWords, words } from './format-words.ts'

const rule = shape({
  class: slug,
  start: slug,
  period: maybe(period),
  until: maybe(slug),
  then: oneOf(['erase', 'anonymise', 'pseudonymise', 'keep-minimal', 'erase-body-keep-count', 'destroy']),
  ground: maybe(words),
})
export type RetentionRule = Static<typeof rule>

const endEvents = ['contract-ended', 'org-ceased', 'person-left-org'] as const
const relationshipEnd = shape(
  { anyOf: Type.Array(Type.Union([oneOf(endEvents), shape({ inactive: period })]), { minItems: 1 }) },
  'When the customer relationship is over.',
)

export const retention = shape(
  {
    asWritten: maybe(shape({ fi: text, sv: Type.Optional(text), en: Type.Optional(text), saidIn })),
    relationshipEnd: maybe(relationshipEnd),
    rules: Type.Optional(Type.Array(rule)),
    proposed: maybe(shape({ relationshipEnd, rules: Type.Array(rule) })),
    saidIn,
  },
  'How long data are kept, Art. 13(2)(a): section 11.',
)

const blocker = shape({ id: slug, test: maybe(slug), ground: maybe(text), saidIn })

const right = shape({
  articles: Type.Optional(Type.Array(text)),
  form: maybe(oneOf(['free', 'fixed'])),
  channel: maybe(text),
  channels: Type.Optional(Type.Array(text)),
  identity: maybe(oneOf(['proportionate', 'none', 'signed-or-verified'])),
  asWritten: maybe(
    shape({
      identity: maybe(text),
      deadline: maybe(text),
      requester: maybe(text),
      blockers: maybe(oneOf(['open', 'closed'])),
    }),
  ),
  mustSpecify: Type.Optional(Type.Array(text)),
  reasons: Type.Optional(Type.Array(text)),
  ownInitiative: Type.Optional(Type.Boolean()),
  effect: maybe(oneOf(['immediate'])),
  due: maybe(period),
  extension: maybe(period),
  sla: maybe(text),
  blockers: Type.Optional(Type.Array(blocker)),
  saidIn,
})
export type Right = Static<typeof right>

export type RightName =
  | 'access'
  | 'rectification'
  | 'erasure'
  | 'restriction'
  | 'portability'
  | 'objection'
  | 'objectionToMarketing'
  | 'withdrawalOfConsent'
  | 'complaint'

export const rights = shape(
  {
    publication: maybe(shape({ url: maybe(text), separateDelivery: maybe(text), saidIn })),
    access: maybe(right),
    rectification: maybe(right),
    erasure: maybe(right),
    restriction: maybe(right),
    portability: maybe(right),
    objection: maybe(right),
    objectionToMarketing: maybe(right),
    withdrawalOfConsent: maybe(right),
    complaint: maybe(right),
    notMentioned: Type.Optional(Type.Array(text)),
  },
  'What a person may ask, Art. 15–22: section 12.',
)

export const automatedDecisions = shape({ used: Type.Boolean(), text: maybe(words), saidIn }, 'Art. 13(2)(f) and 22.')

export const provisionOfData = shape(
  { mandatory: oneOf(['none', 'contract', 'law', 'partly']), text: maybe(textOrWords), saidIn },
  'Art. 13(2)(e).',
)
