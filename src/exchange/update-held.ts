import { type RawBuilder, sql } from 'kysely'
import type { Act, Entry } from '#ledger'
import { Refusal } from '#platform/refusal'
import { affiliatePerson, correctOrganisation, correctPerson } from '#register'
import type { changesOf, HeldBy, MatchedLine } from './compare-lines.ts'
import type { Making } from './made-of-lines.ts'
import type { ExchangeReach } from './reach.ts'

type Changes = ReturnType<typeof changesOf> & { line: MatchedLine }

interface LineFate {
  line: number
  outcome?: 'updated' | 'unchanged'
  code?: string
  field?: string | undefined
  clause?: string | undefined
}

/** Corrects who is held as the lines of a piece say, by the deeds that a form uses; a line that is refused leaves nothing behind. */
export async function updateHeld(
  act: Act<ExchangeReach>,
  making: Making,
  lines: readonly Changes[],
  held: HeldBy,
): Promise<LineFate[]> {
  await keepBefore(act, making.id, lines)
  const fates: LineFate[] = []
  const revisions = new Map([...held.companies].map(([id, { revision }]) => [id, revision]))
  for (const changes of lines) {
    const { line } = changes.line
    if (changes.unseen) fates.push({ line, code: 'HELD_UNSEEN', field: changes.unseen })
    else if (isNothing(changes)) fates.push({ line, outcome: 'unchanged' })
    else fates.push(await inItsOwnPoint(act, line, (own) => correct(own, making, changes, revisions)))
  }
  await keepAfter(act, making.id, lines)
  return fates
}

const isNothing = ({ person, company, joins }: Changes) =>
  Object.keys(person).length === 0 && Object.keys(company).length === 0 && !joins

async function correct(
  act: Act<ExchangeReach>,
  { settings, wanted }: Making,
  changes: Changes,
  revisions: Map<string, number>,
) {
  const { personId, companyId, said } = changes.line
  const { source, sourceNote } = settings
  const from = { source, ...(sourceNote ? { sourceNote } : {}), asOf: said.asOf }
  if (companyId && Object.keys(changes.company).length > 0) {
    const revision = revisions.get(companyId) ?? 0
    await correctOrganisation(act, wanted, { ...from, id: companyId, revision, values: changes.company })
    revisions.set(companyId, revision + 1)
  }
  if (!personId) return
  if (Object.keys(changes.person).length > 0) {
    const place = companyId ? { organisation: companyId } : {}
    await correctPerson(act, wanted, { ...from, ...place, id: personId, revision: null, values: changes.person })
  }
  if (!changes.joins) return
  const organisationId = companyId ?? (await companyOfLine(act, changes.line))
  if (!organisationId) return
  const tie = await act.db
    .selectFrom('register.affiliation')
    .select('id')
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('left_on', 'is', null)
    .executeTakeFirst()
  if (tie) return
  const values = changes.role === undefined ? {} : { 'person.jobRole': changes.role }
  await affiliatePerson(act, wanted, { ...from, personId, organisationId, values })
}

/** The company of a line that is new in this file: this line or an earlier one made it a moment ago. */
async function companyOfLine(act: Act<ExchangeReach>, { line, personId }: MatchedLine): Promise<string | null> {
  const row = await act.db
    .selectFrom('register.import_line')
    .select(['organisation_id', 'new_organisation'])
    .where('line', '=', line)
    .where('person_id', '=', personId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row?.organisation_id ?? row?.new_organisation ?? null
}

// What stood here before is kept for thirty days, so that the whole import can be undone.
async function keepBefore(act: Act<ExchangeReach>, id: string, lines: readonly Changes[]) {
  const changed = lines.filter((one) => !one.unseen && !isNothing(one))
  await keepRows(
    act,
    sql`seloste.keep_before(${id}, ${ids(changed, 'personId')}::uuid[], ${ids(changed, 'companyId')}::uuid[])`,
    changed.length,
  )
}

async function keepAfter(act: Act<ExchangeReach>, id: string, lines: readonly Changes[]) {
  const changed = lines.filter((one) => !one.unseen && !isNothing(one))
  await keepRows(
    act,
    sql`seloste.keep_after(${id}, ${ids(changed, 'personId')}::uuid[], ${ids(changed, 'companyId')}::uuid[])`,
    changed.length,
  )
}

async function keepRows(act: Act<ExchangeReach>, call: RawBuilder<unknown>, lines: number) {
  if (lines > 0) await sql`select ${call}`.execute(act.db as never)
}

function ids(lines: readonly Changes[], of: 'personId' | 'companyId'): string[] {
  return [...new Set(lines.flatMap(({ line }) => line[of] ?? []))]
}

// Each line is a savepoint of its own, and its entries in the ledger wait until it has held.
async function inItsOwnPoint(
  act: Act<ExchangeReach>,
  line: number,
  take: (own: Act<ExchangeReach>) => Promise<void>,
): Promise<LineFate> {
  const run = (text: string) => sql.raw(text).execute(act.db as never)
  const entries: Entry[] = []
  await run('savepoint line')
  try {
    await take({ ...act, record: async (entry) => void entries.push(entry) })
    for (const entry of entries) await act.record(entry)
    await run('release savepoint line')
    return { line, outcome: 'updated' }
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    await run('rollback to savepoint line')
    const { field, clause } = fault.detail
    return { line, code: fault.code, field, clause }
  }
}
