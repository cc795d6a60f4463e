import assert from 'node:assert/strict'
import test from 'node:test'
import { perform } from '#ledger'
import { anApp } from '#test/app'
import { afterEnquiry, eventsOfEnquiry } from './enquiries.ts'
import { inForce } from './in-force.ts'
import { receiveEnquiry, type Submission } from './receive-enquiry.ts'

const { as, register, ledger, ids } = await anApp()
const sales = as('saku')
const nobody = '019cadfd-8900-7000-8000-000000000000'

/** A visitor sends the form on the website. */
function sends(said: Partial<Submission> = {}) {
  const occasion = { by: 'visitor', duty: 'intake', purpose: 'customer-communication', at: register.now(), under: '1' }
  const submission = {
    name: 'Maria Lindholm',
    email: 'maria.lindholm@tuuli.example',
    message: 'Haluaisin tarjouksen.',
    language: 'fi' as const,
    ...said,
  }
  return perform(register.db, occasion, (act) => receiveEnquiry(act, inForce(register), submission))
}

async function said(deed: () => Promise<unknown>) {
  const [before, looksBefore] = [(await ledger()).length, (await register.looks()).length]
  await deed()
  return { ledger: (await ledger()).slice(before), looks: (await register.looks()).slice(looksBefore) }
}

test('a visitor who is not known comes into the register as a lead, with the notice that stood in the form', async () => {
  const { ledger: lines } = await said(async () => {
    const { enquiryId, personId, wasKnown } = await sends({ phone: '040 123 4567' })
    assert.equal(wasKnown, false)
    const person = (await sales('GET', `/people/${personId}`)).json()
    assert.deepEqual([person.kind, person.relationships[0].state], ['representative', 'prospect'])
    assert.deepEqual(person.values['person.phone'][0].number, '+358401234567')
    assert.deepEqual(
      [person.notices[0].state, person.notices[0].deliveries[0].way, person.notices[0].version],
      ['delivered', 'form', 1],
    )
    assert.deepEqual([person.sources['person.name'].source, person.sources['person.name'].by], ['web-form', 'visitor'])
    const enquiry = (await sales('GET', `/enquiries/${enquiryId}`)).json()
    assert.deepEqual(
      [enquiry.state, enquiry.message, enquiry.person.name],
      ['new', 'Haluaisin tarjouksen.', 'Maria Lindholm'],
    )
  })
  assert.deepEqual(lines, ['person.created by visitor', 'enquiry.received by visitor', 'notice.given by visitor'])
})

test('a visitor whose address is known is the same person, and nothing held is overwritten', async () => {
  const first = await sends({ email: 'known@tuuli.example', name: 'Tove Ek' })
  const { ledger: lines } = await said(async () => {
    const second = await sends({ email: 'Known@Tuuli.example', name: 'Tuuve Ekk', phone: '0207 495 400' })
    assert.deepEqual([second.wasKnown, second.personId], [true, first.personId])
    const person = (await sales('GET', `/people/${first.personId}`)).json()
    assert.deepEqual(
      [person.values['person.name'], person.values['person.phone']],
      [{ given: 'Tove', family: 'Ek' }, []],
    )
    const enquiry = (await sales('GET', `/enquiries/${second.enquiryId}`)).json()
    assert.deepEqual([enquiry.saidName, enquiry.saidPhone], ['Tuuve Ekk', '+358207495400'])
  })
  assert.deepEqual(lines, ['enquiry.received by visitor'])
})

test('two forms from one address at the same time are one person', async () => {
  const both = await Promise.all([1, 2, 3].map(() => sends({ email: 'kolme@tuuli.example', name: 'Kolme Kertaa' })))
  assert.equal(new Set(both.map(({ personId }) => personId)).size, 1)
})

test('a private address makes a private customer, and folded letters do not make another name', async () => {
  const { personId } = await sends({ email: 'paivi@gmail.com', name: 'Päivi Mäkinen' })
  assert.equal((await sales('GET', `/people/${personId}`)).json().kind, 'private-customer')
  const { enquiryId } = await sends({ email: 'paivi@gmail.com', name: 'Makinen Paivi' })
  assert.equal((await sales('GET', `/enquiries/${enquiryId}`)).json().saidName, null)
})

test('a person whose relationship had ended writes again, and is at the daily desk again', async () => {
  const { personId, enquiryId } = await sends({ email: 'palaaja@tuuli.example', name: 'Palle Palaaja' })
  await sales('POST', `/enquiries/${enquiryId}/closure`)
  const tie = (await sales('GET', `/people/${personId}`)).json().relationships[0].id
  await sales('POST', `/relationships/${tie}/ending`, { reason: 'inactive' })
  assert.equal((await sales('GET', `/people/${personId}`)).statusCode, 404)
  const again = await sends({ email: 'palaaja@tuuli.example', name: 'Palle Palaaja' })
  assert.equal(again.personId, personId)
  assert.equal((await sales('GET', `/people/${personId}`)).json().relationships[0].state, 'prospect')
})

for (const [wrong, submission, code] of [
  ['a personal identity code in the message', { message: 'Olen 131052-308T' }, 'PERSONAL_IDENTITY_CODE'],
  ['a broken address', { email: 'maria@' }, 'EMAIL_NOT_VALID'],
  ['a broken number', { phone: 'soittakaa' }, 'PHONE_NOT_VALID'],
  ['no name', { name: ' ' }, 'VALUE_REQUIRED'],
  ['a message longer than a book', { message: 'x'.repeat(20_001) }, 'TEXT_TOO_LONG'],
  ['a group company that the statement does not name', { groupCompany: 'toinen-oy' }, 'GROUP_COMPANY_NOT_DECLARED'],
] as const) {
  test(`a form with ${wrong} is refused, and nothing is stored`, async () => {
    const { ledger: lines } = await said(() =>
      assert.rejects(sends({ email: 'uusi.ihminen@tuuli.example', ...submission }), { code }),
    )
    assert.deepEqual(lines, [])
    assert.equal((await sales('POST', '/search', { q: 'uusi.ihminen' })).json().items.length, 0)
  })
}

test('the machine that takes forms in reads nobody', async () => {
  for (const query of [
    'select given_name from register.person',
    'select address from register.person_email',
    'select message from register.enquiry',
  ]) {
    const { sql } = await import('kysely')
    await assert.rejects(sql.raw(query).execute(register.db.as('intake')), { code: '42501' }, query)
  }
})

test('an enquiry goes through hands: assigned, answered, closed, reopened', async () => {
  const { enquiryId } = await sends()
  const { ledger: lines } = await said(async () => {
    const assigned = (await sales('POST', `/enquiries/${enquiryId}/assignment`)).json()
    assert.deepEqual(
      [assigned.state, assigned.assignedToName, assigned.events],
      ['assigned', 'Saku Koskela', ['assignment', 'answer', 'closure']],
    )
    const given = await sales('PATCH', `/enquiries/${enquiryId}`, {
      payload: { assignedTo: ids.ellen },
      headers: { 'if-match': String(assigned.revision) },
    })
    assert.equal(given.json().assignedToName, 'Ellen Wirtanen')
    const late = await sales('PATCH', `/enquiries/${enquiryId}`, {
      payload: { assignedTo: ids.saku },
      headers: { 'if-match': String(assigned.revision) },
    })
    assert.deepEqual([late.statusCode, late.json().code], [409, 'EDITED_MEANWHILE'])
    assert.equal((await sales('POST', `/enquiries/${enquiryId}/answer`)).json().state, 'answered')
    assert.equal((await sales('POST', `/enquiries/${enquiryId}/closure`)).json().state, 'closed')
    assert.equal((await sales('POST', `/enquiries/${enquiryId}/closure`)).json().code, 'ENQUIRY_STATE')
    assert.equal((await sales('POST', `/enquiries/${enquiryId}/reopening`)).json().state, 'assigned')
  })
  assert.deepEqual(lines, [
    'enquiry.assigned by saku',
    'enquiry.assigned by saku',
    'enquiry.answered by saku',
    'enquiry.closed by saku',
    'enquiry.reopened by saku',
  ])
})

test('an enquiry is linked to a company and a person', async () => {
  const { enquiryId, personId } = await sends()
  const company = (await sales('POST', '/companies', { values: { 'org.name': 'Tuuli Oy' }, source: 'contact' })).json()
    .id
  const { ledger: lines } = await said(async () => {
    const linked = (await sales('POST', `/enquiries/${enquiryId}/link`, { company })).json()
    assert.deepEqual([linked.company.name, linked.person.id], ['Tuuli Oy', personId])
    assert.equal((await sales('POST', `/enquiries/${enquiryId}/link`, { person: nobody })).statusCode, 404)
  })
  assert.deepEqual(lines, ['enquiry.linked by saku'])
  assert.equal((await sales('GET', `/companies/${company}`)).json().openEnquiries, 1)
  assert.deepEqual(
    (await sales('GET', '/companies?hasOpenEnquiry=true')).json().items.map(({ id }: { id: string }) => id),
    [company],
  )
})

test('an enquiry by phone is written down with its person, who is told on the phone', async () => {
  const { ledger: lines } = await said(async () => {
    const answer = await sales('POST', '/enquiries', {
      channel: 'phone',
      message: 'Kysyi huollosta.',
      source: 'contact',
      newPerson: { values: { 'person.name': 'Soili Soittaja' }, noticeGiven: { way: 'phone', language: 'fi' } },
    })
    assert.equal(answer.statusCode, 201, answer.body)
    assert.deepEqual(
      [answer.json().state, answer.json().person.name, answer.json().enteredByName],
      ['assigned', 'Soili Soittaja', 'Saku Koskela'],
    )
  })
  assert.deepEqual(lines, ['person.created by saku', 'notice.given by saku', 'enquiry.received by saku'])
})

test('requests for a quote that wait are told apart by their source (S6.2)', async () => {
  const entered = await sales('POST', '/enquiries', {
    ...{ channel: 'phone', message: 'Tarjous katosta', source: 'quote-request' },
    newPerson: { values: { 'person.name': 'Kaarlo Katto' } },
  })
  assert.equal(entered.statusCode, 201, entered.body)
  const filter = {
    all: [
      { column: 'source', is: 'is', value: ['quote-request'] },
      { column: 'state', is: 'is', value: ['new', 'assigned'] },
    ],
  }
  const { items } = (await sales('POST', '/lists/enquiries/rows', { filter, columns: ['source', 'state'] })).json()
  assert.deepEqual(
    items.map(({ id, values }: { id: string; values: object }) => [id, values]),
    [[entered.json().id, { source: 'quote-request', state: 'assigned' }]],
  )
  const { columns, quick } = (await sales('GET', '/lists/enquiries')).json()
  const source = columns.find(({ id }: { id: string }) => id === 'source')
  assert.ok(
    source.choices.some(
      ({ id, label }: Record<string, string>) => id === 'quote-request' && /request/i.test(label ?? ''),
    ),
  )
  assert.ok(quick.includes('source'))
})

test('the inbox is paged from the newest, and says in the access log whom it showed', async () => {
  const { looks } = await said(async () => {
    const first = (await sales('GET', '/enquiries?limit=2')).json()
    const second = (await sales('GET', `/enquiries?limit=2&after=${first.next}`)).json()
    const shown = [...first.items, ...second.items].map(({ id }: { id: string }) => id)
    assert.equal(new Set(shown).size, 4)
    assert.equal((await sales('GET', '/enquiries?state=closed')).json().items.length, 1)
  })
  assert.deepEqual(
    looks.map(({ duty, fields }) => [duty, fields]),
    [
      ['sales', ['com.enquiries', 'person.name']],
      ['sales', ['com.enquiries', 'person.name']],
      ['sales', ['com.enquiries', 'person.name']],
    ],
  )
})

test('a duty without enquiries neither reads their content nor moves them', async () => {
  const { enquiryId } = await sends()
  const seen = await as('maija')('GET', `/enquiries/${enquiryId}`)
  assert.equal(seen.body.includes('Haluaisin'), false)
  assert.deepEqual([seen.json().events, seen.json().may.edit.code], [[], 'FIELD_NOT_OF_DUTY'])
  const moved = await as('maija')('POST', `/enquiries/${enquiryId}/closure`)
  assert.deepEqual([moved.statusCode, moved.json().code], [403, 'FIELD_NOT_OF_DUTY'])
})

test('the states of an enquiry and what leads from each', () => {
  assert.deepEqual(eventsOfEnquiry('new'), ['assignment', 'answer', 'closure'])
  assert.deepEqual(eventsOfEnquiry('closed'), ['reopening'])
  assert.equal(afterEnquiry('answer', 'closed'), null)
})
