import { measureFor } from '#platform/pen'
import { giveFonts } from './fonts.ts'

export const mm = (length: number) => length * 2.834_645_67

export const [left, right] = [mm(20), mm(190)]
export const width = right - left
/** Where a later page's text begins, and where text ends above the foot of the page. */
export const [top, bottom] = [mm(30), mm(273)]
export const [ink, grey, pale, accent] = ['#1c2126', '#5b646b', '#d5dadd', '#175a55']

export interface Writing {
  size?: number
  font?: 'plain' | 'strong'
  color?: string
  /** The width of the column: lines break at it, and are set against its edge. */
  width?: number
  align?: 'left' | 'right'
  leading?: number
}

/** The page being written on. Everything drawn is either part of the structure (ISO 32000, 14.7) or an artifact. */
export interface Sheet {
  doc: PDFKit.PDFDocument
  /** Where the next block begins. */
  y: number
  /** Turned to at the end of each page and at the beginning of the next. */
  onTurn: { leaves?: () => void; arrives?: () => void }
  /** Writes lines downwards from a point and answers the y below them. */
  write(text: string, at: { x: number; y: number }, said?: Writing): number
  linesOf(text: string, said: Writing): readonly string[]
  /** Draws a block that is read as one: a paragraph, a heading, a figure. */
  block(kind: string, draw: () => void, options?: { alt?: string }): void
  table(draw: (row: (cells: readonly Cell[]) => void) => void): void
  /** What a reading aloud leaves out: rules, page numbers, carried sums. */
  beside(draw: () => void): void
  line(y: number, said?: { from?: number; to?: number; color?: string; weight?: number }): void
  turn(): void
  /** Turns the page where so much does not fit any more. */
  room(height: number): void
  /** Ends the structure. */
  close(): void
}

export interface Cell {
  kind: 'TH' | 'TD'
  draw: () => void
}

/** Opens the fonts and answers the sheet of a document of one paper. */
export function sheetOf(doc: PDFKit.PDFDocument): Sheet {
  giveFonts(doc)
  const measure = measureFor(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)

  const linesOf: Sheet['linesOf'] = (text, { size = 9, font = 'plain', width: wide = width }) =>
    measure.broken(text.replace(/[\t\r]+/g, ' '), { size, font }, wide)

  const sheet: Sheet = {
    doc,
    y: top,
    onTurn: {},
    linesOf,
    write: (text, at, said = {}) => {
      const { size = 9, font = 'plain', color = ink, width: wide = width, align = 'left', leading = 1.35 } = said
      let { y } = at
      for (const line of linesOf(text, said)) {
        const x = align === 'right' ? at.x + wide - measure.widthOf(line, font, size) : at.x
        doc.font(font).fontSize(size).fillColor(color).text(line, x, y, { lineBreak: false })
        y += size * leading
      }
      return y
    },
    block: (kind, draw, options = {}) => {
      const element = doc.struct(kind, options)
      root.add(element)
      element.add(draw)
      element.end()
    },
    table: (draw) => {
      const table = doc.struct('Table')
      root.add(table)
      draw((cells) => {
        const row = doc.struct('TR')
        table.add(row)
        for (const cell of cells) {
          const element = doc.struct(cell.kind, cell.kind === 'TH' ? ({ scope: 'Column' } as object) : {})
          row.add(element)
          element.add(cell.draw)
          element.end()
        }
        row.end()
      })
      table.end()
    },
    beside: (draw) => {
      doc.markContent('Artifact', { type: 'Layout' })
      draw()
      doc.endMarkedContent()
    },
    line: (y, { from = left, to = right, color = pale, weight = 0.6 } = {}) => {
      doc.moveTo(from, y).lineTo(to, y).lineWidth(weight).strokeColor(color).stroke()
    },
    turn: () => {
      sheet.onTurn.leaves?.()
      doc.continueOnNewPage()
      sheet.y = top
      sheet.onTurn.arrives?.()
    },
    room: (height) => {
      if (sheet.y + height > bottom) sheet.turn()
    },
    close: () => root.end(),
  }
  return sheet
}
