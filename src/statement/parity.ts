import { clausesOf, type SaidIn, type Statement } from './format.ts'

/** Where policy stands behind a clause, as JSON pointers; or that it is text with no effect on the register. */
export type ClauseLink = readonly string[] | 'prose only'

/** Every clause of the statement with what it binds. A clause that is in neither way accounted for is 'unlinked'. */
export function clauseLinks(statement: Statement): Record<string, ClauseLink | 'unlinked'> {
  const pointers = new Map<string, string[]>()
  const link = (clause: string, path: string) => pointers.set(clause, [...(pointers.get(clause) ?? []), path])
  walk(statement, '', link)
  for (const [clause, path] of Object.entries(bySection)) if (pointerLeads(statement, path)) link(clause, path)

  const textOnly = new Set(statement.textOnly ?? [])
  const all = [...new Set([...pointers.keys(), ...textOnly, ...Object.keys(statement.clauses ?? {})])].sort(inOrder)
  return Object.fromEntries(
    all.map((clause) => [clause, pointers.get(clause) ?? (textOnly.has(clause) ? 'prose only' : 'unlinked')]),
  )
}

function walk(value: unknown, path: string, link: (clause: string, path: string) => void) {
  if (value === null || typeof value !== 'object') return
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'saidIn') for (const clause of clausesOf(inner as SaidIn)) link(clause, path || '/')
    else if (!['clauses', 'origins', 'expectedFindings', 'sections'].includes(key)) walk(inner, `${path}/${key}`, link)
  }
}

// Clauses that templates say from facts which carry no `saidIn` of their own.
const bySection: Record<string, string> = {
  'S0.2': '/metadata/version',
  'S1.2': '/group/members',
  'S2.1': '/controller/legalName',
  'S2.2': '/controller/address',
  'S2.3': '/controller/businessId',
  'S2.4': '/controller/phone',
  'S2.5': '/controller/email',
  'S3.1': '/contact',
  'S3.2': '/contact/handles',
  'S5.1': '/dataCategories',
  'S5.8': '/dataCategories',
  'S5.15': '/forbiddenData',
  'S6.10': '/sources',
  'S8.4': '/recipients',
  'S9.3': '/transfers/default',
  'S10.3': '/duties',
  'S10.5': '/hosting',
  'S11.1': '/retention/rules',
  'S11.2': '/retention/relationshipEnd',
  'S12.19': '/automatedDecisions',
  'S13.1': '/authority',
}

function pointerLeads(statement: Statement, path: string): boolean {
  const value = path
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], statement)
  return value !== undefined && value !== null
}

function inOrder(a: string, b: string): number {
  const [sa = 0, na = 0] = a.slice(1).split('.').map(Number)
  const [sb = 0, nb = 0] = b.slice(1).split('.').map(Number)
  return sa - sb || na - nb
}
