import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Occasion, perform } from '#ledger'
import { hearEnquirer, inForce, receiveEnquiry } from '#register'
import { keepRetention } from '#rights'
import type { Published } from '#statement'
import { anApp } from '#test/app'
import { emptyBin } from '#work'
import { binParts } from '../bin-of.ts'
import { contactParts } from '../contacts.ts'
import { holdingsOf } from '../holdings.ts'

const { as, register, ledger } = await anApp()
const [sales, service, privacy] = [as('saku'), as('helmi'), as('ingrid')]
const owner = register.db.owner()

const visitor = () => ({
  ...{ by: 'visitor', duty: 'intake', purpose: 'customer-communication', at: register.now(), under: '1' },
})
const writes = (email: string, message = 'Halvat lainat heti\ntästä', name = 'Rolf Roska') =>
  perform(register.db, visitor(), (act) =>
    receiveEnquiry(act, inForce(register), { name, email, message, language: 'fi' }),
  )
const status = async (who: typeof sales, path: string) => (await who('GET', path)).statusCode
const inBin = async (who: typeof sales) =>
  (await who('GET', '/bin?kinds=enquiry')).json().items.map(({ id }: { id: string }) => id)
const names = async (q: string) => {
  const answer = await sales('POST', '/search', { q })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().items.length
}
const night = (day: number, month = 2): Occasion => ({
  ...{ by: 'register', duty: 'retention', purpose: 'retention', under: '1' },
  at: new Date(Date.UTC(2026, month, day, 1)),
})

test('spam goes into the bin with whom it alone brought, and both come back whole', async () => {
  const { enquiryId, personId } = await writes('rolf@roska.example')
  const whole = (await sales('GET', `/people/${personId}`)).json()
  const before = (await ledger()).length
  assert.equal((await sales('DELETE', `/enquiries/${enquiryId}`)).statusCode, 204)
  assert.equal((await sales('DELETE', `/enquiries/${enquiryId}`)).statusCode, 404)
  assert.deepEqual(
    [await status(sales, `/enquiries/${enquiryId}`), await status(service, `/people/${personId}`)],
    [404, 404],
  )
  assert.equal(await names('rolf@roska'), 0)
  assert.equal(await status(privacy, `/people/${personId}`), 200, 'Art. 15: the privacy desk finds them')
  assert.deepEqual([await inBin(sales), await inBin(service)], [[enquiryId], [enquiryId]])
  assert.deepEqual(await inBin(as('maija')), [], 'marketing writes no enquiries')
  const seen = (await service('GET', '/bin')).json().items[0]
  assert.deepEqual([seen.kind, seen.title, seen.byName], ['enquiry', 'Halvat lainat heti', 'Saku Koskela'])

  assert.equal((await service('POST', `/bin/enquiry/${enquiryId}/restoration`)).statusCode, 204)
  const back = (await sales('GET', `/people/${personId}`)).json()
  assert.deepEqual([back.values, back.notices, back.relationships], [whole.values, whole.notices, whole.relationships])
  assert.equal((await sales('GET', `/enquiries/${enquiryId}`)).json().state, 'new')
  assert.deepEqual((await ledger()).slice(before), [
    ...['enquiry.binned by saku', 'person.binned by saku', 'person.restored by helmi', 'enquiry.restored by helmi'],
  ])
})

test('after fourteen days the enquiry is destroyed and its person is erased, the same night', async () => {
  const { enquiryId, personId } = await writes('roina@roska.example')
  await sales('DELETE', `/enquiries/${enquiryId}`)
  const { statement } = register.current() as Published
  const retention = (at: Occasion) =>
    keepRetention(register, at, { statement, holdings: holdingsOf(register), contacts: contactParts })
  const left = async () => {
    const { rows } = await sql<{ n: number }>`select (select count(*)::int from register.person where id = ${personId})
      + (select count(*)::int from register.enquiry where id = ${enquiryId})
      + (select count(*)::int from register.person_email where person_id = ${personId}) as n`.execute(owner)
    return rows[0]?.n
  }
  await emptyBin(register, night(15), binParts)
  await retention(night(15))
  assert.equal(await left(), 3)
  await emptyBin(register, night(17), binParts)
  await retention(night(17))
  assert.equal(await left(), 0)
})

test('whoever has anything else in the register stays there; an enquiry of theirs goes alone', async () => {
  const { enquiryId, personId } = await writes('aito@asiakas.example')
  const second = await writes('aito@asiakas.example')
  await sales('DELETE', `/enquiries/${enquiryId}`)
  assert.equal(await status(sales, `/people/${personId}`), 200, 'another enquiry of theirs waits')
  await sales('DELETE', `/enquiries/${second.enquiryId}`)
  assert.equal(await status(sales, `/people/${personId}`), 404)
  assert.equal((await sales('POST', `/bin/enquiry/${enquiryId}/restoration`)).statusCode, 204)
  assert.equal(await status(sales, `/people/${personId}`), 200, 'either of them brings the person back')
  assert.deepEqual(await inBin(sales), [second.enquiryId])

  const noted = await writes('muistettu@asiakas.example')
  await sales('POST', '/notes', { person: noted.personId, text: 'Soitetaan' })
  await sales('DELETE', `/enquiries/${noted.enquiryId}`)
  assert.equal(await status(sales, `/people/${noted.personId}`), 200, 'somebody wrote a note about them')
})

test('Art. 14: nobody is told or written to from the bin, and whoever writes again is back at the desk', async () => {
  const entered = await sales('POST', '/enquiries', {
    ...{ channel: 'phone', message: 'Väärä numero', source: 'contact' },
    newPerson: { values: { 'person.name': 'Väärä Numero', 'person.email': 'vaara@numero.example' } },
  })
  const { id, personId } = entered.json()
  const notice = async () => {
    const { rows } = await sql<{
      state: string
    }>`select state from register.notice where person_id = ${personId}`.execute(owner)
    return rows[0]?.state
  }
  const told = await notice()
  assert.ok(told === 'queued', told)
  await sales('DELETE', `/enquiries/${id}`)
  assert.equal(await notice(), 'not-needed')
  const asked = await privacy('POST', `/people/${personId}/notice-deliveries`, { way: 'mail', language: 'fi' })
  assert.ok(asked.statusCode >= 400)
  assert.equal(
    await status(as('maija'), `/people/${personId}`),
    404,
    'nobody sends marketing to whom marketing does not see',
  )
  const again = await writes('vaara@numero.example', 'Tässä oikea asia', 'Väärä Numero')
  assert.equal(again.personId, personId)
  assert.equal(await status(sales, `/people/${personId}`), 200)
  assert.equal(await notice(), 'queued')
  assert.deepEqual((await inBin(sales)).includes(id), true, 'what was deleted stays deleted')
})

test('what led to an opportunity or to a request of rights is not deleted, and says so at its field', async () => {
  const { enquiryId } = await writes('ostaja@asiakas.example', 'Haluan kiukaan', 'Olli Ostaja')
  const mayDelete = async (who = sales) => (await who('GET', `/enquiries/${enquiryId}`)).json().mayDelete
  assert.equal(await mayDelete(), true)
  assert.equal((await sales('POST', `/enquiries/${enquiryId}/opportunity`, {})).statusCode, 201)
  assert.deepEqual([await mayDelete(), await mayDelete(service)], [false, false])
  const refused = await sales('DELETE', `/enquiries/${enquiryId}`)
  assert.deepEqual(
    [refused.statusCode, refused.json().code, refused.json().detail.field, refused.json().detail.clause],
    [409, 'ENQUIRY_LED_ON', 'com.enquiries', 'S6.2'],
  )
  const own = await writes('oma@asiakas.example', 'Mitä minusta tiedetään?', 'Oma Pyyntö')
  assert.ok((await sales('POST', `/enquiries/${own.enquiryId}/request`, { kind: 'access' })).statusCode < 300)
  const kept = await sales('DELETE', `/enquiries/${own.enquiryId}`)
  assert.deepEqual([kept.statusCode, kept.json().detail.clause], [409, 'S3.2'])
  const denied = await as('maija')('DELETE', `/enquiries/${own.enquiryId}`)
  assert.deepEqual([denied.statusCode, denied.json().code], [403, 'FIELD_NOT_OF_DUTY'])
})

test('a mail in the thread of a deleted enquiry lands on no enquiry that nobody sees: the reader is told to open a new one', async () => {
  const { enquiryId } = await writes('ketju@roska.example')
  const hears = () =>
    perform(register.db, visitor(), async (act) => {
      const isThere = await hearEnquirer(act, enquiryId)
      await act.record({ what: 'test.done' })
      return isThere
    })
  assert.equal(await hears(), true, 'it is open already')
  await sales('DELETE', `/enquiries/${enquiryId}`)
  assert.equal(await hears(), false)
  await sales('POST', `/bin/enquiry/${enquiryId}/restoration`)
  assert.equal(await hears(), true)
})

test('Art. 18: what somebody wants kept is neither deleted nor destroyed meanwhile', async () => {
  const kept = await writes('pidetty@asiakas.example')
  await sales('DELETE', `/enquiries/${kept.enquiryId}`)
  const restricted = await privacy('POST', `/people/${kept.personId}/restrictions`, { reason: 'accuracy' })
  assert.equal(restricted.statusCode, 201, restricted.body)
  await emptyBin(register, night(17), binParts)
  const { rows } = await sql<{ id: string }>`select id from register.enquiry where id = ${kept.enquiryId}`.execute(
    owner,
  )
  assert.equal(rows.length, 1)
  const own = await writes('rajattu@asiakas.example')
  await privacy('POST', `/people/${own.personId}/restrictions`, { reason: 'accuracy' })
  const refused = await sales('DELETE', `/enquiries/${own.enquiryId}`)
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'PERSON_RESTRICTED'])
})
