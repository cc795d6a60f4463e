import { Readable } from 'node:stream'
import { type LedgerTables, look, perform } from '#ledger'
import { fieldsShown, type ListWish, listRows, peopleShown, type SeenColumn, type SeenList, shownColumns } from '#lists'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { noteDisclosure, refuseUnlessTo } from '#recipients'
import type { Published, Running } from '#statement'
import { byteOrderMark, csvLine } from './csv-rows.ts'
import { exportedCell, textOf } from './exported-cell.ts'
import { markOf } from './mark.ts'
import { whoExports } from './who-exports.view.ts'
import { xlsxFile } from './xlsx-file.ts'

export interface ExportWish {
  wish: ListWish
  format: 'csv' | 'csv-comma' | 'xlsx'
  language: Language
  /** Why, for the file and its reader; asked where the list is about people. The ledger keeps the purpose. */
  reason?: string | undefined
  /** A recipient of section 8 whom the file is for; left out where it stays in the house. */
  recipient?: string | undefined
}

const page = 1000

/**
 * Everything of a list that fits, as a file written while it is read: no more than a page is held at a time, and whoever stops
 * reading stops the export. Refuses before the first byte: `EXPORT_NOT_OF_DUTY` (403), `EXPORT_REASON_MISSING` (422), and whatever
 * #recipients refuses.
 */
export async function exportList(
  running: Running<LedgerTables>,
  seen: SeenList,
  { wish, format, language, reason, recipient }: ExportWish,
): Promise<{ stream: Readable; name: string; type: string }> {
  const { db } = running
  const { occasion } = seen
  const columns = shownColumns(seen, wish.columns)
  if (!seen.mayExport) throw new Refusal('EXPORT_NOT_OF_DUTY', 403, { clause: 'S10.3', duty: occasion.duty })
  const why = reason?.trim() ?? ''
  if (seen.isAboutPeople && why === '')
    throw new Refusal('EXPORT_REASON_MISSING', 422, { clause: 'S10.3', field: 'reason' })
  const fields = fieldsShown(seen, columns)
  const to = recipient ? await refuseUnlessTo(running, { recipient, fields }) : null
  const who = await look(db, occasion, (view) => whoExports(view as never, seen.references))
  // The order and the filter are refused now, while there is a refusal to answer with.
  await look(db, occasion, (view) => listRows(view as never, seen, { ...wish, limit: 1 }))

  const id = newId(occasion.at.getTime())
  const asked = { list: seen.definition.name, fields, format, purpose: occasion.purpose, recipient: recipient ?? null }
  await perform(db, occasion, (act) => act.record({ what: 'list.exported', about: id, detail: asked }))

  async function* rows() {
    let [after, count, isWhole]: [string | undefined, number, boolean] = [undefined, 0, false]
    try {
      while (!isWhole) {
        const cursor: string | undefined = after
        const read: Awaited<ReturnType<typeof listRows>> = await look(db, { ...occasion, at: running.now() }, (view) =>
          listRows(
            view as never,
            seen,
            { ...wish, columns: columns.map((one) => one.id), ...(cursor ? { after: cursor } : {}) },
            page,
          ),
        )
        const people = to ? peopleShown(read.items, columns) : []
        if (to && people.length > 0)
          await perform(db, { ...occasion, at: running.now() }, (act) =>
            noteDisclosure(act as never, {
              ...{ recipient: to.to, people, fields, purpose: occasion.purpose },
              ...{ ground: 'eu-gdpr:A6(1)(f)', transferTool: to.tool },
            }),
          )
        count += read.items.length // also of the page that is being written when its reader goes away
        yield read.items
        after = read.next ?? undefined
        isWhole = read.next === null
      }
    } finally {
      const ended = { rows: count, whole: isWhole }
      await perform(db, { ...occasion, at: running.now() }, (act) =>
        act.record({ what: 'list.export-ended', about: id, detail: ended }),
      )
    }
  }

  const head = {
    mark: markOf({ who, why, language, published: running.current() as Published, at: running.now() }),
    labels: columns.map(({ label }) => label[language]),
  }
  const written =
    format === 'xlsx' ? asXlsx(rows(), { columns, language, head }) : asCsv(rows(), { columns, language, head, format })
  const day = dayInHelsinki(running.now())
  return {
    stream: Readable.from(written, { objectMode: false }),
    name: `${seen.definition.name}-${day}.${format === 'xlsx' ? 'xlsx' : 'csv'}`,
    type:
      format === 'xlsx'
        ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        : 'text/csv; charset=utf-8',
  }
}

type Rows = AsyncIterable<readonly { values: Record<string, unknown> }[]>
interface Writing {
  columns: readonly SeenColumn[]
  language: Language
  head: { mark: string; labels: readonly string[] }
}

async function* asCsv(rows: Rows, { columns, language, head, format }: Writing & { format: 'csv' | 'csv-comma' }) {
  const way = { delimiter: format === 'csv' ? (';' as const) : (',' as const), comma: format === 'csv' }
  yield byteOrderMark + csvLine([textOf(head.mark)], way) + csvLine(head.labels.map(textOf), way)
  for await (const some of rows)
    yield some
      .map(({ values }) =>
        csvLine(
          columns.map((one) => exportedCell(one, values[one.id], language)),
          way,
        ),
      )
      .join('')
}

async function* asXlsx(rows: Rows, { columns, language, head }: Writing) {
  const file = xlsxFile()
  file.add([textOf(head.mark)])
  file.add(head.labels.map(textOf), true)
  for await (const some of rows) {
    for (const { values } of some) file.add(columns.map((one) => exportedCell(one, values[one.id], language)))
    yield* file.take()
  }
  file.end()
  yield* file.take()
}
