import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Act, perform } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import type { ImportKind } from '#register'
import { limits, type RowRead } from '../files/row-read.ts'
import { refuseTooWide, rowsOfImport } from '../import-head.ts'
import { ownRun } from '../imports.view.ts'
import type { ExchangeReach, OneImport } from '../reach.ts'
import type { ImportSettings } from '../settings.ts'
import { run } from './one-by-one.ts'
import { saidBy } from './record-cells.ts'
import { tryRecords } from './take-records.ts'

const piece = 1000

/** Reads the lines of a file of records from where the last reading ended, and tries each: what would become of it. */
export async function readRecords(one: OneImport, kind: ImportKind) {
  const held = await ownRun(one.running, one.occasion, one.id)
  if (held.state !== 'reading') return
  const { columns } = held.settings as ImportSettings
  const asked = { columns, isSheet: held.kind === 'xlsx', today: dayInHelsinki(one.occasion.at) }
  let [isHeader, seen, waiting] = [true, 0, [] as RowRead[]]
  for await (const row of await rowsOfImport(one.running, held)) {
    if (isHeader) refuseTooWide(row)
    else if (++seen > held.read_lines) waiting.push(row)
    if (seen > limits.rows) throw new Refusal('CSV_TOO_LONG', 422, { limit: limits.rows })
    isHeader = false
    if (waiting.length < piece) continue
    if (!(await keep(one, kind, waiting, { ...asked, seen }))) return
    waiting = []
  }
  if (waiting.length > 0 && !(await keep(one, kind, waiting, { ...asked, seen }))) return
  await refuseTwice(one)
  await tryRecords(one, kind)
  await perform(one.running.db, one.occasion, async (act) => {
    await act.db
      .updateTable('register.import_run')
      .set({ state: 'tried', lines: seen })
      .where('id', '=', one.id)
      .where('state', '=', 'reading')
      .execute()
    await act.record({ what: 'import.read-through', about: one.id, detail: { lines: seen } })
  })
}

interface Asked {
  columns: ImportSettings['columns']
  isSheet: boolean
  today: string
  seen: number
}

/** Keeps the lines of one piece; false where the import was cancelled meanwhile. */
function keep({ running, occasion, id }: OneImport, kind: ImportKind, rows: readonly RowRead[], asked: Asked) {
  const lines = rows.map((row) => lineOf(kind, row, asked))
  return perform(running.db, occasion, async (act) => {
    const { numUpdatedRows } = await act.db
      .updateTable('register.import_run')
      .set({ read_lines: asked.seen })
      .where('id', '=', id)
      .where('state', '=', 'reading')
      .executeTakeFirst()
    await act.record({ what: 'import.read', about: id, detail: { lines: asked.seen } })
    if (numUpdatedRows === 0n) return false
    await insert(act, id, lines)
    return true
  })
}

function lineOf(kind: ImportKind, { line, cells, wrong }: RowRead, { columns, isSheet, today }: Asked) {
  try {
    if (wrong) throw new Refusal(wrong, 422)
    const said = saidBy(kind, columns, { cells, isSheet })
    const { key, shown } = kind.lineOf(said, { today })
    const record_key = createHash('sha256').update(key).digest('base64url')
    return { line, state: 'waiting', said, record_key, shown: shown.slice(0, 300), cells }
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    const { field, clause } = fault.detail
    const shown = cells.filter(Boolean).slice(0, 2).join(' · ').slice(0, 200)
    return { line, state: 'refused', code: fault.code, field, clause, shown: shown || null, cells }
  }
}

function insert(act: Act<ExchangeReach>, id: string, lines: readonly object[]) {
  return run(
    act,
    sql`insert into register.import_line (import_id, line, state, code, field, clause, said, record_key, shown, cells, digests)
      select ${id}, line, state, code, field, clause, said, record_key, shown, cells, '{}'
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as one (line integer, state text, code text, field text, clause text,
        said jsonb, record_key text, shown text, cells text[])
      on conflict (import_id, line) do nothing`,
  )
}

/** Of several lines of one file that speak of the same only the first is taken; the others are told so. */
async function refuseTwice({ running, occasion, id }: OneImport) {
  await perform(running.db, occasion, async (act) => {
    await run(
      act,
      sql`update register.import_line line set state = 'refused', code = 'LINE_TWICE'
        where line.import_id = ${id} and line.state = 'waiting' and exists (select from register.import_line first
          where first.import_id = line.import_id and first.record_key = line.record_key and first.line < line.line)`,
    )
    await act.record({ what: 'import.matched', about: id, detail: { key: 'file' } })
  })
}
