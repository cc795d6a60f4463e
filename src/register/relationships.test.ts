import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as, register, ledger, ids } = await anApp()
const sales = as('saku')
const nobody = '019cadfd-8900-7000-8000-000000000000'

async function company(values: object, more: object = {}) {
  const answer = await sales('POST', '/companies', { values, source: 'contact', ...more })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}

async function said(deed: () => Promise<unknown>) {
  const [before, looksBefore] = [(await ledger()).length, (await register.looks()).length]
  await deed()
  return { ledger: (await ledger()).slice(before), looks: (await register.looks()).slice(looksBefore) }
}

test('a relationship moves only as the life cycle allows', async () => {
  const { relationships } = await company({ 'org.name': 'Elinkaari Oy' })
  const { id } = relationships[0]
  const early = await sales('POST', `/relationships/${id}/dormancy`)
  assert.deepEqual([early.statusCode, early.json().code], [409, 'RELATIONSHIP_STATE'])
  const { ledger: lines } = await said(async () => {
    assert.equal((await sales('POST', `/relationships/${id}/customership`)).json().state, 'customer')
    assert.deepEqual((await sales('POST', `/relationships/${id}/dormancy`)).json().events, [
      'customership',
      'activity',
      'ending',
    ])
    assert.equal((await sales('POST', `/relationships/${id}/activity`)).json().state, 'customer')
  })
  assert.deepEqual(lines, ['relationship.moved by saku', 'relationship.moved by saku', 'relationship.moved by saku'])
})

test('an ended relationship leaves the daily desks with its people, and reopens in one click with a fresh source', async () => {
  const { id, relationships } = await company(
    { 'org.name': 'Päättyvä Oy', 'org.businessId': '0000025-4' },
    { source: 'order' },
  )
  const person = (
    await sales('POST', '/people', { values: { 'person.name': 'Päivö Päättyvä' }, company: id, source: 'order' })
  ).json()
  const tie = relationships[0].id
  const { ledger: lines } = await said(async () => {
    assert.deepEqual((await sales('POST', `/relationships/${tie}/ending`, { reason: 'contract-ended' })).json(), {
      id: tie,
      state: 'ended',
    })

    const gone = await sales('GET', `/companies/${id}`)
    assert.deepEqual(
      [gone.statusCode, gone.json().code, gone.json().detail],
      [410, 'ORGANISATION_CLOSED', { clause: 'S4.4', company: id, relationships: [tie] }],
    )
    assert.equal((await sales('GET', `/people/${person.id}`)).statusCode, 404)
    assert.deepEqual((await sales('POST', '/search', { q: 'päättyvä' })).json().items, [
      { kind: 'company', id, field: 'org.name', closed: true, title: 'Päättyvä Oy', subtitle: null },
    ])
    assert.equal(
      (await as('ingrid')('GET', `/people/${person.id}`)).statusCode,
      200,
      'the privacy contact still sees the person',
    )

    assert.equal((await sales('POST', `/relationships/${tie}/reopening`, {})).json().code, 'SOURCE_MISSING')
    const again = await sales('POST', `/relationships/${tie}/reopening`, { source: 'quote-request' })
    assert.deepEqual([again.statusCode, again.json().state], [201, 'prospect'])
    assert.equal((await sales('GET', `/people/${person.id}`)).statusCode, 200)
    assert.equal((await sales('GET', `/companies/${id}`)).json().sources['org.name'].source, 'quote-request')
  })
  assert.deepEqual(lines, ['relationship.ended by saku', 'relationship.reopened by saku'])
})

test('of two relationships one may end, and the company stays', async () => {
  const { id, relationships } = await company({ 'org.name': 'Kahden Kauppa Oy' })
  const second = await sales('POST', `/companies/${id}/relationships`, {
    groupCompany: 'valo-huolto',
    source: 'quote-request',
  })
  assert.equal(second.statusCode, 201, second.body)
  assert.equal(
    (await sales('POST', `/companies/${id}/relationships`, { groupCompany: 'valo-huolto', source: 'contact' })).json()
      .code,
    'RELATIONSHIP_EXISTS',
  )
  assert.equal(
    (await sales('POST', `/companies/${id}/relationships`, { groupCompany: 'toinen-oy', source: 'contact' })).json()
      .code,
    'GROUP_COMPANY_NOT_DECLARED',
  )
  await sales('POST', `/relationships/${relationships[0].id}/ending`, { reason: 'inactive' })
  const left = (await sales('GET', `/companies/${id}`)).json()
  assert.deepEqual(
    left.relationships.map(({ groupCompany }: Record<string, string>) => groupCompany),
    ['valo-huolto'],
  )
})

test('of two people who change one relationship, the second is told', async () => {
  const { relationships } = await company({ 'org.name': 'Kilpailtu Oy' })
  const change = (owner: string) =>
    sales('PATCH', `/relationships/${relationships[0].id}`, { payload: { owner }, headers: { 'if-match': '1' } })
  const answers = await Promise.all([change(ids.ellen), change(ids.saku)])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 409])
})

test('a list of companies is filtered by relationship, and names its owner', async () => {
  await company({ 'org.name': 'Suodatettu Oy' }, { owner: ids.ellen, groupCompany: 'valo-huolto' })
  const mine = (
    await as('ellen', 'sales')('GET', '/companies?owner=me&groupCompany=valo-huolto&state=prospect&count=true')
  ).json()
  assert.deepEqual(
    [mine.count, mine.items[0].values['org.name'], mine.items[0].relationships[0].ownerName],
    [1, 'Suodatettu Oy', 'Ellen Wirtanen'],
  )
  assert.equal((await sales('GET', '/companies?hasOpenEnquiry=true')).json().items.length, 0)
  assert.equal((await sales('GET', '/companies?updatedSince=eilen')).json().code, 'INVALID_REQUEST')
})

test('a company that does not exist is not found, whichever way it is asked for', async () => {
  assert.equal((await sales('GET', `/companies/${nobody}`)).statusCode, 404)
  assert.equal((await sales('POST', `/companies/${nobody}/relationships`, { source: 'contact' })).statusCode, 404)
  assert.equal((await sales('POST', `/relationships/${nobody}/ending`, { reason: 'other' })).statusCode, 404)
  assert.equal(
    (
      await sales('PATCH', `/companies/${nobody}`, {
        payload: { values: { 'org.name': 'X' }, source: 'contact' },
        headers: { 'if-match': '1' },
      })
    ).statusCode,
    404,
  )
})
