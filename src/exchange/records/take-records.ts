import { sql } from 'kysely'
import { type Act, type Entry, perform } from '#ledger'
import { type ImportKind, type InForce, inForce, type SaidByColumn, type TakenRecord } from '#register'
import type { ExchangeReach, OneImport } from '../reach.ts'
import type { ImportSettings } from '../settings.ts'
import { takingBy } from './import-kinds.ts'
import { type Done, oneByOne, type Refused, run } from './one-by-one.ts'

const piece = 200
// A savepoint for each line is a fifth of what a line costs: so many lines share one, until one of them is refused.
const together = 20

type Acting = Act<ExchangeReach>

interface Taking {
  id: string
  kind: ImportKind
  wanted: InForce
  settings: ImportSettings
}

interface Fate extends Partial<Refused>, Partial<Omit<TakenRecord, 'record'>> {
  line: number
  record?: string
}

/** Says of each line what would become of it: it is taken as it would be, and then all of it is rolled back. */
export async function tryRecords(one: OneImport, kind: ImportKind) {
  for (let last = 0; ; ) {
    const next = await perform(one.running.db, one.occasion, async (act) => {
      await act.record({ what: 'import.compared', about: one.id })
      const taking = await takingOf(one, act, kind, 'reading')
      const lines = taking ? await nextLines(act, one.id, last) : []
      if (!taking || lines.length === 0) return null
      await run(act, sql`savepoint of_trial`)
      const { fates } = await takeEach(act, taking, lines)
      await run(act, sql`rollback to savepoint of_trial`)
      await settle(
        act,
        one.id,
        fates.map(({ undo: _, record: __, ...fate }) => fate),
        'tried',
      )
      return lines.at(-1)?.line ?? null
    })
    if (next === null) return
    last = next
  }
}

/** Takes the next piece of lines into the register, each whole or not at all. Answers how many. */
export function takeRecords(one: OneImport, kind: ImportKind): Promise<number> {
  return perform(one.running.db, one.occasion, async (act) => {
    // After a crash the lines of a piece are either all settled or all still waiting.
    const taking = await takingOf(one, act, kind, 'running')
    const lines = taking ? await nextLines(act, one.id, 0) : []
    if (!taking || lines.length === 0) {
      await act.record({ what: 'import.piece-left', about: one.id })
      return 0
    }
    const { fates, entries } = await takeEach(act, taking, lines)
    await settle(act, one.id, fates, 'taken')
    const [made, updated, taken] = [count(fates, 'created'), count(fates, 'updated'), fates.filter(({ code }) => !code)]
    const refused = lines.length - taken.length
    await run(
      act,
      sql`update register.import_run set made = made + ${made}, updated = updated + ${updated}, refused = refused + ${refused},
        held = held + ${taken.length - made - updated}, taken_lines = taken_lines + ${taken.length} where id = ${one.id}`,
    )
    // S10.7: each record that was made or changed has its own entry, which says the import it came with.
    for (const entry of entries) await act.record({ ...entry, detail: { ...entry.detail, import: one.id } })
    await act.record({
      what: 'import.piece-taken',
      about: one.id,
      detail: { lines: taken.length, made, updated },
    })
    return lines.length
  })
}

interface Waiting {
  line: number
  said: SaidByColumn
}

async function takeEach(act: Acting, { kind, wanted, settings }: Taking, lines: readonly Waiting[]) {
  const [fates, entries] = [[] as Fate[], [] as Entry[]]
  const how = takingBy(settings)
  const takeSome = (some: readonly Waiting[]): Promise<Done<Fate[]>> =>
    oneByOne(act, async (own) => {
      const done: Fate[] = []
      // The register's tables are among the importer's.
      for (const { line, said } of some) done.push({ line, ...(await kind.take(own as never, wanted, said, how)) })
      return done
    })
  for (let n = 0; n < lines.length; n += together) {
    const some = lines.slice(n, n + together)
    const all = await takeSome(some)
    // What one line is refused for is that line's alone: the others are taken anew, each by itself.
    const each = 'refused' in all && some.length > 1 ? [] : [all]
    if (each.length === 0) for (const one of some) each.push(await takeSome([one]))
    for (const [at, one] of each.entries()) {
      if ('refused' in one) fates.push({ line: (some[at] as Waiting).line, ...one.refused })
      else {
        entries.push(...one.entries)
        fates.push(...one.done)
      }
    }
  }
  return { fates, entries }
}

/** What is asked of the import while its row is locked: nobody else takes its lines meanwhile. Null where it was stopped. */
async function takingOf({ running, id }: OneImport, act: Acting, kind: ImportKind, state: 'reading' | 'running') {
  const held = await act.db
    .selectFrom('register.import_run')
    .select('settings')
    .where('id', '=', id)
    .where('state', '=', state)
    .forUpdate()
    .executeTakeFirst()
  return held ? { id, kind, wanted: inForce(running), settings: held.settings as ImportSettings } : null
}

function nextLines(act: Acting, id: string, after: number): Promise<Waiting[]> {
  return act.db
    .selectFrom('register.import_line')
    .select(['line', 'said'])
    .where('import_id', '=', id)
    .where('state', '=', 'waiting')
    .where('line', '>', after)
    .orderBy('line')
    .limit(piece)
    .execute() as unknown as Promise<Waiting[]>
}

/** What became of the lines; a line that is taken keeps neither its cells nor what it said. */
async function settle(act: Acting, id: string, fates: readonly Fate[], how: 'tried' | 'taken') {
  const isTaken = how === 'taken'
  await run(
    act,
    sql`update register.import_line line set
        state = case when fate.code is not null then 'refused' when ${isTaken} then 'taken' else line.state end,
        outcome = case when fate.code is null then fate.outcome end, code = fate.code, field = fate.field, clause = fate.clause,
        person_id = fate.person, organisation_id = fate.organisation, record_id = fate.record, undo = fate.undo,
        said = case when ${isTaken} or fate.code is not null then null else line.said end,
        cells = case when ${isTaken} and fate.code is null then null else line.cells end
      from jsonb_to_recordset(${JSON.stringify(fates)}::jsonb) as fate (line integer, outcome text, code text, field text, clause text,
        person uuid, organisation uuid, record uuid, undo jsonb)
      where line.import_id = ${id} and line.line = fate.line and line.state = 'waiting'`,
  )
}

const count = (fates: readonly Fate[], outcome: Fate['outcome']) =>
  fates.filter((fate) => fate.outcome === outcome).length
