import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { look } from '#ledger'
import { recipientsHolding } from '#recipients'
import { anApp } from '#test/app'

const { as, register, ledger } = await anApp()
const privacy = as('ingrid')
const values = { 'person.name': 'Aino Harju', 'person.email': 'aino@asiakas.example', 'person.phone': '040 123 4567' }
const aino = (await as('saku')('POST', '/people', { values, source: 'contact' })).json().id as string

const asked = {
  recipient: 'authorities',
  authority: 'Keksitty valvontaviranomainen',
  provision: 'Keksitty laki 1/2020, 5 §',
  documentRef: 'KVV/2026/17',
  purpose: 'Tutkinta',
  people: [aino],
  fields: ['person.name', 'person.email'],
  askedOn: '2026-02-27',
}
const prepare = async (more: object = {}) => privacy('POST', '/authority-requests', { ...asked, ...more })
const since = async (before: number) => (await ledger()).slice(before)

test('one prepares, another approves, and only then the extract goes out: the asked fields and nothing else', async () => {
  const before = (await ledger()).length
  const { id } = (await prepare()).json()
  const url = `/authority-requests/${id}`
  const early = await privacy('POST', `${url}/release`, {})
  assert.deepEqual(
    [early.statusCode, early.json().code, early.json().detail.clause],
    [403, 'SECOND_PERSON_NEEDED', 'S8.2'],
  )
  assert.equal((await privacy('POST', `${url}/approval`, {})).json().code, 'SECOND_PERSON_NEEDED')

  assert.equal((await as('tomas')('POST', `${url}/approval`, {})).statusCode, 201)
  const looks = (await register.looks()).length
  const released = await privacy('POST', `${url}/release`, {})
  assert.equal(released.statusCode, 201, released.body)
  const { extract, pdf, digest } = released.json()
  assert.deepEqual(extract.people, [
    {
      person: aino,
      values: {
        'person.email': [{ address: 'aino@asiakas.example', kind: 'unknown' }],
        'person.name': [{ given_name: 'Aino', family_name: 'Harju' }],
      },
    },
  ])
  assert.equal(JSON.stringify(extract).includes('040'), false, 'the phone was not asked for')
  assert.equal(Buffer.from(pdf, 'base64').subarray(0, 5).toString(), '%PDF-')
  assert.deepEqual(await since(before), [
    'authority-request.prepared by ingrid',
    'authority-request.approved by tomas',
    'authority-request.released by ingrid',
    'disclosure.noted by ingrid',
  ])
  assert.deepEqual(
    (await register.looks()).slice(looks).map(({ people, fields }) => [people, fields]),
    [
      [[aino], ['person.name', 'sys.cases']],
      [[aino], ['person.email', 'person.name']],
    ],
  )
  const [noted] = (await privacy('GET', `/people/${aino}/disclosures`)).json().items
  assert.deepEqual(
    [noted.kind, noted.receiverName, noted.ground, noted.fields],
    ['authority', asked.authority, asked.provision, ['person.email', 'person.name']],
  )
  assert.equal((await privacy('GET', url)).json().extractDigest, digest)
  const again = await privacy('POST', `${url}/release`, {})
  assert.deepEqual([again.statusCode, again.json().code], [409, 'AUTHORITY_REQUEST_STATE'], 'it goes out once')
})

test('the administrator approves without seeing whom it is about', async () => {
  const { id } = (await prepare()).json()
  const shown = (await as('tomas')('GET', `/authority-requests/${id}`)).json()
  assert.deepEqual([shown.peopleCount, shown.people, shown.may], [1, [], { decide: true, release: false, own: false }])
  await assert.rejects(sql`select people from register.authority_request`.execute(register.db.as('admin')), {
    code: '42501',
  })
  assert.equal((await as('tomas')('POST', `/authority-requests/${id}/release`, {})).statusCode, 403)
})

test('a declined request says why and releases nothing', async () => {
  const { id } = (await prepare()).json()
  assert.equal((await as('tomas')('POST', `/authority-requests/${id}/declination`, {})).json().code, 'VALUE_REQUIRED')
  assert.equal(
    (await as('tomas')('POST', `/authority-requests/${id}/declination`, { note: 'Ei säännöstä' })).statusCode,
    201,
  )
  assert.equal((await privacy('POST', `/authority-requests/${id}/release`, {})).json().code, 'AUTHORITY_REQUEST_STATE')
})

test('without a provision of law, with an undeclared field, or for nobody, nothing is prepared', async () => {
  const said = async (more: object) => {
    const { code, detail } = (await prepare(more)).json()
    return `${code} ${detail.field}`
  }
  assert.equal(await said({ provision: '  ' }), 'VALUE_REQUIRED provision')
  assert.equal(await said({ fields: ['person.shoeSize'] }), 'FIELD_NOT_DECLARED fields')
  assert.equal(await said({ fields: ['sys.audit'] }), 'FIELD_NOT_DECLARED fields')
  assert.equal(await said({ people: [] }), 'VALUE_REQUIRED people')
  assert.equal(await said({ recipient: 'group' }), 'RECIPIENT_NOT_DECLARED recipient')
  assert.equal(await said({ askedOn: '2026-03-03' }), 'VALUE_NOT_VALID askedOn')
  assert.equal(await said({ silence: { until: '2028-01-01', ground: 'x' } }), 'SILENCE_TOO_LONG silence/until')
})

test('the database itself refuses one person for both, a release without approval, and a change of what was approved', async () => {
  const { id } = (await prepare()).json()
  const owner = register.db.owner()
  const set = (what: ReturnType<typeof sql>) =>
    sql`update register.authority_request set ${what} where id = ${id}`.execute(owner)
  await assert.rejects(set(sql`state = 'approved', decided_by = prepared_by, decided_at = now()`), {
    constraint: 'authority_request_two_people',
  })
  await assert.rejects(
    set(sql`state = 'released', released_by = 'x', released_at = now(), extract_digest = repeat('0', 64)`),
    {
      constraint: 'authority_request_decided',
    },
  )
  await as('tomas')('POST', `/authority-requests/${id}/approval`, {})
  await assert.rejects(set(sql`fields = array['person.phone']`), { code: '42501' })
  await assert.rejects(set(sql`people = people || gen_random_uuid()`), { code: '42501' })
})

test('what an authority forbids to tell is left out of the person’s own package until the day is over', async () => {
  const other = (
    await as('saku')('POST', '/people', { values: { 'person.name': 'Hiljainen Henkilö' }, source: 'contact' })
  ).json().id
  const silence = { until: '2026-03-10', ground: 'Keksitty laki 2 §' }
  const { id } = (await prepare({ people: [other], fields: ['person.name'], silence })).json()
  await as('tomas')('POST', `/authority-requests/${id}/approval`, {})
  assert.equal((await privacy('POST', `/authority-requests/${id}/release`, {})).statusCode, 201)
  const told = (day: string) =>
    look(
      register.db as never,
      { by: 'register', duty: 'rights', purpose: 'rights', at: new Date(day), under: '1' },
      async (view) => {
        view.saw([other], [])
        return (await recipientsHolding.disclose(view as never, other)).kept.length
      },
    )
  assert.deepEqual([await told('2026-03-10T12:00:00Z'), await told('2026-03-11T12:00:00Z')], [0, 1])
})

test('a salesperson sees no requests of authorities', async () => {
  assert.equal((await as('saku')('GET', '/authority-requests')).statusCode, 403)
})
