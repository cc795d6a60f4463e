import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '#ledger'
import { aRegister } from '#test/register'
import { type NewRequest, receiveRequest } from './index.ts'

const register = await aRegister()
const owner = register.db.owner()
const asked: NewRequest = {
  kind: 'access',
  text: 'Mitä tietoja teillä on minusta?',
  via: 'mail',
  receivedAt: new Date('2026-03-02T10:00:00+02:00'),
  language: 'fi',
}
const receive = (wish: Partial<NewRequest>, duty = 'privacy') =>
  perform(
    register.db,
    {
      by: duty === 'privacy' ? 'ingrid' : 'visitor',
      duty,
      purpose: 'customer-communication',
      at: register.now(),
      under: '1',
    },
    (act) => receiveRequest(act, { ...asked, ...wish }),
  )
const rowOf = (id: string) =>
  owner.selectFrom('register.rights_request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

async function aPerson(address: string) {
  const at = register.now()
  const { id } = await owner
    .insertInto('register.person')
    .values({
      kind: 'private-customer',
      given_name: 'Aino',
      family_name: 'Esimerkki',
      created_at: at,
      changed_at: at,
      closed_at: null,
    } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  await owner
    .insertInto('register.person_email')
    .values({ person_id: id, address, kind: 'private', is_primary: true, added_at: at } as never)
    .execute()
  return id
}

test('unsigned mail from the address on file needs no more proof (AS-28)', async () => {
  const aino = await aPerson('aino@koti.example')
  const { id, personId } = await receive({ address: 'Aino@koti.example' })
  assert.equal(personId, aino)
  const { identity, identity_method, due_on } = await rowOf(id)
  assert.deepEqual(
    { identity, identity_method, due_on },
    { identity: 'proven', identity_method: 'known-address', due_on: '2026-04-02' },
  )
})

test('the same from an unknown address is a request all the same, with a reason for doubt (AS-29)', async () => {
  const { id } = await receive({ address: 'joku@muualla.example' })
  const { identity, doubt_reason, person_id } = await rowOf(id)
  assert.deepEqual(
    { identity, doubt_reason, person_id },
    { identity: 'open', doubt_reason: 'unknown-sender', person_id: null },
  )
})

test('an address typed into a form proves nothing yet, also where it is on file', async () => {
  const pekka = await aPerson('pekka@koti.example')
  const { id } = await receive({ via: 'form', address: 'pekka@koti.example' }, 'intake')
  const { identity, person_id } = await rowOf(id)
  assert.deepEqual({ identity, person_id }, { identity: 'open', person_id: pekka })
})

test('two who share a mailbox are told apart by evidence, not by the mailbox', async () => {
  await aPerson('kaksi@koti.example')
  await aPerson('kaksi@koti.example')
  const { id } = await receive({ address: 'kaksi@koti.example' })
  const { person_id, doubt_reason, identity } = await rowOf(id)
  assert.deepEqual(
    { person_id, doubt_reason, identity },
    { person_id: null, doubt_reason: 'shared-mailbox', identity: 'open' },
  )
})

test('a request given to a salesperson on 6 November is due from that day, not from when it was forwarded (AS-30)', async () => {
  await register.setClock('2026-11-16T12:00:00+02:00')
  const { id } = await receive({ receivedAt: new Date('2026-11-06T09:00:00+02:00') })
  const { due_on, internal_due_on } = await rowOf(id)
  assert.deepEqual({ due_on, internal_due_on }, { due_on: '2026-12-07', internal_due_on: '2026-11-30' })
  await register.setClock('2026-03-02T12:00:00+02:00')
})

test('a personal identity code in a request is left out, and the request is not bounced', async () => {
  const { id } = await receive({ text: 'Olen 131052-308T, kertokaa kaikki.' })
  assert.equal((await rowOf(id)).said, 'Olen […], kertokaa kaikki.')
})

test('a request cannot have come in tomorrow', async () => {
  await assert.rejects(receive({ receivedAt: new Date('2026-03-03T12:00:00+02:00') }), { code: 'RECEIVED_IN_FUTURE' })
})

test('whoever takes requests in reads none of them, and sales neither', async () => {
  for (const duty of ['intake', 'sales'])
    await assert.rejects(register.db.as(duty).selectFrom('register.rights_request').select('said').execute(), {
      code: '42501',
    })
})
