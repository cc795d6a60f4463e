import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Paper } from './paper.ts'
import { paperPdf } from './paper-pdf.ts'
import { aPaper, linesFor, papers } from './papers.fixture.ts'
import { differenceFrom, picturesOf } from './pictures.fixture.ts'

test('every paper looks as it did when somebody last looked at it', async () => {
  for (const [name, paper] of Object.entries(papers)) {
    const pages = await picturesOf(await paperPdf(paper))
    for (const [at, picture] of pages.entries()) {
      const difference = await differenceFrom(pages.length === 1 ? name : `${name}-page-${at + 1}`, picture)
      assert.ok(difference < 0.0003, `${name}, page ${at + 1}: ${(difference * 100).toFixed(2)} % differs`)
    }
  }
})

test('the same paper is the same bytes', async () => {
  assert.deepEqual(await paperPdf(papers.quote), await paperPdf(papers.quote))
})

test('two hundred lines go over pages, with the heads and the sum carried on each', async () => {
  const pdf = await paperPdf(aPaper(200))
  assert.equal(pagesIn(pdf), 11)
  const text = pdf.toString('latin1')
  assert.equal(text.match(/\/S \/TR/g)?.length, 200 + 11 + 2, 'lines, heads, and the tax with its own')
})

test('a paper says its language and title, and reads aloud in order', async () => {
  const text = (await paperPdf(papers.reminder)).toString('latin1')
  for (const said of ['/Lang (fi)', '/Marked true', '/DisplayDocTitle true', '/S /H1', '/S /Table', '/S /Figure'])
    assert.ok(text.includes(said), said)
  assert.ok(!text.includes('/URI') && !text.includes('/JS'), 'nothing in it calls home')
})

test('whatever is written on it, a paper is set to its end', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 1000 })
  const line = fc.record({
    text,
    quantity: fc.integer({ min: -1e9, max: 1e9 }),
    net: fc.integer({ min: -1e12, max: 1e12 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), text, text, async (lines, name, closing) => {
      const [like] = linesFor(1)
      const paper = aPaper(1, {
        lines: lines.map((one) => ({ ...(like as Paper['lines'][number]), ...one })),
        buyer: { name, address: null },
        closing,
      })
      const pdf = await paperPdf(paper)
      assert.ok(pdf.subarray(-6).toString().includes('EOF') && pagesIn(pdf) >= 1)
    }),
    { numRuns: 15 },
  )
})

function pagesIn(pdf: Buffer) {
  return pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0
}
