import { figuresIn } from '../figures.ts'
import type { Paper, PaperLine } from '../paper.ts'
import { type PaperWord, wordsIn } from '../paper.words.ts'
import { bottom, type Cell, grey, left, mm, pale, type Sheet, width } from './sheet.ts'

interface Column {
  word: PaperWord
  width: number
  text(line: PaperLine): string
}

const [size, leading, pad] = [8.8, 1.32, 3.6]

/** Writes the lines: heads again on each page, and on papers with prices the sum carried from page to page. */
export function writeLines(sheet: Sheet, paper: Paper) {
  const columns = columnsOf(paper)
  const [word, figures] = [wordsIn(paper.language), figuresIn(paper.language)]
  const priced = paper.totals !== null
  let carried = 0
  const carry = (said: PaperWord) =>
    sheet.beside(() => {
      const y = sheet.y + pad
      const text = { size: 8.2, color: grey, align: 'right' } as const
      sheet.write(`${word(said)}  ${figures.money(carried)}`, { x: left, y }, { ...text, width })
      sheet.y = y + 8.2 * leading + pad
    })

  sheet.table((row) => {
    const heads = () => writeHeads(sheet, columns, { row, word })
    sheet.room(mm(30))
    heads()
    sheet.onTurn = {
      leaves: () => priced && carry('carried'),
      arrives: () => {
        heads()
        if (priced) carry('brought')
      },
    }
    for (const line of paper.lines) {
      writeLine(sheet, line, { columns, row })
      carried += line.net
    }
    if (paper.lines.length === 0) {
      row([{ kind: 'TD', draw: () => sheet.write(word('noLines'), { x: left, y: sheet.y + pad }, { color: grey }) }])
      sheet.y += mm(7)
    }
    sheet.onTurn = {}
  })
}

function columnsOf(paper: Paper): Column[] {
  const figures = figuresIn(paper.language)
  const amount = (thousandths: number, unit: string) => `${figures.quantity(thousandths)} ${unit}`.trim()
  const some: Column[] =
    paper.totals === null
      ? [
          ...(paper.lines.some(({ ordered }) => ordered !== undefined)
            ? [column('ordered', 27, ({ ordered = 0, unit }) => amount(ordered, unit))]
            : []),
          column('handed', 27, ({ quantity, unit }) => amount(quantity, unit)),
          ...(paper.lines.some(({ left = 0 }) => left !== 0)
            ? [column('left', 27, ({ left = 0, unit }) => (left === 0 ? '–' : amount(left, unit)))]
            : []),
        ]
      : [
          column('quantity', 24, ({ quantity, unit }) => amount(quantity, unit)),
          column('unitPrice', 23, ({ unitPrice }) => figures.price(unitPrice)),
          ...(paper.lines.some(({ discount }) => discount !== 0)
            ? [column('discount', 15, ({ discount }) => (discount ? figures.percent(discount) : ''))]
            : []),
          column('vatRate', 15, ({ vatRate }) => figures.percent(vatRate)),
          column('net', 25, ({ net }) => figures.money(net)),
        ]
  const text = width - some.reduce((sum, one) => sum + one.width, 0)
  return [{ word: 'text', width: text, text: (line) => line.text }, ...some]
}

function column(word: PaperWord, wide: number, text: Column['text']): Column {
  return { word, width: mm(wide), text }
}

function writeHeads(
  sheet: Sheet,
  columns: readonly Column[],
  { row, word }: { row: (cells: readonly Cell[]) => void; word: (one: PaperWord) => string },
) {
  const { y } = sheet
  const said = { size: 7.8, font: 'strong', color: grey } as const
  row(
    placed(columns).map(({ word: one, x, width: wide, align }) => ({
      kind: 'TH',
      draw: () => sheet.write(word(one), { x, y }, { ...said, width: wide, align }),
    })),
  )
  sheet.y = y + 7.8 * 1.35 + 3
  sheet.beside(() => sheet.line(sheet.y, { color: grey, weight: 0.8 }))
}

interface Row {
  columns: readonly Column[]
  row(cells: readonly Cell[]): void
}

// A line that is higher than what is left of the page goes over whole; one higher than a page goes on below its own beginning.
function writeLine(sheet: Sheet, line: PaperLine, { columns, row }: Row) {
  const cells = placed(columns).map((one) => {
    const writing = { size, leading, width: one.width - (one.align === 'left' ? mm(3) : 0), align: one.align }
    return { ...one, writing, lines: [...sheet.linesOf(one.text(line), writing)] }
  })
  const code = line.code?.trim()
  const rows = () => Math.max(...cells.map(({ lines }) => lines.length)) + (code ? 0.9 : 0)
  const room = mm(9)
  const page = bottom - mm(48)
  if (rows() * size * leading + 2 * pad <= page) sheet.room(rows() * size * leading + 2 * pad + room)
  while (true) {
    const fits = Math.max(1, Math.floor((bottom - room - sheet.y - 2 * pad) / (size * leading)))
    const taken = cells.map((one) => ({ ...one, lines: one.lines.splice(0, fits) }))
    const more = cells.some(({ lines }) => lines.length > 0)
    const y = sheet.y + pad
    let below = y
    row(
      taken.map((one) => ({
        kind: 'TD',
        draw: () => {
          const end = one.lines.length ? sheet.write(one.lines.join('\n'), { x: one.x, y }, one.writing) : y
          const coded = !more && code && one.word === 'text'
          const small = { size: 7.4, color: grey, width: one.writing.width }
          below = Math.max(below, coded ? sheet.write(code, { x: one.x, y: end }, small) : end)
        },
      })),
    )
    sheet.y = below + pad
    sheet.beside(() => sheet.line(sheet.y, { color: pale }))
    if (!more) break
    sheet.turn()
  }
}

function placed(columns: readonly Column[]) {
  let x = left
  return columns.map((one, at) => {
    const from = x
    x += one.width
    return { ...one, x: from, align: at === 0 ? ('left' as const) : ('right' as const) }
  })
}
