import { sql } from 'kysely'
import { type Act, type Entry, look, perform } from '#ledger'
import { inForce, provenanceOf } from '#register'
import { fieldsOfFile, heldBy, type MatchedLine } from './compare-lines.ts'
import { type Making, rowsOf } from './made-of-lines.ts'
import { makeCompanies } from './make-companies.ts'
import { makePeople } from './make-people.ts'
import type { PlannedChanges } from './planned-changes.ts'
import { asMyself, type ExchangeReach, type OneImport } from './reach.ts'
import type { ImportSettings } from './settings.ts'
import { updateHeld } from './update-held.ts'

const piece = 1000

/** Takes the next piece of lines into the register: whole, or line by line where one of them cannot be taken. Answers how many. */
export async function takeLines(one: OneImport): Promise<number> {
  const lines = await nextLines(one)
  if (lines.length > 0) await takeOrSplit(one, lines)
  return lines.length
}

// Each piece is one transaction: after a crash its lines are either all in the register or all still waiting.
async function takeOrSplit(one: OneImport, lines: readonly number[]): Promise<void> {
  try {
    await perform(one.running.db, one.occasion, (act) => takePiece(one, act, lines))
  } catch (fault) {
    if (!isOfRow(fault)) throw fault
    if (lines.length === 1) return refuseLine(one, lines[0] as number)
    const middle = lines.length >> 1
    await takeOrSplit(one, lines.slice(0, middle))
    await takeOrSplit(one, lines.slice(middle))
  }
}

async function takePiece({ running, id }: OneImport, act: Act<ExchangeReach>, wish: readonly number[]) {
  const run = await act.db
    .selectFrom('register.import_run')
    .select(['settings', 'notices'])
    .where('id', '=', id)
    .where('state', '=', 'running')
    .forUpdate()
    .executeTakeFirst()
  if (!run) return act.record({ what: 'import.piece-left', about: id }) // cancelled meanwhile
  const settings = run.settings as ImportSettings
  const wanted = inForce(running)
  const from = provenanceOf(wanted.policy, { ...settings, asOf: settings.asOf ?? '2000-01-01' }, act)
  const entries: Entry[] = []
  const own: Act<ExchangeReach> = { ...act, record: async (entry) => void entries.push(entry) }
  const making: Making = { id, lines: wish, settings, wanted, from, fields: fieldsOfFile(settings) }

  const companies = await makeCompanies(own, making)
  const people = await makePeople(own, making, run.notices)
  const matched = await matchedAmong(own, id, wish)
  await lockMatched(own, matched)
  const held = await heldBy(own.db, matched, making.fields)
  const fates = await updateHeld(own, making, matched, held)
  const refused = fates.filter((fate) => 'code' in fate).length
  const { taken, created, updated } = await markTaken(own, id, wish, fates)

  await sql`update register.import_run set people = people + ${people.made}, companies = companies + ${companies}, notices = notices + ${people.queued},
      updated = updated + ${updated}, held = held + ${taken - created - updated}, refused = refused + ${refused}, taken_lines = taken_lines + ${taken}
    where id = ${id}`.execute(act.db as never)
  for (const entry of entries) await act.record(entry)
  await act.record({
    what: 'import.piece-taken',
    about: id,
    detail: { lines: taken, people: people.made, companies, updated },
  })
}

async function nextLines({ running, occasion, id }: OneImport): Promise<number[]> {
  return look(running.db, asMyself(occasion), async ({ db, saw }) => {
    saw([], [])
    const rows = await db
      .selectFrom('register.import_line')
      .select('line')
      .where('import_id', '=', id)
      .where('state', '=', 'waiting')
      .orderBy('line')
      .limit(piece)
      .execute()
    return rows.map(({ line }) => line)
  })
}

async function matchedAmong(act: Act<ExchangeReach>, id: string, lines: readonly number[]): Promise<MatchedLine[]> {
  const { rows } = await sql<MatchedLine>`
    select line, case when first_line is null then person_id end as "personId", case when first_company_line is null then organisation_id end as "companyId",
      new_person is not null and person_id is null as "personIsNew", new_organisation is not null and organisation_id is null as "companyIsNew", said
    from register.import_line
    where import_id = ${id} and line = any(${[...lines]}::int[]) and state = 'waiting' and (person_id is not null or organisation_id is not null)
      and not (first_company_line is not null and person_id is null)
    order by line`.execute(act.db as never)
  return rows
}

// What is planned hangs on what is held: nobody corrects it between the reading and the writing.
async function lockMatched(act: Act<ExchangeReach>, matched: readonly MatchedLine[]) {
  const [companies, people] = [
    matched.flatMap(({ companyId }) => companyId ?? []),
    matched.flatMap(({ personId }) => personId ?? []),
  ]
  await rowsOf(act, sql`select seloste.lock_several('organisation', ${companies}::uuid[])`)
  await rowsOf(act, sql`select seloste.lock_several('person', ${people}::uuid[])`)
}

async function markTaken(
  act: Act<ExchangeReach>,
  id: string,
  lines: readonly number[],
  fates: PlannedChanges['fates'],
) {
  const { rows } = await sql<{ taken: number; created: number; updated: number }>`
    with marked as (
      update register.import_line kept set
        state = case when fate.code is null then 'taken' else 'refused' end, code = fate.code, field = fate.field, clause = fate.clause,
        outcome = case when fate.code is not null then null
          when kept.new_person is not null and kept.person_id is null or kept.new_organisation is not null and kept.organisation_id is null then 'created'
          else coalesce(fate.outcome, 'unchanged') end,
        person_id = case when fate.code is null then coalesce(kept.person_id, kept.new_person) end,
        organisation_id = case when fate.code is null then coalesce(kept.organisation_id, kept.new_organisation) end,
        said = null, email = null, digests = '{}', person_key = null
      from register.import_line line left join jsonb_to_recordset(${JSON.stringify(fates)}::jsonb)
        as fate (line integer, outcome text, code text, field text, clause text) on fate.line = line.line
      where line.import_id = ${id} and line.line = any(${[...lines]}::int[]) and line.state = 'waiting'
        and kept.import_id = line.import_id and kept.line = line.line
      returning kept.state, kept.outcome)
    select count(*) filter (where state = 'taken')::int as taken, count(*) filter (where outcome = 'created')::int as created,
      count(*) filter (where outcome = 'updated')::int as updated from marked`.execute(act.db as never)
  return rows[0] ?? { taken: 0, created: 0, updated: 0 }
}

/** A line at fault alone is told apart: the database would not have it, whatever the checks before said. */
async function refuseLine({ running, occasion, id }: OneImport, line: number) {
  await perform(running.db, occasion, async (act) => {
    await act.db
      .updateTable('register.import_line')
      .set({ state: 'refused', outcome: null, code: 'LINE_NOT_TAKEN', said: null })
      .where('import_id', '=', id)
      .where('line', '=', line)
      .where('state', '=', 'waiting')
      .execute()
    await act.record({ what: 'import.line-refused', about: id, detail: { line } })
  })
}

// What the database refuses of a row: a constraint, a reference, a right. A lost connection is none of them.
function isOfRow(fault: unknown): boolean {
  const code = (fault as { code?: string }).code ?? ''
  return /^(22|23|42501)/.test(code)
}
