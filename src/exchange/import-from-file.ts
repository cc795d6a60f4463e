import { look, type Occasion } from '#ledger'
import { inForce } from '#register'
import type { Target } from './column.ts'
import { headOfImport } from './import-head.ts'
import { targetsFor } from './import-targets.ts'
import { ownRun } from './imports.view.ts'
import { keepImport } from './keep-import.ts'
import { proposedColumns } from './proposed-columns.ts'
import { asMyself, type Place } from './reach.ts'
import { cancelImport, continueImport, runImport } from './run-import.ts'
import { tryImport } from './try-import.ts'

export interface FileWish {
  source: string
  /** Where nothing is said, guessed from the header and what stands below it. */
  columns?: (Target | null)[] | undefined
  /** Without it the file is tried, and nothing is kept. */
  run: boolean
}

/** Imports a file from beginning to end, or tries it: what `seloste import` does. Answers what it came to, in numbers. */
export async function importFromFile(running: Place, occasion: Occasion, bytes: AsyncIterable<Buffer>, wish: FileWish) {
  const { fields, targets } = targetsFor(inForce(running), occasion)
  const id = await keepImport(running, occasion, bytes)
  const one = { running, occasion, id }
  const { header, sample } = await headOfImport(running, await ownRun(running, occasion, id))
  const columns = wish.columns ?? proposedColumns(header, targets, fields, sample)
  const usual = { personKey: 'person.email', companyKey: 'org.businessId', overwrite: {} }
  await tryImport(one, { columns, source: wish.source, ...usual })
  await continueImport(one)
  const found = await refusedIn(one)
  if (wish.run) {
    await runImport(one)
    await continueImport(one)
  }
  const { state, lines, people, companies, updated, held, refused, fault } = await ownRun(running, occasion, id)
  if (!wish.run) await cancelImport(one)
  return { id, state, lines, people, companies, updated, held, refused: wish.run ? refused : found, fault, columns }
}

async function refusedIn({
  running,
  occasion,
  id,
}: {
  running: Place
  occasion: Occasion
  id: string
}): Promise<number> {
  return look(running.db, asMyself(occasion), async ({ db, saw }) => {
    saw([], [])
    const row = await db
      .selectFrom('register.import_line')
      .select((eb) => eb.fn.countAll<number>().as('lines'))
      .where('import_id', '=', id)
      .where('state', 'in', ['refused', 'erased'])
      .executeTakeFirstOrThrow()
    return Number(row.lines)
  })
}
