import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { httpServer } from '#platform/http'
import { anApp } from '#test/app'

const Word = Type.Object({ word: Type.String() })
const bare = await anApp({ statement: null })
const { app } = bare
app.get('/api/v1/try/keeping', { config: { may: { duties: ['admin'] } } }, async ({ occasion }) => occasion)
app.get(
  '/api/v1/try/selling',
  { config: { may: { purposes: ['customer-relationship'] } } },
  async ({ occasion }) => occasion,
)
app.get('/api/v1/try/anyone', { config: { may: 'signed-in' } }, async ({ occasion }) => occasion)
app.post(
  '/api/v1/try/writing',
  { config: { may: { duties: ['admin'] } }, schema: { body: Word } },
  async ({ body }) => body,
)

test('a stranger is asked to sign in, in the language they read', async () => {
  const languages = { fi: 'Kirjaudu ensin sisään.', sv: 'Logga in först.', en: 'Sign in first.' }
  for (const [language, title] of Object.entries(languages)) {
    const answer = await bare.ask('GET', '/try/anyone', { headers: { 'accept-language': language } })
    assert.deepEqual([answer.statusCode, answer.json().code, answer.json().title], [401, 'NOT_SIGNED_IN', title])
  }
})

test('a route opens to the duties it names, and says the clause to others', async () => {
  const { ids } = bare
  const opened = await bare.as('tomas')('GET', '/try/keeping')
  assert.deepEqual(opened.json(), {
    by: ids.tomas,
    duty: 'admin',
    purpose: 'admin',
    at: '2026-03-02T10:00:00.000Z',
    under: '0',
    reach: 'all',
  })

  const refused = await bare.as('ingrid')('GET', '/try/keeping')
  assert.equal(refused.statusCode, 403)
  assert.deepEqual(refused.json().detail, { clause: 'S10.3', duty: 'privacy', duties: ['admin'] })
})

test('before a statement is published nobody works with customers', async () => {
  const answer = await bare.as('saku')('GET', '/try/selling')
  assert.deepEqual(
    [answer.statusCode, answer.json().code, answer.json().detail],
    [409, 'NO_ACTIVE_STATEMENT', { clause: 'S0.1' }],
  )
})

test('a write that comes from another site is not done', async () => {
  for (const origin of ['https://elsewhere.example', 'null', '']) {
    const answer = await bare.as('tomas')('POST', '/try/writing', { payload: { word: 'x' }, headers: { origin } })
    assert.deepEqual([answer.statusCode, answer.json().code], [403, 'NOT_FROM_HERE'], origin)
  }
})

test('a route that does not say who may use it stops the start', () => {
  const server = httpServer({ refusals: {} })
  assert.throws(() => server.get('/open', async () => 'x'), /GET \/open does not say who may use it/)
})
