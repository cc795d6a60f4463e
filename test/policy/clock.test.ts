import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { aRegister, noon } from '../register.ts'

const register = await aRegister()
const marketing = register.db.as('marketing')

test('nobody moves the clock of the policies for their own session or login', async () => {
  const at = (days: string) =>
    marketing.transaction().execute(async (db) => {
      await sql.raw(`set local seloste.now = '${days}'`).execute(db)
      return (await sql<{ at: Date }>`select seloste.at() as at`.execute(db)).rows[0]?.at.toISOString()
    })
  assert.equal(await at('2020-01-01'), noon.toISOString())
  const login = register.db.loginOf('marketing')
  await assert.rejects(sql.raw(`alter role "${login}" set seloste.now = '2020-01-01'`).execute(marketing), /permission/)
})

test('a disclosure is kept from its person only by those who answer authorities', async () => {
  const noted = (duty: string) =>
    register.db
      .as(duty)
      .transaction()
      .execute(async (db) => {
        await sql`select set_config('seloste.by', 'somebody', true)`.execute(db)
        await sql`select seloste.note_disclosure(uuidv7(), ${noon}, 'recipient', 'authorities', 'Somebody', '{}'::uuid[], '{}'::text[],
          'customer-relationship', 'eu-gdpr:A6-1-c', null, '2027-01-01', 1)`.execute(db)
      })
  await noted('privacy')
  await assert.rejects(noted('marketing'), /authorities/)
})
