import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { aRegister, noon } from '#test/register'
import { buyers, queued } from './campaigns.fixture.ts'

const register = await aRegister()
await register.setClock(noon)
const owner = register.db.owner()
const [objector, restricted, left, outside, told] = await buyers(register, 5)
const id = await queued(register)
await sql`delete from register.campaign_recipient where person_id = ${outside}`.execute(owner)
await sql`insert into register.objection (person_id, scope, at, via, by, recorded_at) values (${objector}, 'all', now(), 'phone', 'maija', now())`.execute(
  owner,
)
await sql`insert into register.restriction (person_id, reason, since, by, review_on) values (${restricted}, 'accuracy', now(), 'maija', '2026-09-02')`.execute(
  owner,
)
await sql`update register.affiliation set left_on = '2026-03-01' where person_id = ${left}`.execute(owner)

/** What SQL that nobody here wrote sees under the sender's login, acting as whoever it likes. */
function seen<R>(by: string, query: ReturnType<typeof sql<R>>): Promise<R[]> {
  return (register.db.as('direct_marketing') as unknown as Kysely<never>).transaction().execute(async (transaction) => {
    await sql`select set_config('seloste.by', ${by}, true)`.execute(transaction)
    return (await query.execute(transaction)).rows
  })
}

test('whom the gate refuses does not exist for the sender, nor does anybody outside the campaign', async () => {
  const people = await seen(`campaign-${id}`, sql<{ id: string }>`select id from register.person`)
  assert.deepEqual(
    people.map((one) => one.id),
    [told],
  )
  const mails = await seen(
    `campaign-${id}`,
    sql<{ person: string }>`select person_id as person from register.person_email where address like '%'`,
  )
  assert.deepEqual(
    mails.map((one) => one.person),
    [told],
  )
  for (const table of ['person_source', 'affiliation'])
    assert.deepEqual(
      await seen(`campaign-${id}`, sql`select distinct person_id as id from ${sql.table(`register.${table}`)}`),
      [{ id: told }],
      table,
    )
  assert.deepEqual(await seen(`campaign-${id}`, sql`select id from register.person where id = ${objector}`), [])
})

test('a sender that acts as no campaign, or as one that is not there, sees nobody', async () => {
  for (const by of ['', 'direct_marketing', 'campaign-', `campaign-${objector}`, "campaign-x' or true --"])
    assert.deepEqual(await seen(by, sql`select id from register.person`), [], by)
})

test('what is not needed to send is closed to the sender altogether', async () => {
  for (const column of ['kind', 'created_at', 'closed_at'])
    await assert.rejects(
      seen(`campaign-${id}`, sql`select ${sql.ref(column)} from register.person`),
      { code: '42501' },
      column,
    )
  for (const query of [
    sql`select number from register.person_phone`,
    sql`select job_role from register.affiliation`,
    sql`select payment_terms from register.relationship`,
    sql`update register.person set family_name = 'x'`,
    sql`delete from register.campaign_recipient`,
    sql`insert into register.campaign_recipient (campaign_id, person_id, channel, language, state, queued_at) values (${id}, ${objector}, 'email', 'fi', 'queued', now())`,
    sql`update register.campaign_recipient set person_id = ${told}`,
  ])
    await assert.rejects(seen(`campaign-${id}`, query), { code: '42501' })
})

test('as soon as the objection falls away by a consent, the person is there again; with a new objection, gone at once', async () => {
  await sql`update register.objection set lifted_at = now(), lifted_by = uuidv7() where person_id = ${objector}`.execute(
    owner,
  )
  const visible = async () =>
    (await seen(`campaign-${id}`, sql<{ id: string }>`select id from register.person order by id`)).map((one) => one.id)
  assert.deepEqual(await visible(), [objector, told].toSorted())
  await sql`insert into register.objection (person_id, scope, channel, topic, at, via, by, recorded_at) values (${objector}, 'topic', null, 'events', now(), 'phone', 'maija', now())`.execute(
    owner,
  )
  assert.deepEqual(await visible(), [told])
})
