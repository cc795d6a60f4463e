import { type LedgerTables, look, perform } from '#ledger'
import { type Measure, type ReportWish, reportNames, reportTaken, type SeenColumn, type SeenList } from '#lists'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { noteDisclosure, refuseUnlessTo } from '#recipients'
import type { Published, Running } from '#statement'
import { byteOrderMark, csvLine } from './csv-rows.ts'
import type { ExportWish } from './export-list.ts'
import { type ExportedCell, exportedCell, textOf } from './exported-cell.ts'
import { markOf } from './mark.ts'
import { whoExports } from './who-exports.view.ts'
import { xlsxFile } from './xlsx-file.ts'

type Asked = Omit<ExportWish, 'wish'> & { wish: ReportWish }

/**
 * The groups and figures of a report (500 at most) as a file. Where its groups name companies or people it goes out as a list does:
 * where the duty takes files out (`EXPORT_NOT_OF_DUTY`, 403), with a reason (`EXPORT_REASON_MISSING`, 422), whoever took it on its first
 * row, and the people in it in the access log.
 */
export async function exportReport(
  running: Running<LedgerTables>,
  seen: SeenList,
  { wish, format, language, reason, recipient }: Asked,
): Promise<{ bytes: Buffer; name: string; type: string }> {
  const { db } = running
  const { occasion } = seen
  const why = reason?.trim() ?? ''
  const names = reportNames(seen, wish.groups)
  if (names && !seen.mayExport) throw new Refusal('EXPORT_NOT_OF_DUTY', 403, { clause: 'S10.3', duty: occasion.duty })
  if (names && why === '') throw new Refusal('EXPORT_REASON_MISSING', 422, { clause: 'S10.3', field: 'reason' })
  const to = recipient ? await refuseUnlessTo(running, { recipient }) : null
  const who = await look(db, occasion, (view) => whoExports(view as never, seen.references))
  const taken = await look(db, occasion, (view) => reportTaken(view as never, seen, wish))
  const { rows, more, people, fields, columns, measured } = taken
  if (recipient) await refuseUnlessTo(running, { recipient, fields })

  const id = newId(occasion.at.getTime())
  const asked = { list: seen.definition.name, fields, format, purpose: occasion.purpose, recipient: recipient ?? null }
  await perform(db, occasion, async (act) => {
    if (to && people.length > 0)
      await noteDisclosure(act as never, {
        ...{ recipient: to.to, people, fields, purpose: occasion.purpose },
        ...{ ground: 'eu-gdpr:A6(1)(f)', transferTool: to.tool },
      })
    await act.record({ what: 'list.exported', about: id, detail: asked })
    await act.record({ what: 'list.export-ended', about: id, detail: { rows: rows.length, whole: !more } })
  })

  const { measures, groups } = wish
  const mark = markOf({ who, why, language, published: running.current() as Published, at: running.now() })
  const lines: ExportedCell[][] = [
    [textOf(mark)],
    [
      ...columns.map(({ label }) => textOf(label[language])),
      ...measures.map(({ of }, at) => textOf(headOf(of, measured[at] ?? null, language))),
    ],
    ...rows.map((row) => [
      ...columns.map((column, at) => groupCell(column, row.groups[at], { by: groups[at]?.by, language })),
      ...measures.map(({ of }, at) => figureCell(of, measured[at] ?? null, row.measures[at] ?? null)),
    ]),
  ]
  return {
    bytes: format === 'xlsx' ? asXlsx(lines) : asCsv(lines, format),
    name: `${seen.definition.name}-${dayInHelsinki(running.now())}.${format === 'xlsx' ? 'xlsx' : 'csv'}`,
    type:
      format === 'xlsx'
        ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        : 'text/csv; charset=utf-8',
  }
}

const heads: Record<Language, Record<Measure['of'], string> & { rows: string }> = {
  fi: { rows: 'Rivien määrä', count: 'määrä', sum: 'summa', average: 'keskiarvo', least: 'pienin', most: 'suurin' },
  sv: { rows: 'Antal rader', count: 'antal', sum: 'summa', average: 'medelvärde', least: 'minst', most: 'störst' },
  en: { rows: 'Number of rows', count: 'count', sum: 'sum', average: 'average', least: 'least', most: 'most' },
}

function headOf(of: Measure['of'], column: SeenColumn | null, language: Language): string {
  return column ? `${column.label[language]}, ${heads[language][of]}` : heads[language].rows
}

function groupCell(
  column: SeenColumn,
  value: unknown,
  { by, language }: { by: string | undefined; language: Language },
): ExportedCell {
  if (typeof value !== 'string' || (column.type !== 'day' && column.type !== 'instant'))
    return exportedCell({ ...column, choices: column.choices.map(toldApart) }, value, language)
  if (by === 'year') return textOf(value.slice(0, 4))
  if (by === 'quarter') return textOf(`${value.slice(0, 4)} Q${Math.ceil(Number(value.slice(5, 7)) / 3)}`)
  return by === 'month' ? textOf(value.slice(0, 7)) : exportedCell({ ...column, type: 'day' }, value, language)
}

// A row of a file says its pipeline in a column of its own; a group has its name alone.
function toldApart(choice: SeenColumn['choices'][number]) {
  return { ...choice, label: choice.toldApart ?? choice.label }
}

function figureCell(of: Measure['of'], column: SeenColumn | null, figure: number | null): ExportedCell {
  if (figure === null) return null
  return column?.type === 'money' && of !== 'count'
    ? { is: 'money', number: figure / 100 }
    : { is: 'number', number: figure }
}

function asCsv(lines: readonly ExportedCell[][], format: 'csv' | 'csv-comma'): Buffer {
  const way = { delimiter: format === 'csv' ? (';' as const) : (',' as const), comma: format === 'csv' }
  return Buffer.from(byteOrderMark + lines.map((line) => csvLine(line, way)).join(''))
}

function asXlsx(lines: readonly ExportedCell[][]): Buffer {
  const file = xlsxFile()
  for (const [at, line] of lines.entries()) file.add(line, at === 1)
  file.end()
  return Buffer.concat(file.take())
}
