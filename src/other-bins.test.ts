import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Occasion } from '#ledger'
import { anApp } from '#test/app'
import { emptyBin } from '#work'
import { binParts, otherBins } from './bin-of.ts'

const { as, register, ledger } = await anApp()
const admin = as('tomas')

test('a draft of the statement that was thrown away comes back whole for fourteen days, for its keepers alone', async () => {
  const draft = (await admin('POST', '/statement/drafts', { from: 'active' })).json()
  const drafts = async () => (await admin('GET', '/statement/drafts')).json().items.map(({ id }: { id: string }) => id)
  const binned = async () => (await admin('GET', '/statement/draft-bin')).json().items
  const before = (await ledger()).length
  assert.equal((await admin('DELETE', `/statement/drafts/${draft.id}`)).statusCode, 204)
  assert.equal((await admin('DELETE', `/statement/drafts/${draft.id}`)).statusCode, 404)
  assert.deepEqual([await drafts(), (await admin('GET', `/statement/drafts/${draft.id}`)).statusCode], [[], 404])
  assert.equal((await admin('POST', `/statement/drafts/${draft.id}/publication`)).statusCode, 404)
  assert.deepEqual(
    (await binned()).map(({ id, daysLeft }: Record<string, unknown>) => [id, daysLeft]),
    [[draft.id, 14]],
  )
  for (const other of ['saku', 'ingrid'] as const) {
    assert.equal((await as(other)('GET', '/statement/draft-bin')).statusCode, 403, other)
    assert.equal((await as(other)('POST', `/statement/draft-bin/${draft.id}/restoration`)).statusCode, 403, other)
  }
  assert.equal((await admin('POST', `/statement/draft-bin/${draft.id}/restoration`)).statusCode, 204)
  assert.equal((await admin('POST', `/statement/draft-bin/${draft.id}/restoration`)).statusCode, 404)
  const back = (await admin('GET', `/statement/drafts/${draft.id}`)).json()
  assert.deepEqual([back.source, back.revision, await binned()], [draft.source, draft.revision, []])
  assert.deepEqual((await ledger()).slice(before), ['draft.binned by tomas', 'draft.restored by tomas'])
})

test('the night after fourteen days destroys such a draft and no other', async () => {
  const [gone, kept] = [
    (await admin('POST', '/statement/drafts', { from: 'active' })).json(),
    (await admin('POST', '/statement/drafts', { from: 'active' })).json(),
  ]
  await admin('DELETE', `/statement/drafts/${gone.id}`)
  const night = (day: number): Occasion => ({
    ...{ by: 'register', duty: 'retention', purpose: 'retention', under: '1' },
    at: new Date(Date.UTC(2026, 2, day, 1)),
  })
  const all = [...binParts, ...otherBins]
  assert.deepEqual([await emptyBin(register, night(16), all), await emptyBin(register, night(17), all)], [0, 1])
  const { rows } = await sql<{ id: string }>`select id from register.statement_draft
    where id in (${gone.id}, ${kept.id})`.execute(register.db.owner())
  assert.deepEqual(rows, [{ id: kept.id }])
})
