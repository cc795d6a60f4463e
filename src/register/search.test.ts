import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { newId } from '#platform/new-id'
import { anApp } from '#test/app'

const { register, as } = await anApp()
const owner = register.db.owner()
const at = register.now()
const person = (given_name: string, closed_at: Date | null = null) => ({
  ...{ id: newId(), kind: 'representative' as const, given_name, family_name: 'Zetterman' },
  ...{ created_at: at, changed_at: at, closed_at },
})
const found = async (q: string, limit = 10) => {
  const answer = await as('saku')('POST', '/search', { q, limit })
  return (answer.json().items as { title: string }[]).map(({ title }) => title)
}

test('a search goes on past any number of people whom the duty does not see', async () => {
  await owner
    .insertInto('register.person')
    .values(Array.from({ length: 700 }, (_, n) => person(`A${String(n).padStart(3, '0')}`, at)))
    .execute()
  await owner
    .insertInto('register.person')
    .values([person('Östen'), person('Wilma')])
    .execute()
  assert.deepEqual(await found('zetterman'), ['Östen Zetterman', 'Wilma Zetterman'])
  assert.deepEqual(await found('Wilma Z'), ['Wilma Zetterman'])
})

test('whatever is typed, what begins with it is found and nothing is broken by its signs', async () => {
  const signs = fc.constantFrom(...'a%_\\\'"öÅ-;.x'.split(''))
  await fc.assert(
    fc.asyncProperty(
      fc.array(signs, { minLength: 2, maxLength: 6 }).map((all) => all.join('')),
      async (name) => {
        const made = await owner
          .insertInto('register.person')
          .values(person(name))
          .returning('id')
          .executeTakeFirstOrThrow()
        const { rows } = await sql<{
          id: string
        }>`select id from seloste.search(${name}, 50) where kind = 'person'`.execute(register.db.as('sales'))
        const spaced = name.trim().length >= 2
        assert.equal(!spaced || rows.some(({ id }) => id === made.id), true, name)
        await owner.deleteFrom('register.person').where('id', '=', made.id).execute()
      },
    ),
    { numRuns: 60 },
  )
})

test('a company is found by the beginning of its name, of its second and third word, and by letters within', async () => {
  const named = async (name: string, closed_at: Date | null = null) => {
    const id = newId()
    const row = { id, form: 'company' as const, name, created_at: at, changed_at: at, closed_at }
    await owner.insertInto('register.organisation').values(row).execute()
    return name
  }
  const begins = await named('Zyrkönen Oy')
  const second = await named('Turun Zyrkönen Oy')
  const third = await named('Ab Turun-Zyrkönen')
  const within = await named('Etuzyrkönen Oy')
  assert.deepEqual(await found('zyrk'), [begins, second, third, within])
  assert.deepEqual(await found('turun zyr'), [second])
  assert.deepEqual(await found('uzyrk'), [within])

  // Enough that begin with it to fill a page together, none of them seen any more: the one that is seen is found all the same.
  for (let n = 0; n < 9; n++) await named(`Qvantti ${n} Oy`, at)
  for (let n = 0; n < 9; n++) await named(`Suomen Qvantti ${n} Oy`, at)
  const hidden = await named('Superqvantti Oy')
  assert.ok((await found('qvantti')).includes(hidden))
})

test('folding goes letter by letter, whatever letters stand together', async () => {
  const letters = fc.constantFrom(...'aAzZ 9-äÄöÖåÅéÉłŁßẞøØñÿŸœİıКйΩ漢🦊')
  await fc.assert(
    fc.asyncProperty(fc.array(letters, { maxLength: 12 }), async (said) => {
      const { rows } = await sql<{ whole: string; parts: string }>`
        select seloste.folded(${said.join('')}) as whole,
          (select coalesce(string_agg(seloste.folded(one), '' order by at), '') from unnest(${said}::text[]) with ordinality part (one, at)) as parts`.execute(
        owner,
      )
      assert.equal(rows[0]?.whole, rows[0]?.parts)
    }),
  )
  const { rows } = await sql<{ said: string }>`select seloste.folded('Åke ÖHMAN Émile Łódź') as said`.execute(owner)
  assert.equal(rows[0]?.said, 'ake ohman emile lodz')
})
