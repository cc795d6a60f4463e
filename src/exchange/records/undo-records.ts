import { sql } from 'kysely'
import { perform } from '#ledger'
import { type ImportKind, inForce } from '#register'
import type { OneImport } from '../reach.ts'
import { oneByOne, run } from './one-by-one.ts'

const piece = 200

interface Taken {
  line: number
  undo: unknown
}

/** Takes back what the lines did, the last first, because a later line may stand upon an earlier one; what cannot be taken back says why. */
export async function undoRecords(one: OneImport, kind: ImportKind) {
  while ((await undoPiece(one, kind)) > 0);
}

function undoPiece({ running, occasion, id }: OneImport, kind: ImportKind): Promise<number> {
  return perform(running.db, occasion, async (act) => {
    const isUndoing = await act.db
      .selectFrom('register.import_run')
      .select('id')
      .where('id', '=', id)
      .where('state', '=', 'undoing')
      .forUpdate()
      .executeTakeFirst()
    const lines = isUndoing
      ? ((await act.db
          .selectFrom('register.import_line')
          .select(['line', 'undo'])
          .where('import_id', '=', id)
          .where('state', '=', 'taken')
          .where('undo', 'is not', null)
          .orderBy('line', 'desc')
          .limit(piece)
          .execute()) as Taken[])
      : []
    const fates: object[] = []
    for (const { line, undo } of lines) {
      const done = await oneByOne(act, (own) => kind.undo(own as never, inForce(running), undo))
      if ('refused' in done) fates.push({ line, state: 'left', ...done.refused })
      else {
        fates.push({ line, state: 'undone' })
        for (const entry of done.entries) await act.record({ ...entry, detail: { ...entry.detail, import: id } })
      }
    }
    await run(
      act,
      sql`update register.import_line line set state = fate.state, code = fate.code, field = fate.field, clause = fate.clause, undo = null
        from jsonb_to_recordset(${JSON.stringify(fates)}::jsonb) as fate (line integer, state text, code text, field text, clause text)
        where line.import_id = ${id} and line.line = fate.line`,
    )
    await act.record({ what: 'import.piece-undone', about: id, detail: { lines: lines.length } })
    return lines.length
  })
}
