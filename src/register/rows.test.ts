import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { applyGrants } from '#statement'
import { anApp } from '#test/app'
import { ground } from '../ground.ts'

const { as, register, ids } = await anApp()
const sales = as('saku')
const owner = register.db.owner()

const found = async (who: ReturnType<typeof as>, q: string) =>
  (await who('POST', '/search', { q })).json().items.map(({ title }: { title: string }) => title)

const makisen = (
  await sales('POST', '/companies', {
    values: { 'org.name': 'Mäkisen Rakennus Oy', 'org.businessId': '0112038-9' },
    source: 'order',
  })
).json()
const paivi = (
  await sales('POST', '/people', {
    values: {
      'person.name': 'Päivi Mäkinen',
      'person.email': 'paivi.makinen@makisen.example',
      'person.phone': '040 765 4321',
    },
    company: makisen.id,
    source: 'order',
  })
).json()

const searches = [
  ['maki', ['Päivi Mäkinen', 'Mäkisen Rakennus Oy']],
  ['MÄKI', ['Päivi Mäkinen', 'Mäkisen Rakennus Oy']],
  ['paivi mak', ['Päivi Mäkinen']],
  ['mäkinen päi', ['Päivi Mäkinen']],
  ['rakennus', ['Mäkisen Rakennus Oy']],
  ['0112038', ['Mäkisen Rakennus Oy']],
  ['FI01120389', ['Mäkisen Rakennus Oy']],
  ['0112038-9', ['Mäkisen Rakennus Oy']],
  ['040 765', ['Päivi Mäkinen']],
  ['+35840765', ['Päivi Mäkinen']],
  ['paivi.mak', ['Päivi Mäkinen']],
  ['@makisen.ex', ['Päivi Mäkinen']],
  ['m', []],
  ['%%', []],
  ['__', []],
  ["maki' or true --", []],
  ['\\', []],
  ['xyzzy', []],
] as const
for (const [q, titles] of searches) {
  test(`searching for ${q} finds ${titles.join(' and ') || 'nobody'}`, async () =>
    assert.deepEqual(await found(sales, q), titles))
}

test('a search looks only where the duty may read, and says whom it showed', async () => {
  const before = (await register.looks()).length
  assert.deepEqual(await found(as('maija'), 'maki'), ['Päivi Mäkinen', 'Mäkisen Rakennus Oy'])
  assert.deepEqual(await found(as('maija'), '040 765'), [], 'marketing reads no phone numbers')
  assert.deepEqual(await found(as('maija'), '0112038'), [], 'nor business IDs')
  assert.deepEqual(
    (await register.looks()).slice(before).map(({ duty, people, fields }) => ({ duty, people, fields })),
    [{ duty: 'marketing', people: [paivi.id], fields: ['org.name', 'person.email', 'person.name'] }],
  )
})

test('a marketer’s query for payment terms is refused by PostgreSQL itself, whatever the code above does', async () => {
  const marketing = register.db.as('marketing')
  for (const query of [
    'select payment_terms from register.relationship',
    'select * from register.relationship',
    'select number from register.person_phone',
    'select business_id from register.organisation',
    'update register.person set family_name = family_name',
    'delete from register.person',
    'select handler from register.contact_of_register',
  ]) {
    await assert.rejects(sql.raw(query).execute(marketing), { code: '42501' }, query)
  }
  assert.equal((await sql`select family_name from register.person`.execute(marketing)).rows.length, 1)
})

test('a source is seen only with the value it belongs to', async () => {
  const fields = async (duty: string) => {
    const { rows } = await sql<{ field: string }>`select field from register.person_source order by field`.execute(
      register.db.as(duty),
    )
    return rows.map(({ field }) => field)
  }
  assert.deepEqual(await fields('sales'), ['person.email', 'person.name', 'person.phone'])
  assert.deepEqual(await fields('marketing'), ['person.email', 'person.name'])
})

test('the functions that step over row policies refuse a login without the right to write', async () => {
  const marketing = register.db.as('marketing')
  const tie = makisen.relationships[0].id
  for (const call of [
    sql`select seloste.close_relationship(${tie}, 'ended', 'other', now())`,
    sql`select seloste.reopen_relationship(${tie}, 'customer', now())`,
    sql`select seloste.touch('person', ${paivi.id}, 1, now())`,
    sql`select seloste.welcome_back(${paivi.id}, 'valo-energia', now())`,
    sql`select seloste.people_with_email('paivi.makinen@makisen.example')`,
  ]) {
    await assert.rejects(call.execute(marketing), { code: '42501' })
  }
  assert.deepEqual(
    (await sql`select * from seloste.closed_organisation(null, '0112038-9')`.execute(marketing)).rows,
    [],
  )
})

test('a duty that reads nothing of a table is refused with the clause, not by a fault', async () => {
  const policy = register.policy()
  const duty = policy.duties.get('billing')
  assert.ok(duty)
  const blind = { ...duty, reads: new Set(['org.name']), writes: new Set<string>() }
  await owner
    .transaction()
    .execute((db) =>
      applyGrants(register.db, db, ground, { ...policy, duties: new Map(policy.duties).set('billing', blind) }),
    )
  Object.assign(duty, blind)
  for (const path of ['/people', `/people/${paivi.id}`, '/enquiries', '/notices', `/companies/${makisen.id}/people`]) {
    const answer = await as('bo')('GET', path)
    assert.deepEqual([path, answer.statusCode, answer.json().code], [path, 403, 'FIELD_NOT_OF_DUTY'])
    assert.match(answer.json().detail.clause, /^S5/)
  }
  assert.deepEqual(await found(as('bo'), 'maki'), ['Mäkisen Rakennus Oy'])
  assert.equal((await as('bo')('GET', `/companies/${makisen.id}`)).statusCode, 200)
})

test('where a duty reaches only its own, the others are not there: in lists, by id, in search and in the tables beneath', async () => {
  const other = (
    await as('ellen', 'sales')('POST', '/companies', {
      values: { 'org.name': 'Mäntylän Kuljetus Oy' },
      source: 'order',
    })
  ).json()
  const manty = (
    await as('ellen', 'sales')('POST', '/people', {
      values: { 'person.name': 'Matti Mänty', 'person.phone': '040 111 2222' },
      company: other.id,
      source: 'order',
    })
  ).json()
  const policy = register.policy()
  const salesDuty = policy.duties.get('sales')
  assert.ok(salesDuty)

  for (const reach of ['own', 'team', 'group-company'] as const) {
    await owner
      .updateTable('register.staff')
      .set({ team: 'north', group_company: 'valo-energia' })
      .where('id', '=', ids.saku)
      .execute()
    await owner
      .updateTable('register.relationship')
      .set({ team: 'south', group_company: 'valo-huolto' })
      .where('id', '=', other.relationships[0].id)
      .execute()
    const narrow = { ...policy, duties: new Map(policy.duties).set('sales', { ...salesDuty, reach }) }
    await owner.transaction().execute((db) => applyGrants(register.db, db, ground, narrow))
    Object.assign(salesDuty, { reach }) // the policy in memory says the same, so that the occasion is told of it

    const names = (await sales('GET', '/companies'))
      .json()
      .items.map((one: { values: Record<string, string> }) => one.values['org.name'])
    assert.deepEqual(names, ['Mäkisen Rakennus Oy'], reach)
    assert.deepEqual(
      (await sales('GET', '/people')).json().items.map((one: { id: string }) => one.id),
      [paivi.id],
      reach,
    )
    assert.equal((await sales('GET', `/people/${manty.id}`)).statusCode, 404, reach)
    assert.equal((await sales('GET', `/companies/${other.id}`)).statusCode, 404, reach)
    assert.deepEqual(await found(sales, 'mä'), ['Päivi Mäkinen', 'Mäkisen Rakennus Oy'], reach)
    assert.deepEqual(await found(sales, '040 111'), [], reach)
    for (const [q, titles] of searches) assert.deepEqual(await found(sales, q), titles, `${reach}: ${q}`)
    assert.equal(
      (await sales('POST', `/relationships/${other.relationships[0].id}/ending`, { reason: 'other' })).statusCode,
      404,
      reach,
    )
    const mine = await sales('POST', '/companies', { values: { 'org.name': `Oma ${reach} Oy` }, source: 'contact' })
    assert.equal(mine.statusCode, 201, mine.body)
    const met = await sales('POST', '/people', {
      values: { 'person.name': `Uusi ${reach}` },
      company: mine.json().id,
      source: 'contact',
    })
    assert.equal(met.statusCode, 201, met.body)
    await sales('POST', `/relationships/${mine.json().relationships[0].id}/ending`, { reason: 'other' })
  }
})
