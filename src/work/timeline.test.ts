import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { applyGrants } from '#statement'
import { anApp } from '#test/app'
import { workTimeline } from './timeline-parts.ts'

const { as, register, ids } = await anApp()
const sales = as('saku')
const company = (
  await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
).json()

interface Item {
  id: string
  at: string
  part: string
}

test('a timeline pages down to its first year, everything once, also where many things happened at one instant', async () => {
  await sql`insert into register.note (group_company, organisation_id, text, at, entered_by, entered_at)
    select 'energia', ${company.id}::uuid, 'Muistiinpano ' || n, timestamptz '2020-01-01' + (n / 3) * interval '1 day', ${ids.saku}, now()
    from generate_series(1, 300) n`.execute(register.db.owner())
  await sql`insert into register.task (group_company, organisation_id, title, assigned_to, at, entered_by, entered_at)
    select 'energia', ${company.id}::uuid, 'Tehtävä ' || n, ${ids.saku}, timestamptz '2020-01-01' + (n / 3) * interval '1 day', ${ids.saku}, now()
    from generate_series(1, 150) n`.execute(register.db.owner())

  const seen: Item[] = []
  let next = ''
  do {
    const page = (await sales('GET', `/companies/${company.id}/timeline?limit=47${next && `&after=${next}`}`)).json()
    seen.push(...page.items)
    next = page.next ?? ''
  } while (next)
  assert.equal(seen.length, 451, 'the beginning of the relationship among them')
  assert.equal(new Set(seen.map(({ id }) => id)).size, 451)
  assert.deepEqual(
    seen.map(({ at, id }) => `${at} ${id}`),
    seen
      .map(({ at, id }) => `${at} ${id}`)
      .sort()
      .reverse(),
  )
})

test('it shows one kind alone, and to each duty what that duty reads', async () => {
  const only = (await sales('GET', `/companies/${company.id}/timeline?kinds=task`)).json()
  assert.ok(only.items.every(({ part }: Item) => part === 'task') && only.items.length === 40)
  const marketing = (await as('maija')('GET', `/companies/${company.id}/timeline`)).json()
  assert.ok(marketing.items.length > 0)
  assert.ok(!marketing.items.some(({ part }: Item) => part === 'note' || part === 'task'))
  assert.equal((await sales('GET', `/companies/${company.id}/timeline?after=abc`)).json().code, 'CURSOR_NOT_VALID')
})

test('whoever reads a person’s timeline is in the access log with the fields they read', async () => {
  const person = (await sales('POST', '/people', { values: { 'person.name': 'Maija Mäki' }, source: 'contact' })).json()
  await sales('POST', '/notes', { person: person.id, text: 'Sauna' })
  const before = (await register.looks()).length
  await sales('GET', `/people/${person.id}/timeline?kinds=note`)
  assert.deepEqual(
    (await register.looks()).slice(before).map(({ duty, people, fields }) => ({ duty, people, fields })),
    [{ duty: 'sales', people: [person.id], fields: ['com.activities'] }],
  )
})

test('a company’s timeline has what was written about its people while they were there, each thing once', async () => {
  const firm = (await sales('POST', '/companies', { values: { 'org.name': 'Mäkelä Oy' }, source: 'contact' })).json()
  const made = async (name: string) =>
    (
      await sales('POST', '/people', { values: { 'person.name': name }, source: 'contact', company: firm.id })
    ).json() as { id: string }
  const [aino, eino] = [await made('Aino Salo'), await made('Eino Salo')]
  const written = (person: string, text: string, at: string) =>
    sql`insert into register.note (group_company, person_id, text, at, entered_by, entered_at)
      values ('energia', ${person}::uuid, ${text}, ${at}::timestamptz, ${ids.saku}, now())`.execute(register.db.owner())
  await sql`update register.affiliation set since = '2024-01-01', left_on = case when person_id = ${eino.id}::uuid then date '2025-06-30' end
    where organisation_id = ${firm.id}::uuid`.execute(register.db.owner())
  await written(aino.id, 'ennen', '2023-12-31T12:00:00Z')
  await written(aino.id, 'nyt', '2026-01-02T12:00:00Z')
  await written(eino.id, 'viimeisenä päivänä', '2025-06-30T12:00:00Z')
  await written(eino.id, 'lähdettyään', '2025-07-01T12:00:00Z')
  for (let nth = 0; nth < 60; nth += 1)
    await written(aino.id, `kesä ${nth}`, `2025-05-01T12:00:${String(nth).padStart(2, '0')}Z`)
  await sales('POST', '/activities', {
    ...{ company: firm.id, kind: 'meeting', title: 'Yhteinen', at: '2026-03-01T08:00:00Z', people: [aino.id] },
  })

  const titles: string[] = []
  let next = ''
  do {
    const page = (
      await sales('GET', `/companies/${firm.id}/timeline?kinds=note,activity&limit=25${next && `&after=${next}`}`)
    ).json()
    titles.push(...page.items.map(({ title }: { title: string }) => title))
    next = page.next ?? ''
  } while (next)
  const summer = Array.from({ length: 60 }, (_, nth) => `kesä ${59 - nth}`)
  assert.deepEqual(titles, ['Yhteinen', 'nyt', 'viimeisenä päivänä', ...summer])
  const [first] = (await sales('GET', `/companies/${firm.id}/timeline?kinds=note`)).json().items
  assert.deepEqual(first.person, { id: aino.id, name: 'Aino Salo' })
  assert.equal((await register.looks()).at(-1)?.people.includes(aino.id), true, 'whom it showed is in the access log')
})

test('what a company’s people cost its timeline is bounded: each is asked for a page by the index of that person', async () => {
  const owner = register.db.owner()
  const [whole] = workTimeline.filter(({ kind, also }) => kind === 'note' && also)
  assert.ok(whole)
  const asked = whole.rows({ organisationId: company.id }, { limit: sql.lit(41), before: null, language: 'fi' })
  const plan = await owner.transaction().execute(async (transaction) => {
    await sql`set local enable_seqscan = off`.execute(transaction)
    return (await sql<{ 'QUERY PLAN': string }>`explain (costs off) ${asked}`.execute(transaction)).rows
      .map((row) => row['QUERY PLAN'])
      .join('\n')
  })
  assert.match(plan, /Index.*Scan using note_of_person/)
  assert.match(plan, /affiliation_of_organisation/)
  assert.match(plan, /Limit/)
  assert.doesNotMatch(plan, /Seq Scan on note/)
})

test('a relationship’s timeline says when it moved to another stage, and by whom', async () => {
  const firm = (await sales('POST', '/companies', { values: { 'org.name': 'Puro Oy' }, source: 'contact' })).json()
  const [{ id }] = (await sales('GET', `/companies/${firm.id}`)).json().relationships
  await register.setClock('2026-03-02T10:05:00Z')
  assert.ok((await sales('POST', `/relationships/${id}/customership`)).statusCode < 300)
  await register.setClock('2026-03-02T10:10:00Z')
  await sales('POST', `/relationships/${id}/ending`, { reason: 'contract-ended' })
  await register.setClock('2026-03-02T10:15:00Z')
  await sales('POST', `/relationships/${id}/reopening`, { source: 'contact' })
  const { items } = (await sales('GET', `/companies/${firm.id}/timeline?kinds=relationship`)).json()
  assert.deepEqual(
    items.map(({ kind, state, byName, at }: Record<string, string>) => [kind, state, byName, at?.slice(11, 16)]),
    [
      ['relationship-moved', 'prospect', 'Saku Koskela', '10:15'],
      ['relationship-ended', 'contract-ended', 'Saku Koskela', '10:10'],
      ['relationship-moved', 'customer', 'Saku Koskela', '10:05'],
      ['relationship-begun', null, 'Saku Koskela', '10:00'],
    ],
  )
})

test('which cards one opened last is remembered also where a duty reaches only its own', async () => {
  const mine = (await sales('POST', '/companies', { values: { 'org.name': 'Oma Oy' }, source: 'contact' })).json()
  const policy = register.policy()
  const duty = policy.duties.get('sales')
  assert.ok(duty)
  const narrow = { ...policy, duties: new Map(policy.duties).set('sales', { ...duty, reach: 'own' as const }) }
  const { db, ground } = register
  await db
    .owner()
    .transaction()
    .execute((transaction) => applyGrants(db, transaction, ground, narrow))
  Object.assign(duty, { reach: 'own' })
  assert.equal((await sales('PUT', '/seen-lately', { kind: 'company', id: mine.id })).statusCode, 204)
  const { items } = (await sales('GET', '/seen-lately')).json()
  assert.deepEqual(
    items.map(({ title }: { title: string }) => title),
    ['Oma Oy'],
  )
  await sql`update register.relationship set owner = ${ids.helmi} where organisation_id = ${mine.id}::uuid`.execute(
    register.db.owner(),
  )
  assert.deepEqual((await sales('GET', '/seen-lately')).json().items, [], 'what is out of reach is not named')
})
