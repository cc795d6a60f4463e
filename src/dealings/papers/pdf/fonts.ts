import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto')
const files = { plain: join(folder, 'Roboto-Regular.ttf'), strong: join(folder, 'Roboto-Medium.ttf') }
type Name = keyof typeof files
const names = Object.keys(files) as Name[]

interface Embedded {
  font: object
  constructor: new (doc: PDFKit.PDFDocument, font: object, id: string) => Embedded
}
interface Inside {
  _fontFamilies: Record<string, Embedded>
  _fontCount: number
}

let read: { make: Embedded['constructor']; fonts: Record<Name, object> } | undefined

/** Gives a document the fonts `plain` and `strong`, of which it embeds only the letters that it uses. */
export function giveFonts(doc: PDFKit.PDFDocument) {
  const inside = doc as unknown as Inside
  if (!read) {
    for (const name of names) doc.registerFont(name, files[name]).font(name)
    const { plain, strong } = inside._fontFamilies as Record<Name, Embedded>
    read = { make: plain.constructor, fonts: { plain: plain.font, strong: strong.font } }
    return
  }
  // pdfkit parses a font anew for each document: 1,000 papers of two pages took 40 s of CPU, and take 17 s with fonts parsed once.
  for (const name of names) {
    inside._fontCount += 1
    inside._fontFamilies[name] = new read.make(doc, read.fonts[name], `F${inside._fontCount}`)
    doc.registerFont(name, files[name])
  }
}
