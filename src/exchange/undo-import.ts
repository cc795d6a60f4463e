import { sql } from 'kysely'
import { look, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { ownRun } from './imports.view.ts'
import { rowsOf } from './made-of-lines.ts'
import { asMyself, matching, type OneImport } from './reach.ts'
import { importSoon } from './try-import.ts'

const piece = 2000

/** Begins to take a whole import back: what it made goes where nothing hangs on it, what it changed is put back where nobody changed it since. */
export async function undoImport({ running, occasion, id }: OneImport) {
  await ownRun(running, occasion, id)
  await perform(running.db, occasion, async (act) => {
    const { numUpdatedRows } = await act.db
      .updateTable('register.import_run')
      .set({ state: 'undoing' })
      .where('id', '=', id)
      .where('by', '=', act.by)
      .where('state', 'in', ['finished', 'cancelled'])
      .where('taken_lines', '>', 0)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('IMPORT_STATE', 409, { field: 'state' })
    await act.record({ what: 'import.undo-begun', about: id })
    await importSoon(act, id)
  })
}

/** Goes on undoing, piece by piece, from wherever it was left. */
export async function undoLines(one: OneImport) {
  await putBackChanged(one)
  for (const subject of ['person', 'organisation'] as const) {
    let last = 0
    for (;;) {
      const lines = await linesToUndo(one, subject, last)
      if (lines.length === 0) break
      last = lines.at(-1) ?? last
      await undoPiece(one, subject, lines)
    }
  }
  await settleUndo(one)
}

/** Says that an import is undone, and of how many lines it is not. */
export async function settleUndo(one: OneImport) {
  await perform(one.running.db, one.occasion, async (act) => {
    const { rows } = await sql<{ left: number }>`select count(*)::int as left from register.import_line
      where import_id = ${one.id} and state = 'left'`.execute(act.db as never)
    await act.db
      .updateTable('register.import_line')
      .set({ state: 'undone' })
      .where('import_id', '=', one.id)
      .where('state', '=', 'taken')
      .execute()
    await act.db
      .updateTable('register.import_run')
      .set({ state: 'undone', finished_at: act.at })
      .where('id', '=', one.id)
      .execute()
    await act.record({ what: 'import.undone', about: one.id, detail: { left: rows[0]?.left ?? 0 } })
  })
}

interface ChangedLine {
  line: number
  person: string | null
  company: string | null
}

/** Who was held before and changed by the import is put back, piece by piece. */
async function putBackChanged(one: OneImport) {
  for (let last = 0; ; ) {
    const lines = await changedLines(one, last)
    if (lines.length === 0) return
    last = lines.at(-1)?.line ?? last
    await putBackPiece(one, lines)
  }
}

async function changedLines({ running, occasion, id }: OneImport, after: number): Promise<ChangedLine[]> {
  return perform(running.db, matching(occasion), async (act) => {
    await act.record({ what: 'import.undo-looked', about: id })
    return rowsOf<ChangedLine>(
      act,
      sql`select line.line, line.person_id as person, line.organisation_id as company from register.import_line line
        where line.import_id = ${id} and line.line > ${after} and line.state = 'taken' and exists (select from register.undo_row row where row.of = ${id})
          and (exists (select from register.undo_row row where row.of = ${id} and row.person_id = line.person_id)
            or exists (select from register.undo_row row where row.of = ${id} and row.person_id is null and row.organisation_id = line.organisation_id))
        order by line.line limit ${piece}`,
    )
  })
}

async function putBackPiece({ running, occasion, id }: OneImport, lines: readonly ChangedLine[]) {
  const people = [...new Set(lines.flatMap(({ person }) => person ?? []))]
  const companies = [...new Set(lines.flatMap(({ company }) => company ?? []))]
  await perform(running.db, matching(occasion), async (act) => {
    const touched = await rowsOf<{ id: string }>(
      act,
      sql`select distinct coalesce(person_id, organisation_id) as id from register.undo_row row where row.of = ${id}
        and (row.person_id = any(${people}::uuid[]) or row.person_id is null and row.organisation_id = any(${companies}::uuid[]))`,
    )
    const left = await rowsOf<{ id: string }>(
      act,
      sql`select left_as_is as id from seloste.put_back_several(${id}, ${people}::uuid[], ${companies}::uuid[])`,
    )
    const stay = left.map((row) => row.id)
    await rowsOf(
      act,
      sql`update register.import_line set state = case when person_id = any(${stay}::uuid[]) or organisation_id = any(${stay}::uuid[]) then 'left' else 'undone' end,
          code = case when person_id = any(${stay}::uuid[]) or organisation_id = any(${stay}::uuid[]) then 'CHANGED_SINCE' end
        where import_id = ${id} and line = any(${lines.map(({ line }) => line)}::int[]) and outcome = 'updated'`,
    )
    for (const { id: about } of touched)
      await act.record({
        what: stay.includes(about) ? 'import.change-left' : 'import.change-undone',
        about,
        detail: { import: id },
      })
    await act.record({ what: 'import.piece-undone', about: id, detail: { lines: lines.length } })
  })
}

async function linesToUndo(
  { running, occasion, id }: OneImport,
  subject: 'person' | 'organisation',
  after: number,
): Promise<number[]> {
  return look(running.db, asMyself(occasion), async ({ db, saw }) => {
    saw([], [])
    const isMade =
      subject === 'person'
        ? sql<boolean>`person_id = new_person and first_line is null`
        : sql<boolean>`organisation_id = new_organisation and first_company_line is null`
    const rows = await db
      .selectFrom('register.import_line')
      .select('line')
      .where('import_id', '=', id)
      .where('state', 'in', subject === 'person' ? ['taken'] : ['taken', 'undone', 'left'])
      .where('line', '>', after)
      .where(isMade)
      .orderBy('line')
      .limit(piece)
      .execute()
    return rows.map(({ line }) => line)
  })
}

async function undoPiece(
  { running, occasion, id }: OneImport,
  subject: 'person' | 'organisation',
  lines: readonly number[],
) {
  await perform(running.db, matching(occasion), async (act) => {
    const { rows } = await sql<{ line: number; undone: boolean; code: string | null; gone: string }>`
      select line, undone, code, gone from seloste.undo_lines(${id}, ${[...lines]}::int[], ${subject})`.execute(
      act.db as never,
    )
    await sql`update register.import_line kept set state = case when fate.undone and kept.state <> 'left' then 'undone' else 'left' end, code = coalesce(fate.code, kept.code),
        person_id = case when ${subject} = 'person' and fate.undone then null else kept.person_id end,
        organisation_id = case when ${subject} = 'organisation' and fate.undone then null else kept.organisation_id end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as fate (line integer, undone boolean, code text)
      where kept.import_id = ${id} and kept.line = fate.line`.execute(act.db as never)
    for (const { undone, gone } of rows)
      if (undone) await act.record({ what: `${subject}.import-undone`, about: gone, detail: { import: id } })
    await act.record({ what: 'import.piece-undone', about: id, detail: { lines: lines.length } })
  })
}
