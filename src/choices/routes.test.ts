import assert from 'node:assert/strict'
import test from 'node:test'
import { perform } from '#ledger'
import { anApp } from '#test/app'
import { noteSale } from './index.ts'

const { as, register, ledger } = await anApp()
const sales = as('saku')
const owner = register.db.owner()

async function person(name: string, email: string, phone?: string) {
  const values = { 'person.name': name, 'person.email': email, ...(phone ? { 'person.phone': phone } : {}) }
  return (await sales('POST', '/people', { values, source: 'contact' })).json().id as string
}

const choices = async (id: string) => (await sales('GET', `/people/${id}/choices`)).json()
const wording = 'Annan luvan lähettää uutiskirjeen sähköpostiini.'
const consent = {
  purpose: 'direct-marketing',
  channel: 'email',
  wording,
  language: 'fi',
  via: 'in-person',
  proof: 'document',
  document: 'Mappi 3/12',
}

test('S12.17: staff record an objection in one step, without identity or form, and it holds at once', async () => {
  const id = await person('Aylin Demir', 'aylin@demir.example', '040 123 4567')
  const answer = await sales('POST', `/people/${id}/objections`, { scope: 'all', via: 'phone', byAgent: true })
  assert.equal(answer.statusCode, 201)
  const said = answer.json()
  assert.equal(said.objectedToAll, true)
  assert.deepEqual(
    said.standings.map((one: { channel: string; state: string; clause: string; via: string }) => [
      one.channel,
      one.state,
      one.clause,
      one.via,
    ]),
    [
      ['email', 'objected', 'S12.16', 'phone'],
      ['post', 'objected', 'S12.16', 'phone'],
    ],
  )
  assert.deepEqual((await ledger()).slice(-2), ['objection.recorded by saku', 'address.suppressed by saku'])
  const listed = await owner.selectFrom('register.suppression').select(['scope']).execute()
  assert.deepEqual(listed, [{ scope: 'all' }, { scope: 'all' }])
  assert.deepEqual((await register.looks()).at(-1), {
    ...{
      by: (await register.looks()).at(-1)?.by,
      duty: 'sales',
      purpose: 'customer-relationship',
      people: [id],
      fields: ['sys.consent'],
    },
  })
})

test('C5: no consent that staff record lifts an objection, and no sale revives it', async () => {
  const id = await person('Jonas Berg', 'jonas@berg.example')
  await sales('POST', `/people/${id}/objections`, { scope: 'channel', channel: 'email', via: 'letter' })
  const answer = await sales('POST', `/people/${id}/consents`, consent)
  assert.deepEqual([answer.statusCode, answer.json().code], [409, 'ONLY_OWN_ACT'])
  const occasion = { by: 'x', duty: 'sales', purpose: 'customer-relationship', at: register.now(), under: '1' }
  await perform(register.db, occasion, (act) =>
    noteSale(act as never, {
      ...{ personId: id, groupCompany: 'valo-energia', productGroup: 'services', soldAt: register.now() },
      ...{ emailId: null, toldOfRefusal: true, deal: { kind: 'order', id: null } },
    }),
  )
  const { standings, sales: facts } = await choices(id)
  assert.equal(standings[0].state, 'objected')
  assert.deepEqual(
    facts.map((one: { hasAddress: boolean; toldOfRefusal: boolean }) => [one.hasAddress, one.toldOfRefusal]),
    [[false, true]],
  )
})

test('S4.7: a consent has its wording, its proof and an end; without a proof it is none', async () => {
  const id = await person('Maria Lahti', 'maria@lahti.example')
  for (const [more, code] of [
    [{ proof: undefined }, 'CONSENT_WITHOUT_PROOF'],
    [{ document: ' ' }, 'CONSENT_WITHOUT_PROOF'],
    [{ wording: ' ' }, 'WORDING_MISSING'],
    [{ purpose: 'profiling' }, 'PURPOSE_NOT_DECLARED'],
    [{ channel: 'sms' }, 'CHANNEL_NOT_DECLARED'],
    [{ channel: ['email', 'post'] }, 'INVALID_REQUEST'],
  ] as const)
    assert.equal((await sales('POST', `/people/${id}/consents`, { ...consent, ...more })).json().code, code)

  const answer = await sales('POST', `/people/${id}/consents`, consent)
  assert.equal(answer.statusCode, 201)
  const [held] = answer.json().consents
  assert.deepEqual(
    [held.state, held.wording, held.wordingLanguage, held.version, held.expiresOn],
    ['given', wording, 'fi', 1, '2028-03-02'],
  )
  assert.equal(answer.json().standings[0].state, 'consented')
  assert.equal(answer.json().history[0].document, 'Mappi 3/12')
  assert.equal((await ledger()).at(-1), 'consent.given by saku')

  const gone = await sales('POST', `/people/${id}/consent-withdrawals`, {
    purpose: 'direct-marketing',
    channel: 'email',
    via: 'phone',
  })
  assert.deepEqual([gone.statusCode, gone.json().standings[0].state], [201, 'objected'])
  assert.deepEqual((await ledger()).slice(-2), ['consent.withdrawn by saku', 'address.suppressed by saku'])
})

test('a defective wording takes every consent given in it with it', async () => {
  const words = 'Saatte lähettää kaikkea.'
  const [one, two] = [await person('Ann Vik', 'ann@vik.example'), await person('Bo Vik', 'bo@vik.example')]
  for (const id of [one, two]) await sales('POST', `/people/${id}/consents`, { ...consent, wording: words })
  const privacy = as('ingrid')
  const list = (await privacy('GET', '/consent-wordings')).json().items
  const read = list.find((item: { text: string }) => item.text === words)
  assert.equal(Number(read.consents), 2)
  assert.equal((await sales('POST', `/consent-wordings/${read.hash}/invalidation`)).statusCode, 403)
  const answer = await privacy('POST', `/consent-wordings/${read.hash}/invalidation`)
  assert.deepEqual([answer.statusCode, answer.json()], [201, { consents: 2 }])
  assert.equal((await choices(one)).consents[0].state, 'invalidated')
  assert.equal(
    (await sales('POST', `/people/${two}/consents`, { ...consent, wording: words })).json().code,
    'WORDING_INVALIDATED',
  )
})

test('Art. 18: restricted values are masked, and the restriction ends only once the person was told', async () => {
  const id = await person('Piotr Nowak', 'piotr@nowak.example', '040 765 4321')
  const begun = await sales('POST', `/people/${id}/restrictions`, { reason: 'accuracy' })
  assert.equal(begun.statusCode, 201)
  assert.equal(begun.json().standings[0].state, 'restricted')
  const seen = async (who: typeof sales) => Object.entries((await who('GET', `/people/${id}`)).json().values)
  assert.deepEqual(JSON.stringify(await seen(sales)).includes('piotr@nowak.example'), false)
  assert.deepEqual(JSON.stringify(await seen(sales)).includes('Nowak'), true)
  assert.deepEqual(JSON.stringify(await seen(as('ingrid'))).includes('piotr@nowak.example'), true)

  const card = (await sales('GET', `/people/${id}`)).json()
  assert.equal(card.restricted, true)
  const change = {
    payload: { values: { 'person.phone': [] }, source: 'contact' },
    headers: { 'if-match': String(card.revision) },
  }
  assert.equal((await sales('PATCH', `/people/${id}`, change)).json().code, 'PERSON_RESTRICTED')
  assert.equal(
    (await sales('POST', `/people/${id}/phones`, { number: '050 1234567', source: 'contact' })).json().code,
    'PERSON_RESTRICTED',
  )

  const restriction = begun.json().restrictions[0].id
  const early = await sales('POST', `/restrictions/${restriction}/lifting`)
  assert.deepEqual([early.statusCode, early.json().code], [409, 'LIFTING_NOT_TOLD'])
  await sales('POST', `/restrictions/${restriction}/lifting-notice`, { via: 'phone' })
  assert.equal((await sales('POST', `/restrictions/${restriction}/lifting`)).statusCode, 201)
  assert.equal(JSON.stringify(await seen(sales)).includes('piotr@nowak.example'), true)
  assert.deepEqual((await ledger()).slice(-3), [
    'restriction.begun by saku',
    'restriction.lifting-told by saku',
    'restriction.lifted by saku',
  ])
})

test('topics are narrowed by staff, and what was refused is ticked again by nobody but the person', async () => {
  const id = await person('Lea Koski', 'lea@koski.example')
  const set = (wanted: string[]) => sales('PUT', `/people/${id}/topics`, { wanted, via: 'phone' })
  assert.equal((await set(['news', 'services'])).statusCode, 200)
  const again = await set(['news', 'events', 'services'])
  assert.deepEqual([again.statusCode, again.json().code], [409, 'ONLY_OWN_ACT'])
  assert.equal((await set(['gossip'])).json().code, 'TOPIC_NOT_DECLARED')
  assert.deepEqual(
    (await choices(id)).topics.map((one: { id: string; wants: boolean }) => [one.id, one.wants]),
    [
      ['news', true],
      ['events', false],
      ['services', true],
    ],
  )
})

test('§ 202: a company refuses, and the card of each of its people says so', async () => {
  const company = (await sales('POST', '/companies', { values: { 'org.name': 'Holm Oy' }, source: 'contact' })).json()
    .id
  const values = { 'person.name': 'Ingrid Holm', 'person.email': 'ingrid.holm@holm.example' }
  const id = (await sales('POST', '/people', { values, source: 'contact', company })).json().id
  const answer = await sales('POST', `/companies/${company}/refusals`, { scope: 'all', via: 'email' })
  assert.equal(answer.statusCode, 201)
  assert.equal(answer.json().refusals.length, 1)
  assert.equal((await choices(id)).standings[0].state, 'organisation-refused')
  assert.equal((await ledger()).at(-1), 'refusal.recorded by saku')
})

test('a duty that reads no choices is told so by the field and its clause', async () => {
  const id = await person('Elsa Salo', 'elsa@salo.example')
  const answer = await as('bo')('GET', `/people/${id}/choices`)
  assert.deepEqual(
    [answer.statusCode, answer.json().code, answer.json().detail.clause],
    [403, 'FIELD_NOT_OF_DUTY', 'S5.20'],
  )
  assert.equal((await as('bo')('POST', `/people/${id}/objections`, { scope: 'all', via: 'phone' })).statusCode, 403)
})

test('whom the desk does not see is not there, and an objection says what it covers', async () => {
  const nobody = '019cadfd-8900-7000-8000-000000000000'
  assert.equal((await sales('GET', `/people/${nobody}/choices`)).statusCode, 404)
  assert.equal((await sales('POST', `/people/${nobody}/objections`, { scope: 'all', via: 'phone' })).statusCode, 404)
  const id = await person('Otto Lind', 'otto@lind.example')
  for (const wrong of [{ scope: 'topic' }, { scope: 'channel' }, { scope: 'all', channel: 'email' }])
    assert.equal(
      (await sales('POST', `/people/${id}/objections`, { ...wrong, via: 'phone' })).json().code,
      'OBJECTION_SCOPE',
    )
  assert.equal((await sales('POST', `/people/${id}/objections`, { scope: 'all', via: 'my-page' })).statusCode, 422)
  const future = { scope: 'all', via: 'letter', saidAt: '2026-04-01' }
  assert.equal((await sales('POST', `/people/${id}/objections`, future)).statusCode, 422)
})
