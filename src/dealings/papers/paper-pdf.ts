import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import type { Paper } from './paper.ts'
import { reminderOpening } from './paper.words.ts'
import { writeFeet } from './pdf/foot.ts'
import { titleOf, writeHead } from './pdf/head.ts'
import { writeLines } from './pdf/line-table.ts'
import { writeOwed } from './pdf/owed-table.ts'
import { writeSlip } from './pdf/payment-slip.ts'
import { sheetOf } from './pdf/sheet.ts'
import { writeClosing, writeTotals } from './pdf/totals.ts'

/**
 * Sets a paper on A4 pages as a tagged PDF. The same paper is the same bytes: the day on it is the file's day, and nothing
 * else of the moment is in it. Fonts are embedded, and nothing is fetched.
 */
export async function paperPdf(paper: Paper): Promise<Buffer> {
  const title = [titleOf(paper), paper.number, paper.seller.name].filter(Boolean).join(' · ')
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 0, autoFirstPage: false, bufferPages: true, font: null as unknown as string },
    ...{ pdfVersion: '1.7', tagged: true, lang: paper.language, displayTitle: true },
    info: { Title: title, Author: paper.seller.name, CreationDate: new Date(`${paper.day}T12:00:00Z`) },
  })
  const file = buffer(doc as unknown as AsyncIterable<Buffer>) // node's stream; its types call it the older kind
  const sheet = sheetOf(doc)
  doc.addPage()
  writeHead(sheet, { ...paper, opening: paper.opening ?? openingOf(paper) })
  if (paper.kind === 'reminder') writeOwed(sheet, paper)
  else writeLines(sheet, paper)
  if (paper.totals) writeTotals(sheet, paper, paper.totals)
  writeClosing(sheet, paper)
  if (paper.payment && paper.payment.cents > 0) writeSlip(sheet, paper, paper.payment)
  writeFeet(sheet, paper)
  sheet.close()
  doc.end()
  return file
}

function openingOf({ kind, language }: Paper): string | null {
  return kind === 'reminder' ? reminderOpening[language] : null
}
