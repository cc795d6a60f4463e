import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { validateXML } from 'xmllint-wasm'
import { netOf } from '../../lines.ts'
import type { Paper } from '../paper.ts'
import { aPaper, linesFor, papers } from '../papers.fixture.ts'
import { finvoiceOf } from './finvoice.ts'
import { cut, inPieces } from './xml.ts'

const schema = await readFile(new URL('../../../../docs/finvoice-subset.xsd', import.meta.url), 'utf8')
const message = { id: '0194f2b6-8a00-7000-8000-000000000001', at: new Date('2026-03-02T10:00:00Z') }
const eAddress = { address: '003700000254', operator: '003721291126' }
const like = linesFor(1)[0] as Paper['lines'][number]

async function faultsOf(...messages: string[]) {
  const xml = messages.map((contents, at) => ({ fileName: `message-${at}.xml`, contents }))
  const { errors } = await validateXML({ xml, schema })
  return errors.map(({ rawMessage }) => rawMessage)
}

test('invoices and credit notes are valid Finvoice messages in the fields of our schema', async () => {
  const written = ['invoice-1', 'invoice-25', 'invoice-reverse-charge', 'invoice-long', 'credit-note'] as const
  const messages = written.map((name) => {
    const paper = papers[name]
    return finvoiceOf({ ...paper, seller: { ...paper.seller, eAddress }, buyer: { ...paper.buyer, eAddress } }, message)
  })
  assert.deepEqual(await faultsOf(...messages.map((one) => one ?? '')), [])
})

test('a message says what the paper says: sums with commas, the reference, the account and the way there', () => {
  const paper = papers['invoice-1']
  const said = finvoiceOf(
    { ...paper, seller: { ...paper.seller, eAddress }, buyer: { ...paper.buyer, eAddress } },
    message,
  )
  for (const part of [
    '<ToIdentifier>003700000254</ToIdentifier>',
    '<ToIntermediator>003721291126</ToIntermediator>',
    '<InvoiceTotalVatIncludedAmount AmountCurrencyIdentifier="EUR">626,25</InvoiceTotalVatIncludedAmount>',
    '<VatRatePercent>25,5</VatRatePercent><VatCode>S</VatCode>',
    '<UnitPriceAmount AmountCurrencyIdentifier="EUR" UnitPriceUnitCode="kpl">499,00</UnitPriceAmount>',
    '<EpiRemittanceInfoIdentifier IdentificationSchemeName="SPY">10016</EpiRemittanceInfoIdentifier>',
    '<EpiAccountID IdentificationSchemeName="IBAN">FI5810171000000122</EpiAccountID>',
    '<PaymentOverDueFinePercent>10,5</PaymentOverDueFinePercent>',
  ])
    assert.ok(said?.includes(part), part)
})

test('a credit note is negative and names the invoice it corrects; reverse charge says why no tax is charged', () => {
  const credit = finvoiceOf(papers['credit-note'], message) ?? ''
  assert.match(credit, /<InvoiceTypeCode>INV02</)
  assert.match(credit, /<OriginalInvoiceNumber>1001</)
  assert.match(credit, /<InvoiceTotalVatIncludedAmount [^>]*>-2235,00</)
  const reverse = finvoiceOf(papers['invoice-reverse-charge'], message) ?? ''
  assert.match(reverse, /<VatCode>AE<.*Reverse charge.*VATEX-EU-AE</)
  assert.match(reverse, /IdentificationSchemeName="ISO">RF18539007547034</)
})

test('of each row, the discount and the net make the price, to the half cent and with either sign', () => {
  const priced = fc.record({
    quantity: fc.integer({ min: -5000, max: 5000 }).filter((quantity) => quantity !== 0),
    unitPrice: fc.oneof(fc.constant(50), fc.integer({ min: 1, max: 9_000_000_000 })),
    discount: fc.integer({ min: 1, max: 10_000 }),
  })
  fc.assert(
    fc.property(priced, (price) => {
      const line = { ...like, ...price, net: netOf(price) }
      const said = finvoiceOf({ ...aPaper(1, { lines: [line] }) }, message) ?? ''
      const cents = (name: string) =>
        Number(new RegExp(`<${name} [^>]*>([^<]*)<`).exec(said)?.[1]?.replace(',', '') ?? Number.NaN)
      assert.equal(cents('RowDiscountAmount') + cents('RowVatExcludedAmount'), netOf({ ...price, discount: 0 }))
    }),
  )
})

test('a draft and whatever is no invoice have no message', () => {
  for (const paper of [papers['invoice-draft'], papers.quote, papers.reminder, papers['delivery-note']])
    assert.equal(finvoiceOf(paper, message), null)
})

test('whatever is typed comes out as text: marks are escaped and characters that XML has not are left out', async () => {
  const anything = fc.string({ unit: 'binary', maxLength: 120 })
  const messages: string[] = []
  fc.assert(
    fc.property(anything, anything, anything, (text, name, closing) => {
      const paper = aPaper(1, {
        lines: [{ ...like, text: `x${text}` }],
        buyer: { name: `x${name}`, address: null },
        closing,
      })
      const said = finvoiceOf(paper, message) ?? ''
      const parser = new SaxesParser()
      parser.on('error', (fault) => assert.fail(fault))
      parser.write(said).close()
      messages.push(said)
    }),
    { numRuns: 60 },
  )
  assert.deepEqual(await faultsOf(...messages), [])
  assert.match(
    finvoiceOf(aPaper(1, { closing: '</Finvoice><x a="1">&amp;' }), message) ?? '',
    /&lt;\/Finvoice&gt;&lt;x a=&quot;1&quot;&gt;&amp;amp;/,
  )
})

test('our schema refuses what an operator would: a missing row, a point for a comma, letters for a day', async () => {
  const good = finvoiceOf(papers['invoice-1'], message) ?? ''
  for (const bad of [
    good.replace(/<InvoiceRow>.*<\/InvoiceRow>/, ''),
    good.replace('626,25', '626.25'),
    good.replace('>20260302<', '>2.3.2026<'),
    good.replace('<VatCode>S<', '<VatCode>X<'),
  ])
    assert.notDeepEqual(await faultsOf(bad), [])
})

test('a long text is broken between words into as many pieces as its field has', () => {
  assert.deepEqual(inPieces('yksi kaksi kolme neljä', 11, 2), ['yksi kaksi', 'kolme neljä'])
  assert.deepEqual(inPieces('', 10, 2), [])
  assert.equal(cut('  ä  ö 😀😀', 5), 'ä ö 😀')
})
