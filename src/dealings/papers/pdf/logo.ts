import svgToPdf from 'pdfmake/js/3rd-party/svg-to-pdfkit.js'
import type { Logo } from '../paper.ts'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Draws a logo into the upper left of a box, as large as fits. What it may hold was said when it was taken in. */
export function drawLogo(doc: PDFKit.PDFDocument, { type, bytes }: Logo, { x, y, width, height }: Box) {
  if (type === 'image/png') doc.image(bytes, x, y, { fit: [width, height] })
  else
    svgToPdf.default(doc, bytes.toString('utf8'), x, y, {
      ...{ width, height, preserveAspectRatio: 'xMinYMin meet' },
      ...{ warningCallback: () => {}, imageCallback: () => '', documentCallback: () => null },
    })
}
