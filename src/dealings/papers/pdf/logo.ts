import { createRequire } from 'node:module'
import type { Logo } from '../paper.ts'

type Draw = (doc: PDFKit.PDFDocument, svg: string, x: number, y: number, options: Record<string, unknown>) => void

// pdfmake carries a drawer of SVG for pdfkit, which it does not name among its types.
const { default: svgToPdf } = createRequire(import.meta.url)('pdfmake/js/3rd-party/svg-to-pdfkit.js') as {
  default: Draw
}

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
    svgToPdf(doc, bytes.toString('utf8'), x, y, {
      ...{ width, height, preserveAspectRatio: 'xMinYMin meet' },
      ...{ warningCallback: () => {}, imageCallback: () => '', documentCallback: () => null },
    })
}
