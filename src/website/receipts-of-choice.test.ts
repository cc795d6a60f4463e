import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { wordsHashOf } from './cookie-words.ts'
import { aCookieApp, house } from './cookies.fixture.ts'
import { eraseReceipts } from './erase-receipts.ts'

const { app, as, register, ledger, owner, inForce, receipts, chosen, sent } = await aCookieApp()

test('a receipt holds a random id, what was chosen, when, and which words were shown; no address, no browser, nobody', async () => {
  const id = await chosen({ mittari: true, polku: false, tulostaulu: false, kohdista: false })
  const row = await owner
    .selectFrom('register.cookie_receipt')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  assert.deepEqual(row, {
    ...{
      id,
      state: 'given',
      way: 'banner',
      allowed: ['mittari'],
      refused: ['polku', 'tulostaulu', 'kohdista'],
      language: 'fi',
    },
    ...{
      statement_version: 1,
      catalogue_hash: inForce().hash,
      words_hash: wordsHashOf(inForce(), 'fi'),
      gpc: false,
      follows: null,
    },
    ...{ at: register.now(), ends_at: new Date('2027-03-02T12:00:00+02:00') },
  })
  assert.deepEqual((await ledger()).slice(-1), ['cookie-choice.recorded by visitor'])
})

test('withdrawing ends the receipt it follows, and is a withdrawal in the book', async () => {
  const given = await chosen({ mittari: true, kohdista: true })
  const after = await chosen({ mittari: true, kohdista: false }, { follows: given, way: 'chooser' })
  const rows = await owner
    .selectFrom('register.cookie_receipt')
    .select(['id', 'state', 'ends_at'])
    .where('id', 'in', [given, after])
    .execute()
  const state = (id: string) => rows.find((row) => row.id === id)
  assert.equal(state(given)?.ends_at.getTime(), register.now().getTime())
  assert.equal(state(after)?.state, 'withdrawn')
})

test('the holder of a receipt fetches it as a TS 27560 record in JSON-LD', async () => {
  const id = await chosen({ mittari: true, kohdista: false })
  const answer = await app.inject(`/receipts/${id}`)
  assert.match(String(answer.headers['content-type']), /ld\+json/)
  const record = answer.json()
  assert.equal(record['dct:conformsTo']['@id'], 'https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr')
  for (const part of [
    ...[
      'dct:identifier',
      'dpv:hasDataSubject',
      'dpv:hasDataController',
      'dpv:hasNotice',
      'dct:language',
      'dpv:hasJurisdiction',
      'dpv:hasStorageLocation',
    ],
    ...[
      'dpv:hasStorageCondition',
      'dpv:hasCollectionMethod',
      'dpv:hasConsentStatus',
      'dct:issued',
      'dct:valid',
      'dpv:hasConsentControl',
      'dpv:hasRight',
      'dpv:hasAuthority',
    ],
  ])
    assert.ok(record[part], part)
  assert.deepEqual(
    record['dpv:hasProcess'].map((one: Record<string, Record<string, string>>) => [
      one['dct:identifier'],
      one['dpv:hasConsentStatus']?.['@id'],
      one['dpv:hasRecipient']?.['dct:title'],
    ]),
    [
      ['mittari', 'dpv:ConsentGiven', 'Mittari Oy'],
      ['kohdista', 'dpv:ConsentRefused', 'Kohdista AB'],
    ],
  )
  assert.equal((await app.inject(`/receipts/${randomUUID()}`)).statusCode, 404)
})

test('a page of another house, an unknown service and an old list are refused, and nothing is kept', async () => {
  const before = await receipts()
  const fault = async (more: Record<string, string>, headers = {}) => {
    const answer = await sent({ ...more }, headers)
    return [answer.statusCode, answer.json().code]
  }
  assert.deepEqual(await fault({}, { origin: 'https://elsewhere.example' }), [403, 'NOT_FROM_HERE'])
  assert.deepEqual(await fault({ said: 'shadow.x1.1' }), [422, 'SERVICE_NOT_DECLARED'])
  assert.deepEqual(await fault({ catalogue: '0'.repeat(64) }), [409, 'CHOICE_OUTDATED'])
  assert.deepEqual(await fault({ words: '0'.repeat(64) }), [409, 'CHOICE_OUTDATED'])
  assert.deepEqual(await fault({ version: '99' }), [404, 'NOT_FOUND'])
  for (const more of [
    { said: '' },
    { said: 'x' },
    { receipt: 'me' },
    { way: 'trick' },
    { language: 'de' },
    { gpc: 'yes' },
  ] as Record<string, string>[])
    assert.deepEqual(await fault({ ...more }), [422, 'INVALID_REQUEST'], JSON.stringify(more))
  assert.equal(await receipts(), before)
})

// S7.8: an online identifier is personal data as soon as it is joined to somebody.
test('nothing joins a visitor to a person: no table, no column and no file of the code has both', async () => {
  const { rows } = await sql<{ columns: string[] }>`
    select array_agg(column_name::text) as columns from information_schema.columns
    where table_schema in ('register', 'declared') and table_name <> 'mail_service' group by table_name`.execute(owner) // RFC 6749: its client is the register itself
  const visitor = /receipt_id|visitor|cookie_id|choice_id|client_id/
  for (const { columns } of rows)
    assert.equal(
      columns.some((one) => visitor.test(one)),
      false,
      columns.join(' '),
    )
  const mine = rows.find(({ columns }) => columns.includes('catalogue_hash'))?.columns ?? []
  assert.deepEqual(
    mine.filter((column) => /person|organisation|enquiry|email|address|agent|\bip\b/.test(column)),
    [],
  )

  const folder = new URL('../', import.meta.url)
  for (const file of (await readdir(folder, { recursive: true })).filter((one) =>
    /(?<!\.(test|fixture))\.ts$/.test(one),
  )) {
    const text = await readFile(new URL(file, folder), 'utf8')
    assert.equal(
      /cookie_receipt|readChoice\(|choiceCookie/.test(text) &&
        /person_id|personId|receiveEnquiry|takeSubmission/.test(text),
      false,
      file,
    )
  }
})

test('the desk sees the catalogue, the snippet and counts, and no person', async () => {
  for (const who of ['maija', 'ingrid', 'tomas'] as const) {
    const answer = await as(who)('GET', '/cookies')
    assert.equal(answer.statusCode, 200, who)
    const { choices, services, snippet, versions, websites } = answer.json()
    assert.ok(
      choices.some(({ state, receipts: n }: { state: string; receipts: number }) => state === 'withdrawn' && n === 1),
    )
    assert.ok(services.find(({ service }: { service: string }) => service === 'mittari').allowed >= 3)
    assert.match(snippet.head, /\/consent\.js/)
    assert.deepEqual(websites, [house])
    assert.deepEqual(versions[0].added.length, 4)
  }
  assert.equal((await as('saku')('GET', '/cookies')).statusCode, 403)
  assert.deepEqual(
    (await register.looks()).filter(({ people }) => people.length > 0),
    [],
  )
  const proof = await as('ingrid')('GET', '/cookies/versions/1/receipts')
  assert.equal(proof.json().length, await receipts(), proof.body.slice(0, 300))
})

test('a receipt goes three years after its choice has ended, and the ledger says how many', async () => {
  const all = await receipts()
  const at = (day: string) => ({
    by: 'register',
    duty: 'retention',
    purpose: 'retention',
    at: new Date(day),
    under: '2',
  })
  assert.equal(await eraseReceipts(register, at('2029-03-01')), 0)
  const first = await eraseReceipts(register, at('2029-09-03'))
  assert.ok(first > 0 && first < all)
  assert.deepEqual((await register.ledger()).slice(-1), ['cookie-receipts.erased by register'])
  await eraseReceipts(register, at('2031-01-01'))
  assert.equal(await receipts(), 0)
})
