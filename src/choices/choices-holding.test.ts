import assert from 'node:assert/strict'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { look, perform } from '#ledger'
import { anApp } from '#test/app'
import {
  addressKey,
  choicesHolding,
  choicesKey,
  choicesKeyIn,
  choicesKeyOf,
  giveConsent,
  object,
  postalKey,
} from './index.ts'
import { tablesOfPerson } from './tables-of-person.ts'

const { as, register } = await anApp()
const owner = register.db.owner()
const key = choicesKeyIn(register)
const statement = () => register.current()?.statement as never
const holding = choicesHolding({ key: () => key, statement })
const occasion = { by: 'rights', duty: 'rights', purpose: 'customer-relationship', at: register.now(), under: '1' }

async function person(name: string, email: string) {
  const values = { 'person.name': name, 'person.email': email, 'person.phone': '040 123 4567' }
  return (await as('saku')('POST', '/people', { values, source: 'contact' })).json().id as string
}

async function everythingOf(id: string) {
  const wording = { text: 'Uutiskirje.', language: 'fi' as const }
  const said = { personId: id, purpose: 'direct-marketing', channel: 'email' as const, wording }
  await perform(register.db, occasion, (act) =>
    giveConsent(act as never, register.policy(), { ...said, via: 'my-page' }),
  )
  await perform(register.db, occasion, (act) => object(act as never, { personId: id, scope: 'all', via: 'letter' }))
  await as('saku')('PUT', `/people/${id}/topics`, { wanted: ['news'], via: 'phone' })
  const now = register.now()
  const sale = {
    person_id: id,
    group_company: 'valo-energia',
    product_group: 'services',
    sold_at: now,
    recorded_at: now,
  }
  await owner
    .insertInto('register.fact_of_sale')
    .values({ ...sale, id: crypto.randomUUID(), email_id: null, told_of_refusal: true, deal: 'order', deal_id: null })
    .execute()
  const mail = await owner
    .selectFrom('register.person_email')
    .select('id')
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow()
  await owner
    .insertInto('register.own_page_link')
    .values({ email_id: mail.id, person_id: id, asked_at: now, sent_at: null })
    .execute()
  await as('saku')('POST', `/people/${id}/restrictions`, { reason: 'accuracy' })
}

const reading = <R>(view: (look: never) => Promise<R>) =>
  look(register.db, occasion, async (one) => {
    one.saw([], [])
    return view(one as never)
  })

test('one row in every table: disclosed, planned, and after the erasure gone or kept with a reason', async () => {
  const id = await person('Maria Lahti', 'maria@lahti.example')
  await everythingOf(id)
  const digest = addressKey(key, 'email', 'maria@lahti.example')

  const { kept } = await reading((view) => holding.disclose(view, id))
  for (const table of tablesOfPerson)
    assert.ok(
      kept.some((one) => one.table === table),
      table,
    )
  const plan = await reading((view) => holding.plan(view, id))
  assert.deepEqual(
    plan.filter(({ fate }) => fate === 'keep-minimal').map((one) => [one.table, one.class, one.until]),
    [
      ['register.consent_event', 'consent-proof', '2029-03-02'],
      ['register.objection', 'suppression', null],
    ],
  )
  assert.match(plan.find(({ class: of }) => of === 'suppression')?.ground?.fi ?? '', /21 artikla/)

  await perform(register.db, occasion, async (act) => {
    const done = await holding.erase(act as never, id, plan)
    assert.deepEqual(done.map(({ table }) => table).sort(), [...tablesOfPerson].sort())
    await act.record({ what: 'person.erased', about: id })
  })
  assert.equal(await reading((view) => holding.has(view, id)), false)
  const listed = await owner
    .selectFrom('register.suppression')
    .select(['scope', 'topic'])
    .where('digest', '=', digest)
    .orderBy('topic')
    .execute()
  assert.deepEqual(listed.map(({ scope, topic }) => topic ?? scope).sort(), ['all', 'events', 'services'])
  const proof = await owner
    .selectFrom('register.consent_proof')
    .select(['events', 'kept_until'])
    .where('subject', '=', digest)
    .executeTakeFirstOrThrow()
  assert.deepEqual(
    (proof.events as { state: string }[]).map(({ state }) => state),
    ['given', 'withdrawn'],
  )
  assert.equal(proof.kept_until, '2029-03-02')
  const stone = await owner
    .selectFrom('register.tombstone')
    .select(['digests'])
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow()
  assert.equal(
    stone.digests.some((one) => one.equals(digest)),
    true,
  )
})

test('an access reply shows that an address is on the suppression list', async () => {
  const id = await person('Maria Lahti', 'maria@lahti.example')
  const { kept } = await reading((view) => holding.disclose(view, id))
  const listed = kept.find(({ table }) => table === 'register.suppression')?.rows ?? []
  assert.ok(listed.some(({ scope }) => scope === 'all'))
})

test('a person who objects is not deleted before their digests are kept: the database refuses', async () => {
  const id = await person('Aylin Demir', 'aylin@demir.example')
  await perform(register.db, occasion, (act) => object(act as never, { personId: id, scope: 'all', via: 'phone' }))
  await assert.rejects(owner.deleteFrom('register.person').where('id', '=', id).execute(), {
    constraint: 'objection_person',
  })
})

test('the key is made once, lies outside the database, and is refused when others may read it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'seloste-key-'))
  const [one, two] = await Promise.all([choicesKey(directory), choicesKey(directory)])
  assert.deepEqual(one, two)
  const file = join(directory, 'suppression.key')
  assert.equal((await readFile(file, 'utf8')).trim().length, 43)
  await chmod(file, 0o644)
  await assert.rejects(choicesKey(directory), { code: 'CHOICES_KEY_EXPOSED' })
  await rm(directory, { recursive: true })
})

test('a digest is of the address however it is written, and says nothing without the key', () => {
  const other = choicesKeyOf(Buffer.alloc(32, 1))
  const digest = addressKey(key, 'email', 'Maija@Lahti.example ')
  assert.ok(digest.equals(addressKey(key, 'email', 'maija@lahti.example')))
  assert.ok(!digest.equals(addressKey(other, 'email', 'maija@lahti.example')))
  assert.ok(addressKey(key, 'sms', '+358401234567').equals(addressKey(key, 'phone', '+358401234567')))
  const door = {
    street: 'Aurinkokatu',
    houseNumber: '12',
    stair: 'B',
    flat: '4',
    poBox: null,
    postcode: '00100',
    country: 'FI',
  }
  assert.equal(postalKey('Maija Mäki', door), postalKey('MÄKI  Maija', { ...door, street: 'AURINKOKATU' }))
  assert.notEqual(postalKey('Maija Mäki', door), postalKey('Pekka Mäki', door))
  assert.notEqual(postalKey('Maija Mäki', door), postalKey('Maija Mäki', { ...door, flat: '5' }))
})
