import { Readable } from 'node:stream'
import { look } from '#ledger'
import type { Language } from '#platform/language'
import { fieldsAbout, type ImportKind, inForce } from '#register'
import { headOfImport } from './import-head.ts'
import { ownRun } from './imports.view.ts'
import { asMyself, type OneImport } from './reach.ts'
import { reasonsOf } from './reasons.ts'
import { kindFor } from './records/import-kinds.ts'
import type { ImportSettings } from './settings.ts'
import { titleOfTarget } from './title-of-target.ts'

interface Refused {
  line: number
  code: string | null
  field: string | null
  clause: string | null
  cells: string[] | null
}

const piece = 2000

/** The lines that were refused, as CSV for a spreadsheet: the reader's own cells, and the reason in a column of its own. */
export async function refusedLines(one: OneImport, language: Language): Promise<Readable> {
  const run = await ownRun(one.running, one.occasion, one.id)
  const kind = kindFor(one, run.holds)
  const header = run.file_key
    ? (await headOfImport(one.running, run)).header
    : titlesOf(one, kind, run.settings, language)
  const reason = reasonsOf(kind, language)
  return Readable.from(lines(one, header, (line) => reason(line) ?? ''))
}

// The file is erased when its import ends: its columns are called what they filled, so that a mended file is read as it stands.
function titlesOf(
  { running }: OneImport,
  kind: ImportKind | undefined,
  { columns = [] }: Partial<ImportSettings>,
  language: Language,
): string[] {
  if (kind) return columns.map((id) => kind.columns.find((column) => column.id === id)?.label[language] ?? '')
  const wanted = inForce(running)
  const fields = [...fieldsAbout(wanted, 'organisation'), ...fieldsAbout(wanted, 'person')]
  return columns.map((target) => titleOfTarget(target, fields, language))
}

async function* lines(
  { running, occasion, id }: OneImport,
  header: readonly string[],
  reason: (line: Refused) => string,
) {
  // The mark tells a spreadsheet that the text is in UTF-8.
  yield `\uFEFF${row([...header, '!'])}`
  let last = 0
  for (;;) {
    const found = await look(running.db, asMyself(occasion), async ({ db, saw }) => {
      saw([], [])
      return db
        .selectFrom('register.import_line')
        .select(['line', 'code', 'field', 'clause', 'cells'])
        .where('import_id', '=', id)
        .where('state', 'in', ['refused', 'erased'])
        .where('line', '>', last)
        .orderBy('line')
        .limit(piece)
        .execute()
    })
    if (found.length === 0) return
    for (const line of found) yield row([...padded(line.cells ?? [], header.length), `${line.line}: ${reason(line)}`])
    last = found.at(-1)?.line ?? last
  }
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: Math.max(width, cells.length) }, (_, at) => cells[at] ?? '')
}

function row(cells: readonly string[]): string {
  return `${cells.map(quoted).join(';')}\r\n`
}

/** A cell as a spreadsheet shows it and never reckons with it: what begins like a formula gets an apostrophe before it. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return `"${safe.replaceAll('"', '""')}"`
}
