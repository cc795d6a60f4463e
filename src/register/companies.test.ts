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

test('a company comes in as a prospect of the group company, looked after by whoever brought it', async () => {
  const { ledger: lines, looks } = await said(async () => {
    const kaari = await company({
      'org.name': 'Kaaren Sähkö Oy',
      'org.businessId': 'FI01120389',
      'org.phone': '0207 495 400',
      'org.email': 'info@kaari.example',
      'org.addresses': [
        { kind: 'visiting', street: 'Ratakatu', houseNumber: '7', postcode: '00520', city: 'Helsinki' },
      ],
    })
    assert.equal(kaari.values['org.businessId'], '0112038-9')
    assert.deepEqual(kaari.values['org.addresses'][0].label, ['Kaaren Sähkö Oy', 'Ratakatu 7', '00520 HELSINKI'])
    assert.deepEqual(kaari.values['org.email'], { address: 'info@kaari.example', kind: 'role' })
    assert.deepEqual(
      [kaari.relationships[0].state, kaari.relationships[0].owner, kaari.relationships[0].groupCompany],
      ['prospect', ids.saku, 'valo-energia'],
    )
    assert.equal(kaari.vatNumber, null)
  })
  assert.deepEqual(lines, ['organisation.created by saku', 'relationship.begun by saku'])
  assert.deepEqual(looks, [], 'a company is nobody’s personal data')
})

test('an order makes a customer at once', async () => {
  const { relationships } = await company(
    { 'org.name': 'Tilaava Oy', 'com.paymentTerms': '14 pv netto' },
    { source: 'order' },
  )
  assert.deepEqual([relationships[0].state, relationships[0].paymentTerms], ['customer', '14 pv netto'])
})

test('a VAT number is derived only when somebody has said that the company is registered', async () => {
  const { id, revision } = await company({ 'org.name': 'Veroton Oy', 'org.businessId': '1997513-1' })
  const change = (payload: object, at: number) =>
    sales('PATCH', `/companies/${id}`, { payload, headers: { 'if-match': String(at) } })
  const registered = (await change({ vatRegistered: true, source: 'contact' }, revision)).json()
  assert.equal(registered.vatNumber, 'FI19975131')
  assert.equal((await change({ vatRegistered: false, source: 'contact' }, registered.revision)).json().vatNumber, null)
})

test('a business ID must have its check digit, and belongs to one company only', async () => {
  const wrong = await sales('POST', '/companies', {
    values: { 'org.name': 'A Oy', 'org.businessId': '0112038-8' },
    source: 'contact',
  })
  assert.deepEqual([wrong.statusCode, wrong.json().code], [422, 'BUSINESS_ID_NOT_VALID'])
  const { id } = await company({ 'org.name': 'Ensimmäinen Oy', 'org.businessId': '0000017-4' })
  const again = await sales('POST', '/companies', {
    values: { 'org.name': 'Toinen Oy', 'org.businessId': '0000017-4' },
    source: 'contact',
  })
  assert.deepEqual(
    [again.statusCode, again.json().code, again.json().detail.company, again.json().detail.closed],
    [409, 'BUSINESS_ID_TAKEN', id, false],
  )
})

test('a payment term is not collected from a prospect', async () => {
  const { relationships } = await company({ 'org.name': 'Varhainen Oy' })
  const answer = await sales('PATCH', `/relationships/${relationships[0].id}`, {
    payload: { values: { 'com.paymentTerms': '14 pv' }, source: 'contract' },
    headers: { 'if-match': '1' },
  })
  assert.deepEqual(
    [answer.statusCode, answer.json().code, answer.json().detail.clause],
    [422, 'FIELD_NOT_OF_STAGE', 'S5.9'],
  )
})

test('a marketer never sees payment terms, and is told which clause says so', async () => {
  const { id } = await company({ 'org.name': 'Maksava Oy', 'com.paymentTerms': '30 pv netto' }, { source: 'contract' })
  const answer = await as('maija')('GET', `/companies/${id}`)
  assert.equal(answer.body.includes('30 pv'), false)
  assert.equal(answer.json().may.fields['com.paymentTerms'].read.clause, 'S5.9')
})

test('behind a sole trader stands a person, and looking at the company is looking at the person', async () => {
  const alone = await sales('POST', '/companies', {
    values: { 'org.name': 'Tmi Yksin' },
    form: 'sole-trader',
    source: 'contact',
  })
  assert.deepEqual([alone.statusCode, alone.json().code], [422, 'SOLE_TRADER_NEEDS_PERSON'])
  let tmi: Awaited<ReturnType<typeof company>> | undefined
  const { ledger: lines, looks } = await said(async () => {
    tmi = await company({ 'org.name': 'Tmi Aada Kallio' }, { form: 'sole-trader', personName: 'Aada Kallio' })
  })
  assert.deepEqual(
    looks.map(({ people, fields }) => [people, fields.includes('org.name')]),
    [[[tmi?.personId], true]],
  )
  assert.deepEqual(lines, [
    'person.created by saku',
    'notice.queued by saku',
    'organisation.created by saku',
    'relationship.begun by saku',
  ])
  assert.equal((await sales('GET', `/people/${tmi?.personId}`)).json().kind, 'sole-trader')
})

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
    assert.deepEqual((await sales('GET', `/search?q=${encodeURIComponent('päättyvä')}`)).json().items, [
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

test('S3.1: the contact of the register is named among the staff, and cannot leave without a successor', async () => {
  const admin = as('tomas')
  assert.equal((await admin('GET', '/contact-of-register')).statusCode, 404)
  assert.equal((await admin('PUT', '/contact-of-register', { handler: nobody })).json().code, 'NOT_STAFF')
  const { ledger: lines } = await said(async () => {
    const named = await admin('PUT', '/contact-of-register', {
      handler: ids.ingrid,
      deputy: ids.helmi,
      cover: { staff: ids.ellen, from: '2026-03-01', until: '2026-03-07' },
    })
    assert.deepEqual([named.json().handler.name, named.json().answersToday.name], ['Ingrid Sandell', 'Ellen Wirtanen'])
    const refused = await admin('POST', `/staff/${ids.ingrid}/closure`, {})
    assert.deepEqual(
      [refused.statusCode, refused.json().code, refused.json().detail.clause],
      [409, 'LAST_HANDLER', 'S3.1'],
    )
    const closed = await admin('POST', `/staff/${ids.ingrid}/closure`, { successor: ids.helmi })
    assert.equal(closed.statusCode < 300, true, closed.body)
    assert.deepEqual(
      [
        (await admin('GET', '/contact-of-register')).json().handler.name,
        (await admin('GET', '/contact-of-register')).json().deputy,
      ],
      ['Helmi Aaltola', null],
    )
  })
  assert.deepEqual(
    lines.filter((line) => line.startsWith('contact')),
    ['contact-of-register.named by tomas', 'contact-of-register.named by tomas'],
  )
  assert.equal((await sales('GET', '/contact-of-register')).statusCode, 403)
})
