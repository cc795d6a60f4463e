import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { figureIn } from './figure.ts'

const price = (cell: string, isSheet = false) => figureIn(cell, { decimals: 4, isSheet })

test('a price is read as Finnish, Swedish and English offices write it', () => {
  for (const cell of [
    '1 234,50',
    '1\u00a0234,50 €',
    '1234,5',
    '1234.50',
    '1.234,50',
    '1,234.50',
    '1 234.50 EUR',
    '€ 1234,50',
  ])
    assert.equal(price(cell), 12_345_000, cell)
  assert.equal(price('1 234 567'), 12_345_670_000)
  assert.equal(price('12,-'), 120_000)
  assert.equal(price('0,0125'), 125)
  assert.equal(price('−5,00'), -50_000)
})

test('what may mean two things, or nothing, is not guessed', () => {
  const cents = (cell: string, isSheet = false) => figureIn(cell, { decimals: 2, isSheet })
  for (const cell of ['1.234', '1,234', '12,500', '1,250', '-2,000', '12,500 €'])
    assert.deepEqual([price(cell), cents(cell), price(cell, cell.includes(','))], Array(3).fill('not-clear'), cell)
  assert.deepEqual(
    [cents('1250,00'), cents('12500'), cents('12,50'), cents('1 234,500')],
    [125_000, 1_250_000, 1250, 123_450],
  )
  assert.deepEqual([cents('0,125'), price('0,125'), price('1,2500')], ['too-fine', 1250, 12_500])
  assert.equal(price('1.234', true), 12_340, 'a sheet writes its decimals with a point')
  assert.equal(price('0.125'), 1250)
  for (const [cell, isSheet] of [['12,34567'], ['9.8804780000000001', true]] as const)
    assert.equal(price(cell, isSheet), 'too-fine', 'nobody rounds it unasked')
  for (const cell of ['kysy', '12,50,10', '1,2.3,4', '1.23.456', '5 kpl', '--2', '1e3', ','])
    assert.equal(price(cell), 'not-read', cell)
})

test('a per cent is read with its sign, without it, and as the hundredth that a sheet keeps', () => {
  const rate = (cell: string, isSheet = false) => figureIn(cell, { decimals: 2, isSheet, mayBeShare: true })
  assert.deepEqual(
    ['25,5', '25,5 %', '25.5', '25,50%'].map((cell) => rate(cell)),
    [2550, 2550, 2550, 2550],
  )
  assert.deepEqual([rate('0.255', true), rate('0.1', true), rate('13.5', true)], [2550, 1000, 1350])
  assert.equal(rate('1', true), 'not-clear')
})

test('every figure is read back as it was written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), (cents) => {
      const text = (cents / 100).toLocaleString('fi-FI', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
      return figureIn(text, { decimals: 2 }) === cents
    }),
  )
})
