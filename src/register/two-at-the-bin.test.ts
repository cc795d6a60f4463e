import assert from 'node:assert/strict'
import test from 'node:test'
import { type Kysely, sql } from 'kysely'
import { type Occasion, perform } from '#ledger'
import { hearEnquirer, inForce, receiveEnquiry } from '#register'
import { anApp } from '#test/app'

const { as, register } = await anApp()
const [sales, privacy] = [as('saku'), as('ingrid')]
const owner = register.db.owner() as unknown as Kysely<never>
const visitor = (): Occasion => ({
  ...{ by: 'visitor', duty: 'intake', purpose: 'customer-communication', at: register.now(), under: '1' },
})
let number = 0
const writes = () => {
  const email = `kysyja${number++}@asiakas.example`
  return perform(register.db, visitor(), (act) =>
    receiveEnquiry(act, inForce(register), { name: 'Kaisa Kysyjä', email, message: 'Kiuas?', language: 'fi' }),
  )
}
type Came = Awaited<ReturnType<typeof writes>>

/** Somebody puts the enquiry into the bin, with whom it brought; meanwhile the other deed begins, and answers once that is done. */
async function whileBinned<A>({ enquiryId, personId }: Came, other: () => Promise<A>): Promise<A> {
  let answer: Promise<A> | undefined
  await owner.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('enquiry ' || ${enquiryId}::uuid, 0))`.execute(db)
    await sql`select from register.person where id = ${personId} for update`.execute(db)
    await sql`update register.enquiry set binned_at = ${register.now()}, binned_by = 'saku', took_person = true where id = ${enquiryId}`.execute(
      db,
    )
    await sql`update register.person set closed_at = ${register.now()}, binned_at = ${register.now()} where id = ${personId}`.execute(
      db,
    )
    answer = other()
    answer.catch(() => undefined)
    await isWaitedFor()
  })
  return answer as Promise<A>
}

// Until the other stands behind the lock; one that does not wait is let go on, and told by what it answers.
async function isWaitedFor() {
  for (let round = 0; round < 40; round += 1) {
    const { rows } = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(owner)
    if (rows.length > 0) return
    await new Promise((passed) => setTimeout(passed, 25))
  }
}

const deeds: Record<string, (came: Came) => Promise<{ statusCode: number; body: string }>> = {
  'an enquiry entered by hand': ({ personId }) =>
    sales('POST', '/enquiries', {
      channel: 'phone',
      message: 'Soitti uudelleen.',
      source: 'contact',
      person: personId,
    }),
  'a note about them': ({ personId }) => sales('POST', '/notes', { person: personId, text: 'Soitti.' }),
  'a quote of the enquiry, with more in it': ({ enquiryId, personId }) =>
    sales('POST', '/quotes', { person: personId, enquiry: enquiryId, lines: [] }),
  'a quote in one press': ({ enquiryId }) => sales('POST', `/enquiries/${enquiryId}/quote`, {}),
  'an opportunity': ({ enquiryId }) => sales('POST', `/enquiries/${enquiryId}/opportunity`, {}),
  'a request for a quote': ({ enquiryId }) => sales('POST', `/enquiries/${enquiryId}/quote-request`, {}),
  'an answer to it': ({ enquiryId }) => sales('POST', `/enquiries/${enquiryId}/answer`),
  'saying whose it is': ({ enquiryId, personId }) =>
    sales('POST', `/enquiries/${enquiryId}/link`, { person: personId }),
  'handing it to privacy': ({ enquiryId }) => privacy('POST', `/enquiries/${enquiryId}/request`, { kind: 'access' }),
}
const all = ['enquiry', 'note', 'quote', 'opportunity', 'quote_request', 'rights_request']
const madeAbout = async ({ personId, enquiryId }: Came) => {
  const found = []
  for (const table of all) {
    const { rows } = await sql`select from ${sql.table(`register.${table}`)} where person_id = ${personId}
      and id <> ${enquiryId}`.execute(owner)
    if (rows.length > 0) found.push(table)
  }
  return found
}

for (const [what, deed] of Object.entries(deeds))
  test(`while an enquiry goes into the bin, ${what} waits, finds nothing and leaves nothing`, async () => {
    const came = await writes()
    const answer = await whileBinned(came, () => deed(came))
    assert.equal(answer.statusCode, 404, answer.body)
    assert.deepEqual(await madeAbout(came), [])
  })

test('while an enquiry goes into the bin, a mail of its thread waits, and opens a new one', async () => {
  const came = await writes()
  const hears = () =>
    perform(register.db, visitor(), async (act) => {
      const isThere = await hearEnquirer(act, came.enquiryId)
      await act.record({ what: 'test.done' })
      return isThere
    })
  assert.equal(await whileBinned(came, hears), false)
})
