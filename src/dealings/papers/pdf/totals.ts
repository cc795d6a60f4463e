import { figuresIn } from '../figures.ts'
import type { Paper, PaperTotals } from '../paper.ts'
import { type PaperWord, vatNotes, wordsIn } from '../paper.words.ts'
import { writeLong } from './head.ts'
import { accent, grey, ink, left, mm, right, type Sheet } from './sheet.ts'

const size = 8.8
const row = size * 1.5

/** Writes the tax by rate to the left, the totals to the right of it, and below them why no tax is charged. */
export function writeTotals(sheet: Sheet, paper: Paper, totals: PaperTotals) {
  const notes = notesOf(paper, totals)
  const ours = totalRows(paper, totals)
  sheet.room(Math.max((totals.byVat.length + 2) * row, ours.length * row + mm(8)) + mm(6))
  const y = sheet.y + mm(4)
  const tax = writeTax(sheet, paper, { totals, y })
  const sums = writeSums(sheet, ours, y)
  sheet.y = Math.max(tax, sums) + mm(4)
  for (const note of notes)
    sheet.block('P', () => {
      sheet.y = writeLong(sheet, note, { size }) + 2
    })
}

/** What is still to be paid of a document: cents. */
export function toPay(totals: PaperTotals): number {
  return totals.total - (totals.paid ?? 0)
}

function writeTax(sheet: Sheet, { language }: Paper, { totals, y }: { totals: PaperTotals; y: number }): number {
  const [word, figures] = [wordsIn(language), figuresIn(language)]
  const columns = [
    { x: left, width: mm(18), align: 'left' },
    { x: left + mm(18), width: mm(26), align: 'right' },
    { x: left + mm(44), width: mm(26), align: 'right' },
  ] as const
  const rows = [
    [word('vatRate'), word('base'), word('tax')],
    ...totals.byVat.map(({ rate, net, vat }) => [figures.percent(rate), figures.money(net), figures.money(vat)]),
  ]
  let at = y
  sheet.table((write) => {
    for (const [nth, texts] of rows.entries()) {
      const said = nth === 0 ? ({ size: 7.8, font: 'strong', color: grey } as const) : { size, color: ink }
      write(
        texts.map((text, column) => ({
          kind: nth === 0 ? 'TH' : 'TD',
          draw: () => sheet.write(text, { x: columns[column]?.x ?? left, y: at }, { ...said, ...columns[column] }),
        })),
      )
      at += row
    }
  })
  return at
}

interface Sum {
  word: string
  money: string
  strong: boolean
}

function totalRows({ kind, language }: Paper, totals: PaperTotals): Sum[] {
  const [word, figures] = [wordsIn(language), figuresIn(language)]
  const sum = (one: PaperWord, cents: number, strong = false): Sum => ({
    word: word(one),
    money: `${figures.money(cents)}${strong ? '\u00a0€' : ''}`,
    strong,
  })
  const paid = totals.paid ?? 0
  return [
    sum('netTotal', totals.net),
    sum('vatTotal', totals.vat),
    ...(paid === 0
      ? [sum(kind === 'invoice' ? 'toPay' : kind === 'credit-note' ? 'credited' : 'total', totals.total, true)]
      : [sum('total', totals.total), sum('paid', -paid), sum('toPay', toPay(totals), true)]),
  ]
}

function writeSums(sheet: Sheet, sums: readonly Sum[], y: number): number {
  const x = left + mm(92)
  let at = y
  for (const { word, money, strong } of sums) {
    if (strong) {
      const from = at + 1
      sheet.beside(() => sheet.line(from, { from: x, to: right, color: accent, weight: 1.1 }))
      at += mm(2.4)
    }
    const said = strong ? ({ size: 12.5, font: 'strong' } as const) : { size }
    sheet.block('P', () => {
      sheet.write(word, { x, y: at }, { ...said, width: mm(48) })
      sheet.write(money, { x: x + mm(38), y: at }, { ...said, width: right - x - mm(38), align: 'right' })
    })
    at += strong ? mm(7.5) : row
  }
  return at
}

function notesOf({ language, exemption }: Paper, { byVat }: PaperTotals): string[] {
  if (exemption?.trim()) return [exemption.trim()]
  return [...new Set(byVat.map(({ category }) => category))].flatMap((category) => vatNotes[category]?.[language] ?? [])
}

/** Writes instalments and the words below the totals, over as many pages as they take. */
export function writeClosing(sheet: Sheet, { language, terms, closing }: Paper) {
  const [word, figures] = [wordsIn(language), figuresIn(language)]
  const instalments = (terms?.instalments ?? [])
    .map(({ dueOn, cents }) => `${figures.day(dueOn)}  ${figures.money(cents)}\u00a0€`)
    .join('\n')
  for (const text of [instalments && `${word('instalments')}\n${instalments}`, closing?.trim()]) {
    if (!text) continue
    sheet.y += mm(2)
    sheet.block('P', () => {
      writeLong(sheet, text, { size: 9 })
    })
  }
}
