export interface Said {
  size: number
  font?: 'plain' | 'strong'
  color?: string
  leading?: number
  width?: number
  /** Stands before the first line; the lines below are set under the text. */
  bullet?: string
  /** Asked before each line: turns the page where it does not fit. */
  room?: (height: number) => void
}

/** Writes lines downwards. Words are measured and lines broken once for all letters that say the same. */
export interface Pen {
  readonly y: number
  at(x: number, y: number): Pen
  lines(text: string, said: Said): Pen
  down(points: number): Pen
  rule(): Pen
}

/** How wide text is, and where its lines break; both are remembered for as long as the document is written. */
export interface Measure {
  widthOf(text: string, font: string, size: number): number
  broken(text: string, said: { size: number; font?: string }, width: number): readonly string[]
}

const remembered = 2000

export function measureFor(doc: PDFKit.PDFDocument): Measure {
  const [widths, broken] = [new Map<string, number>(), new Map<string, string[]>()]
  const widthOf = (text: string, font: string, size: number) => {
    const key = `${font}${text}`
    let width = widths.get(key)
    if (width === undefined) {
      width = doc.font(font).fontSize(1000).widthOfString(text) / 1000
      if (widths.size > 50_000) widths.clear()
      widths.set(key, width)
    }
    return width * size
  }
  return {
    widthOf,
    broken: (text, { font = 'plain', size }, width) => {
      const key = `${font}${size}/${width}/${text}`
      const held = broken.get(key)
      if (held) return held
      const lines = text.split('\n').flatMap((line) => broke(line, width, (word) => widthOf(word, font, size)))
      if (broken.size < remembered) broken.set(key, lines)
      return lines
    },
  }
}

export function penFor(doc: PDFKit.PDFDocument, page: { left: number; width: number }): Pen {
  const measure = measureFor(doc)
  let [x, y] = [page.left, 0]

  const pen: Pen = {
    get y() {
      return y
    },
    at(toX, toY) {
      ;[x, y] = [toX, toY]
      return pen
    },
    lines(text, said) {
      const { size, font = 'plain', color = '#1c2126', leading = 1.42, bullet, room } = said
      const inset = bullet ? size * 1.2 : 0
      const width = (said.width ?? page.width - (x - page.left)) - inset
      for (const [nth, line] of measure.broken(text, said, width).entries()) {
        room?.(size * leading)
        doc.font(font).fontSize(size).fillColor(color)
        if (bullet && nth === 0) doc.text(bullet, x, y, { lineBreak: false })
        doc.text(line, x + inset, y, { lineBreak: false })
        y += size * leading
      }
      return pen
    },
    down(points) {
      y += points
      return pen
    },
    rule() {
      doc
        .moveTo(x, y + 6)
        .lineTo(x + page.width, y + 6)
        .lineWidth(0.6)
        .strokeColor('#9aa5ab')
        .stroke()
      return pen
    },
  }
  return pen
}

function broke(line: string, width: number, widthOf: (word: string) => number): string[] {
  const lines: string[] = []
  const space = widthOf(' ')
  let [current, used] = ['', 0]
  for (const word of line.split(' ').flatMap((one) => pieces(one, width, widthOf))) {
    const wide = widthOf(word)
    if (current !== '' && used + space + wide > width) {
      lines.push(current)
      ;[current, used] = [word, wide]
    } else {
      used += (current === '' ? 0 : space) + wide
      current = current === '' ? word : `${current} ${word}`
    }
  }
  return [...lines, current]
}

// A word wider than the column, such as an address of the web, goes on below.
function pieces(word: string, width: number, widthOf: (word: string) => number): string[] {
  if (widthOf(word) <= width) return [word]
  const letters = [...word]
  let upTo = letters.length - 1
  while (upTo > 1 && widthOf(letters.slice(0, upTo).join('')) > width) upTo -= 1
  return [letters.slice(0, upTo).join(''), ...pieces(letters.slice(upTo).join(''), width, widthOf)]
}
