import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { businessIdCheckDigit, isBusinessId, normaliseBusinessId, vatNumberOf } from './business-id.ts'

const body = fc.integer({ min: 0, max: 9_999_999 }).map((n) => String(n).padStart(7, '0'))

test('every seven-digit body has exactly one check digit or none', () => {
  fc.assert(
    fc.property(body, (digits) => {
      const accepted = [...'0123456789'].filter((check) => isBusinessId(`${digits}-${check}`))
      const expected = businessIdCheckDigit(digits)
      assert.deepEqual(accepted, expected === null ? [] : [String(expected)])
    }),
    { numRuns: 20_000 },
  )
})

test('the weighted sum with the check digit is divisible by eleven', () => {
  fc.assert(
    fc.property(body, (digits) => {
      const check = businessIdCheckDigit(digits)
      const weights = [7, 9, 10, 5, 8, 4, 2, 1]
      const sum = [...digits, String(check ?? 0)].reduce(
        (total, digit, at) => total + Number(digit) * (weights[at] ?? 0),
        0,
      )
      assert.equal(check === null ? sum % 11 === 1 : sum % 11 === 0, true)
    }),
  )
})

test('a right check digit is accepted and a wrong one refused', () => {
  assert.equal(isBusinessId('1997513-1'), true)
  assert.equal(isBusinessId('1997513-2'), false)
  assert.deepEqual(
    [...'0123456789'].filter((check) => isBusinessId(`2618416-${check}`)),
    [],
  )
})

test('the forms people type become one', () => {
  assert.equal(normaliseBusinessId('FI19975131'), '1997513-1')
  assert.equal(normaliseBusinessId('19975131'), '1997513-1')
  assert.equal(normaliseBusinessId(' fi 1997513-1 '), '1997513-1')
  assert.equal(normaliseBusinessId('112038-9'), '0112038-9')
  for (const wrong of ['', '1997513', '199751311', 'SE19975131', '1997513-X', '1997513–1']) {
    assert.equal(normaliseBusinessId(wrong), null, wrong)
  }
})

test('a VAT number is the business ID without its hyphen', () => {
  assert.equal(vatNumberOf('1997513-1'), 'FI19975131')
})
