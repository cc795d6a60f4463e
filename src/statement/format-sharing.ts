import { type Static, Type } from 'typebox'
import {
  country,
  day,
  mailAddress,
  maybe,
  oneOf,
  saidIn,
  shape,
  slug,
  text,
  textOrWords,
  webAddress,
  words,
} from './format-words.ts'

const host = Type.String({
  pattern: '^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$',
  description: 'A host name; hosts under it are meant too.',
})

export const recipients = Type.Array(
  shape({
    id: slug,
    kind: oneOf(['group-companies', 'authority', 'legal-claims', 'named-company', 'profession']),
    label: maybe(words),
    members: Type.Optional(Type.Array(text)),
    ground: maybe(text),
    law: maybe(text),
    procedure: maybe(oneOf(['four-eyes', 'routine'])),
    saidIn,
  }),
  { description: 'To whom data are disclosed, Art. 13(1)(e): section 8. A closed list.' },
)

export const checklistItems = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const

const agreement = shape(
  {
    ref: text,
    signedOn: maybe(day),
    reviewOn: maybe(day),
    checklist: Type.Optional(Type.Array(oneOf(checklistItems))),
  },
  'The processing agreement and which points of Art. 28(3) it meets.',
)
export type Agreement = Static<typeof agreement>

export const processorRule = shape({ requires: Type.Array(text), saidIn })

export const processors = Type.Array(
  shape({
    id: slug,
    provider: text,
    service: maybe(textOrWords),
    country: maybe(country),
    dpa: maybe(agreement),
    subprocessors: Type.Optional(
      Type.Array(Type.Union([text, shape({ provider: text, country: maybe(country), service: maybe(textOrWords) })])),
    ),
    privacyUrl: maybe(webAddress),
    hosts: Type.Optional(Type.Array(host)),
    contact: maybe(mailAddress),
    saidIn,
  }),
  { description: 'Who processes data on behalf of the controller, Art. 28: section 9.' },
)
export type Processor = Static<typeof processors>[number]

export const hosting = shape(
  { provider: maybe(text), self: maybe(Type.Boolean()), country: maybe(country), dpa: maybe(agreement), saidIn },
  'Where the register stands.',
)

const transferTools = [
  'adequacy-2023-1795',
  'scc-2021-914',
  'bcr',
  'derogation-49',
  'eu-gdpr:A45-adequacy-2023-1795',
  'eu-gdpr:A46-SCC-2021-914',
] as const

const transfer = shape({
  processor: slug,
  country,
  purpose: maybe(text),
  tool: maybe(oneOf(transferTools)),
  evidence: maybe(text),
  checkedOn: maybe(day),
  copyFrom: maybe(textOrWords),
  saidIn,
})
export type Transfer = Static<typeof transfer>

export const transfers = shape(
  {
    default: maybe(oneOf(['deny-outside-EEA'])),
    saidIn,
    list: Type.Optional(Type.Array(transfer)),
    tools: Type.Optional(Type.Array(oneOf(transferTools))),
  },
  'Transfers outside the EEA, Art. 44–49.',
)

export const security = Type.Array(shape({ id: slug, saidIn, check: maybe(text), text: maybe(words) }), {
  description: 'Measures that can be checked: section 10.',
})
