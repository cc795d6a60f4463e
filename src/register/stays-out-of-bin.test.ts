import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Occasion, perform } from '#ledger'
import { inForce, receiveEnquiry } from '#register'
import { keepRetention } from '#rights'
import type { Published } from '#statement'
import { anApp } from '#test/app'
import { emptyBin } from '#work'
import { binParts } from '../bin-of.ts'
import { contactParts } from '../contacts.ts'
import { holdingsOf } from '../holdings.ts'
import { binEnquiry } from './bin-enquiry.ts'

const { as, register, ids } = await anApp()
const [sales, service] = [as('saku'), as('helmi')]
const owner = register.db.owner()

const under = (by: string, duty: string, purpose: string): Occasion => ({
  ...{ by, duty, purpose, at: register.now(), under: '1' },
})
const writes = (email: string, message = 'Halvat lainat heti') =>
  perform(register.db, under('visitor', 'intake', 'customer-communication'), (act) =>
    receiveEnquiry(act, inForce(register), { name: 'Rolf Roska', email, message, language: 'fi' }),
  )
const status = async (path: string) => (await sales('GET', path)).statusCode

/** Somebody at the sales desk deletes the enquiry, and meanwhile, before it is done, somebody else begins a deed. */
const whileBinned = async <T>(id: string, meanwhile: () => Promise<T>): Promise<T> => {
  const begun = await perform(register.db, under(ids.saku, 'sales', 'customer-relationship'), async (act) => {
    await binEnquiry(act, inForce(register), id)
    const deed = meanwhile()
    await Promise.race([deed, somebodyWaits()])
    return { deed }
  })
  return begun.deed
}
const somebodyWaits = async () => {
  for (const until = Date.now() + 10_000; Date.now() < until; await new Promise((on) => setTimeout(on, 20))) {
    const waiting = await sql`select from pg_locks lock join pg_stat_activity who using (pid)
      where not lock.granted and who.datname = current_database()`.execute(owner)
    if (waiting.rows.length > 0) return
  }
}

test('whoever writes again in the moment in which they go into the bin is back at the desk', async () => {
  const { enquiryId, personId } = await writes('samalla@hetkella.example')
  const again = await whileBinned(enquiryId, () => writes('samalla@hetkella.example', 'Tässä oikea asia'))
  assert.equal(again.personId, personId)
  assert.deepEqual([await status(`/people/${personId}`), await status(`/enquiries/${again.enquiryId}`)], [200, 200])
  assert.equal(await status(`/enquiries/${enquiryId}`), 404, 'what was deleted stays deleted')
})

test('nothing leads on from an enquiry that goes into the bin in the same moment', async () => {
  for (const made of ['opportunity', 'quote-request', 'quote']) {
    const { enquiryId, personId } = await writes(`${made}@hetkella.example`)
    const answer = await whileBinned(enquiryId, () => sales('POST', `/enquiries/${enquiryId}/${made}`, {}))
    assert.deepEqual([made, answer.statusCode, answer.json().code], [made, 404, 'NOT_FOUND'])
    assert.equal(await status(`/people/${personId}`), 404)
  }
})

test('the night erases nobody who came back after it had counted them', async () => {
  const [first, second] = [await writes('ensin@yossa.example'), await writes('takaisin@yossa.example')]
  for (const { enquiryId } of [first, second]) await sales('DELETE', `/enquiries/${enquiryId}`)
  const night = { ...under('register', 'retention', 'retention'), at: new Date('2026-03-17T01:00:00Z') }
  await emptyBin(register, night, binParts)
  const { statement } = register.current() as Published
  const holdings = holdingsOf(register)
  const [one, ...others] = holdings
  assert.ok(one)
  let isBack = false
  const slow: typeof one = {
    ...one,
    // The first of those whom the night found is being erased when the second writes.
    plan: async (view, person) => {
      if (!isBack && person === first.personId) {
        isBack = true
        await writes('takaisin@yossa.example', 'Tässä oikea asia')
      }
      return one.plan(view, person)
    },
  }
  await keepRetention(register, night, { statement, holdings: [slow, ...others], contacts: contactParts })
  assert.ok(isBack)
  assert.deepEqual([await status(`/people/${first.personId}`), await status(`/people/${second.personId}`)], [404, 200])
  const { rows } = await sql`select from register.person where id = ${first.personId}`.execute(owner)
  assert.equal(rows.length, 0, 'the other is erased')
})

test('whoever was in a call of a company, in a complaint or on a paper stays when their enquiry is deleted', async () => {
  const made = async (who: typeof sales, path: string, body: object) => {
    const answer = await who('POST', path, body)
    assert.equal(answer.statusCode, 201, answer.body)
    return answer.json()
  }
  const firm = await made(sales, '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
  const call = { kind: 'call', title: 'Hinta', at: '2026-03-03T10:00:00+02:00', company: firm.id }
  const paper = { what: 'Luettelo', location: 'Kaappi 2', reason: 'Messut', destroyBy: '2026-03-10' }
  const lists: Record<string, (id: string) => Promise<unknown>> = {
    call: (id) => made(sales, '/activities', { ...call, people: [id] }),
    complaint: (id) => made(service, '/complaints', { company: firm.id, parties: [id], text: 'Työ jäi kesken' }),
    paper: (id) => made(sales, '/papers', { ...paper, people: [id] }),
  }
  for (const [name, list] of Object.entries(lists)) {
    const { enquiryId, personId } = await writes(`${name}@listalla.example`)
    await list(personId)
    assert.equal((await sales('DELETE', `/enquiries/${enquiryId}`)).statusCode, 204)
    assert.deepEqual([name, await status(`/people/${personId}`)], [name, 200])
  }
})

test('whoever was deleted themselves and writes again is back at the desk', async () => {
  const { enquiryId, personId } = await writes('poistettu@palaaja.example')
  await sales('DELETE', `/enquiries/${enquiryId}`)
  await sales('POST', `/bin/enquiry/${enquiryId}/restoration`)
  const made = await sales('POST', '/people', {
    ...{ values: { 'person.name': 'Petra Palaaja', 'person.email': 'petra@palaaja.example' }, source: 'contact' },
  })
  const { id } = made.json()
  assert.equal((await sales('DELETE', `/people/${personId}`)).statusCode, 409, 'whose enquiry is here stays')
  assert.equal((await sales('DELETE', `/people/${id}`)).statusCode, 204)
  assert.equal((await writes('petra@palaaja.example')).personId, id)
  assert.equal(await status(`/people/${id}`), 200)
})

test('the night erases nobody who was deleted and objected after it had counted them', async () => {
  const deleted = async (name: string) => {
    const { id } = (await sales('POST', '/people', { values: { 'person.name': name }, source: 'contact' })).json()
    assert.equal((await sales('DELETE', `/people/${id}`)).statusCode, 204)
    return id as string
  }
  const both = [await deleted('Eka Erhe'), await deleted('Toka Erhe')]
  let objector: string | undefined
  const night = { ...under('register', 'retention', 'retention'), at: new Date('2026-03-17T01:00:00Z') }
  const { statement } = register.current() as Published
  const [one, ...others] = holdingsOf(register)
  assert.ok(one)
  const slow: typeof one = {
    ...one,
    plan: async (view, person) => {
      if (!objector && both.includes(person)) {
        objector = both.find((id) => id !== person)
        await sql`insert into register.objection (person_id, scope, at, via, by, recorded_at)
          values (${objector}, 'all', now(), 'phone', 'saku', now())`.execute(owner)
      }
      return one.plan(view, person)
    },
  }
  await keepRetention(register, night, { statement, holdings: [slow, ...others], contacts: contactParts })
  const { rows } = await sql`select id from register.person where id = any(${both}::uuid[])`.execute(owner)
  assert.deepEqual(rows, [{ id: objector }])
})
