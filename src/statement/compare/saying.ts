import { type Language, languages, type Said } from '#platform/language'
import type { Statement } from '../format.ts'
import { classInWords } from '../render/periods.ts'
import { pick, plain } from '../render/text.ts'
import { basisInWords, channelInWords, periodInWords } from '../render/words.ts'
import { type Difference, isWords } from './differences.ts'
import type { Rule } from './rule.ts'

/** One difference as people would tell it, in every language. */
export function saidOf(difference: Difference, rule: Rule, statements: readonly (Statement | null)[]): Said {
  return Object.fromEntries(
    languages.map((language) => [language, sentence(difference, rule, statements, language)]),
  ) as Said
}

function sentence(
  difference: Difference,
  rule: Rule,
  statements: readonly (Statement | null)[],
  language: Language,
): string {
  const { kind, from, to, within, path } = difference
  const told = (value: unknown) => valueInWords(value, statements, language)
  const wholes = typeof (to ?? from) === 'object' && !isWords(to ?? from) ? (to ?? from) : null
  const parents = within.filter((one) => one !== wholes).map(told)
  const where = parents.length > 0 ? ` (${parents.join(', ')})` : ''
  const own = wholes && told(wholes) === '' ? (path.split('/').at(-1) ?? '') : told(to ?? from)

  if (kind === 'changed')
    return `${verbs[kind][language]}: ${rule.noun[language]}${where}, ${quoted(told(from))} → ${quoted(told(to))}`
  return `${verbs[kind][language]}: ${rule.noun[language]}, ${quoted(own)}${where}`
}

/** What a value is called: a label, a field's name, a channel, a period. */
function valueInWords(value: unknown, statements: readonly (Statement | null)[], language: Language): string {
  if (value === true || value === false) return yesNo[language][value ? 0 : 1]
  if (isWords(value)) return plain(pick(value, language))
  if (typeof value === 'object' && value !== null)
    return thingInWords(value as Record<string, unknown>, statements, language)

  const text = String(value)
  if (/^P\d/.test(text)) return periodInWords(text, language)
  if (/^eu-gdpr:A6/.test(text)) return basisInWords(text, language)
  return labelled(text, statements, language) ?? channelInWords(text, language)
}

function thingInWords(
  thing: Record<string, unknown>,
  statements: readonly (Statement | null)[],
  language: Language,
): string {
  if (thing.class) return classInWords(String(thing.class), language)
  if (thing.processor) return `${valueInWords(thing.processor, statements, language)}, ${thing.country}`
  if (thing.channel) return `${channelInWords(String(thing.channel), language)}, ${thing.recipient}, ${thing.require}`
  if (thing.ref && thing.when) return basisInWords(String(thing.ref), language)
  if (thing.inactive) return periodInWords(String(thing.inactive), language)
  if (thing.provider) return [thing.provider, plain(pick(thing.service as string, language))].filter(Boolean).join(', ')
  return plain(pick((thing.label ?? thing.name ?? thing.id ?? '') as string, language))
}

function labelled(id: string, statements: readonly (Statement | null)[], language: Language): string | null {
  const things = statements.flatMap((statement) => [
    ...(statement?.dataCategories ?? []),
    ...(statement?.purposes ?? []),
    ...(statement?.processors ?? []).map(({ id: key, provider }) => ({ id: key, label: provider })),
    ...(statement?.group?.members ?? []).map(({ id: key, name }) => ({ id: key, label: name })),
  ])
  const found = things.find((thing) => thing.id === id)

  return found ? plain(pick(found.label, language)) : null
}

function quoted(text: string) {
  return text.length > 160 ? `”${text.slice(0, 157)}…”` : `”${text}”`
}

const verbs = {
  added: { fi: 'Lisätty', sv: 'Tillagt', en: 'Added' },
  removed: { fi: 'Poistettu', sv: 'Borttaget', en: 'Removed' },
  changed: { fi: 'Muutettu', sv: 'Ändrat', en: 'Changed' },
} as const

const yesNo: Record<Language, readonly [yes: string, no: string]> = {
  fi: ['kyllä', 'ei'],
  sv: ['ja', 'nej'],
  en: ['yes', 'no'],
}
