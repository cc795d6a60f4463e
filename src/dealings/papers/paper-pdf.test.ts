import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Paper } from './paper.ts'
import { paperPdf } from './paper-pdf.ts'
import { aPaper, linesFor, papers } from './papers.fixture.ts'
import { differenceFrom, keepGolden, picturesOf } from './pictures.fixture.ts'

test('every paper looks as it did when somebody last looked at it, to the dot', async () => {
  const names = []
  for (const [name, paper] of Object.entries(papers)) {
    const pages = await picturesOf(await paperPdf(paper))
    for (const [at, picture] of pages.entries()) {
      const page = pages.length === 1 ? name : `${name}-page-${at + 1}`
      if (process.env.WRITE_GOLDEN) await keepGolden(page, picture)
      const dots = await differenceFrom(page, picture)
      assert.equal(dots, 0, `${page}: ${dots} dots differ`)
      names.push(`${page}.png`)
    }
  }
  assert.deepEqual((await readdir(new URL('golden', import.meta.url))).sort(), names.sort(), 'none is left over')
})

test('one wrong digit on a paper does not pass for the paper that somebody looked at', async () => {
  const invoice = papers['invoice-1']
  const dotsOf = async (said: Partial<Paper>) => {
    const [page] = await picturesOf(await paperPdf({ ...invoice, ...said }))
    return page ? differenceFrom('invoice-1', page) : 0
  }
  const { totals } = invoice
  assert.equal(totals?.total, 62_625)
  const wrong: Partial<Paper>[] = [
    ...[62_725, 63_625, 62_624, 68_625].map((total) => ({ totals: totals && { ...totals, total } })),
    ...['0000026-4', '0000025-1'].map((businessId) => ({ buyer: { ...invoice.buyer, businessId } })),
    { number: '1007' },
    { day: '2026-03-03' },
    { terms: { ...invoice.terms, lateInterest: 1060 } },
  ]
  for (const said of wrong) assert.ok((await dotsOf(said)) >= 10, JSON.stringify(said))
  assert.equal(await dotsOf({}), 0)
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
