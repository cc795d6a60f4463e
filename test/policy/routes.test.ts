import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { prepareJobs } from '#platform/jobs'
import { withLogin } from '#platform/pools'
import { type Ask, anApp, host, origin } from '#test/app'
import { type CastName, cast, castNames } from '#test/people'

type May = 'public' | 'signed-in' | { duties: string[] } | { purposes: string[] | 'any' }
type Method = Parameters<Ask>[0]
interface Route {
  method: Method
  path: string
  may: May
  body: string[]
}

const { app, as, ask, register, ids, ledger } = await anApp()
const { db } = register
await prepareJobs(db.url, withLogin(db.url, db.loginOf('worker'), db.secretOf('worker')))
const policy = register.policy()
const routes = await everyRoute()

const company = (await as('saku')('POST', '/companies', { values: { 'org.name': 'Oy Ab' }, source: 'order' })).json()
const person = (
  await as('saku')('POST', '/people', {
    values: { 'person.name': 'Aino Harju', 'person.email': 'aino@company.example' },
    company: company.id,
    source: 'order',
  })
).json()
const enquiry = (
  await as('saku')('POST', '/enquiries', { channel: 'phone', message: 'Hinta?', person: person.id, source: 'contact' })
).json()

/** Ids that are there, by the first word of the path. */
const there: Record<string, string> = {
  people: person.id,
  companies: company.id,
  relationships: company.relationships[0].id,
  enquiries: enquiry.id,
  staff: ids.saku,
}

/** Something to say for every part that a body may have. */
const words: Record<string, unknown> = {
  values: { 'person.name': 'Aino Harju' },
  source: 'contact',
  sourceNote: 'Puhelu',
  channel: 'phone',
  message: 'Hinta?',
  address: 'harju@company.example',
  kind: 'representative',
  company: company.id,
  way: 'print',
  language: 'fi',
  reason: 'other',
  assignedTo: ids.saku,
  handler: ids.saku,
}

test('every route is known, and each says who may use it', () => {
  assert.ok(routes.length > 60, `${routes.length}`)
  assert.deepEqual(
    routes.filter(({ may }) => !may),
    [],
  )
})

test('nobody gets anything of the API without having signed in, by any method or forged header', async () => {
  for (const { method, path, may } of routes.filter((route) => route.may !== 'public')) {
    const forged = {
      duty: 'sales',
      cookie: 'seloste=x',
      'x-forwarded-for': '127.0.0.1',
      authorization: `Bearer ${'x'.repeat(43)}`,
    }
    for (const headers of [{}, { duty: 'admin' }, forged]) {
      for (const verb of method === 'GET' ? (['GET', 'HEAD'] as const) : [method]) {
        const answer = await app.inject({ method: verb, url: filled(path, {}), headers: { host, origin, ...headers } })
        assert.equal(answer.statusCode, 401, `${verb} ${path} ${JSON.stringify(may)}`)
      }
    }
  }
})

for (const who of castNames) {
  test(`${who} (${cast[who].duties.join(', ')}) reaches the routes of these duties and no others, and no request makes the register stumble`, async () => {
    for (const route of routes.filter(({ path }) => !/sessions|tokens/.test(path))) {
      const { method, path, may } = route
      const answer = await as(who)(method, filled(path, {}).replace('/api/v1', ''), sent(route, {}))
      const said = `${who} ${method} ${path}: ${answer.statusCode} ${answer.body.slice(0, 200)}`
      assert.ok(answer.statusCode < 500, said)
      assert.notEqual(answer.statusCode, 401, said)
      const refused = answer.statusCode === 403 && answer.json().code === 'NOT_OF_DUTY'
      assert.equal(refused, !isOpenTo(who, may), said)
    }
  })
}

test('a duty that one does not hold is not had by naming it', async () => {
  for (const duty of ['sales', 'privacy', 'intake', 'matching', 'rights', 'site', 'auth', 'ledger', '__proto__', '']) {
    const answer = await as('tomas', duty)('GET', '/people')
    assert.deepEqual([answer.statusCode, answer.json().code], [403, 'NOT_OF_DUTY'], duty)
  }
})

test('marketing, which writes choices and messages by the statement, changes nothing else by any route', async () => {
  const before = (await ledger()).length
  const writes = routes.filter(({ method, may }) => method !== 'GET' && typeof may === 'object' && 'purposes' in may)
  assert.ok(writes.length > 20)
  for (const route of writes) {
    const answer = await as('maija')(route.method, filled(route.path, there).replace('/api/v1', ''), sent(route, words))
    assert.ok(
      answer.statusCode < 500,
      `${route.method} ${route.path}: ${answer.statusCode} ${answer.body.slice(0, 300)}`,
    )
  }
  const theirs =
    /^(consent|objection|refusal|restriction|topics|address|own-page|campaign|segment|message|letter|test)[.]/
  assert.deepEqual(
    (await ledger()).slice(before).filter((line) => !theirs.test(line)),
    [],
  )
})

test('every reading of a person is in the access log with who was shown and under which duty', async () => {
  const seen = (await as('helmi')('GET', '/people')).json().items.some((one: { id: string }) => one.id === person.id)
  assert.ok(seen)
  for (const path of [
    `/people/${person.id}`,
    `/people/${person.id}/notices`,
    `/people/${person.id}/statement.pdf?language=fi`,
    '/people',
    'POST /search',
    `/companies/${company.id}/people`,
    `/enquiries/${enquiry.id}`,
    '/enquiries',
  ]) {
    const before = (await register.looks()).length
    const posted = path.startsWith('POST ') && path.slice('POST '.length)
    const answer = await (posted ? as('helmi')('POST', posted, { q: 'aino' }) : as('helmi')('GET', path))
    if (answer.statusCode !== 200) assert.fail(`${path}: ${answer.statusCode} ${answer.body.slice(0, 200)}`)
    const looks = (await register.looks()).slice(before)
    assert.ok(
      looks.some(({ by, duty, people }) => by === ids.helmi && duty === 'service' && people.includes(person.id)),
      path,
    )
  }
})

test('the same requests are done for sales, so that what marketing was refused was refused for who asked', async () => {
  const writes = routes.filter(({ method, may }) => method !== 'GET' && typeof may === 'object' && 'purposes' in may)
  const done: string[] = []
  for (const route of writes) {
    const answer = await as('saku')(route.method, filled(route.path, there).replace('/api/v1', ''), sent(route, words))
    assert.ok(answer.statusCode < 500, `${route.method} ${route.path}: ${answer.body.slice(0, 300)}`)
    if (answer.statusCode < 300) done.push(`${route.method} ${route.path}`)
  }
  assert.ok(done.length >= 8, done.join('\n'))
})

test('a sole trader’s payment terms are the person’s, so reading them is in the access log', async () => {
  const trader = await as('saku')('POST', '/companies', {
    form: 'sole-trader',
    personName: { given: 'Kaisa', family: 'Koski' },
    values: { 'org.name': 'Tmi Kaisa Koski', 'com.paymentTerms': '14 pv netto' },
    source: 'order',
  })
  assert.equal(trader.statusCode, 201, trader.body)
  const { id, personId, relationships } = trader.json()
  for (const path of [`/companies/${id}`, `/companies/${id}/relationships`, `/relationships/${relationships[0].id}`]) {
    const before = (await register.looks()).length
    const answer = await as('bo')('GET', path)
    assert.ok(answer.body.includes('14 pv netto'), path)
    const last = (await register.looks()).slice(before).at(-1)
    assert.deepEqual(
      [last?.duty, last?.people, last?.fields.includes('com.paymentTerms')],
      ['billing', [personId], true],
    )
  }
})

test('what was noted of an enquiry’s source is read by those who read the enquiry itself', async () => {
  const noted = {
    channel: 'phone',
    message: 'Hinta?',
    person: person.id,
    source: 'contact',
    sourceNote: 'Numerosta 040 765 4321',
  }
  const { id } = (await as('saku')('POST', '/enquiries', noted)).json()
  assert.ok((await as('helmi')('GET', `/enquiries/${id}`)).body.includes('040 765 4321'))
  const answer = await as('maija')('GET', `/enquiries/${id}`)
  assert.equal(answer.statusCode, 200)
  assert.ok(!answer.body.includes('040 765 4321') && !answer.body.includes('Hinta?'))
})

function isOpenTo(who: CastName, may: May) {
  if (may === 'public' || may === 'signed-in') return true
  const held = cast[who].duties
  if ('duties' in may) return held.some((duty) => may.duties.includes(duty))
  return held.some((duty) =>
    policy.duties.get(duty)?.purposes.some((purpose) => may.purposes === 'any' || may.purposes.includes(purpose)),
  )
}

function filled(path: string, known: Record<string, string>) {
  const [, , , first = ''] = path.split('/')
  return path
    .replace('{id}', known[first] ?? randomUUID())
    .replace(/\{(version|other)\}/g, '1')
    .replace(/\{\w+\}/g, () => randomUUID())
}

function sent({ method, body }: Route, known: Record<string, unknown>) {
  if (method === 'GET') return undefined
  const payload = Object.fromEntries(body.flatMap((part) => (part in known ? [[part, known[part]]] : [])))
  return { headers: { 'if-match': '"1"' }, ...(body.length > 0 ? { payload } : {}) }
}

interface Operation {
  'x-may': May
  requestBody?: { content: Record<string, { schema: { properties?: object } }> }
}

async function everyRoute(): Promise<Route[]> {
  const { paths } = (await ask('GET', '/api/v1/openapi.json')).json() as {
    paths: Record<string, Record<string, Operation>>
  }
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase() as Method,
      path,
      may: operation['x-may'],
      body: Object.keys(operation.requestBody?.content['application/json']?.schema.properties ?? {}),
    })),
  )
}
