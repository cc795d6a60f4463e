import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { postCode } from './letters/post-letters.ts'
import { digestOfLink } from './links.ts'

const { ask, as, register } = await anApp()
const owner = register.db.owner()
const form = (payload: string) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
  payload,
})

async function linkTo(token: string): Promise<string> {
  const said = {
    kind: 'access',
    text: 'Mitä tiedätte?',
    via: 'phone',
    language: 'fi',
    receivedAt: '2026-03-02T10:00:00+02:00',
  }
  const { id } = (await as('ingrid')('POST', '/requests', said)).json()
  assert.ok(id)
  await sql`insert into register.rights_link (digest, request_id, opens, made_at, expires_at)
    values (${digestOfLink(token)}, ${id}, 'package', now(), '2026-12-31')`.execute(owner)
  return id
}

test('of a package’s code a few may be tried, from however many addresses, and then the link waits', async () => {
  const token = 'a'.repeat(32)
  await linkTo(token)
  const answers: number[] = []
  for (let guess = 0; guess < 22; guess++) {
    const more = { ...form(`code=${100_000 + guess}`), remoteAddress: `10.0.0.${guess}` }
    answers.push((await ask('POST', `/fi/request/answer/${token}/`, more)).statusCode)
  }
  assert.deepEqual([...new Set(answers.slice(0, 20))], [200])
  assert.deepEqual(answers.slice(20), [429, 429])
})

test('a new code takes the place of the one before it', async () => {
  const token = 'b'.repeat(32)
  const requestId = await linkTo(token)
  const mail = { send: async () => undefined }
  for (let round = 0; round < 3; round++)
    await postCode(register as never, mail, { token, requestId, to: 'x@koti.example', subject: 's', text: 't' })
  const { rows } = await sql`select from register.rights_link where opens = 'code'`.execute(owner)
  assert.equal(rows.length, 1)
})
