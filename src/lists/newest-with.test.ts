import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { finderParts } from '../timeline.ts'
import { newestWith } from './newest-with.ts'

const { as, register } = await anApp()
const { db } = register
const owner = db.owner()
const firm = (
  await as('saku')('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
).json()
const reader = new URL(db.url).username

async function ask(words: readonly string[], { index = 'register.note_words', most = 24 } = {}) {
  const said = [0, 1, 2].map((at) => `%${words[at] ?? words[0]}%`)
  const { rows } = await sql<{ id: string }>`
    select distinct id from ${sql.ref(`seloste.${newestWith(index)}`)}(${reader}, array(select seloste.folded(one) from unnest(${said}::text[]) one), ${most}) id
      order by id desc`.execute(db.as('finder'))
  return rows.map(({ id }) => id)
}

/** Writes notes, the oldest first, and answers their ids, the newest first. */
async function write(texts: readonly string[]) {
  const { rows } = await sql<{ id: string }>`
    insert into register.note (id, group_company, organisation_id, text, at, entered_by, entered_at)
      select uuidv7(interval '-10 years' + (select count(*) from register.note) * interval '1 hour' + n * interval '1 hour'),
        'controller', ${firm.id}::uuid, said, now(), 'saku', now() from unnest(${texts}::text[]) with ordinality each(said, n) order by n returning id`.execute(
    owner,
  )
  return rows
    .map(({ id }) => id)
    .sort()
    .reverse()
}

test('of a common word the newest are found, of a rare one every row however old, of two words those that hold both', async () => {
  const common = (n: number) => (n % 3 === 0 ? 'sopimus huollosta' : 'sopimus')
  const oldest = await write(['Ikivanha sopimus', 'ikivanha huolto', 'lankkulattia'])
  const ids = (
    await write(Array.from({ length: 8000 }, (_, n) => (n % 200 === 7 ? 'harvinainen sopimus' : common(n))))
  ).concat(oldest)
  assert.deepEqual((await ask(['SOPIMUS'])).slice(0, 20), ids.slice(0, 20))
  assert.deepEqual(
    (await ask(['huollosta', 'sopimus'])).slice(0, 1),
    ids.filter((_, at) => (7999 - at) % 3 === 0).slice(0, 1),
  )
  assert.deepEqual(await ask(['ikivanha']), oldest.slice(1))
  assert.deepEqual(await ask(['ikivanha', 'sopimus']), oldest.slice(2))
  assert.deepEqual(await ask(['lankku']), oldest.slice(0, 1))
  assert.equal((await ask(['harvinainen'])).length, 40, 'what one of two hundred holds is asked of the index')
  assert.equal(
    (await ask(['sopimus'], { most: 500 })).length,
    500,
    'whose reach is narrow gets more to find theirs among',
  )
})

test('what lies in the bin takes no place from what does not', async () => {
  const [left, ...binned] = await write(['hyllytalo', ...Array.from({ length: 300 }, () => 'hyllytalo')].reverse())
  await sql`update register.note set binned_at = now(), binned_by = 'saku' where id = any(${binned}::uuid[])`.execute(
    owner,
  )
  assert.deepEqual(await ask(['hyllytalo']), [left])
})

test('letters with marks are folded among the newest as in the index', async () => {
  const letters = fc.string({ minLength: 3, maxLength: 8, unit: fc.constantFrom(...'aäåöÅÄÖßøÆŁšž9xÿ'.split('')) })
  await fc.assert(
    fc.asyncProperty(letters, async (word) => {
      const ids = await write(Array.from({ length: 6 }, (_, n) => `${n} ${word} loppu`))
      const found = await ask([word.toLowerCase()])
      assert.deepEqual(found.slice(0, 6), ids)
    }),
    { numRuns: 30 },
  )
})

test('every kind that ⌘K finds by words is asked through a function of its index', async () => {
  const indexes = finderParts.flatMap(({ words }) => words ?? [])
  assert.equal(indexes.length, 19)
  for (const index of indexes) await ask(['abc'], { index })
})
