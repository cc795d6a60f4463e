import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, ask, register, ledger } = await anApp()

test('what is too large, broken or unknown is refused in three languages, with a code', async () => {
  const json = { 'content-type': 'application/json' }
  const cases = [
    {
      code: 'BODY_TOO_LARGE',
      status: 413,
      ask: { payload: JSON.stringify({ name: 'x'.repeat(10_000_000) }), headers: json },
    },
    { code: 'INVALID_UTF8', status: 400, ask: { payload: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22]), headers: json } },
    { code: 'INVALID_UTF8', status: 400, ask: { payload: '{"name": "half \\ud800 a character"}', headers: json } },
    { code: 'INVALID_JSON', status: 400, ask: { payload: '{"name": "Aino"', headers: json } },
    {
      code: 'UNSUPPORTED_MEDIA_TYPE',
      status: 415,
      ask: { payload: 'name: Aino', headers: { 'content-type': 'text/yaml' } },
    },
    { code: 'INVALID_REQUEST', status: 422, ask: { payload: { name: 'Aino' } } },
  ]
  for (const { code, status, ask: more } of cases) {
    const titles = new Set<string>()
    for (const language of ['fi', 'sv', 'en']) {
      const headers = { ...('headers' in more ? more.headers : {}), 'accept-language': language }
      const answer = await as('tomas')('POST', '/staff', { ...more, headers })
      assert.deepEqual([answer.statusCode, answer.json().code], [status, code])
      assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
      titles.add(answer.json().title)
    }
    assert.equal(titles.size, 3, code)
  }
  assert.deepEqual(await ledger(), [])
})

test('an address that leads nowhere says so: to programs as a problem, to people as a page', async () => {
  const problem = await ask('GET', '/nothing/here')
  assert.deepEqual([problem.statusCode, problem.json().code], [404, 'NOT_FOUND'])
  const page = await ask('GET', '/auth/nothing', { headers: { accept: 'text/html', 'accept-language': 'fi' } })
  assert.deepEqual([page.statusCode, page.headers['content-type']], [404, 'text/html; charset=utf-8'])
  assert.match(page.body, /Sivua ei löydy/)
  const unknown = await as('tomas')('GET', '/staff/0196f000-0000-7000-8000-000000000000')
  assert.deepEqual([unknown.statusCode, unknown.json().code], [404, 'NOT_FOUND'])
  const malformed = await as('tomas')('GET', '/staff/7')
  assert.deepEqual([malformed.statusCode, malformed.json().detail.field], [422, 'params/id'])
})

test('the matrix says for every field what each duty may do, as the statement has it', async () => {
  const { duties, fields, cells } = (await as('helmi')('GET', '/access/matrix')).json()
  const policy = register.policy()
  assert.deepEqual(
    duties.map(({ id }: { id: string }) => id),
    [...policy.duties.keys()],
  )
  assert.deepEqual(
    fields.map(({ id }: { id: string }) => id),
    [...policy.fields.keys()],
  )
  for (const field of policy.fields.keys()) {
    for (const duty of policy.duties.values()) {
      assert.deepEqual(
        cells[field][duty.id],
        { read: duty.reads.has(field), write: duty.writes.has(field) },
        `${field} ${duty.id}`,
      )
    }
  }
  assert.ok(fields.some(({ id }: { id: string }) => cells[id].sales.read && !cells[id].marketing.read))
})

test('duties come from the statement: sales may be granted, a duty it lacks may not', async () => {
  const invitation = { name: 'Aino Harju', email: 'aino.harju@valo.example', reason: 'New in sales' }
  const refused = await as('tomas')('POST', '/staff', { ...invitation, duties: ['spying'] })
  assert.deepEqual([refused.statusCode, refused.json().code], [422, 'DUTY_NOT_DECLARED'])
  const made = await as('tomas')('POST', '/staff', { ...invitation, duties: ['sales'], until: '2026-06-30' })
  assert.equal(made.statusCode, 201, made.body)
})

test('who has several duties works under the first that fits, or the one the header chooses', async () => {
  const other = await anApp()
  const config = { may: { purposes: ['customer-relationship', 'service-delivery'] } }
  other.app.get('/api/v1/try', { config }, async ({ occasion: { duty, purpose, reach, under } }) => [
    duty,
    purpose,
    reach,
    under,
  ])

  assert.deepEqual((await other.as('ellen')('GET', '/try')).json().slice(0, 2), ['sales', 'customer-relationship'])
  assert.equal((await other.as('ellen', 'service')('GET', '/try')).json()[0], 'service')
  const refused = await other.as('ellen', 'billing')('GET', '/try')
  assert.deepEqual(
    [refused.statusCode, refused.json().code, refused.json().detail.clause],
    [403, 'NOT_OF_DUTY', 'S10.3'],
  )
  assert.equal((await other.as('tomas')('GET', '/try')).json().code, 'NOT_OF_DUTY')
})

test('everything that the application offers is described, with who may use it', async () => {
  const { openapi, paths } = (await ask('GET', '/openapi.json')).json()
  assert.equal(openapi, '3.1.0')
  assert.deepEqual(paths['/api/v1/staff'].post['x-may'], { duties: ['admin'] })
  assert.ok(Object.keys(paths).every((path) => path.startsWith('/api/v1/')))
  const docs = await ask('GET', '/api/docs/', { headers: { accept: 'text/html' } })
  assert.equal(docs.statusCode, 200)
  assert.doesNotMatch(docs.body, /(src|href)="(https?:)?\/\//)
})

test('answers carry a strict policy for browsers, and pages of strangers set no cookie', async () => {
  const answer = await ask('GET', '/auth/sign-in', { headers: { accept: 'text/html' } })
  const policy = String(answer.headers['content-security-policy'])
  assert.match(policy, /default-src 'self'/)
  assert.doesNotMatch(policy, /unsafe|https?:/)
  assert.deepEqual(
    [answer.headers['x-content-type-options'], answer.headers['cache-control'], answer.cookies],
    ['nosniff', 'no-store', []],
  )
})

test('too many posts from one address wait a minute', async () => {
  const narrow = await anApp({ statement: null }, { postsAMinute: 3 })
  const post = () => narrow.ask('POST', '/auth/passkey/question')
  for (let times = 0; times < 3; times++) assert.notEqual((await post()).statusCode, 429)
  const answer = await post()
  assert.deepEqual([answer.statusCode, answer.json().code], [429, 'TOO_MANY_REQUESTS'])
  assert.ok(Number(answer.headers['retry-after']) > 0)
})

test('a statement altered in storage makes the register read-only; signing in and out stays open', async () => {
  const { as, ask, register } = await anApp()
  const owner = register.db.owner()
  await sql`alter table register.statement_version disable trigger statement_version_is_immutable`.execute(owner)
  await sql`update register.statement_version set canonical = replace(canonical, 'Valo', 'Varjo')`.execute(owner)
  await register.reload()

  const refused = await as('tomas')('POST', '/staff', {
    name: 'Aino Harju',
    email: 'aino.harju@valo.example',
    duties: [],
    reason: 'x',
  })
  assert.deepEqual([refused.statusCode, refused.json().code], [503, 'STATEMENT_TAMPERED'])
  const me = (await as('tomas')('GET', '/me')).json()
  assert.deepEqual([me.readOnly, me.alarm], [true, { code: 'STATEMENT_TAMPERED', versions: [1] }])
  assert.equal((await as('tomas')('GET', '/staff')).statusCode, 200)
  assert.equal((await as('tomas')('POST', '/auth/sign-out')).statusCode, 204)
  assert.deepEqual((await ask('GET', '/health')).json(), { database: true, statement: 1, readOnly: true })
})
