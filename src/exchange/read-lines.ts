import { sql } from 'kysely'
import { choicesKeyIn } from '#choices'
import { perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import { declaredColumn } from '#statement'
import { type CheckedLine, type Checking, checkedLine } from './checked-line.ts'
import { compareLines } from './compare-lines.ts'
import { limits, type RowRead } from './files/row-read.ts'
import { refuseTooWide, rowsOfImport } from './import-head.ts'
import { addedFields } from './import-targets.ts'
import { ownRun } from './imports.view.ts'
import { isNarrow, matching, type OneImport } from './reach.ts'
import type { ImportSettings } from './settings.ts'
import { withinReach } from './within-reach.ts'

const piece = 2000

/** Reads the lines of a file that is being tried, from where the last reading ended, and says what would become of each. */
export async function readLines(one: OneImport) {
  const { running, occasion, id } = one
  const run = await ownRun(running, occasion, id)
  if (run.state !== 'reading') return
  const settings = run.settings as ImportSettings
  const wanted = inForce(running)
  const checking: Checking = { wanted, occasion, settings, key: choicesKeyIn(running), added: addedFields(wanted) }
  let [isHeader, seen, waiting, kept] = [true, 0, [] as RowRead[], Promise.resolve(true)]
  for await (const row of await rowsOfImport(running, run)) {
    if (isHeader) refuseTooWide(row)
    else if (++seen > run.read_lines) waiting.push(row)
    if (seen > limits.rows) throw new Refusal('CSV_TOO_LONG', 422, { limit: limits.rows })
    isHeader = false
    if (waiting.length < piece) continue
    // While the database keeps one piece, the next is read and checked.
    const lines = await checkedLines(checking, waiting)
    if (!(await kept)) return
    kept = keepLines(one, lines, seen)
    kept.catch(() => undefined) // told where it is awaited
    waiting = []
  }
  if (!(await kept)) return
  if (waiting.length > 0 && !(await keepLines(one, await checkedLines(checking, waiting), seen))) return
  await matchLines(one, settings)
  await compareLines(one, settings)
  await settleTrial(one, seen)
}

async function checkedLines(checking: Checking, rows: readonly RowRead[]): Promise<CheckedLine[]> {
  const lines: CheckedLine[] = []
  for (const row of rows) lines.push(await checkedLine(checking, row))
  return lines
}

/** Keeps the lines of one piece; false where the import was cancelled meanwhile. */
async function keepLines({ running, occasion, id }: OneImport, lines: readonly CheckedLine[], seen: number) {
  return perform(running.db, occasion, async (act) => {
    const { numUpdatedRows } = await act.db
      .updateTable('register.import_run')
      .set({ read_lines: seen })
      .where('id', '=', id)
      .where('state', '=', 'reading')
      .executeTakeFirst()
    await act.record({ what: 'import.read', about: id, detail: { lines: seen } })
    if (numUpdatedRows === 0n) return false
    await sql`
      insert into register.import_line (import_id, line, state, outcome, code, field, clause, new_person, new_organisation, email, business_id, name_key,
        person_key, organisation_key, digests, person_lacks, organisation_lacks, said, cells)
      select ${id}, line, state, case state when 'waiting' then 'created' end, code, field, clause, new_person, new_organisation, email, business_id, seloste.folded(name),
        person_key, organisation_key, digests, person_lacks, organisation_lacks, said, cells
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as one (line integer, state text, code text, field text, clause text,
        new_person uuid, new_organisation uuid, email text, business_id text, name text, person_key text, organisation_key text, digests bytea[],
        person_lacks text, organisation_lacks text, said jsonb, cells text[])
      on conflict (import_id, line) do nothing`.execute(act.db as never)
    return true
  })
}

/** Finds out whom the register knows already, under the keys' own duty; own keys under the duty that may read them. */
export async function matchLines({ running, occasion, id }: OneImport, { personKey, companyKey }: ImportSettings) {
  await perform(running.db, matching(occasion), async (act) => {
    await sql`select seloste.match_lines(${id})`.execute(act.db as never)
    await act.record({ what: 'import.matched', about: id })
  })
  for (const [key, usual, subject] of [
    [personKey, 'person.email', 'person'],
    [companyKey, 'org.businessId', 'organisation'],
  ] as const) {
    if (key === usual || key === 'org.name') continue
    const [line, held] =
      subject === 'person' ? (['person_key', 'person_id'] as const) : (['organisation_key', 'organisation_id'] as const)
    await perform(running.db, occasion, async (act) => {
      await sql`update register.import_line line set ${sql.ref(held)} = known.id
        from (select distinct on (key) ${sql.ref(`${subject}_id`)} as id, ${sql.ref(declaredColumn(key).column)}::text as key
          from ${sql.table(`declared.${subject}`)} where ${sql.ref(declaredColumn(key).column)} is not null order by key, id) known
        where line.import_id = ${id} and line.state = 'waiting' and line.${sql.ref(line)} = known.key`.execute(
        act.db as never,
      )
      await act.record({ what: 'import.matched', about: id, detail: { key } })
    })
  }
  if (isNarrow(occasion)) await withinReach({ running, occasion, id })
  await perform(running.db, matching(occasion), async (act) => {
    await sql`select seloste.settle_lines(${id})`.execute(act.db as never)
    await act.record({ what: 'import.matched', about: id, detail: { key: 'file' } })
  })
}

async function settleTrial({ running, occasion, id }: OneImport, lines: number) {
  await perform(running.db, occasion, async (act) => {
    await act.db
      .updateTable('register.import_run')
      .set({ state: 'tried', lines })
      .where('id', '=', id)
      .where('state', '=', 'reading')
      .execute()
    await act.record({ what: 'import.read-through', about: id, detail: { lines } })
  })
}
