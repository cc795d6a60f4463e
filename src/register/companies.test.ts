import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as, register, ledger, ids } = await anApp()
const sales = as('saku')

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

test('of two who bring the same company at once, one is told', async () => {
  const bring = () =>
    sales('POST', '/companies', {
      values: { 'org.name': 'Yhtaikaa Oy', 'org.businessId': '2345671-3' },
      source: 'contact',
    })
  const answers = await Promise.all([bring(), bring(), bring()])
  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode).sort(),
    [201, 409, 409],
    answers.map(({ body }) => body).join(),
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
