import type { Report } from '../contract.ts'
import { save } from '../ExportList.tsx'

/** A report's figures for a spreadsheet; a text that it would run as a formula stays a text. */
export function saveCsv(
  name: string,
  labels: readonly string[],
  report: Report,
  said: {
    group: (at: number, value: Report['rows'][number]['groups'][number]) => string
    plain: (at: number, value: number) => string
  },
) {
  const lines = report.rows.map(({ groups, measures }) => [
    ...groups.map((value, at) => said.group(at, value)),
    ...measures.map((value, at) => (value === null ? '' : said.plain(at, Number(value)))),
  ])
  const text = [labels, ...lines].map((cells) => cells.map(quoted).join(';')).join('\r\n')
  save(new Blob([`\ufeff${text}\r\n`], { type: 'text/csv;charset=utf-8' }), `${fileName(name)}.csv`)
}

export function saveSvg(svg: SVGSVGElement, name: string) {
  save(new Blob([written(svg)], { type: 'image/svg+xml' }), `${fileName(name)}.svg`)
}

/** Twice as large as on the screen, on the paper's own ground. */
export function savePng(svg: SVGSVGElement, name: string) {
  const picture = new Image()
  const { width, height } = svg.viewBox.baseVal
  picture.onload = () => {
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    const pen = canvas.getContext('2d')
    if (!pen) return
    pen.fillStyle = getComputedStyle(document.body).backgroundColor
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    canvas.toBlob((blob) => blob && save(blob, `${fileName(name)}.png`))
  }
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(written(svg))}`
}

function written(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  return new XMLSerializer().serializeToString(copy)
}

function quoted(text: string) {
  const inert = /^[=+\-@\t\r]/.test(text) && !/^-?[\d,]+$/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

function fileName(name: string) {
  return (
    name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'report'
  )
}
