import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

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
