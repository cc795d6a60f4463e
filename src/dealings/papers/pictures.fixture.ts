import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { decode, encode } from 'fast-png'

/** One page, a byte of grey for each dot. */
export interface Picture {
  width: number
  height: number
  grey: Uint8Array
}

let library: Promise<PDFiumLibrary> | undefined

/** The pages of a PDF as pictures, the same on every machine. */
export async function picturesOf(pdf: Buffer, scale = 0.75): Promise<Picture[]> {
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

/** How much of a picture differs from the one that somebody looked at: 0 is nothing. `WRITE_GOLDEN=1` keeps the new one instead. */
export async function differenceFrom(name: string, { width, height, grey }: Picture): Promise<number> {
  const file = fileURLToPath(new URL(`golden/${name}.png`, import.meta.url))
  if (process.env.WRITE_GOLDEN) {
    await writeFile(file, encode({ width, height, data: grey, channels: 1, depth: 8 }))
    return 0
  }
  const held = decode(await readFile(file))
  if (held.width !== width || held.height !== height) return 1
  let far = 0
  for (let at = 0; at < grey.length; at += 1) if (Math.abs((grey[at] ?? 0) - (held.data[at] ?? 0)) > 48) far += 1
  return far / grey.length
}
