import { readFile, writeFile } from 'node:fs/promises'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { decode, encode } from 'fast-png'

/** One page, a byte of grey for each dot. */
export interface Picture {
  width: number
  height: number
  grey: Uint8Array
}

let library: Promise<PDFiumLibrary> | undefined

/** The pages of a PDF as pictures, the same on every machine: fonts are in the PDF, and the drawer is WebAssembly. */
export async function picturesOf(pdf: Buffer, scale = 1.5): Promise<Picture[]> {
  library ??= PDFiumLibrary.init()
  const document = await (await library).loadDocument(pdf)
  const pages = []
  for (const page of document.pages()) {
    const { width, height, data } = await page.render({ scale, render: 'bitmap', colorSpace: 'Gray' })
    pages.push({ width, height, grey: new Uint8Array(data).slice(0, width * height) })
  }
  document.destroy()
  return pages
}

const golden = (name: string) => new URL(`golden/${name}.png`, import.meta.url)

/** Keeps a picture for somebody to look at. */
export async function keepGolden(name: string, picture: Picture) {
  const { width, height } = picture
  const data = inSixteenGreys(picture)
  await writeFile(golden(name), encode({ width, height, data, channels: 1, depth: 4 }, { zlib: { level: 9 } }))
}

/** In how many dots a picture differs from the one that somebody looked at: any is too many, as one digit is a few tens of dots. */
export async function differenceFrom(name: string, picture: Picture): Promise<number> {
  const { width, height } = picture
  const held = decode(await readFile(golden(name)))
  if (held.width !== width || held.height !== height || held.depth !== 4) return width * height
  const seen = inSixteenGreys(picture)
  let far = 0
  for (let at = 0; at < seen.length; at += 1) far += differing(seen[at] ?? 0, held.data[at] ?? 0)
  return far
}

const differing = (one: number, other: number) => Number(one >> 4 !== other >> 4) + Number((one & 15) !== (other & 15))

// Two dots to a byte: a third less to keep than in 256 greys.
function inSixteenGreys({ width, height, grey }: Picture): Uint8Array {
  const row = Math.ceil(width / 2)
  const packed = new Uint8Array(row * height)
  for (let at = 0; at < grey.length; at += 1) {
    const [x, value] = [at % width, grey[at] ?? 0]
    const to = Math.floor(at / width) * row + (x >> 1)
    packed[to] = (packed[to] ?? 0) | (x % 2 ? value >> 4 : value & 240)
  }
  return packed
}
