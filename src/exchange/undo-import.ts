import { type RawBuilder, sql } from 'kysely'
import { type Act, look, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { ownRun } from './imports.view.ts'
import { asMyself, type ExchangeReach, matching, type OneImport } from './reach.ts'
import { importSoon } from './try-import.ts'

const piece = 500

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

/** Who was held before and changed by the import is put back one by one. */
async function putBackChanged({ running, occasion, id }: OneImport) {
  const changed = await perform(running.db, matching(occasion), async (act) => {
    await act.record({ what: 'import.undo-looked', about: id })
    return (
      await sql<{
        person: string | null
        company: string | null
      }>`select distinct person_id as person, case when person_id is null then organisation_id end as company
        from register.undo_row where of = ${id}`.execute(act.db as never)
    ).rows
  })
  for (const { person, company } of changed) {
    await perform(running.db, matching(occasion), async (act) => {
      const place = await first(
        act,
        sql`select seloste.put_back(${id}, ${person ? [person] : []}::uuid[], ${company ? [company] : []}::uuid[]) as said`,
      )
      const about = person ?? company ?? id
      await act.record({ what: place ? 'import.change-left' : 'import.change-undone', about, detail: { import: id } })
      await sql`update register.import_line set state = ${place ? 'left' : 'undone'}, code = ${place ? 'CHANGED_SINCE' : null}
        where import_id = ${id} and outcome = 'updated' and state <> 'left' and ${person ? sql`person_id = ${person}` : sql`organisation_id = ${company}`}`.execute(
        act.db as never,
      )
    })
  }
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

async function first(act: Act<ExchangeReach>, query: RawBuilder<unknown>): Promise<string | null> {
  const { rows } = (await query.execute(act.db as never)) as { rows: { said: string | null }[] }
  return rows[0]?.said ?? null
}
