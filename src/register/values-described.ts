import { dealSubjects, deals, type Subject, subjects } from '#statement'
import { fieldsAbout, type InForce } from './in-force.ts'

interface Schema {
  [part: string]: unknown
}

const shapes: Readonly<Record<string, Schema>> = {
  'person.name': { type: ['string', 'object'] },
  'person.email': { type: 'array' },
  'person.phone': { type: 'array' },
  'person.address': { type: 'array' },
  'org.addresses': { type: 'array' },
  'org.phone': { type: ['string', 'object'] },
  'org.email': { type: ['string', 'object'] },
}
const ofTypes: Readonly<Record<string, Schema>> = {
  number: { type: 'number' },
  date: { type: 'string', format: 'date' },
  boolean: { type: 'boolean' },
}
const names = {
  ...{ organisation: 'CompanyValues', person: 'PersonValues' },
  ...Object.fromEntries(dealSubjects.map((one) => [one, schemaOf(one)])),
} as Record<Subject, string>
// `/quote-requests`, and what an enquiry becomes: `/enquiries/{id}/quote-request`.
const nouns: Readonly<Record<string, Subject>> = {
  ...{ companies: 'organisation', people: 'person' },
  ...Object.fromEntries(
    dealSubjects.flatMap((one) => [one.replace('_', '-'), deals[one].path].map((noun) => [noun, one])),
  ),
}

/**
 * An OpenAPI document in which the values of companies, people and deals are those that the statement in force declares, field by field with label,
 * type and clause, those it added among them (S5.1). Without a statement the document stays as it is.
 */
export function describeValues(document: object, inForce: InForce | null): object {
  if (!inForce) return document
  const { components, paths, ...rest } = document as { components?: Schema; paths?: Record<string, Schema> }
  const schemas = { ...((components?.schemas as Schema) ?? {}) }
  for (const subject of subjects) schemas[names[subject]] = valuesOf(inForce, subject)
  const described = Object.entries(paths ?? {}).map(([path, methods]) => [path, withValues(methods, subjectOf(path))])
  return { ...rest, components: { ...components, schemas }, paths: Object.fromEntries(described) }
}

function schemaOf(subject: Subject) {
  return `${subject.replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase())}Values`
}

function valuesOf(inForce: InForce, subject: Subject): Schema {
  const properties = fieldsAbout(inForce, subject).map(({ id, label, type, choices, clause }) => {
    const shape = shapes[id] ?? ofTypes[type ?? 'text'] ?? { type: 'string' }
    const one = choices.length > 0 ? { type: 'string', enum: choices.map((choice) => choice.id) } : shape
    return [id, { ...one, title: label.en, description: `${label.fi} (${clause})` }]
  })
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) }
}

/** Whose values a path takes: those of its last noun. */
function subjectOf(path: string): Subject | null {
  return (
    path
      .split('/')
      .flatMap((part) => nouns[part] ?? [])
      .at(-1) ?? null
  )
}

function withValues(methods: Schema, subject: Subject | null): Schema {
  if (!subject) return methods
  return Object.fromEntries(
    Object.entries(methods).map(([method, said]) => {
      const asked = said as { requestBody?: { content?: Record<string, { schema?: Schema }> } }
      const json = asked.requestBody?.content?.['application/json']
      const properties = json?.schema?.properties as Schema | undefined
      if (!json || !properties || !('values' in properties)) return [method, said]
      const values = { $ref: `#/components/schemas/${names[subject]}` }
      const schema = { ...json.schema, properties: { ...properties, values } }
      const content = { ...asked.requestBody?.content, 'application/json': { ...json, schema } }
      return [method, { ...asked, requestBody: { ...asked.requestBody, content } }]
    }),
  )
}
