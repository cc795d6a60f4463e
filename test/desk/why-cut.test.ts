import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '../../web/src/api.ts'
import { whyCut } from '../../web/src/dealings/why-cut.ts'

const said = { broke: 'Yhteys katkesi.' }

test('a round that the server refuses in its middle says why in the server’s own words', () => {
  const refused = new Problem({ title: 'Lasku ei ole enää luonnos.', status: 409, code: 'INVOICE_STATE' })
  assert.equal(whyCut(refused, said), 'Lasku ei ole enää luonnos.')
})

test('a round that loses its connection says so, and never what the browser calls it', () => {
  const offline = new Problem({ title: 'Ei yhteyttä', status: 0, code: 'NO_CONNECTION' })
  for (const fault of [offline, new TypeError('Failed to fetch'), 'abort', undefined])
    assert.equal(whyCut(fault, said), said.broke)
})
