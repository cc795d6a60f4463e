import { figuresIn } from '../figures.ts'
import type { OwedInvoice, Paper } from '../paper.ts'
import { type PaperWord, wordsIn } from '../paper.words.ts'
import { accent, grey, left, mm, pale, right, type Sheet } from './sheet.ts'

const columns = ['invoice', 'day', 'dueOn', 'sum', 'open', 'interest', 'fee'] as const satisfies readonly PaperWord[]
const widths = [22, 30, 30, 25, 22, 17, 24].map(mm)

/** Writes what a reminder asks for: each unpaid invoice with its interest and fee, and the sum of all. */
export function writeOwed(sheet: Sheet, paper: Paper) {
  const [word, figures] = [wordsIn(paper.language), figuresIn(paper.language)]
  const owed = paper.owed ?? []
  sheet.table((row) => {
    const write = (texts: readonly string[], kind: 'TH' | 'TD') => {
      const { y } = sheet
      const said = kind === 'TH' ? ({ size: 7.8, font: 'strong', color: grey } as const) : { size: 8.8 }
      let [x, below] = [left, y]
      row(
        texts.map((text, at) => {
          const [from, wide] = [x, widths[at] ?? 0]
          x += wide
          const writing = { ...said, width: wide - mm(at < 3 ? 1 : 0), align: at < 3 ? 'left' : 'right' } as const
          below = Math.max(below, y + sheet.linesOf(text, writing).length * said.size * 1.35)
          return { kind, draw: () => sheet.write(text, { x: from, y }, writing) }
        }),
      )
      sheet.y = Math.max(y + 15, below + 3)
      sheet.beside(() => sheet.line(sheet.y - 1.5, { color: kind === 'TH' ? grey : pale }))
      sheet.y += 2.5
    }
    const heads = () => write(columns.map(word), 'TH')
    heads()
    sheet.onTurn = { arrives: heads }
    for (const one of owed) {
      sheet.room(mm(8))
      write([one.number, figures.day(one.day), figures.day(one.dueOn), ...centsOf(one).map(figures.money)], 'TD')
    }
    sheet.onTurn = {}
  })
  sheet.room(mm(16))
  const y = sheet.y + mm(4)
  const x = left + mm(92)
  sheet.beside(() => sheet.line(y - 3, { from: x, to: right, color: accent, weight: 1.1 }))
  const sum = owed.reduce((total, { open, interest, fee }) => total + open + interest + fee, 0)
  sheet.block('P', () => {
    sheet.write(word('toPay'), { x, y: y + 2 }, { size: 12.5, font: 'strong', width: mm(40) })
    const money = `${figures.money(sum)}\u00a0€`
    sheet.write(money, { x, y: y + 2 }, { size: 12.5, font: 'strong', width: right - x, align: 'right' })
  })
  sheet.y = y + mm(10)
}

function centsOf({ total, open, interest, fee }: OwedInvoice) {
  return [total, open, interest, fee]
}
