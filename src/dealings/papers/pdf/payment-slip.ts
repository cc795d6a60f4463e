import { code128 } from '../code-128.ts'
import { figuresIn } from '../figures.ts'
import { spacedIban } from '../iban.ts'
import type { Paper, Payment } from '../paper.ts'
import { type PaperWord, wordsIn } from '../paper.words.ts'
import { readReference } from '../payment-reference.ts'
import { virtualBarCode } from '../virtual-bar-code.ts'
import { bottom, grey, ink, left, mm, right, type Sheet, width } from './sheet.ts'

export const slipHeight = mm(69)

/** Writes how to pay at the foot of the last page: accounts, reference, day and sum, and the bar code with its digits. */
export function writeSlip(sheet: Sheet, paper: Paper, payment: Payment) {
  if (sheet.y + mm(4) > bottom - slipHeight) sheet.turn()
  const { doc } = sheet
  const [word, figures] = [wordsIn(paper.language), figuresIn(paper.language)]
  const y = bottom - slipHeight
  const [inner, middle] = [left + mm(5), left + mm(98)]
  sheet.beside(() => {
    doc.roundedRect(left, y, width, slipHeight, 4).lineWidth(0.8).strokeColor('#9aa5ab').stroke()
    doc
      .moveTo(middle - mm(5), y + mm(5))
      .lineTo(middle - mm(5), y + mm(38))
      .lineWidth(0.5)
      .strokeColor('#d5dadd')
      .stroke()
  })
  const field = (one: PaperWord, text: string, at: { x: number; y: number; width: number; size?: number }) => {
    let below = at.y
    sheet.block('P', () => {
      below = sheet.write(word(one), at, { size: 7.2, color: grey, width: at.width })
      const said = { size: at.size ?? 9.5, font: at.size ? 'strong' : 'plain', width: at.width } as const
      below = sheet.write(text, { x: at.x, y: below }, said)
    })
    return below + mm(2.2)
  }

  const accounts = paper.seller.accounts.slice(0, 3)
  const account = accounts.map(({ iban, bic }) => [spacedIban(iban), bic].filter(Boolean).join('    ')).join('\n')
  const ours = { x: inner, width: mm(82) }
  let at = field('payee', paper.seller.name, { ...ours, y: y + mm(5) })
  at = field('account', account || '–', { ...ours, y: at })
  field('payer', paper.buyer.name, { ...ours, y: at })

  const theirs = { x: middle, width: right - middle - mm(5) }
  const reference = payment.reference ? (readReference(payment.reference)?.spaced ?? payment.reference) : null
  at = y + mm(5)
  if (reference) at = field('reference', reference, { ...theirs, y: at })
  at = field('dueOn', figures.day(payment.dueOn), { ...theirs, y: at })
  field('amount', `${figures.money(payment.cents)}\u00a0€`, { ...theirs, y: at, size: 15 })
  writeBarCode(sheet, paper, { payment, y: y + mm(42.5) })
}

// Pankkiviivakoodi-opas 5.3: code set C, at most 105 mm wide, at least 10 mm high, a quiet zone of ten modules on both sides.
function writeBarCode(sheet: Sheet, { seller, language }: Paper, { payment, y }: { payment: Payment; y: number }) {
  const finnish = seller.accounts.find(({ iban }) => iban.startsWith('FI'))
  const { reference, cents, dueOn } = payment
  const digits = finnish && reference ? virtualBarCode({ iban: finnish.iban, cents, reference, dueOn }) : null
  if (!digits) return
  const { doc } = sheet
  const { widths } = code128(digits)
  const unit = mm(105) / widths.reduce((sum, one) => sum + one, 0)
  const from = left + (width - mm(105)) / 2
  const word = wordsIn(language)('barCode')
  sheet.block(
    'Figure',
    () => {
      let x = from
      for (const [at, wide] of widths.entries()) {
        if (at % 2 === 0) doc.rect(x, y, wide * unit, mm(13))
        x += wide * unit
      }
      doc.fillColor(ink).fill()
    },
    { alt: `${word}: ${digits}` },
  )
  sheet.block('P', () => {
    const below = sheet.write(word, { x: from, y: y + mm(14.4) }, { size: 7.2, color: grey, width: mm(105) })
    sheet.write(digits, { x: from, y: below }, { size: 10, width: mm(110) })
  })
}
