import { Type } from 'typebox'
import {
  clauseId,
  day,
  email,
  mailAddress,
  maybe,
  oneOf,
  phone,
  postalAddress,
  saidIn,
  shape,
  slug,
  text,
  textOrWords,
  webAddress,
  words,
} from './format-words.ts'

const language = oneOf(['fi', 'sv', 'en'])

export const metadata = shape(
  {
    id: slug,
    version: Type.Integer({ minimum: 1, description: 'Grows by one with every published version.' }),
    supersedes: maybe(Type.Union([Type.Integer({ minimum: 1 }), text])),
    updatedOn: maybe(day),
    effectiveFrom: maybe(day),
    languages: shape({ primary: language, translations: Type.Array(language) }),
    title: words,
    subtitle: maybe(words),
    fidelity: maybe(
      oneOf(
        ['as-written', 'enforceable'],
        'as-written: a published text with its gaps kept; enforceable: gaps resolved.',
      ),
    ),
    saidIn,
    hash: maybe(
      Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 over canonical JSON, filled on publish.' }),
    ),
  },
  'What this version of the statement is.',
)

export const register = shape({ name: words, saidIn }, 'The register: section 1.')

export const controller = shape(
  {
    legalName: maybe(text),
    businessId: maybe(Type.String({ description: 'Y-tunnus, NNNNNNN-C; the check digit is verified.' })),
    vatId: maybe(Type.String({ pattern: '^FI[0-9]{8}$', description: 'Only when registered for value added tax.' })),
    address: maybe(postalAddress),
    phone: maybe(phone),
    email: maybe(email),
    website: maybe(webAddress),
    saidIn,
  },
  'The controller, Art. 13(1)(a): section 2.',
)

const member = shape({
  id: slug,
  name: text,
  businessId: maybe(Type.String()),
  role: maybe(oneOf(['controller', 'joint-controller', 'processor'])),
})

export const group = shape(
  {
    name: maybe(textOrWords),
    members: Type.Optional(Type.Array(member)),
    arrangement: maybe(oneOf(['joint-controllers', 'controller-processor', 'separate'])),
    arrangementRef: maybe(text),
    arrangementOn: maybe(day),
    essence: maybe(words),
    contactPoint: maybe(textOrWords),
    saidIn,
  },
  'The companies that use the register together, Art. 26 and 28.',
)

const stand = shape({ role: maybe(textOrWords), person: maybe(text), phone: maybe(phone), email: maybe(email) })

export const contact = shape(
  {
    role: maybe(textOrWords),
    person: maybe(text),
    company: maybe(text),
    phone: maybe(phone),
    email: maybe(email),
    deputy: maybe(stand),
    holidayCover: maybe(stand),
    handles: Type.Optional(
      Type.Array(
        oneOf([
          'access',
          'rectification',
          'erasure',
          'restriction',
          'portability',
          'objection',
          'consent-withdrawal',
          'complaint',
        ]),
      ),
    ),
    saidIn,
  },
  'Whom to ask about the register: section 3.',
)

export const dpo = shape(
  {
    designated: maybe(Type.Boolean()),
    name: maybe(text),
    email: maybe(mailAddress),
    phone: maybe(text),
    reason: maybe(textOrWords),
    saidIn,
  },
  'Whether a data protection officer is designated, Art. 13(1)(b) and 37(7).',
)

export const authority = shape(
  {
    name: words,
    contact: maybe(
      shape({ address: maybe(text), phone: maybe(text), email: maybe(mailAddress), url: maybe(webAddress) }),
    ),
    saidIn,
  },
  'Where to complain, Art. 13(2)(d): section 13.',
)

export const sections = Type.Record(Type.String({ pattern: '^[0-9]{1,2}$' }), words, {
  additionalProperties: false,
  description: 'Headings of the public page.',
})

export const clauses = Type.Record(clauseId, words, {
  additionalProperties: false,
  description: "The company's own prose for a clause. Where there is none, the page is worded from the facts.",
})

export const origins = Type.Record(
  Type.String({ pattern: '^/' }),
  shape({ sentence: text, start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) }),
  { additionalProperties: false, description: 'In a draft: the sentence each value was read from, by JSON pointer.' },
)
