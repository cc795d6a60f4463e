import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { addressKey, choicesKeyIn, unsubscribeToken } from './index.ts'

const { as, ask, register, ids } = await anApp({}, { postsAMinute: 3 })
const owner = register.db.owner()
const key = choicesKeyIn(register)
const oneClick = {
  payload: 'List-Unsubscribe=One-Click',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
}

async function person(name: string, email: string) {
  const values = { 'person.name': name, 'person.email': email }
  return (await as('saku')('POST', '/people', { values, source: 'contact' })).json().id as string
}

function linkOf(email: string, id: string | null) {
  return `/u/${unsubscribeToken(key, { digest: addressKey(key, 'email', email), channel: 'email', person: id })}`
}

const state = async () => {
  const { rows } = await sql<{
    objections: number
    suppressions: number
    topics: number
    consents: number
    leaves: number
  }>`
    select (select count(*) from register.objection where lifted_at is null)::int as objections,
      (select count(*) from register.suppression)::int as suppressions, (select count(*) from register.topic_preference)::int as topics,
      (select count(*) from register.consent)::int as consents, (select count(*) from register.ledger_leaf)::int as leaves`.execute(
    owner,
  )
  return rows[0]
}

const form = (fields: Record<string, string>) => ({
  payload: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
})

test('AS-21: a hundred scanners that open the link change nothing; the page has one button', async () => {
  const link = linkOf('maria@lahti.example', await person('Maria Lahti', 'maria@lahti.example'))
  const before = await state()
  for (let round = 0; round < 50; round++) {
    assert.equal((await ask('GET', link)).statusCode, 200)
    assert.equal((await ask('HEAD' as 'GET', link)).statusCode, 200)
  }
  assert.deepEqual(await state(), before)
  const page = (await ask('GET', link)).body
  assert.equal(page.match(/<button/g)?.length, 1)
  assert.equal(/<script|maria/.test(page), false)
})

test('AS-22: one click from a mail program stops it at once, twice is as once, and nothing is asked', async () => {
  const id = await person('Jonas Berg', 'jonas@berg.example')
  const link = linkOf('jonas@berg.example', id)
  const began = performance.now()
  const answer = await ask('POST', link, oneClick)
  const took = performance.now() - began
  assert.equal(answer.statusCode, 200)
  assert.ok(took < 1000, `${took} ms`)
  assert.equal(answer.headers['set-cookie'], undefined)
  const held = await owner
    .selectFrom('register.objection')
    .select(['scope', 'channel', 'via', 'by'])
    .where('person_id', '=', id)
    .execute()
  assert.deepEqual(held, [{ scope: 'channel', channel: 'email', via: 'one-click', by: 'data-subject' }])
  assert.deepEqual((await register.ledger()).slice(-2), [
    'objection.recorded by data-subject',
    'address.suppressed by data-subject',
  ])

  const once = await state()
  for (let round = 0; round < 10; round++) assert.equal((await ask('POST', link, oneClick)).statusCode, 200)
  assert.deepEqual(await state(), once)
})

test('the same click as multipart/form-data, as RFC 8058 allows', async () => {
  const id = await person('Ingrid Holm', 'ingrid@holm.example')
  const payload = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  assert.equal((await ask('POST', linkOf('ingrid@holm.example', id), { payload, headers })).statusCode, 200)
  const { objections } = (await state()) ?? {}
  assert.equal(objections, 2)
})

test('another body changes nothing and says so', async () => {
  const link = linkOf('piotr@nowak.example', await person('Piotr Nowak', 'piotr@nowak.example'))
  const before = await state()
  for (const fields of [
    { 'List-Unsubscribe': 'one-click' },
    { 'List-Unsubscribe': 'One-Click', other: '1' },
    { deed: 'stop', 'List-Unsubscribe': 'One-Click' },
    { deed: 'undo', undo: 'x' },
    { deed: 'topics', wanted: 'news' },
    {},
  ] as Record<string, string>[])
    assert.equal((await ask('POST', link, form(fields))).statusCode, 422, JSON.stringify(fields))
  assert.equal((await ask('POST', link, { headers: { accept: 'text/html' } })).statusCode, 422)
  assert.deepEqual(await state(), before)
})

test('a token with any byte altered, or of another kind, is a clear page and no change', async () => {
  const link = linkOf('ann@vik.example', await person('Ann Vik', 'ann@vik.example'))
  const token = link.slice(3)
  const before = await state()
  const sealed = Buffer.from(token, 'base64url')
  for (let at = 0; at < sealed.length; at++) {
    const altered = Buffer.from(sealed)
    altered[at] = (altered[at] ?? 0) ^ 1
    const answer = await ask('POST', `/u/${altered.toString('base64url')}`, oneClick)
    assert.equal(answer.statusCode, 404)
    assert.match(answer.body, /The link does not work/)
  }
  for (const other of ['x', '', token.slice(0, -1), `${token}A`, `${token.slice(0, -1)}%3D`])
    assert.ok([404, 400].includes((await ask('GET', `/u/${other}`)).statusCode))
  assert.deepEqual(await state(), before)
})

test('the link works when its person is erased: the address stays stopped', async () => {
  const id = await person('Elsa Salo', 'elsa@salo.example')
  const link = linkOf('elsa@salo.example', id)
  await owner.deleteFrom('register.person').where('id', '=', id).execute()
  const before = await state()
  const answer = await ask('POST', link, form({ deed: 'stop' }))
  assert.equal(answer.statusCode, 200)
  assert.equal(/name="undo"/.test(answer.body), false)
  assert.equal((await state())?.suppressions, (before?.suppressions ?? 0) + 1)
  assert.equal((await state())?.objections, before?.objections)
})

test('who pressed by mistake takes it back within the hour, and that is a consent in the words beside the button', async () => {
  const id = await person('Otto Lind', 'otto@lind.example')
  const link = linkOf('otto@lind.example', id)
  const done = await ask('POST', link, form({ deed: 'stop' }))
  const undo = /name="undo" value="([^"]+)"/.exec(done.body)?.[1] ?? ''
  assert.match(done.body, /I allow Valo Energia Oy to send me direct marketing by e-mail/)
  const before = await state()
  assert.equal((await ask('POST', linkOf('maria@lahti.example', null), form({ deed: 'undo', undo }))).statusCode, 422)
  assert.deepEqual(await state(), before)

  assert.equal((await ask('POST', link, form({ deed: 'undo', undo }))).statusCode, 200)
  const consent = await owner
    .selectFrom('register.consent')
    .innerJoin('register.consent_wording', 'hash', 'wording')
    .select(['state', 'via', 'text', 'language', 'expires_on'])
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow()
  assert.deepEqual([consent.state, consent.via, consent.language], ['given', 'unsubscribe-link', 'en'])
  assert.match(consent.text, /direct marketing by e-mail/)
  const objections = await owner
    .selectFrom('register.objection')
    .select('id')
    .where('person_id', '=', id)
    .where('lifted_at', 'is', null)
    .execute()
  assert.deepEqual(objections, [])
  assert.deepEqual((await register.ledger()).slice(-2), [
    'objection.lifted by data-subject',
    'consent.given by data-subject',
  ])
})

test('one may narrow to topics instead, and a topic refused stays refused when staff tick it', async () => {
  const id = await person('Lea Koski', 'lea@koski.example')
  const link = linkOf('lea@koski.example', id)
  assert.equal((await ask('GET', `${link}?topics=1`)).body.match(/type="checkbox"/g)?.length, 3)
  const answer = await ask('POST', link, form({ deed: 'topics', 'topic:news': 'yes' }))
  assert.equal(answer.statusCode, 200)
  const rows = await owner
    .selectFrom('register.objection')
    .select(['scope', 'topic'])
    .where('person_id', '=', id)
    .orderBy('topic')
    .execute()
  assert.deepEqual(rows, [
    { scope: 'topic', topic: 'events' },
    { scope: 'topic', topic: 'services' },
  ])
  const page = (await ask('GET', `${link}?topics=1`)).body
  assert.equal(page.match(/ checked/g)?.length, 1)
})

void ids
