import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { perform } from '#ledger'
import { anApp } from '#test/app'
import { emptyBin } from '#work'
import { opportunitiesBin, winWithQuote } from './change-opportunity.ts'

const { as, register, ledger, ids } = await anApp()
const [sales, billing, service, marketing] = [as('saku'), as('bo'), as('helmi'), as('maija')]
const stages = {
  fresh: '01920000-0000-7000-8000-000000000011',
  quoted: '01920000-0000-7000-8000-000000000013',
  won: '01920000-0000-7000-8000-000000000015',
  lost: '01920000-0000-7000-8000-000000000016',
}
const firm = (await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })).json()
const maija = (
  await sales('POST', '/people', {
    values: { 'person.name': 'Maija Mäki', 'person.email': 'maija@maki.example' },
    source: 'order',
    company: firm.id,
  })
).json()
const wish = { company: firm.id, title: 'Lämpöpumput halliin', valueCents: 1_250_000, expectedClose: '2026-03-31' }
const open = async (more = {}) => (await sales('POST', '/opportunities', { ...wish, ...more })).json()
const move = (id: string, revision: number, body: object, who = sales) =>
  who('POST', `/opportunities/${id}/stage`, { payload: body, headers: { 'if-match': `"${revision}"` } })

test('an opportunity begins in the first stage, belongs to whoever opened it, and moves through the pipeline', async () => {
  const before = (await ledger()).length
  const card = await open({ contactPerson: maija.id })
  assert.deepEqual(
    [card.party, card.contactName, card.probability, card.state, card.owner, card.revision],
    ['Kivelän Puu Oy', 'Maija Mäki', 10, 'open', ids.saku, 1],
  )
  const moved = (await move(card.id, 1, { stage: stages.quoted })).json()
  assert.deepEqual([moved.stage, moved.probability, moved.revision], [stages.quoted, 50, 2])
  const why = await move(card.id, 2, { stage: stages.lost })
  assert.deepEqual(
    [why.statusCode, why.json().code, why.json().detail.field],
    [422, 'OPPORTUNITY_LOST_WHY', 'lostReason'],
  )
  const lost = (
    await move(card.id, 2, { stage: stages.lost, lostReason: 'price', lostNote: 'Kilpailija halvempi' })
  ).json()
  assert.deepEqual([lost.state, lost.lostReason, lost.closedOn, lost.probability], ['lost', 'price', '2026-03-02', 0])
  const again = (await move(card.id, 3, { stage: stages.fresh })).json()
  assert.deepEqual([again.state, again.lostReason, again.lostNote, again.closedOn], ['open', null, null, null])
  assert.deepEqual((await ledger()).slice(before), [
    'opportunity.opened by saku',
    'opportunity.moved by saku',
    'opportunity.moved by saku',
    'opportunity.moved by saku',
  ])
})

test('of two people who drag one card at once, the second learns where it stands and nothing is lost', async () => {
  const { id } = await open({ title: 'Samaan aikaan' })
  const [one, other] = await Promise.all([
    move(id, 1, { stage: stages.quoted }),
    move(id, 1, { stage: stages.won }, as('saku')),
  ])
  const [first, second] = one.statusCode === 201 ? [one, other] : [other, one]
  assert.equal(first.statusCode, 201)
  assert.deepEqual([second.statusCode, second.json().code], [409, 'OPPORTUNITY_MOVED_MEANWHILE'])
  assert.deepEqual(second.json().detail, { revision: 2, stage: first.json().stage })
  const late = await sales('PATCH', `/opportunities/${id}`, {
    payload: { valueCents: 1 },
    headers: { 'if-match': '"1"' },
  })
  assert.equal(late.json().code, 'EDITED_MEANWHILE', 'an edit of an old card overwrites nothing either')
})

test('the board sums each column, whole and weighted, and says whom it showed', async () => {
  const pipeline = await layTwoStages()
  const { id } = await open({ pipeline, title: 'A', valueCents: 100_050, contactPerson: maija.id })
  await open({ pipeline, title: 'B', valueCents: null, expectedClose: null })
  await open({ pipeline, title: 'C', valueCents: 99, probability: 51, owner: ids.bo, expectedClose: '2026-03-30' })
  const before = (await register.looks()).length
  const board = (await billing('GET', `/board?pipeline=${pipeline}`)).json()
  const [first] = board.columns
  assert.deepEqual(
    [first.count, first.valueCents, first.weightedCents, first.cards.map(({ title }: { title: string }) => title)],
    [3, 100_149, 20_060, ['C', 'A', 'B']],
    'the nearest close first, without a day last',
  )
  assert.deepEqual([board.mayWrite, board.today], [false, '2026-03-02'])
  const mine = (await sales('GET', `/board?pipeline=${pipeline}&owner=me`)).json()
  assert.equal(mine.columns[0].count, 2)
  assert.deepEqual((await register.looks()).slice(before, before + 1), [
    {
      by: ids.bo,
      duty: 'billing',
      purpose: 'bookkeeping',
      people: [maija.id],
      fields: ['com.quotes', 'person.name'],
    },
  ])
  const refused = await marketing('GET', '/board')
  assert.deepEqual([refused.statusCode, refused.json().code], [403, 'FIELD_NOT_OF_DUTY'])
  await assert.rejects(sql`select title from register.opportunity`.execute(register.db.as('marketing')), {
    code: '42501',
  })
  assert.equal((await service('POST', '/opportunities', { ...wish })).json().code, 'FIELD_NOT_OF_DUTY')

  const forecast = (await sales('GET', `/forecast?pipeline=${pipeline}&months=2`)).json().items
  assert.deepEqual(
    forecast.map(({ month, count, weightedCents }: Record<string, unknown>) => [month, count, weightedCents]),
    [
      ['late', 0, 0],
      ['2026-03', 2, 20_060],
      ['2026-04', 0, 0],
      ['none', 1, 0],
    ],
  )
  await move(id, 1, { stage: board.columns[1].id })
  assert.equal((await sales('GET', `/forecast?pipeline=${pipeline}`)).json().items[1].wonCents, 100_050)
})

test('an enquiry becomes an opportunity in one press, and only once', async () => {
  const enquiry = (
    await sales('POST', '/enquiries', {
      channel: 'phone',
      message: '\nTarvitsemme kymmenen ilmalämpöpumppua.\nSoittakaa.',
      company: firm.id,
      person: maija.id,
      source: 'contact',
    })
  ).json()
  const made = await sales('POST', `/enquiries/${enquiry.id}/opportunity`, {})
  assert.equal(made.statusCode, 201, made.body)
  const { title, company, contact, enquiry: from } = made.json()
  assert.deepEqual(
    [title, company, contact, from],
    ['Tarvitsemme kymmenen ilmalämpöpumppua.', firm.id, maija.id, enquiry.id],
  )
  const again = await sales('POST', `/enquiries/${enquiry.id}/opportunity`, {})
  assert.deepEqual(
    [again.statusCode, again.json().code, again.json().detail.opportunity],
    [409, 'OPPORTUNITY_OF_ENQUIRY', made.json().id],
  )
  const { items } = (await sales('GET', `/people/${maija.id}/opportunities`)).json()
  assert.ok(
    items.some(({ id }: { id: string }) => id === made.json().id),
    'on the card of whom we talk with',
  )
})

test('what is deleted lies in the bin for fourteen days, comes back whole, and is then erased', async () => {
  const before = (await ledger()).length
  const card = await open({ title: 'Vahingossa' })
  assert.equal((await sales('DELETE', `/opportunities/${card.id}`)).statusCode, 204)
  assert.equal((await sales('GET', `/opportunities/${card.id}`)).statusCode, 404)
  const { items } = (await sales('GET', '/bin')).json()
  assert.deepEqual(
    items.map(({ kind, title, party, byName }: Record<string, unknown>) => [kind, title, party, typeof byName]),
    [['opportunity', 'Vahingossa', 'Kivelän Puu Oy', 'string']],
  )
  assert.equal((await sales('POST', `/bin/opportunity/${card.id}/restoration`)).statusCode, 204)
  assert.equal((await sales('GET', `/opportunities/${card.id}`)).json().title, 'Vahingossa')
  await sales('DELETE', `/opportunities/${card.id}`)

  const night = (day: number) =>
    emptyBin(register, { ...machine, at: new Date(Date.UTC(2026, 2, day, 1)) }, [opportunitiesBin])
  const machine = { by: 'register', duty: 'retention', purpose: 'retention', at: register.now(), under: '1' }
  assert.equal(await night(16), 0)
  assert.equal(await night(17), 1)
  assert.deepEqual((await sales('GET', '/bin')).json().items, [])
  assert.deepEqual((await ledger()).slice(before), [
    'opportunity.opened by saku',
    'opportunity.binned by saku',
    'opportunity.restored by saku',
    'opportunity.binned by saku',
    'bin.emptied by register',
  ])
})

test('an accepted quote wins its opportunity once', async () => {
  const card = await open()
  const desk = { by: ids.saku, duty: 'sales', purpose: 'customer-relationship', at: register.now(), under: '1' }
  const page = { ...desk, by: 'visitor', duty: 'intake', purpose: 'customer-communication' }
  for (const occasion of [page, desk])
    await perform(register.db, occasion, async (act) => {
      await winWithQuote(act as never, card.id)
      await act.record({ what: 'quote.accepted' })
    })
  const won = (await sales('GET', `/opportunities/${card.id}`)).json()
  assert.deepEqual([won.state, won.revision], ['won', 2])
})

test('bad input is refused at its field and never repeated', async () => {
  const cases = [
    [{ title: ' ' }, 'VALUE_REQUIRED', 'title'],
    [{ valueCents: -1 }, 'VALUE_NOT_VALID', 'valueCents'],
    [{ probability: 101 }, 'VALUE_NOT_VALID', 'probability'],
    [{ expectedClose: '2026-02-30' }, 'VALUE_NOT_VALID', 'expectedClose'],
    [{ owner: 'nobody' }, 'NOT_FOUND', 'owner'],
    [{ title: 'Asiakas 131052-308T' }, 'PERSONAL_IDENTITY_CODE', 'com.quotes'],
    [{ person: maija.id }, 'VALUE_REQUIRED', 'party'],
    [{ colour: 'red' }, 'FIELD_NOT_DECLARED', 'colour'],
  ] as const
  for (const [wrong, code, field] of cases) {
    const answer = await sales('POST', '/opportunities', { ...wish, ...wrong })
    assert.deepEqual([answer.json().code, answer.json().detail.field], [code, field], JSON.stringify(wrong))
  }
})

async function layTwoStages(): Promise<string> {
  const answer = await sales('POST', '/pipelines', {
    names: { fi: 'Vuokraus', en: 'Rental' },
    stages: [
      { names: { fi: 'Tunnusteltu' }, probability: 20, kind: 'open' },
      { names: { fi: 'Vuokrattu' }, probability: 100, kind: 'won' },
      { names: { fi: 'Ei syntynyt' }, probability: 0, kind: 'lost' },
    ],
  })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().id
}
