import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import type { Paper } from './paper.ts'
import { reminderOpening } from './paper.words.ts'
import { writeFeet } from './pdf/foot.ts'
import { titleOf, writeHead } from './pdf/head.ts'
import { writeLines } from './pdf/line-table.ts'
import { writeOwed } from './pdf/owed-table.ts'
import { writeSlip } from './pdf/payment-slip.ts'
import { type Sheet, sheetOf, top } from './pdf/sheet.ts'
import { writeClosing, writeTotals } from './pdf/totals.ts'

/**
 * Sets a paper on A4 pages as a tagged PDF. The same paper is the same bytes: the day on it is the file's day, and nothing
 * else of the moment is in it. Fonts are embedded, and nothing is fetched.
 */
export function paperPdf(paper: Paper): Promise<Buffer> {
  const title = [titleOf(paper), paper.number, paper.seller.name].filter(Boolean).join(' · ')
  return papersPdf([paper], title)
}

/** Papers one after another in one file, to be printed at once: each begins on a page of its own and counts its own pages. */
export async function papersPdf(papers: readonly Paper[], title: string): Promise<Buffer> {
  const [first] = papers
  if (!first) throw new RangeError('there is no paper to set')
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 0, autoFirstPage: false, bufferPages: true, font: null as unknown as string },
    ...{ pdfVersion: '1.7', tagged: true, lang: first.language, displayTitle: true },
    info: { Title: title, Author: first.seller.name, CreationDate: new Date(`${first.day}T12:00:00Z`) },
  })
  const file = buffer(doc as unknown as AsyncIterable<Buffer>) // node's stream; its types call it the older kind
  const sheet = sheetOf(doc)
  for (const paper of papers) {
    doc.addPage()
    setPaper(sheet, paper)
    doc.flushPages()
  }
  sheet.close()
  doc.end()
  return file
}

function setPaper(sheet: Sheet, paper: Paper) {
  Object.assign(sheet, { y: top, onTurn: {} })
  writeHead(sheet, { ...paper, opening: paper.opening ?? openingOf(paper) })
  if (paper.kind === 'reminder') writeOwed(sheet, paper)
  else writeLines(sheet, paper)
  if (paper.totals) writeTotals(sheet, paper, paper.totals)
  writeClosing(sheet, paper)
  if (paper.payment && paper.payment.cents > 0) writeSlip(sheet, paper, paper.payment)
  writeFeet(sheet, paper)
}

function openingOf({ kind, language }: Paper): string | null {
  return kind === 'reminder' ? reminderOpening[language] : null
}
