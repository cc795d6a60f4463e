import { newId } from '#platform/new-id'
import type { Values } from '#register'
import { changesOf, type HeldBy, type MatchedLine } from './compare-lines.ts'
import type { Held } from './difference.ts'
import type { HeldRecord } from './held-values.ts'
import type { ImportSettings } from './settings.ts'

type Single = 'person.name' | 'org.name' | 'org.businessId' | 'org.phone' | 'org.email' | 'com.paymentTerms'
type Several = 'person.email' | 'person.phone' | 'person.address' | 'org.addresses'

/** When the value was true and when we got it, as its line says. */
interface Days {
  asOf: string
  obtainedAt: string
}

/** One value of several that a record has not had before. */
export type FreshValue = Days & { id: string; record: string; field: Several; value: Record<string, unknown> }
/** A value that takes the place of another, or of nothing. */
export type NewValue = Days & { record: string; field: string; value: unknown }
/** A role in an organisation that the person already represents. */
export type NewRole = Days & { record: string; organisation: string; role: string }
/** A person who comes to represent a company of the line. */
export type NewTie = Days & { id: string; record: string; organisation: string; role: string | null }

/** What the lines of one piece change of those whom the register holds, each value with its line's days. */
export interface PlannedChanges {
  fates: ({ line: number; outcome: 'updated' | 'unchanged' } | ({ line: number; outcome?: never } & Bar))[]
  /** Which fields change of whom. */
  people: Map<string, Set<string>>
  companies: Map<string, Set<string>>
  single: Map<string, NewValue>
  fresh: FreshValue[]
  roles: Map<string, NewRole>
  ties: NewTie[]
}

export interface Bar {
  code: string
  field?: string | undefined
  clause?: string | undefined
}

/** Why these fields of a record may not change, as a form would be told; undefined where they may. */
export type BarOf = (subject: 'person' | 'organisation', id: string, fields: readonly string[]) => Bar | undefined

type Line = MatchedLine & { placeId: string | null }

/** Folds the lines of a piece, in their order, into one change of each record: what an earlier line said the next one finds said. */
export function plannedChanges(
  lines: readonly Line[],
  held: HeldBy,
  settings: ImportSettings,
  barOf: BarOf,
  at: Date,
): PlannedChanges {
  const plan: PlannedChanges = {
    ...{ fates: [], people: new Map(), companies: new Map() },
    ...{ single: new Map(), fresh: [], roles: new Map(), ties: [] },
  }
  for (const line of lines) {
    const changes = changesOf(line, held, settings)
    const isOfPerson = Object.keys(changes.person).length > 0 || comesTo(line, held, changes.joins)
    const isOfCompany = Object.keys(changes.company).length > 0
    const bar =
      (changes.unseen ? { code: 'HELD_UNSEEN', field: changes.unseen } : undefined) ??
      (isOfPerson ? barOf('person', line.personId ?? '', fieldsChanged(changes)) : undefined) ??
      (isOfCompany ? barOf('organisation', line.companyId ?? '', Object.keys(changes.company)) : undefined)
    if (bar) plan.fates.push({ line: line.line, ...bar })
    else if (!isOfPerson && !isOfCompany) plan.fates.push({ line: line.line, outcome: 'unchanged' })
    else {
      takeCompany(plan, line, held, changes.company, at)
      takePerson(plan, line, held, changes, at)
      plan.fates.push({ line: line.line, outcome: 'updated' })
    }
  }
  return plan
}

function takeCompany(plan: PlannedChanges, line: Line, held: HeldBy, changes: Record<string, unknown>, at: Date) {
  const { companyId } = line
  const record = companyId ? held.companies.get(companyId) : undefined
  if (!companyId || !record || Object.keys(changes).length === 0) return
  note(plan.companies, companyId, Object.keys(changes))
  for (const [field, value] of Object.entries(changes)) put(plan, line, companyId, record, field, value, at)
}

function takePerson(
  plan: PlannedChanges,
  line: Line,
  held: HeldBy,
  { person, joins, role }: ReturnType<typeof changesOf>,
  at: Date,
) {
  const { personId, companyId, placeId } = line
  const record = personId ? held.people.get(personId) : undefined
  if (!personId || !record) return
  const days = daysOf(line)
  const { 'person.jobRole': newRole, ...rest } = person
  note(plan.people, personId, Object.keys(person))
  for (const [field, value] of Object.entries(rest)) put(plan, line, personId, record, field, value, at)
  if (newRole !== undefined && companyId) {
    const tie = plan.ties.find((one) => one.record === personId && one.organisation === companyId)
    if (tie) Object.assign(tie, days, { role: String(newRole) })
    else
      plan.roles.set(`${personId} ${companyId}`, {
        ...days,
        record: personId,
        organisation: companyId,
        role: String(newRole),
      })
    record.roles.set(companyId, String(newRole))
  }
  if (!placeId || !comesTo(line, held, joins)) return
  const begun = { ...days, id: newId(at.getTime()), record: personId, organisation: placeId }
  plan.ties.push({ ...begun, role: role ?? null })
  record.roles.set(placeId, role ?? null)
}

function fieldsChanged({ person, joins, role }: ReturnType<typeof changesOf>) {
  return [...Object.keys(person), ...(joins && role !== undefined ? ['person.jobRole'] : [])]
}

function comesTo({ personId, placeId }: Line, { people }: HeldBy, joins: boolean): boolean {
  return joins && placeId !== null && !people.get(personId ?? '')?.roles.has(placeId)
}

function note(of: Map<string, Set<string>>, id: string, fields: readonly string[]) {
  const known = of.get(id) ?? new Set()
  for (const field of fields) known.add(field)
  of.set(id, known)
}

const several: ReadonlySet<string> = new Set<Several>([
  'person.email',
  'person.phone',
  'person.address',
  'org.addresses',
])
const core: ReadonlySet<string> = new Set<Single>([
  ...(['person.name', 'org.name', 'org.businessId', 'org.phone', 'org.email', 'com.paymentTerms'] as const),
])
export const isAdded = (field: string) => !core.has(field) && !several.has(field)

/** Writes a change down, and lets the held record have it, so that the next line about it is compared with it. */
function put(
  plan: PlannedChanges,
  line: Line,
  id: string,
  record: HeldRecord,
  field: string,
  value: unknown,
  at: Date,
) {
  const days = daysOf(line)
  if (isAdded(field)) record.values.added[field] = value
  if (several.has(field)) {
    const list = value as Record<string, unknown>[]
    const had = (record.values[field as keyof Held] as unknown[] | undefined)?.length ?? 0
    for (const one of list.slice(had))
      plan.fresh.push({ ...days, id: newId(at.getTime()), record: id, field: field as Several, value: one })
  } else plan.single.set(`${id} ${field}`, { ...days, record: id, field, value })
  if (!isAdded(field)) (record.values as Partial<Values> as Record<string, unknown>)[field] = value
}

function daysOf({ said: { asOf, obtainedAt } }: MatchedLine): Days {
  return { asOf, obtainedAt }
}
