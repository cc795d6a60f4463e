import { addressField } from '#platform/address-field'
import { figuresIn } from '../figures.ts'
import type { Paper } from '../paper.ts'
import { paperNumbers, paperTitles, wordsIn } from '../paper.words.ts'
import { readReference } from '../payment-reference.ts'
import { drawLogo } from './logo.ts'
import { grey, ink, left, mm, type Sheet, width } from './sheet.ts'

const facts = { x: mm(112), label: mm(33), value: mm(45) }

// SFS 2487: sender above, receiver in the window of the envelope, title and identifiers to the right of it.
/** Writes the head of the first page and leaves the pen below it. */
export function writeHead(sheet: Sheet, paper: Paper) {
  const { seller } = paper
  if (seller.logo) {
    const { logo } = seller
    sheet.block('Figure', () => drawLogo(sheet.doc, logo, { x: left, y: mm(11), width: mm(62), height: mm(19) }), {
      alt: seller.name,
    })
  } else
    sheet.block('P', () => {
      sheet.write(seller.name, { x: left, y: mm(13) }, { size: 13, font: 'strong', width: mm(85) })
    })
  const title = titleOf(paper)
  sheet.block('H1', () => {
    sheet.write(title, { x: facts.x, y: mm(11.5) }, { size: 17, font: 'strong', width: mm(64), leading: 1.15 })
  })
  writeWindow(sheet, paper)

  let y = Math.max(
    mm(24),
    mm(11.5) + sheet.linesOf(title, { size: 17, font: 'strong', width: mm(64) }).length * 20 + 10,
  )
  for (const [label, value] of factsOf(paper))
    sheet.block('P', () => {
      const from = { x: facts.x, y }
      const below = sheet.write(label, from, { size: 8.5, color: grey, width: facts.label - mm(1) })
      const size = { size: 8.5, width: facts.value }
      y = Math.max(below, sheet.write(value, { x: facts.x + facts.label, y }, size)) + 2.2
    })
  sheet.y = Math.max(mm(94), y + mm(5))
  const opening = paper.opening?.trim()
  if (opening) {
    sheet.block('P', () => {
      sheet.y = writeLong(sheet, opening)
    })
    sheet.y += mm(4)
  }
}

export function titleOf({ kind, number, language }: Paper): string {
  const title = paperTitles[kind][language]
  return number === null ? `${title} (${wordsIn(language)('draft').toLocaleLowerCase(language)})` : title
}

/** Text of any length, a line at a time, over as many pages as it takes; answers the y below it. */
export function writeLong(sheet: Sheet, text: string, said: { size?: number; color?: string } = {}): number {
  const size = said.size ?? 9.5
  for (const line of sheet.linesOf(text, { size, width })) {
    sheet.room(size * 1.4)
    sheet.y = sheet.write(line, { x: left, y: sheet.y }, { size, color: said.color ?? ink, leading: 1.4 })
  }
  return sheet.y
}

function writeWindow(sheet: Sheet, { seller, buyer }: Paper) {
  const town = `${seller.postcode} ${seller.city.toLocaleUpperCase('fi')}`
  sheet.beside(() => {
    const sender = [seller.name, seller.street, town].filter((part) => part.trim()).join(' · ')
    sheet.write(sender, { x: left, y: mm(42.5) }, { size: 6.8, color: grey, width: mm(82) })
  })
  const { name, contact, address, rows: written } = buyer
  const rows =
    address && !written?.length
      ? addressField({ ...address, name, firm: contact?.trim() ? contact : null })
      : [name, contact, ...(written ?? [])].flatMap((row) => row?.trim() || [])
  sheet.block('P', () => {
    sheet.write(rows.join('\n'), { x: left, y: mm(48) }, { size: 10.5, leading: 1.28, width: mm(85) })
  })
}

function factsOf(paper: Paper): [string, string][] {
  const { kind, language, buyer, references: said = {}, terms = {}, delivered, deliverTo, payment } = paper
  const [word, figures] = [wordsIn(language), figuresIn(language)]
  const reference = payment?.reference ? (readReference(payment.reference)?.spaced ?? payment.reference) : null
  const day = (value: string | null | undefined) => value && figures.day(value)
  const span = delivered && [delivered.from, delivered.to].flatMap((one) => (one ? figures.day(one) : [])).join(' – ')
  const rows: (readonly [string, string | null | undefined])[] = [
    [paperNumbers[kind][language], paper.number],
    [word('day'), figures.day(paper.day)],
    [word('delivered'), span],
    [word('wantedOn'), day(paper.wantedOn)],
    [word('validUntil'), day(paper.validUntil)],
    [word('credits'), said.credits && `${said.credits.number}, ${figures.day(said.credits.day)}`],
    [word('dueOn'), day(payment?.dueOn)],
    [word('payment'), terms.payment],
    [
      word('lateInterest'),
      terms.lateInterest === 'by-law'
        ? word('byLaw')
        : terms.lateInterest == null
          ? null
          : figures.percent(terms.lateInterest),
    ],
    [word('reference'), reference],
    [word('customerNumber'), buyer.customerNumber],
    [word('buyerId'), buyer.businessId],
    [word('buyerVat'), buyer.vatNumber],
    [word('yours'), said.yours],
    [word('ours'), said.ours],
    [word('quote'), said.quote],
    [word('order'), said.order],
    [word('contract'), said.contract],
    [word('delivery'), said.delivery],
    [word('deliveryTerms'), terms.delivery],
    [word('complaint'), terms.complaint],
    [word('deliverTo'), deliverTo && addressField(deliverTo).join('\n')],
  ]
  return rows.flatMap(([label, value]) => (value?.trim() ? [[label, value] as [string, string]] : []))
}
