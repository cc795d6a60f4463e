import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { languages } from '#platform/language'
import { statementHash } from '../canonical.ts'
import { readStatement } from '../read.ts'
import { toJsonLd } from './json-ld.ts'
import { hashedJson, toJson, toYaml } from './machine-copies.ts'
import { renderPage } from './page.ts'
import { renderPdf } from './pdf.ts'
import { links, published, valoStatement } from './published.fixture.ts'
import { toRecordOfProcessing } from './record.ts'

const valo = published()

test('page and machine copies carry one and the same hash', () => {
  for (const copy of [renderPage(valo, 'fi', links), toYaml(valo), toJson(valo), toJsonLd(valo)])
    assert.ok(copy.includes(valo.hash))
})

test('the YAML copy reads back to the same statement, with the same hash', () => {
  const { statement, problems } = readStatement(toYaml(valo))
  assert.deepEqual(problems, [])
  assert.ok(statement)
  assert.equal(statementHash(statement), valo.hash)
})

test('the JSON copy reads back to the same statement, with the same hash', () => {
  const { statement, problems } = readStatement(toJson(valo))
  assert.deepEqual(problems, [])
  assert.ok(statement)
  assert.equal(statementHash(statement), valo.hash)
})

test('anybody can recompute the hash from the hashed bytes with one command', () => {
  assert.equal(createHash('sha256').update(hashedJson(valo)).digest('hex'), valo.hash)
})

test('YAML readers of the old school do not turn a postcode into a number', () => {
  assert.match(toYaml(valo), /postcode: "00100"/)
})

test('the JSON-LD copy speaks the Data Privacy Vocabulary with its context inside', () => {
  const graph = JSON.parse(toJsonLd(valo))
  assert.deepEqual(
    Object.values(graph['@context']).filter((term) => typeof term !== 'string' || !term.startsWith('http')),
    [],
  )
  assert.equal(graph['@type'], 'dpv:PrivacyNotice')
  assert.deepEqual(
    graph['dpv:hasProcess']['dpv:hasProcess'].map((one: { '@id': string }) => one['@id'].split(':').at(-1)),
    valo.statement.purposes.map(({ id }) => id),
  )
  const prefixes = new Set([...toJsonLd(valo).matchAll(/"([a-z-]+):[A-Za-z0-9-]+"/g)].map(([, prefix]) => prefix ?? ''))
  assert.deepEqual(
    [...prefixes].filter((prefix) => !(prefix in graph['@context'])),
    [],
  )
})

test('the records of processing have a row for each purpose, with everything that Art. 30(1) asks for', () => {
  for (const language of languages) {
    const { rows, parties, html } = toRecordOfProcessing(valoStatement(), language)
    assert.equal(rows.length, valo.statement.purposes.length)
    for (const row of rows)
      for (const [part, value] of Object.entries(row)) assert.ok(value.length > 0, `${row.purpose}: ${part}`)
    assert.ok(parties.some(({ text }) => text.includes('Valo Huolto Oy')))
    assert.match(html, /<h1>/)
  }
})

test('the PDF is a PDF, with its fonts inside, and comes out the same twice', async () => {
  const [first, second] = [await renderPdf(valo, 'fi'), await renderPdf(valo, 'fi')]
  const bytes = Buffer.from(first).toString('latin1')
  assert.match(bytes, /^%PDF-1\./)
  assert.match(bytes, /FontFile2/)
  assert.equal(first.length, second.length)
})
