import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formToken } from '#website'
import { aRightsDesk } from './rights-desk.fixture.ts'

const { as, ask, register, ingrid, outbox, tend, last, aPerson, enter, step, answerBy, one } = await aRightsDesk()
const aino = await aPerson('Aino Virtanen', 'aino@koti.example')

test('mail from the known address: accepted, receipted, granted, answered by a link that asks a code (AS-28)', async () => {
  const made = await enter({ address: 'aino@koti.example' })
  assert.deepEqual(
    [made.state, made.identity, made.identityMethod, made.next],
    ['assessing', 'proven', 'known-address', 'decide'],
  )
  await tend()
  assert.match(last().subject, /Olemme saaneet pyyntösi/)
  assert.equal((await step(made.id, 'grant')).next, 'answer')
  await answerBy(made.id, 'reply')
  await tend()
  assert.match(last().text, /tietosuoja@om\.fi/)
  assert.equal((await one(made.id)).state, 'closed')

  const link = /http:\/\/register\.valo\.example(\/fi\/request\/answer\/[\w-]+\/)/.exec(last().text)?.[1] ?? ''
  const page = await ask('GET', link)
  assert.equal(page.statusCode, 200)
  assert.doesNotMatch(page.body, /aino@koti/)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  assert.match((await ask('POST', link, { headers: form, payload: 'send=code' })).body, /Koodi on lähetetty/)
  const code = /^(\d{6})$/m.exec(last().text)?.[1] ?? ''
  assert.equal(last().to, 'aino@koti.example')
  assert.match((await ask('POST', link, { headers: form, payload: 'code=000000x' })).body, /Koodi ei ole oikea/)
  assert.match((await ask('POST', link, { headers: form, payload: `code=${code}` })).body, /Lataa PDF/)
  const file = await ask('POST', `${link}html`, { headers: form, payload: `code=${code}` })
  assert.match(String(file.headers['content-disposition']), /attachment; filename="access-/)
  assert.match(file.body, /Aino/)
  assert.equal((await ask('POST', `${link}html`, { headers: form, payload: 'code=123456' })).statusCode, 422)
})

test('an objection to marketing is in force with its receipt, whoever asks, and no step is left but the answer', async () => {
  const { id, state } = await enter({
    kind: 'objection-to-marketing',
    address: 'aino@koti.example',
    via: 'letter',
    replyWay: 'email',
  })
  assert.equal(state, 'executing')
  const { count } = await register.db
    .owner()
    .selectFrom('register.objection')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', aino)
    .executeTakeFirstOrThrow()
  assert.equal(Number(count), 1)
  await tend()
  await tend()
  assert.equal((await one(id)).state, 'closed')
  assert.match(last().text, /suoramarkkinointia mitään kanavaa pitkin/)
})

test('a request that also says no to marketing is split: that part is done at once, the rest keeps its day', async () => {
  const pia = await aPerson('Pia Lahti', 'pia@koti.example')
  const { id } = await enter({ kind: 'erasure', address: 'pia@koti.example', alsoStopMarketing: true })
  const { items } = (await ingrid('GET', '/requests?shown=all')).json()
  const part = items.find(
    (item: { kind: string; person: { id: string } | null }) =>
      item.kind === 'objection-to-marketing' && item.person?.id === pia,
  )
  assert.equal(part.state, 'executing')
  assert.equal((await one(part.id)).partOf, id)
})

test('two who share a mailbox: the mailbox proves nothing, evidence chooses, and each gets their own package', async () => {
  const eero = await aPerson('Eero Saari', 'saari@koti.example')
  const elli = await aPerson('Elli Saari', 'saari@koti.example')
  const made = await enter({ address: 'saari@koti.example', name: 'Elli Saari' })
  assert.deepEqual([made.person, made.doubt, made.next], [null, 'shared-mailbox', 'identify'])
  assert.equal(made.holders.length, 2)
  assert.equal(
    (await step(made.id, 'identity-proof', { method: 'known-address', person: elli }, 409)).code,
    'MAILBOX_IS_SHARED',
  )
  assert.equal((await ingrid('GET', `/requests/${made.id}/package/json`)).json().code, 'PERSON_NOT_CHOSEN')
  await step(made.id, 'identity-proof', { method: 'call-back', person: elli })
  const file = await ingrid('GET', `/requests/${made.id}/package/html`)
  assert.match(file.body, /Elli/)
  assert.doesNotMatch(file.body, /Eero/)
  assert.equal((await step(made.id, 'person', { person: eero }, 409)).code, 'REQUEST_STATE')
})

test('nobody but the privacy desk sees or moves requests', async () => {
  for (const who of ['saku', 'maija', 'helmi', 'bo', 'tomas'] as const)
    assert.equal((await as(who)('GET', '/requests')).statusCode, 403, who)
})

test('from the form: one question by mail, a stopped clock with its reason, and the loop proves it (AS-29)', async () => {
  await tend()
  const before = outbox.length
  await register.setClock('2026-03-03T09:00:00+02:00')
  const token = formToken('a secret for tests only', new Date('2026-03-03T08:59:00+02:00'))
  const taken = await ask('POST', '/fi/request/', {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `kind=access&text=Tiedot&address=aino%40koti.example&begun=${token}`,
  })
  assert.match(taken.body, /Pyyntösi on perillä/)
  await tend()
  assert.equal(outbox.length, before + 1)
  const held = () =>
    register.db
      .owner()
      .selectFrom('register.rights_request')
      .selectAll()
      .where('received_via', '=', 'form')
      .executeTakeFirstOrThrow()
  const asked = await held()
  assert.deepEqual([asked.state, asked.asked_on, asked.doubt_reason], ['identifying', '2026-03-03', 'unknown-sender'])

  await register.setClock('2026-03-08T09:00:00+02:00')
  const link = /http:\/\/register\.valo\.example(\/fi\/request\/confirm\/[\w-]+\/)/.exec(last().text)?.[1] ?? ''
  for (let scanner = 0; scanner < 20; scanner += 1) assert.equal((await ask('GET', link)).statusCode, 200)
  assert.equal((await held()).state, 'identifying')
  assert.match((await ask('POST', link, { payload: {} })).body, /vahvistettu/)
  const proven = await held()
  assert.deepEqual(
    [proven.state, proven.identity_method, proven.due_on, proven.paused_days],
    ['assessing', 'address-loop', '2026-04-08', 5],
  )
  assert.equal((await ask('POST', link, { payload: {} })).statusCode, 410)
})

test('two rounds of the job at once send one letter once', async () => {
  const { id } = await register.db
    .owner()
    .selectFrom('register.rights_request')
    .select('id')
    .where('received_via', '=', 'form')
    .executeTakeFirstOrThrow()
  const letter = {
    kind: 'receipt',
    language: 'fi',
    subject: 'Kerran',
    body: 'Vain kerran.',
    way: 'email',
    state: 'queued',
    by: 'ingrid',
  }
  await register.db
    .owner()
    .insertInto('register.rights_letter')
    .values({ ...letter, request_id: id, made_at: register.now(), sent_at: null } as never)
    .execute()
  await Promise.all([tend(), tend(), tend()])
  assert.equal(outbox.filter(({ subject }) => subject === 'Kerran').length, 1)
})
