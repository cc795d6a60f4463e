import { type RawBuilder, sql } from 'kysely'
import type { Act, Entry } from '#ledger'
import { normaliseBusinessId } from '#platform/business-id'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import {
  affiliatePerson,
  createOrganisation,
  createPerson,
  type InForce,
  normaliseEmail,
  type RegisterTables,
  refuseIdentityCodes,
  type SaidSource,
} from '#register'
import type { HeldKeys } from './keys-held.view.ts'
import { type Outcome, tallyOf } from './outcome.ts'
import type { SaidRow } from './row.ts'
import type { ExchangeTables } from './tables.ts'

export interface Import extends SaidSource {
  rows: readonly SaidRow[]
  held: HeldKeys
  /** The digests (hex) of a line's addresses. */
  digestsOf: (row: SaidRow) => readonly string[]
  groupCompany?: string
}

type Reach = RegisterTables & ExchangeTables

/** Takes the lines of a file into the register; a line that is refused leaves nothing behind and does not stop the others. */
export async function importRows(act: Act<Reach>, inForce: InForce, wish: Import): Promise<Outcome[]> {
  const id = newId(act.at.getTime())
  const known: Known = { people: new Map(wish.held.people), companies: new Map(wish.held.companies), names: new Map() }
  const outcomes: Outcome[] = []
  for (const row of wish.rows)
    outcomes.push(await inItsOwnPoint(act, row.line, (own) => importRow(own, inForce, { ...wish, row, known })))

  const { lines, people, companies, held, refused } = tallyOf(outcomes)
  const counted = { lines, people, companies, held, refused }
  await act.db
    .insertInto('register.import_run')
    .values({ id, at: act.at, by: act.by, source: wish.source ?? '', statement_version: Number(act.under), ...counted })
    .execute()
  await act.record({ what: 'import.finished', about: id, detail: { source: wish.source ?? '', ...counted } })
  return outcomes
}

interface Known {
  people: Map<string, string>
  companies: Map<string, { id: string; closed: boolean }>
  /** Companies of this file without a business ID, by name. */
  names: Map<string, string>
}

interface Line extends Import {
  row: SaidRow
  known: Known
}

async function importRow(act: Act<Reach>, inForce: InForce, line: Line): Promise<Outcome> {
  const { row, held } = line
  if (row.wrongDay) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'asOf' })
  const hasPerson = Object.keys(row.person).length > 0
  const hasCompany = Object.keys(row.company).length > 0
  if (!hasPerson && !hasCompany) throw new Refusal('LINE_EMPTY', 422)
  refuseIdentityCodes({ ...row.company, ...row.person })
  // S12.11: whoever asked to be erased does not come back with an old list.
  if (line.digestsOf(row).some((digest) => held.erased.has(digest)))
    throw new Refusal('PERSON_ERASED', 409, { clause: 'S12.11', field: 'person.email' })

  const company = hasCompany ? await companyOf(act, inForce, line) : null
  const person = hasPerson ? await personOf(act, inForce, line, company?.id) : null
  return {
    line: row.line,
    result: company?.is === 'added' || person?.is === 'added' ? 'added' : 'held',
    ...(company ? { company: company.is, companyId: company.id } : {}),
    ...(person ? { person: person.is, personId: person.id } : {}),
  }
}

async function companyOf(act: Act<Reach>, inForce: InForce, { row, known, groupCompany, ...said }: Line) {
  const typed = row.company['org.businessId']
  const number = typeof typed === 'string' ? normaliseBusinessId(typed) : null
  const name = String(row.company['org.name'] ?? '').toLowerCase()
  const held = number ? known.companies.get(number) : undefined
  if (held?.closed)
    throw new Refusal('COMPANY_CLOSED', 409, { field: 'org.businessId', clause: 'S4.4', company: held.id })
  const before = held?.id ?? (number ? undefined : (known.names.get(name) ?? (await openCompanyNamed(act, name))))
  if (before) return { is: 'held' as const, id: before }

  const id = await createOrganisation(act, inForce, {
    ...sourceOf(said, row),
    values: row.company,
    ...(groupCompany ? { groupCompany } : {}),
  })
  if (number) known.companies.set(number, { id, closed: false })
  else known.names.set(name, id)
  return { is: 'added' as const, id }
}

async function personOf(
  act: Act<Reach>,
  inForce: InForce,
  { row, known, groupCompany, ...said }: Line,
  company?: string,
) {
  const typed = row.person['person.email']
  const email = typeof typed === 'string' ? normaliseEmail(typed) : null
  const held = email ? known.people.get(email) : undefined
  if (held) {
    if (company) await represent(act, inForce, { ...said, row, known }, held, company)
    return { is: 'held' as const, id: held }
  }
  const id = await createPerson(act, inForce, {
    ...sourceOf(said, row),
    values: row.person,
    ...(company ? { organisation: company } : {}),
    ...(groupCompany ? { groupCompany } : {}),
  })
  if (email) known.people.set(email, id)
  return { is: 'added' as const, id }
}

// A person whom the register knows may represent one more company; what is held of them is not changed by a list.
async function represent(
  act: Act<Reach>,
  inForce: InForce,
  { row, ...said }: Line,
  personId: string,
  organisationId: string,
) {
  const seen = await act.db.selectFrom('register.person').select('id').where('id', '=', personId).executeTakeFirst()
  const tie = await act.db
    .selectFrom('register.affiliation')
    .select('id')
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (!seen || tie) return
  const role = row.person['person.jobRole']
  await affiliatePerson(act, inForce, {
    ...sourceOf(said, row),
    personId,
    organisationId,
    values: role === undefined ? {} : { 'person.jobRole': role },
  })
}

async function openCompanyNamed(act: Act<Reach>, name: string): Promise<string | undefined> {
  if (name === '') return undefined
  const rows = await act.db
    .selectFrom('register.organisation')
    .select('id')
    .where(sql<string>`seloste.folded(name) collate "C"`, '=', sql<string>`seloste.folded(${name}) collate "C"`)
    .limit(2)
    .execute()
  if (rows.length > 1) throw new Refusal('COMPANY_NOT_CLEAR', 409, { field: 'org.name' })
  return rows[0]?.id
}

function sourceOf({ source, sourceNote }: SaidSource, { asOf }: SaidRow): SaidSource {
  return { source, ...(sourceNote ? { sourceNote } : {}), ...(asOf ? { asOf } : {}) }
}

// Each line is a savepoint of its own, and its entries in the ledger wait until it has held.
async function inItsOwnPoint(
  act: Act<Reach>,
  line: number,
  take: (own: Act<Reach>) => Promise<Outcome>,
): Promise<Outcome> {
  const run = (text: string) =>
    sql.raw(text).execute(act.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0])
  const entries: Entry[] = []
  await run('savepoint line')
  try {
    const outcome = await take({ ...act, record: async (entry) => void entries.push(entry) })
    for (const entry of entries) await act.record(entry)
    await run('release savepoint line')
    return outcome
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    await run('rollback to savepoint line')
    const { field, clause } = fault.detail
    return { line, result: 'refused', code: fault.code, ...(field ? { field } : {}), ...(clause ? { clause } : {}) }
  }
}
