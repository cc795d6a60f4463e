import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { code128 } from './code-128.ts'
import { normaliseBic, normaliseIban, remainderOf97, spacedIban } from './iban.ts'
import { readReference } from './payment-reference.ts'
import { virtualBarCode } from './virtual-bar-code.ts'

// The examples of the banks' guide: account, cents, reference, due day, digits, and the check symbol where it is printed.
const guide = [
  [
    'FI79 4405 2020 0360 82',
    488_315,
    '86851 62596 19897',
    '2010-06-12',
    '479440520200360820048831500000000868516259619897100612',
    40,
  ],
  [
    'FI58 1017 1000 0001 22',
    48_299,
    '55958 22432 94671',
    '2012-01-31',
    '458101710000001220004829900000000559582243294671120131',
    55,
  ],
  [
    'FI02 5000 4640 0013 02',
    69_380,
    '69 87567 20834 35364',
    '2011-07-24',
    '402500046400013020006938000000069875672083435364110724',
    14,
  ],
  [
    'FI16 8000 1400 0502 67',
    93_585,
    '78 77767 96566 28687',
    null,
    '416800014000502670009358500000078777679656628687000000',
    null,
  ],
  [
    'FI73 3131 3001 0000 58',
    0,
    '8 68624',
    '2013-08-09',
    '473313130010000580000000000000000000000000868624130809',
    null,
  ],
  [
    'FI79 4405 2020 0360 82',
    488_315,
    'RF09 8685 1625 9619 897',
    '2010-06-12',
    '579440520200360820048831509000000868516259619897100612',
    null,
  ],
  [
    'FI83 3301 0001 1007 75',
    15_000_020,
    'RF71 9212 5374 2525 3989 7737',
    '2016-05-25',
    '583330100011007751500002071092125374252539897737160525',
    80,
  ],
] as const

test('the virtual bar code is that of the banks’ guide, in version 4 and in version 5', () => {
  for (const [iban, cents, reference, dueOn, digits, check] of guide) {
    assert.equal(virtualBarCode({ iban, cents, reference, dueOn }), digits)
    if (check !== null) assert.equal(code128(digits).check, check)
  }
})

test('every symbol of Code 128 is as wide as it must be: eleven modules each, thirteen for the last', () => {
  const digits = fc.stringMatching(/^(\d\d){1,40}$/)
  fc.assert(
    fc.property(digits, (said) => {
      const { widths, check } = code128(said)
      const modules = widths.reduce((sum, width) => sum + width, 0)
      assert.equal(modules, (said.length / 2 + 2) * 11 + 13)
      assert.ok(widths.length % 2 === 1 && check >= 0 && check <= 102)
    }),
  )
})

test('there is no virtual bar code for a foreign account, without a reference, or where one has letters', () => {
  const transfer = { iban: 'FI58 1017 1000 0001 22', cents: 100, reference: 'RF18 5390 0754 7034', dueOn: null }
  assert.equal(virtualBarCode(transfer)?.length, 54)
  assert.equal(virtualBarCode({ ...transfer, iban: 'SE45 5000 0000 0583 9825 7466' }), null)
  assert.equal(virtualBarCode({ ...transfer, iban: 'FI58 1017 1000 0001 23' }), null)
  assert.equal(virtualBarCode({ ...transfer, reference: '1234' }), null)
  assert.equal(virtualBarCode({ ...transfer, reference: rf('ABC123') }), null)
  assert.equal(virtualBarCode({ ...transfer, cents: -100 }), null)
})

test('a sum that the code cannot carry is left to the payer', () => {
  const code = virtualBarCode({ iban: guide[0][0], cents: 100_000_000, reference: guide[0][2], dueOn: null })
  assert.equal(code?.slice(17, 25), '00000000')
})

test('an account and a bank are read as people type them, and a wrong digit is seen', () => {
  assert.equal(normaliseIban('fi58 1017 1000 0001 22'), 'FI5810171000000122')
  assert.equal(spacedIban('FI5810171000000122'), 'FI58\u00a01017\u00a01000\u00a00001\u00a022')
  for (const wrong of ['', 'FI58', 'FI59 1017 1000 0001 22', 'FI58 1017 1000 0001 2', 'XX58 1017 1000 0001 22', '-- 1'])
    assert.equal(normaliseIban(wrong), null, wrong)
  assert.equal(normaliseBic('ndeafihh'), 'NDEAFIHH')
  for (const wrong of ['NDEAFIH', 'NDEAFIHHX', '12345678', '']) assert.equal(normaliseBic(wrong), null, wrong)
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 17 }), fc.integer({ min: 1, max: 9 }), (at, more) => {
      const iban = 'FI5810171000000122'
      const wrong = (Number(iban[at]) + more) % 10
      assert.equal(normaliseIban(iban.slice(0, at) + wrong + iban.slice(at + 1)), null)
    }),
  )
})

test('a reference is grouped as it is printed: fives from the right, or fours from the left', () => {
  assert.equal(readReference('1234561')?.spaced, '12\u00a034561')
  assert.equal(readReference('RF18539007547034')?.spaced, 'RF18\u00a05390\u00a00754\u00a07034')
  for (const wrong of ['123', '1234562', 'RF19539007547034', 'viite', '123456789012345678901'])
    assert.equal(readReference(wrong), null)
})

function rf(body: string) {
  return `RF${String(98 - remainderOf97(`${body}RF00`)).padStart(2, '0')}${body}`
}
