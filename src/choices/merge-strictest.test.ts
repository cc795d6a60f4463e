import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { type Act, perform } from '#ledger'
import { newId } from '#platform/new-id'
import { mergePeople, undoMerge } from '#register'
import { aRegister } from '#test/register'
import { holdingsOf } from '../holdings.ts'
import { channels } from './channel.ts'
import { type Choices, choices, days, purposes, topics } from './choices-said.fixture.ts'
import { isInForce } from './consent.ts'
import { addressKey, choicesKeyIn, object, suppress, suppressAddresses } from './index.ts'
import { type Objection, standsAgainst } from './objection.ts'

// C5, S12.16: two records become one, and of two choices the strictest stays; told apart, each has its own again.

const register = await aRegister()
const owner = register.db.owner()
const key = choicesKeyIn(register)
const wording = 'f'.repeat(64)
await owner
  .insertInto('register.consent_wording')
  .values({
    ...{ hash: wording, purpose: 'direct-marketing', channel: 'email', language: 'fi', text: 'Uutiset.' },
    ...{ statement_version: 1, kept_at: register.now(), invalidated_at: null },
  })
  .execute()

test('what either refused is refused after a merge, for every purpose, channel, topic and day; told apart, each has exactly their own', async () => {
  await fc.assert(
    fc.asyncProperty(choices, choices, fc.boolean(), async (one, other, shared) => {
      const mails = [`a.${newId()}@mea.example`, `b.${newId()}@mea.example`]
      const gone = await somebody(shared ? mails : mails.slice(0, 1), one)
      const kept = await somebody(mails.slice(1), other)
      const before = [await allowed(gone), await allowed(kept)]
      const rows = await everything([gone, kept], mails)

      const merging = deed('matching', (act) =>
        mergePeople(act as never, holdingsOf(register) as never, { from: gone, into: kept }),
      )
      const merge = await merging.catch((fault) => void assert.equal(fault.code, 'PERSON_RESTRICTED'))
      if (!merge) return assert.deepEqual(await everything([gone, kept], mails), rows)
      if (one.restricted || other.restricted) assert.ok(await isRestricted(kept))
      const after = await allowed(kept)
      for (const [use, verdict] of Object.entries(after))
        if (verdict === 'consented')
          assert.ok(
            before.some((had) => had[use] === 'consented') && before.every((had) => had[use] !== 'refused'),
            `${use}: ${before.map((had) => had[use])} became consented`,
          )
        else if (verdict === 'open')
          assert.ok(
            before.every((had) => had[use] !== 'refused'),
            `${use}: ${before.map((had) => had[use])} became open`,
          )
      // Whatever the merged person refuses is refused at every address of either.
      for (const mail of mails)
        for (const said of await objectionsOf(kept))
          if (said.channel === null || said.channel === 'email')
            assert.ok(standsAgainst(await bansOf(mail), useOf(said)), `${mail}: ${JSON.stringify(said)}`)

      await deed('matching', (act) => undoMerge(act, { merge, about: kept, from: gone }))
      assert.deepEqual(await everything([gone, kept], mails), rows)
    }),
    { numRuns: Number(process.env.RUNS ?? 40) },
  )
})

test('a no that is said again after a merge keeps the merge; one said by somebody else keeps the addresses on the list', async () => {
  const no: Objection = { scope: 'all', channel: null, topic: null }
  const none: Choices = { objections: [], consents: [], topics: [], bans: [], restricted: false }
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => `${letter}.${newId()}@mea.example`) as [string, string, string]
  const gone = await somebody([a], { ...none, objections: [no] })
  const kept = await somebody([b], none)
  const stranger = await somebody([c], none)
  const merged = () =>
    deed('matching', (act) => mergePeople(act as never, holdingsOf(register) as never, { from: gone, into: kept }))
  const undone = (merge: string) => deed('matching', (act) => undoMerge(act, { merge, about: kept, from: gone }))

  await undone(await merged())
  assert.deepEqual([await bansOf(b), (await bansOf(a)).length], [[], 1], 'nobody said anything: the list is as it was')

  const second = await merged()
  await deed('marketing', (act) => object(act as never, { personId: stranger, ...no, scope: 'all', via: 'phone' }))
  await undone(second)
  assert.equal((await bansOf(b)).length, 1)
  assert.deepEqual(await objectionsOf(kept), [])

  const third = await merged()
  await deed('marketing', (act) => object(act as never, { personId: kept, ...no, scope: 'all', via: 'phone' }))
  await assert.rejects(undone(third), { code: 'MERGE_HAS_GROWN' })
  assert.equal((await objectionsOf(kept)).length, 1)
})

/** What may be done with a person, by purpose, channel, topic, profiling and day: consented, open, or refused. */
async function allowed(person: string): Promise<Record<string, 'consented' | 'open' | 'refused'>> {
  const objections = await objectionsOf(person)
  const wishes = await owner
    .selectFrom('register.topic_preference')
    .selectAll()
    .where('person_id', '=', person)
    .execute()
  const consents = await owner.selectFrom('register.consent').selectAll().where('person_id', '=', person).execute()
  const said: [string, 'consented' | 'open' | 'refused'][] = []
  for (const purpose of purposes)
    for (const way of channels)
      for (const topic of [null, ...topics])
        for (const profiling of [false, true])
          for (const day of days) {
            const consent = consents.find((held) => held.purpose === purpose && held.channel === way)
            const isGiven = consent && isInForce({ state: consent.state, expiresOn: consent.expires_on }, day)
            const isRefused =
              standsAgainst(objections, { channel: way, topic, profiling }) ||
              (consent && !isGiven) ||
              wishes.some((wish) => wish.topic === topic && !wish.wants)
            said.push([
              [purpose, way, topic, profiling, day].join(' '),
              isRefused ? 'refused' : isGiven ? 'consented' : 'open',
            ])
          }
  return Object.fromEntries(said)
}

async function somebody(mails: string[], { objections, consents, topics: wishes, bans, restricted }: Choices) {
  const id = newId()
  const now = register.now()
  const named = { kind: 'private-customer' as const, given_name: 'Mea', family_name: 'Vik' }
  await owner
    .insertInto('register.person')
    .values({ id, ...named, created_at: now, changed_at: now, closed_at: null })
    .execute()
  for (const [n, address] of mails.entries())
    await owner
      .insertInto('register.person_email')
      .values({ id: newId(), person_id: id, address, kind: 'private', is_primary: n === 0, added_at: now })
      .execute()
  for (const { purpose, channel: way, state, until } of consents)
    await owner
      .insertInto('register.consent')
      .values({
        ...{ id: newId(), person_id: id, purpose, channel: way, state, wording, since: now, via: 'phone' },
        expires_on: state === 'given' ? until : null,
      })
      .execute()
  for (const { topic, wants } of wishes)
    await owner
      .insertInto('register.topic_preference')
      .values({ person_id: id, topic, wants, at: now, via: 'phone', by: 'maija' })
      .execute()
  for (const said of objections)
    await owner
      .insertInto('register.objection')
      .values({
        ...{ id: newId(), person_id: id, organisation_id: null, ...said, at: now, via: 'phone', by: 'maija' },
        ...{ by_agent: false, recorded_at: now, lifted_at: null, lifted_by: null },
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await deed('matching', (act) => suppressAddresses(act as never, key, id))
  for (const said of bans)
    await deed('matching', (act) =>
      suppress(act as never, { ...said, digests: mails.map((mail) => addressKey(key, 'email', mail)), via: 'other' }),
    )
  if (restricted)
    await owner
      .insertInto('register.restriction')
      .values({
        id: newId(),
        person_id: id,
        reason: 'accuracy',
        since: now,
        by: 'ingrid',
        lifting_told_at: null,
        told_via: null,
        review_on: '2026-09-02',
        reminded_on: null,
        lifted_at: null,
      })
      .execute()
  return id
}

const useOf = ({ scope, topic }: Objection) => ({ channel: 'email' as const, topic, profiling: scope === 'profiling' })

const isRestricted = async (person: string) =>
  (await owner.selectFrom('register.restriction').select('id').where('person_id', '=', person).execute()).length > 0

const objectionsOf = (person: string) =>
  owner
    .selectFrom('register.objection')
    .select(['scope', 'channel', 'topic'])
    .where('person_id', '=', person)
    .where('lifted_at', 'is', null)
    .execute()

const bansOf = (mail: string) =>
  owner
    .selectFrom('register.suppression')
    .select(['scope', 'channel', 'topic'])
    .where('digest', '=', addressKey(key, 'email', mail))
    .orderBy('id')
    .execute()

/** Every row about these people, and every ban of these addresses. */
async function everything(people: string[], mails: string[]) {
  const { rows } = await sql<{ row: string }>`
    select place || ' ' || key || ' ' || said::text as row from seloste.rows_about(${people}::uuid[], '{}', null) order by 1`.execute(
    owner,
  )
  return [rows.map(({ row }) => row), await Promise.all(mails.map(bansOf))]
}

function deed<R>(duty: string, what: (act: Act<never>) => Promise<R>): Promise<R> {
  const occasion = { by: 'saku', duty, purpose: 'direct-marketing', at: register.now(), under: '1' }
  return perform(register.db, occasion, (act) => what(act as never))
}
