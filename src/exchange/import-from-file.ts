import { look, type Occasion } from '#ledger'
import { type ImportKind, inForce } from '#register'
import type { Target } from './column.ts'
import { columnsSaid } from './columns-said.ts'
import { ownRun } from './imports.view.ts'
import { keepImport } from './keep-import.ts'
import { asMyself, type Place } from './reach.ts'
import { peopleAndCompanies, refuseUnlessBrings } from './records/import-kinds.ts'
import { cancelImport, continueImport, runImport } from './run-import.ts'
import { tryImport } from './try-import.ts'

export interface FileWish {
  source: string
  /** People and companies where nothing is said. */
  holds?: string | undefined
  kinds?: readonly ImportKind[]
  /** Where nothing is said, guessed from the header and what stands below it. */
  columns?: (Target | null)[] | undefined
  /** Without it the file is tried, and nothing is kept. */
  run: boolean
}

/** Imports a file from beginning to end, or tries it: what `seloste import` does. Answers what it came to, in numbers. */
export async function importFromFile(running: Place, occasion: Occasion, bytes: AsyncIterable<Buffer>, wish: FileWish) {
  const { kinds = [], holds = peopleAndCompanies } = wish
  refuseUnlessBrings(kinds, holds, inForce(running), occasion)
  const id = await keepImport(running, occasion, bytes, holds)
  const one = { running, occasion, id, kinds }
  const columns = wish.columns ?? (await columnsSaid(one, 'fi')).columns
  const usual = { personKey: 'person.email', companyKey: 'org.businessId', overwrite: {} }
  await tryImport(one, { columns, source: wish.source, ...usual })
  await continueImport(one)
  const found = await refusedIn(one)
  if (wish.run) {
    await runImport(one)
    await continueImport(one)
  }
  const { state, lines, people, companies, made, updated, held, refused, fault } = await ownRun(running, occasion, id)
  if (!wish.run) await cancelImport(one)
  const numbers = { lines, people, companies, made, updated, held, refused: wish.run ? refused : found }
  return { id, state, ...numbers, fault, columns }
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
