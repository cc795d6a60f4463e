import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import type { Occasion } from '#ledger'
import { keepRetention } from '#rights'
import type { Published } from '#statement'
import { anApp } from '#test/app'
import { emptyBin } from '#work'
import { binParts } from '../bin-of.ts'
import { contactParts } from '../contacts.ts'
import { holdingsOf } from '../holdings.ts'

const { as, register, ledger } = await anApp()
const [sales, service, marketing, privacy] = [as('saku'), as('helmi'), as('maija'), as('ingrid')]
const owner = register.db.owner() as unknown as Kysely<never>
type Ask = typeof sales

const made = async (path: string, body: object, who: Ask = sales) => {
  const answer = await who('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json() as { id: string }
}
const company = (name: string, more: object = {}) =>
  made('/companies', { values: { 'org.name': name, ...more }, source: 'contact' })
const person = (name: string, more: object = {}, other: object = {}) =>
  made('/people', { values: { 'person.name': name, ...more }, source: 'contact', ...other })
const status = async (who: Ask, path: string) => (await who('GET', path)).statusCode
const drop = (path: string, who: Ask = sales) => who('DELETE', path)
const found = async (q: string) => {
  const [names, records] = [await sales('POST', '/search', { q }), await sales('POST', '/finder', { q })]
  assert.equal(names.statusCode, 200, names.body)
  return names.json().items.length + (records.statusCode === 200 ? records.body.split(q).length - 1 : 0)
}
const listed = async (path: string, id: string) =>
  (await sales('GET', `${path}?limit=100`)).json().items.some((one: { id: string }) => one.id === id)
const inBin = async (who: Ask) => (await who('GET', '/bin?kinds=organisation,person')).json().items as Binned[]
interface Binned {
  id: string
  kind: string
  title: string
  byName: string
  mayDestroy: boolean
}
const night = (day: number): Occasion => ({
  ...{ by: 'register', duty: 'retention', purpose: 'retention', under: '1' },
  at: new Date(Date.UTC(2026, 2, day, 1)),
})
const runNight = async (day: number) => {
  const { statement } = register.current() as Published
  await emptyBin(register, night(day), binParts)
  await keepRetention(register, night(day), { statement, holdings: holdingsOf(register), contacts: contactParts })
}
const left = async (table: string, id: string) =>
  (await sql`select from ${sql.table(`register.${table}`)} where id = ${id}`.execute(owner)).rows.length

test('a company entered by mistake is gone from lists, search and exports, and comes back whole', async () => {
  const { id } = await company('Virhekirjaus Oy', { 'org.businessId': '0112038-9' })
  const whole = (await sales('GET', `/companies/${id}`)).json()
  const before = (await ledger()).length
  assert.equal((await drop(`/companies/${id}`)).statusCode, 204)
  assert.equal((await drop(`/companies/${id}`)).statusCode, 404)
  assert.deepEqual([await status(sales, `/companies/${id}`), await status(service, `/companies/${id}`)], [404, 404])
  assert.deepEqual([await listed('/companies', id), await found('Virhekirjaus')], [false, 0])
  assert.deepEqual(await inBin(service), [], 'service writes no companies')
  const [seen] = await inBin(privacy)
  assert.deepEqual(
    [seen?.id, seen?.kind, seen?.title, seen?.byName, seen?.mayDestroy],
    [id, 'organisation', 'Virhekirjaus Oy', 'Saku Koskela', false],
  )
  assert.deepEqual(await inBin(marketing), [], 'marketing writes no companies')
  const again = await sales('POST', '/companies', {
    ...{ values: { 'org.name': 'Sama Oy', 'org.businessId': '0112038-9' }, source: 'contact' },
  })
  assert.deepEqual([again.statusCode, again.json().code], [409, 'BUSINESS_ID_IN_BIN'])

  assert.equal((await privacy('POST', `/bin/organisation/${id}/restoration`)).statusCode, 204)
  assert.equal((await privacy('POST', `/bin/organisation/${id}/restoration`)).statusCode, 404)
  const back = (await sales('GET', `/companies/${id}`)).json()
  assert.deepEqual([back.values, back.relationships], [whole.values, whole.relationships])
  assert.deepEqual([await listed('/companies', id), (await found('Virhekirjaus')) > 0], [true, true])
  assert.deepEqual((await ledger()).slice(before), ['organisation.binned by saku', 'organisation.restored by ingrid'])
})

test('a person entered by mistake goes, is told nothing meanwhile, and comes back as they were', async () => {
  const { id } = await person('Väärä Virhe', { 'person.email': 'vaara@virhe.example' })
  const whole = (await sales('GET', `/people/${id}`)).json()
  assert.equal((await drop(`/people/${id}`, marketing)).statusCode, 403)
  assert.equal((await drop(`/people/${id}`)).statusCode, 204)
  assert.deepEqual([await status(sales, `/people/${id}`), await listed('/people', id)], [404, false])
  assert.equal(await found('vaara@virhe'), 0)
  assert.equal(await status(privacy, `/people/${id}`), 200, 'Art. 15: the privacy desk finds them')
  const { rows } = await sql<{ state: string }>`select state from register.notice where person_id = ${id}`.execute(
    owner,
  )
  assert.deepEqual(rows, [{ state: 'not-needed' }])
  assert.deepEqual(
    (await inBin(sales)).map(({ id: one, kind, title, mayDestroy }) => [one, kind, title, mayDestroy]),
    [[id, 'person', 'Väärä Virhe', false]],
  )
  assert.equal((await sales('POST', `/bin/person/${id}/restoration`)).statusCode, 204)
  const back = (await sales('GET', `/people/${id}`)).json()
  assert.deepEqual([back.values, back.notices, back.relationships], [whole.values, whole.notices, whole.relationships])
})

test('a company goes after the person of it that was entered by the same mistake', async () => {
  const firm = await company('Kaksoisvirhe Oy')
  const who = await person('Erkki Erhe', {}, { company: firm.id })
  const refused = await drop(`/companies/${firm.id}`)
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'RECORD_IN_USE'])
  assert.deepEqual(refused.json().detail.kinds, ['person'])
  assert.equal((await drop(`/people/${who.id}`)).statusCode, 204)
  assert.equal((await drop(`/companies/${firm.id}`)).statusCode, 204)
  const items = [{ kind: 'organisation', id: firm.id }]
  assert.deepEqual((await sales('POST', '/bin/emptying', { items })).json(), { destroyed: 0 }, 'its person may return')
  const both = [{ kind: 'person', id: who.id }, ...items]
  assert.deepEqual((await sales('POST', '/bin/restorations', { items: both })).json(), { restored: 2, refused: [] })
  const [link] = (await sales('GET', `/people/${who.id}`)).json().affiliations
  assert.deepEqual(link.company?.id ?? link.organisationId, firm.id, 'they are of it as before')
})

test('Art. 18: who is restricted meanwhile is not named to the desks, and stays', async () => {
  const { id } = await person('Rauha Rajoitettu')
  assert.equal((await drop(`/people/${id}`)).statusCode, 204)
  const wish = { reason: 'claims' }
  assert.equal((await privacy('POST', `/people/${id}/restrictions`, wish)).statusCode, 201)
  const names = async (who: Ask) => (await inBin(who)).map(({ title }) => title)
  assert.ok(!(await names(sales)).includes('Rauha Rajoitettu'))
  assert.ok((await names(privacy)).includes('Rauha Rajoitettu'))
  assert.equal((await sales('POST', `/bin/person/${id}/restoration`)).statusCode, 404)
  await runNight(18)
  assert.equal(await left('person', id), 1)
})

test('after fourteen days both are destroyed, and not a day before', async () => {
  const firm = await company('Poistuva Oy')
  const who = await person('Pois Tuva')
  for (const path of [`/companies/${firm.id}`, `/people/${who.id}`]) assert.equal((await drop(path)).statusCode, 204)
  await runNight(15)
  assert.deepEqual([await left('organisation', firm.id), await left('person', who.id)], [1, 1])
  await runNight(17)
  assert.deepEqual([await left('organisation', firm.id), await left('person', who.id)], [0, 0])
})

test('what anything hangs on is not deleted, and the refusal names the kinds', async () => {
  const line = { id: 'a', discount: 0, text: 'Kiuas', unit: 'kpl', quantity: 1000, unitPrice: 10_000 }
  const lines = [{ ...line, vatRate: 2550, vatCategory: 'S' }]
  const hangs: Record<string, (party: object, id: string) => Promise<unknown>> = {
    work: (party) => made('/notes', { ...party, text: 'Muistettava' }),
    enquiry: (party) => made('/enquiries', { ...party, channel: 'phone', message: 'Soitti', source: 'contact' }),
    deal: (party) => made('/quotes', { ...party, lines }),
  }
  for (const [kind, hang] of Object.entries(hangs))
    for (const [path, party] of [
      ['companies', 'company'],
      ['people', 'person'],
    ] as const) {
      const { id } = await (path === 'people' ? person('Käytetty Kaisa') : company('Käytetty Oy'))
      await hang({ [party]: id }, id)
      const refused = await drop(`/${path}/${id}`)
      assert.deepEqual([kind, refused.statusCode, refused.json().code], [kind, 409, 'RECORD_IN_USE'])
      assert.deepEqual(refused.json().detail.kinds, [kind])
      assert.equal(await status(sales, `/${path}/${id}`), 200)
    }
  const asker = await person('Oikea Pyytäjä')
  const restricted = await privacy('POST', `/people/${asker.id}/restrictions`, { reason: 'accuracy' })
  assert.equal(restricted.statusCode, 201, restricted.body)
  assert.equal((await drop(`/people/${asker.id}`)).statusCode, 409)
})

test('a refusal names nothing that the duty does not read, and of what it does not see nothing is told', async () => {
  const objector = await person('Vaiti Oleva')
  await sql`insert into register.objection (person_id, scope, at, via, by, recorded_at)
    values (${objector.id}, 'all', now(), 'phone', 'saku', now())`.execute(owner)
  await made('/enquiries', { person: objector.id, channel: 'phone', message: 'Soitti', source: 'contact' })
  await made('/notes', { person: objector.id, text: 'Muistettava' })
  assert.deepEqual((await drop(`/people/${objector.id}`)).json().detail.kinds, ['choice', 'enquiry', 'work'])
  const refused = await drop(`/people/${objector.id}`, as('bo'))
  assert.deepEqual([refused.statusCode, refused.json().detail.kinds], [409, ['other', 'work']])

  await sql`update register.person set closed_at = now() where id = ${objector.id}`.execute(owner)
  const hangs = sql`select from seloste.hangs_on('person', ${objector.id}::uuid)`
  await assert.rejects(hangs.execute(register.db.as('billing') as unknown as Kysely<never>), /permission denied/)
})

test('whoever objected stays, so that the objection does; one that comes meanwhile keeps them from being destroyed', async () => {
  const objector = await person('Kieltä Kerkko', { 'person.email': 'kielto@kieltaja.example' })
  const objects = (id: string) =>
    sql`insert into register.objection (person_id, scope, at, via, by, recorded_at)
      values (${id}, 'all', now(), 'phone', 'saku', now())`.execute(owner)
  await objects(objector.id)
  const refused = await drop(`/people/${objector.id}`)
  assert.deepEqual([refused.statusCode, refused.json().detail.kinds], [409, ['choice']])
  const later = await person('Myöhä Kieltäjä')
  assert.equal((await drop(`/people/${later.id}`)).statusCode, 204)
  await objects(later.id)
  const firm = await company('Kieltäjä Oy')
  assert.equal((await drop(`/companies/${firm.id}`)).statusCode, 204)
  await sql`insert into register.objection (organisation_id, scope, at, via, by, recorded_at)
    values (${firm.id}, 'all', now(), 'phone', 'saku', now())`.execute(owner)
  await runNight(18)
  assert.deepEqual([await left('person', later.id), await left('organisation', firm.id)], [1, 1])
})

test('one’s own company is destroyed at once; a person waits for the night that erases them', async () => {
  const firm = await company('Heti Pois Oy')
  const who = await person('Odota Yötä')
  await drop(`/companies/${firm.id}`)
  await drop(`/people/${who.id}`)
  const items = [
    { kind: 'organisation', id: firm.id },
    { kind: 'person', id: who.id },
  ]
  assert.deepEqual((await sales('POST', '/bin/emptying', { items })).json(), { destroyed: 1 })
  assert.deepEqual([await left('organisation', firm.id), await left('person', who.id)], [0, 1])
})

for (const [path, party] of [
  ['companies', 'company'],
  ['people', 'person'],
] as const) {
  test(`two at once: while one of ${path} goes into the bin, a note waits and finds nothing`, async () => {
    const { id } = await (path === 'people' ? person('Yhtä Aikaa') : company('Yhtaikaa Oy'))
    let note: ReturnType<Ask> | undefined
    await owner.transaction().execute(async (db) => {
      await sql`select pg_advisory_xact_lock((hashtextextended('party ' || ${id}, 0) & 255) - 256)`.execute(db)
      const table = path === 'people' ? 'register.person' : 'register.organisation'
      await sql`update ${sql.table(table)} set closed_at = now(), binned_at = now(), binned_by = 'saku'
        where id = ${id}`.execute(db)
      note = sales('POST', '/notes', { [party]: id, text: 'Soitti.' })
      await new Promise((passed) => setTimeout(passed, 300))
    })
    assert.equal((await note)?.statusCode, 404)
  })

  test(`two at once: a deal being begun with one of ${path} is waited for, and keeps it`, async () => {
    const { id } = await (path === 'people' ? person('Toinen Aikaa') : company('Toinenaika Oy'))
    const [kept, gone] = await Promise.all([
      sales('POST', '/opportunities', { [party]: id, title: 'Kauppa' }),
      drop(`/${path}/${id}`),
    ])
    const both = [kept.statusCode, gone.statusCode].join()
    assert.ok(both === '201,409' || both === '404,204', both)
  })
}
