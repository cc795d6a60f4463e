import assert from 'node:assert/strict'
import { test } from 'node:test'
import { referenceOf } from '../invoices/reference-number.ts'
import { type Candidate, likeliest, nearReferences, type Unknown } from './likeliest.ts'

const invoice = (number: string, open: number, more: Partial<Candidate> = {}): Candidate => ({
  ...{
    id: number,
    number,
    name: 'Kivelän Puu Oy',
    reference: referenceOf(number),
    organisationId: null,
    personId: null,
  },
  ...{ open, paid: 0, charges: 0, ...more },
})
const payment = (leftCents: number, more: Partial<Unknown> = {}): Unknown => ({
  ...{ id: 'p', leftCents, organisationId: null, personId: null, reference: null, payerName: null, message: null },
  ...more,
})
const likelyOf = (one: Unknown, candidates: readonly Candidate[]) => {
  const found = likeliest([one], candidates).get(one.id)
  return found && [found.invoice.number, found.because, found.sure, found.left]
}

test('a payment is likeliest for the invoice that its message, its slip of a reference, its sum and its payer point to', () => {
  const others = [invoice('2001', 7000), invoice('2002', 9900, { name: 'Mäen Sauna Oy' })]
  const named = payment(9900, { payerName: 'SAUNA MÄEN', message: null })
  assert.deepEqual(likelyOf(named, others), ['2002', ['sum', 'name'], true, 0])
  assert.deepEqual(likelyOf(payment(100, { message: 'lasku 2001, kiitos' }), others), ['2001', ['number'], false, 0])
  const reference = referenceOf('2001')
  const slip = `${reference.slice(0, 2)}${reference[3]}${reference[2]}${reference.slice(4)}`
  assert.deepEqual(likelyOf(payment(7500, { reference: slip }), others), ['2001', ['near-reference'], false, 500])
  const charged = [invoice('2003', 5000, { charges: 620, organisationId: 'o' })]
  const whole = payment(5620, { organisationId: 'o' })
  assert.deepEqual(likelyOf(whole, charged), ['2003', ['sum-with-charges', 'party'], true, 0])
})

test('where two invoices are as likely, or nothing speaks for any, a person chooses', () => {
  const twins = [invoice('2001', 7000), invoice('2002', 7000)]
  assert.equal(likelyOf(payment(7000), twins), undefined)
  assert.equal(likelyOf(payment(1234, { payerName: 'Joku Muu' }), twins), undefined)
  assert.equal(likelyOf(payment(-7000, { payerName: 'Kivelän Puu Oy' }), [twins[0] as Candidate]), undefined)
})

test('what one payment takes is not offered to the next', () => {
  const only = [invoice('2001', 7000)]
  const two = [payment(7000, { id: 'a' }), payment(7000, { id: 'b' })]
  assert.deepEqual([...likeliest(two, only).keys()], ['a'])
})

test('one slip of the hand leads back to the reference number, and never to itself', () => {
  for (const reference of [referenceOf('1001'), referenceOf('20260012')]) {
    const slips = [
      reference.slice(0, -1),
      `${reference}7`,
      `${reference[1]}${reference[0]}${reference.slice(2)}`,
      `9${reference.slice(1)}`,
    ]
    for (const slip of slips)
      if (slip !== reference) assert.ok(nearReferences(slip).includes(reference), `${slip} ${reference}`)
    assert.ok(!nearReferences(reference).includes(reference))
  }
})
