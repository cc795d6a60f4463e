import { byClause, writeClauses } from './clauses.ts'
import { type Entry, type Json, type Notebook, openNotebook } from './notebook.ts'
import type { Kind, Page, Span } from './page/page.ts'
import { readPage } from './page/read-page.ts'
import { readBases } from './readers/read-bases.ts'
import { readAuthority, readContact } from './readers/read-contact.ts'
import { readController } from './readers/read-controller.ts'
import { readCookies } from './readers/read-cookies.ts'
import { readDecisions } from './readers/read-decisions.ts'
import { readFields } from './readers/read-fields.ts'
import { readGroup } from './readers/read-group.ts'
import { readHeading } from './readers/read-heading.ts'
import { readProcessors } from './readers/read-processors.ts'
import { readPurposes } from './readers/read-purposes.ts'
import { readRecipients } from './readers/read-recipients.ts'
import { readRetention } from './readers/read-retention.ts'
import { readRights } from './readers/read-rights.ts'
import { readSecurity } from './readers/read-security.ts'
import { readSources } from './readers/read-sources.ts'
import { readTransfers } from './readers/read-transfers.ts'

export { draftToYaml } from './draft-to-yaml.ts'

export interface Draft {
  /** The statement in the file format, as far as the text tells it. */
  statement: Entry
  /** The sentence each value was read from, by JSON pointer; an entry's origin holds for all its keys. */
  origins: Record<string, Span>
  /** Sentences from which nothing was read. */
  unplaced: Span[]
  sections: { heading: string; number?: string; kind: Kind; start: number; end: number }[]
}

const readers: readonly ((page: Page, book: Notebook) => void)[] = [
  readHeading,
  readController,
  readGroup,
  readContact,
  readPurposes,
  readBases,
  readFields,
  readSources,
  readCookies,
  readRecipients,
  readSecurity,
  readProcessors,
  readTransfers,
  readRetention,
  readRights,
  readDecisions,
  readAuthority,
]

const keysInOrder = [
  'apiVersion',
  'kind',
  'metadata',
  'sections',
  'register',
  'controller',
  'group',
  'contact',
  'dpo',
  'purposes',
  'unmappedBases',
  'dataCategoryList',
  'dataCategories',
  'forbiddenData',
  'systemData',
  'sourceDefault',
  'sources',
  'cookies',
  'recipients',
  'processorRule',
  'processors',
  'hosting',
  'transfers',
  'security',
  'retention',
  'rights',
  'automatedDecisions',
  'provisionOfData',
  'authority',
  'textOnly',
  'clauses',
] as const
const lists: ReadonlySet<string> = new Set([
  'purposes',
  'dataCategories',
  'systemData',
  'sources',
  'recipients',
  'processors',
  'security',
])

/** Proposes a statement file from the prose of a published statement in Finnish. What the text does not say stays empty. */
export function draftStatement(text: string): Draft {
  const page = readPage(text)
  const book = openNotebook(page)
  for (const read of readers) read(page, book)
  writeClauses(book)
  const unplaced = page.sentences
    .filter((one) => !book.isPlaced(one) && /\p{L}{2}/u.test(one.plain))
    .map(({ sentence, start, end }) => ({ sentence, start, end }))
  const sections = page.sections.map(({ heading, number, kind, start, end }) => ({
    heading,
    ...(number ? { number } : {}),
    kind,
    start,
    end,
  }))
  return { statement: inOrder(book.statement), origins: book.origins, unplaced, sections }
}

function inOrder(read: Entry): Entry {
  const scaffold: Entry = {
    ...read,
    apiVersion: 'rekisteriseloste/v1',
    kind: 'RegisterStatement',
    metadata: {
      id: 'seloste',
      version: 1,
      languages: { primary: 'fi', translations: [] },
      fidelity: 'as-written',
      ...(read.metadata as Entry | undefined),
    },
  }
  const statement: Entry = {}
  for (const key of keysInOrder)
    statement[key] = scaffold[key] ?? (lists.has(key) ? [] : key === 'controller' ? {} : null)
  if (statement.unmappedBases === null) delete statement.unmappedBases
  for (const key of ['sections', 'register', 'forbiddenData', 'textOnly', 'clauses'] as const)
    if (statement[key] === null) delete statement[key]
  if (statement.retention && typeof statement.retention === 'object')
    statement.retention = { asWritten: null, relationshipEnd: null, rules: [], ...(statement.retention as Entry) }
  if (statement.group && typeof statement.group === 'object')
    statement.group = { members: [], arrangement: null, ...(statement.group as Entry) }
  if (statement.hosting && typeof statement.hosting === 'object')
    statement.hosting = { provider: null, ...(statement.hosting as Entry) }
  sortSaid(statement)
  if (Array.isArray(statement.textOnly)) statement.textOnly.sort((a, b) => byClause(String(a), String(b)))
  return statement
}

function sortSaid(value: Json | undefined): void {
  if (Array.isArray(value)) for (const one of value) sortSaid(one)
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'saidIn' && Array.isArray(inner)) inner.sort((a, b) => byClause(String(a), String(b)))
      else sortSaid(inner)
    }
  }
}
