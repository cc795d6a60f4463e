import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson, statementHash } from './canonical.ts'
import type { Statement } from './format.ts'
import { fromTemplate } from './template/template.ts'

const statement = fromTemplate(
  {
    controllerName: 'Esimerkki Oy',
    businessId: '1234567-1',
    street: 'Esimerkkikatu 1',
    postcode: '00520',
    city: 'Helsinki',
    phone: '09 123 4567',
    email: 'info@esimerkki.example',
  },
  '2026-03-02',
)

test('the hash does not depend on the order in which keys were written', () => {
  const turned = Object.fromEntries(Object.entries(statement).reverse()) as unknown as Statement

  assert.equal(statementHash(turned), statementHash(statement))
})

test('the hash leaves out the hash that the statement carries', () => {
  const published = { ...statement, metadata: { ...statement.metadata, hash: statementHash(statement) } }

  assert.equal(statementHash(published), statementHash(statement))
  assert.equal(canonicalJson(statement).includes('"hash"'), false)
})

test('changing any text changes the hash', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      fc.pre(name !== statement.controller.legalName && name.isWellFormed())
      const other = { ...statement, controller: { ...statement.controller, legalName: name } }
      assert.notEqual(statementHash(other), statementHash(statement))
    }),
  )
})

test('a hash is 64 hexadecimal digits', () => {
  assert.match(statementHash(statement), /^[0-9a-f]{64}$/)
})
