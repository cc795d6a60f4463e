import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { encode } from 'fast-png'
import { logoLimit, logoOf } from './logo.ts'
import { paperPdf } from './paper-pdf.ts'
import { aPaper } from './papers.fixture.ts'

const dots = new Uint8Array(40 * 20 * 4).map((_, at) => (at * 37) % 256)
const png = Buffer.from(encode({ width: 40, height: 20, data: dots, channels: 4, depth: 8 }))
const svg = (inside: string, more = '') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${more}>${inside}</svg>`)
const square = '<rect width="10" height="10" fill="#175a55"/>'

test('a PNG and an SVG of shapes are taken, and papers are set with them', async () => {
  for (const bytes of [
    png,
    svg(square),
    svg(
      `<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)" width="3" height="3"/>`,
    ),
  ]) {
    const logo = logoOf(bytes)
    assert.ok(logo)
    const paper = aPaper(1)
    assert.ok((await paperPdf({ ...paper, seller: { ...paper.seller, logo } })).length > 10_000)
  }
})

test('a picture that runs, fetches, repeats itself or is none at all is refused', () => {
  for (const bad of [
    svg('<script>alert(1)</script>'),
    svg(square, ' onload="alert(1)"'),
    svg('<image href="https://x.example/a.png"/>'),
    svg('<use href="#a"/>'),
    svg('<foreignObject><p>x</p></foreignObject>'),
    svg('<rect fill="url(https://x.example/#a)"/>'),
    svg('<style>@import "https://x.example"</style>'),
    svg(square.repeat(3001)),
    Buffer.from(`<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('&a;')}`),
    Buffer.from('<html/>'),
    Buffer.from('GIF89a'),
    Buffer.alloc(0),
    Buffer.alloc(logoLimit + 1),
  ])
    assert.equal(logoOf(bad), null, bad.toString('utf8', 0, 120))
})

test('a PNG that is broken anywhere is refused or can be drawn', async () => {
  assert.equal(logoOf(png.subarray(0, png.length - 20)), null)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 8, max: png.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const broken = Buffer.from(png)
      broken[at] = ((broken[at] ?? 0) + by) % 256
      const logo = logoOf(broken)
      const paper = aPaper(1)
      if (logo) await paperPdf({ ...paper, seller: { ...paper.seller, logo } })
    }),
    { numRuns: 60 },
  )
})
