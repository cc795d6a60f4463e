import type { Sees } from './fields-of-letter.ts'

/** What may stand in a template between double braces, with the declared field it comes from; null where it is about us. */
export const templateFields = {
  'person.givenName': 'person.name',
  'person.familyName': 'person.name',
  'person.name': 'person.name',
  'person.jobRole': 'person.jobRole',
  'company.name': 'org.name',
  'company.businessId': 'org.businessId',
  'me.name': null,
  'me.groupCompany': null,
  'letter.today': null,
} as const

export type TemplateField = keyof typeof templateFields

const braces = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The names between double braces, each once. */
export function fieldsIn(text: string): string[] {
  return [...new Set([...text.matchAll(braces)].map(([, name = '']) => name))]
}

/** The names that no template may have: unknown, or from fields that this duty does not read. */
export function refusedFields(text: string, sees: Sees): string[] {
  return fieldsIn(text).filter((name) => {
    if (!Object.hasOwn(templateFields, name)) return true
    const field = templateFields[name as TemplateField]
    return field !== null && !sees(field)
  })
}

/** The text with its fields filled in; those without a value stay as they are and are named, so that somebody fills them by hand. */
export function filled(
  text: string,
  values: Readonly<Record<string, string | null>>,
): { text: string; missing: string[] } {
  const missing = fieldsIn(text).filter((name) => !values[name]?.trim())
  return { text: text.replace(braces, (whole, name: string) => values[name]?.trim() || whole), missing }
}
