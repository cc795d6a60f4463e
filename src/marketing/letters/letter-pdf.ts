import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import { type Pen, penFor } from '#platform/pen'
import type { Block } from '../content.ts'
import type { Letter } from './letter.ts'
import { letterWords } from './letter.words.ts'

export interface Printing {
  title: string
  at: Date
  /** 2: each letter begins on a new sheet, so that nobody's letter stands on the back of another's. */
  sides: 1 | 2
}

const fontFolder = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto')
const mm = (length: number) => length * 2.834_645_67
const [left, top, bottom] = [mm(20), mm(24), mm(274)]
const width = mm(170)
const [ink, grey] = ['#1c2126', '#555555']

/**
 * All letters as one PDF that is streamed while it is made: pdfkit directly, with lines broken once and remembered.
 * Measured: docs/decisions/0007. Between two letters the server serves others.
 */
export function lettersPdf(letters: readonly Letter[], { title, at, sides }: Printing): Readable {
  const lang = letters[0]?.frame.language ?? 'fi'
  const info = { Title: title, CreationDate: at }
  const doc = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, lang, displayTitle: true, info })
  doc.registerFont('plain', join(fontFolder, 'Roboto-Regular.ttf'))
  doc.registerFont('strong', join(fontFolder, 'Roboto-Medium.ttf'))
  const pen = penFor(doc, { left, width })
  const written = async () => {
    for (const letter of letters) {
      const pages = writeLetter(doc, pen, letter)
      if (sides === 2 && pages % 2 === 1) doc.addPage()
      while (doc.readableLength > 4_000_000 && !doc.destroyed) await new Promise((drained) => setTimeout(drained, 10))
      if (doc.destroyed) return
      await nextTurn()
    }
    if (letters.length === 0) doc.addPage()
    doc.end()
  }
  void written().catch((fault: Error) => doc.destroy(fault))
  return doc as unknown as Readable // pdfkit's document is node's stream; its types call it the older kind
}

/** Answers how many pages it took. */
function writeLetter(doc: PDFKit.PDFDocument, pen: Pen, letter: Letter): number {
  let pages = 0
  const turn = () => {
    doc.addPage()
    pages += 1
    pen
      .at(left, mm(286))
      .lines(`${letter.frame.sender.name} · ${letterWords[letter.frame.language].code} ${letter.code}`, {
        ...{ size: 7.5, color: grey },
      })
    pen.at(left, top)
  }
  const room = (height: number) => {
    if (pen.y + height > bottom) turn()
  }

  turn()
  head(pen, letter)
  for (const block of letter.piece.blocks) writeBlock(pen, block, letter.frame.person.givenName, room)
  foot(doc, pen, letter, room)
  return pages
}

// SFS 2487: sender above, receiver in the window, the rest to the right of it. No advertising in the address field.
function head(pen: Pen, { frame, rows, code, day }: Letter) {
  const { sender, marker } = frame
  pen
    .at(left, mm(14))
    .lines(sender.name, { size: 10, font: 'strong' })
    .lines(sender.address, { size: 8.5, color: grey })
  const right = mm(125)
  pen.at(right, mm(14)).lines(marker, { size: 10, font: 'strong' }).lines(day, { size: 10 })
  pen.at(left, mm(44)).lines(code, { size: 7, color: grey })
  for (const row of rows) pen.lines(row, { size: 10.5, leading: 1.28 })
  pen.at(left, mm(98))
}

function writeBlock(pen: Pen, block: Block, name: string, room: (height: number) => void) {
  const filled = (text: string) => text.replaceAll('{name}', name)
  if (block.kind === 'heading') {
    room(60)
    pen.lines(filled(block.text), { size: 15, font: 'strong', room }).down(6)
  } else if (block.kind === 'paragraph') pen.lines(filled(block.text), { size: 10.5, room }).down(8)
  else if (block.kind === 'list') {
    for (const item of block.items) pen.lines(filled(item), { size: 10.5, bullet: '–', room }).down(2)
    pen.down(6)
  } else if (block.kind === 'button') {
    room(32)
    pen.lines(filled(block.text), { size: 10.5, font: 'strong', room })
    pen.lines(shown(block.link), { size: 10.5, color: '#175a55', room }).down(8)
  } else {
    room(16)
    pen.rule().down(12)
  }
}

const panel = mm(58)

// Art. 14(2)(f) and 21(4) GDPR: the source of the address and the way to object, apart from everything else.
function foot(doc: PDFKit.PDFDocument, pen: Pen, { frame, phone, code }: Letter, room: (height: number) => void) {
  const words = letterWords[frame.language]
  const { sender, source, register, links } = frame
  room(panel + 10)
  const y = bottom - panel
  doc.roundedRect(left, y, width, panel, 4).lineWidth(0.7).strokeColor('#9aa5ab').stroke()
  const column = { width: mm(124), size: 8.5 }
  const said = (term: string, text: string) =>
    pen
      .lines(term, { ...column, font: 'strong' })
      .lines(text, { ...column, color: grey })
      .down(2)
  pen
    .at(left + mm(5), y + mm(4))
    .lines(words.title, { ...column, size: 10, font: 'strong' })
    .down(3)
  said(words.sender, `${sender.name}, ${sender.businessId}, ${sender.address}, ${sender.email}`)
  said(words.source, `${source}. ${register}.`)
  const ways = [
    words.byQr,
    phone && words.byPhone.replace('{phone}', phone),
    words.byMail.replace('{email}', sender.email),
  ]
  said(words.stop, `${sentence(ways.filter((way) => way !== null))} ${words.free.replace('{code}', code)}`)
  said(words.statement, shown(links.statement))
  drawQr(doc, links.unsubscribe, { x: left + width - mm(37), y: y + mm(5), side: mm(32) })
}

function sentence(ways: readonly string[]) {
  const all = `${ways.join('; ')}.`
  return all.charAt(0).toLocaleUpperCase('fi') + all.slice(1)
}

function shown(link: string) {
  return link.replace(/^https?:\/\//, '').replace(/\/$/, '')
}

function drawQr(doc: PDFKit.PDFDocument, text: string, { x, y, side }: { x: number; y: number; side: number }) {
  const { data } = encode(text, { ecc: 'L', border: 0 })
  const cell = side / data.length
  for (const [row, cells] of data.entries())
    for (let from = 0; from < cells.length; from += 1) {
      if (!cells[from]) continue
      let to = from
      while (cells[to]) to += 1
      doc.rect(x + from * cell, y + row * cell, (to - from) * cell, cell * 1.02)
      from = to
    }
  doc.fillColor(ink).fill()
}
