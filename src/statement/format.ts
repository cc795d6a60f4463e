import { type Static, Type } from 'typebox'
import { automatedDecisions, provisionOfData, retention, rights } from './format-keeping.ts'
import {
  authority,
  clauses,
  contact,
  controller,
  dpo,
  group,
  metadata,
  origins,
  register,
  sections,
} from './format-parties.ts'
import {
  dataCategories,
  dataCategoryList,
  duties,
  purposes,
  sourceDefault,
  sources,
  systemData,
  unmappedBases,
} from './format-purposes.ts'
import { hosting, processorRule, processors, recipients, security, transfers } from './format-sharing.ts'
import { cookies } from './format-website.ts'
import { clauseId, maybe, oneOf, shape, text } from './format-words.ts'

export type { RetentionRule, Right, RightName } from './format-keeping.ts'
export type { Balancing, DataCategory, Duty, Purpose, Source } from './format-purposes.ts'
export { systemDataIds } from './format-purposes.ts'
export type { Agreement, Processor, Transfer } from './format-sharing.ts'
export { checklistItems } from './format-sharing.ts'
export type { CookieService, Cookies } from './format-website.ts'
export { clausesOf, type SaidIn, type Words } from './format-words.ts'

export const statementShape = shape({
  $schema: Type.Optional(text),
  apiVersion: oneOf(['rekisteriseloste/v1']),
  kind: oneOf(['RegisterStatement']),
  metadata,
  sections: Type.Optional(sections),
  register,
  controller,
  group: maybe(group),
  contact: maybe(contact),
  dpo: maybe(dpo),
  purposes,
  unmappedBases: Type.Optional(unmappedBases),
  duties: Type.Optional(duties),
  dataCategoryList: maybe(dataCategoryList),
  dataCategories,
  forbiddenData: Type.Optional(Type.Array(text)),
  systemData: Type.Optional(systemData),
  sourceDefault: maybe(sourceDefault),
  sources,
  cookies: maybe(cookies),
  recipients: Type.Optional(recipients),
  processorRule: maybe(processorRule),
  processors: Type.Optional(processors),
  hosting: maybe(hosting),
  transfers: maybe(transfers),
  security: Type.Optional(security),
  retention: maybe(retention),
  rights: maybe(rights),
  automatedDecisions: maybe(automatedDecisions),
  provisionOfData: maybe(provisionOfData),
  authority: maybe(authority),
  textOnly: Type.Optional(Type.Array(clauseId, { description: 'Prose with no effect on the register.' })),
  expectedFindings: maybe(shape({ errors: Type.Array(text), warnings: Type.Array(text) })),
  origins: Type.Optional(origins),
  clauses: Type.Optional(clauses),
})

/** One register statement: the public page and the policy are made from it. */
export type Statement = Static<typeof statementShape>

/** The published JSON Schema of the statement file. */
export const statementSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://seloste.example/schema/statement.schema.json',
  title: 'Register statement',
  description: 'One file from which the public statement and the policy of the register are made.',
  ...statementShape,
}
