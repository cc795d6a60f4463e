import { spacedIban } from '../iban.ts'
import type { Paper } from '../paper.ts'
import { wordsIn } from '../paper.words.ts'
import { titleOf } from './head.ts'
import { grey, left, mm, right, type Sheet, width } from './sheet.ts'

/** Writes on each page what is known only at the end: the page of how many, the sender's foot, and a draft's mark. */
export function writeFeet(sheet: Sheet, paper: Paper) {
  const { doc } = sheet
  const { start, count } = doc.bufferedPageRange() // of this paper: those before it are flushed
  const word = wordsIn(paper.language)
  for (let at = 0; at < count; at += 1) {
    doc.switchToPage(start + at)
    sheet.beside(() => {
      const small = { size: 8, color: grey } as const
      const page = `${word('page')} ${at + 1}/${count}`
      sheet.write(page, { x: right - mm(25), y: mm(12.5) }, { ...small, width: mm(25), align: 'right' })
      if (at > 0) {
        sheet.write(paper.seller.name, { x: left, y: mm(12) }, { size: 9.5, font: 'strong', width: mm(85) })
        const title = [titleOf(paper), paper.number].filter(Boolean).join(' ')
        sheet.write(title, { x: mm(112), y: mm(12.2) }, { size: 9, font: 'strong', width: mm(52) })
        sheet.line(mm(20.5))
      }
      writeFoot(sheet, paper)
    })
    if (paper.number === null) sheet.beside(() => writeDraft(sheet, word('draft')))
  }
}

function writeFoot(sheet: Sheet, { seller, language }: Paper) {
  const word = wordsIn(language)
  const vat = seller.vatNumber ? `${word('vatNumber')} ${seller.vatNumber}` : null
  const town = `${seller.postcode} ${seller.city}`
  const columns = [
    [seller.name, [seller.street, town].filter((one) => one.trim()).join(', '), seller.footer],
    [`${word('businessId')} ${seller.businessId}`, vat, seller.website?.replace(/^https?:\/\//, '')],
    [seller.phone, seller.email],
    seller.accounts.slice(0, 3).map(({ iban }) => spacedIban(iban)),
  ]
  const widths = [56, 38, 38, 38].map(mm)
  sheet.line(mm(278))
  let x = left
  for (const [at, rows] of columns.entries()) {
    const wide = widths[at] ?? 0
    const text = rows.flatMap((row) => row?.trim() || []).join('\n')
    sheet.write(text, { x, y: mm(280) }, { size: 7, color: grey, width: wide - mm(3), leading: 1.4 })
    x += wide
  }
}

function writeDraft({ doc }: Sheet, word: string) {
  doc
    .save()
    .rotate(-32, { origin: [left + width / 2, mm(150)] })
    .font('strong')
    .fontSize(84)
    .fillColor('#8a949b', 0.14)
  const wide = doc.widthOfString(word.toUpperCase())
  doc.text(word.toUpperCase(), left + width / 2 - wide / 2, mm(138), { lineBreak: false }).restore()
  doc.fillOpacity(1)
}
