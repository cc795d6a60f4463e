import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { object } from '#choices'
import { perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import { aRegister, type TestRegister } from '#test/register'
import { buyers, marketer, newsletter, publicUrl, queued } from '../campaigns.fixture.ts'
import { postLetters } from './post-letters.ts'
import { lettersLying } from './posting.view.ts'
import { printLetters } from './print-letters.ts'
import { returnLetter } from './return-letter.ts'

let register: TestRegister
let people: string[]
let campaignId: string

async function begin() {
  register = await aRegister()
  people = await buyers(register, 3)
  await run(sql`insert into register.organisation_source (organisation_id, field, value_id, source, by, recorded_at, obtained_at, as_of)
    select organisation_id, 'org.addresses', id, 'order', 'test', now(), now(), current_date from register.organisation_address`)
  campaignId = await queued(register, { channel: 'post' })
}

test('letters are addressed to the person at the organisation, in the order of their codes, and lie printed until they are posted', async () => {
  await begin()
  const { letters } = await print()
  assert.equal(letters.length, 3)
  assert.deepEqual(letters[0]?.rows.slice(1), ['Ostaja Oy', 'Ostajankatu 1', '33100 TAMPERE'])
  assert.deepEqual(
    letters.map(({ code }) => code),
    letters.map(({ code }) => code).toSorted(),
  )
  const frame = letters[0]?.frame
  assert.deepEqual([frame?.marker, frame?.source], ['Mainos', 'tilaus'])
  assert.match(frame?.links.unsubscribe ?? '', /^https:\/\/register\.valo\.example\/u\//)
  assert.deepEqual(await states(), ['sending', 'sending', 'sending'])

  await post()
  assert.deepEqual(await states(), ['sent', 'sent', 'sent'])
  assert.equal((await campaign()).state, 'sent')
  assert.deepEqual((await ledger()).slice(-3), ['letters.begun', 'letters.printed', 'letters.posted'])
})

test('who objects between queue and print gets no letter; the row says why (S4.10, AS-23)', async () => {
  await begin()
  await objects(people[1] ?? '')
  const { letters } = await print()
  assert.equal(letters.length, 2)
  assert.deepEqual(await states(), ['sending', 'skipped SUPPRESSED_AT_SEND S12.16', 'sending'])
})

test('who objects between print and post is told of by the code of the letter, and counts as taken out', async () => {
  await begin()
  const { letters } = await print()
  await objects(people[0] ?? '')
  const lying = await lettersLying(register as never, campaignId)
  assert.equal(lying.printed, 3)
  const [out] = lying.takeOut
  assert.equal(out?.because, 'OBJECTED')
  assert.ok(letters.some(({ code }) => code === out?.code))

  const { posted, takenOut } = await post()
  assert.deepEqual([posted, takenOut.length], [2, 1])
  assert.deepEqual(await states(), ['skipped SUPPRESSED_AT_SEND S12.16', 'sent', 'sent'])
})

test('printed again, a run begins anew: nobody twice, and those who objected since fall out', async () => {
  await begin()
  await print()
  await objects(people[2] ?? '')
  const { letters } = await print()
  assert.equal(letters.length, 2)
  await post()
  await assert.rejects(print(), refused('CAMPAIGN_STATE'))
  await assert.rejects(post(), refused('NOTHING_TO_POST'))
})

test('letters cannot have been posted before they were made, nor tomorrow', async () => {
  await begin()
  await print()
  await assert.rejects(post('2026-03-01'), refused('POSTING_DAY_NOT_VALID'))
  await assert.rejects(post('2026-03-03'), refused('POSTING_DAY_NOT_VALID'))
})

test('a printing house that the statement does not name gets no letter, and nothing is fenced for it', async () => {
  await begin()
  await assert.rejects(print('paino'), refused('RECIPIENT_NOT_DECLARED'))
  assert.deepEqual(await states(), ['queued', 'queued', 'queued'])
})

test('a printing house that the statement names gets them, and each person’s disclosure is noted (Art. 15(1)(c))', async () => {
  await begin()
  await print('kirjurit')
  const { rows } = await run<{ receiver: string; people: string[]; fields: string[] }>(
    sql`select receiver, people, fields from register.disclosure`,
  )
  assert.deepEqual(
    rows.map(({ receiver, people, fields }) => [receiver, people.length, fields.join(' ')]),
    [['kirjurit', 3, 'org.addresses org.name person.name']],
  )
})

test('a campaign by e-mail makes no letters', async () => {
  await begin()
  campaignId = await queued(register, { ...newsletter, name: 'Sähköposti', topics: ['news'] })
  await assert.rejects(print(), refused('CAMPAIGN_NOT_BY_POST'))
})

test('a letter that came back marks its address, so that the next campaign leaves it out (S12.6)', async () => {
  await begin()
  const { letters } = await print()
  await post()
  const code = letters[0]?.code ?? ''
  const { personId } = await returned(code.toLowerCase().replaceAll('-', ' '), 'moved')
  const { rows } = await run<{ person_id: string; channel: string; reason: string }>(
    sql`select person_id, channel, reason from register.undeliverable`,
  )
  assert.deepEqual(rows, [{ person_id: personId, channel: 'post', reason: 'moved' }])
  assert.deepEqual((await ledger()).slice(-2), ['letter.returned', 'address.undeliverable'])
  await assert.rejects(returned('0000-0000-0000', 'moved'), refused('LETTER_UNKNOWN'))
  await assert.rejects(returned('Hämeenkatu', 'moved'), refused('LETTER_CODE_NOT_VALID'))
})

test('a letter that was sent back unwanted is an objection to letters (S12.16)', async () => {
  await begin()
  const { letters } = await print()
  await post()
  const { personId } = await returned(letters[1]?.code ?? '', 'refused')
  const { rows } = await run(sql`select person_id, scope, channel, via from register.objection`)
  assert.deepEqual(rows, [{ person_id: personId, scope: 'channel', channel: 'post', via: 'letter' }])
})

function run<R>(query: ReturnType<typeof sql>) {
  return query.execute(register.db.owner()) as unknown as Promise<{ rows: R[] }>
}

function under() {
  return { occasion: marketer(register), inForce: inForce(register) }
}

function print(processor: string | null = null) {
  return printLetters(register, under(), { campaignId, publicUrl, processor, sides: 2 })
}

function post(postedOn = '2026-03-02') {
  return postLetters(register, under(), { campaignId, postedOn })
}

function returned(code: string, reason: 'moved' | 'refused') {
  return perform(register.db, marketer(register), (act) =>
    returnLetter(act as never, inForce(register), { code, reason }),
  )
}

function objects(personId: string) {
  return perform(register.db, marketer(register), (act) =>
    object(act as never, { personId, scope: 'all', via: 'phone' }),
  )
}

async function states() {
  const { rows } = await run<{ said: string }>(
    sql`select concat_ws(' ', state, code, clause) as said from register.campaign_recipient where campaign_id = ${campaignId} order by person_id`,
  )
  return rows.map(({ said }) => said)
}

async function campaign() {
  const { rows } = await run<{ state: string }>(sql`select state from register.campaign where id = ${campaignId}`)
  return rows[0] ?? { state: '' }
}

async function ledger() {
  return (await register.ledger()).map((line) => line.split(' ')[0])
}

function refused(code: string) {
  return (fault: unknown) => fault instanceof Refusal && fault.code === code
}
