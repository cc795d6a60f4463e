import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { type Act, type Look, look, type Occasion, perform } from '#ledger'
import { anApp } from '#test/app'
import type { Database } from '../database.ts'
import { createPerson } from './create-person.ts'
import { deliverNotice } from './deliver-notice.ts'
import { inForce } from './in-force.ts'
import type { Letter } from './mail-out.ts'
import { clockOf, isFrozen, isOverdue, stateAfter } from './notice.ts'
import { noticesWaiting } from './notices.view.ts'
import { peopleListed } from './people.view.ts'
import { personOf } from './person.view.ts'

const { as, register, ledger, ids } = await anApp()
const sales = as('saku')

async function person(more: object = {}, values: object = {}) {
  const answer = await sales('POST', '/people', {
    values: { 'person.name': 'Jonas Berg', ...values },
    source: 'organisation',
    ...more,
  })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}

test('who tells of themselves is told at once; of whom others tell, within a month moved to a working day', () => {
  const at = new Date('2027-01-31T12:00:00+02:00')
  assert.deepEqual(clockOf({ kind: 'data-subject', notice: 'art13' }, at), {
    targetOn: '2027-01-31',
    dueOn: '2027-01-31',
  })
  assert.deepEqual(clockOf({ kind: 'third-party', notice: 'art14' }, at), {
    targetOn: '2027-02-28',
    dueOn: '2027-03-01',
  })
  assert.equal(clockOf({ kind: 'own-register', notice: 'art14' }, at), null)
  assert.equal(clockOf({ kind: 'third-party', notice: null }, at), null)
})

test('a notice is frozen past its month, overdue past its deadline, and neither once it is given', () => {
  const clock = { targetOn: '2027-02-28', dueOn: '2027-03-01' }
  for (const [day, frozen, overdue] of [
    ['2027-02-28', false, false],
    ['2027-03-01', true, false],
    ['2027-03-02', true, true],
  ] as const) {
    assert.deepEqual(
      [isFrozen({ state: 'queued', ...clock }, day), isOverdue({ state: 'queued', ...clock }, day)],
      [frozen, overdue],
      day,
    )
    assert.equal(isFrozen({ state: 'delivered', ...clock }, day), false)
  }
})

test('told by phone or on paper is told; mailed is sent; with the next mail it waits', () => {
  assert.deepEqual(
    (['phone', 'print', 'mail', 'in-next-mail'] as const).map((way) => stateAfter(way, true)),
    ['delivered', 'delivered', 'sent', 'queued'],
  )
  assert.equal(stateAfter('mail', false), 'failed')
})

/** What sales does on a day far from the others: sessions would have ended by then, so the deeds are called themselves. */
function on(day: string) {
  const occasion: Occasion = {
    by: ids.saku,
    duty: 'sales',
    purpose: 'customer-relationship',
    at: new Date(`${day}+02:00`),
    under: '1',
  }
  return {
    act: <R>(deed: (act: Act<Database>) => Promise<R>) => perform(register.db, occasion, deed),
    see: <R>(view: (view: Look<Database>) => Promise<R>) => look(register.db, occasion, view),
  }
}

/** What the marketing gate asks of the database itself, at this instant. */
async function notUsedForMarketing(id: string, at: string) {
  await register.setClock(`${at}+02:00`)
  const { rows } = await sql<{ frozen: boolean }>`select seloste.notice_overdue(${id}) as frozen`.execute(
    register.db.owner(),
  )
  await register.setClock('2026-03-02T12:00:00+02:00')
  return rows[0]?.frozen
}

test('AS-07: a colleague’s data without a notice are kept and shown but not used for marketing, until the notice is given', async () => {
  const now = inForce(register)
  const id = await on('2027-01-31T12:00').act((act) =>
    createPerson(act, now, { values: { 'person.name': 'Jonas Berg' }, source: 'organisation' }),
  )
  const seen = (day: string) => on(day).see((view) => personOf(view, now, { id, language: 'fi' }))
  const late = (day: string) => on(day).see((view) => peopleListed(view, now, { noticeState: 'overdue' }))

  assert.equal(await notUsedForMarketing(id, '2027-02-28T23:59'), false)
  assert.equal(await notUsedForMarketing(id, '2027-03-01T00:01'), true)
  assert.deepEqual(
    (await seen('2027-02-28T12:00'))?.notices.map(({ targetOn, dueOn, frozen, overdue }) => ({
      targetOn,
      dueOn,
      frozen,
      overdue,
    })),
    [{ targetOn: '2027-02-28', dueOn: '2027-03-01', frozen: false, overdue: false }],
  )
  const shown = await seen('2027-03-02T09:00')
  assert.deepEqual(
    [shown?.notices[0]?.frozen, shown?.notices[0]?.overdue, shown?.values['person.name']],
    [true, true, { given: 'Jonas', family: 'Berg' }],
  )
  assert.deepEqual(
    (await late('2027-03-02T09:00')).items.map((one) => one.id),
    [id],
  )
  assert.deepEqual(
    (await on('2027-03-02T09:00').see((view) => noticesWaiting(view, now, { within: -1, limit: 10 }))).items.map(
      ({ personId }) => personId,
    ),
    [id],
  )

  await on('2027-03-02T09:05').act((act) => deliverNotice(act, now, { personId: id, way: 'phone', language: 'sv' }))
  assert.equal(await notUsedForMarketing(id, '2027-03-02T09:06'), false)
  const told = (await seen('2027-03-02T09:06'))?.notices[0]
  assert.deepEqual([told?.state, told?.frozen, told?.overdue], ['delivered', false, false])
  assert.deepEqual((await late('2027-03-02T09:06')).items, [])
  assert.deepEqual(await ledger(), ['person.created by saku', 'notice.queued by saku', 'notice.given by saku'])
})

test('a person who was told as the data were obtained has no clock to wait for', async () => {
  const { notices } = await person({ source: 'contact', noticeGiven: { way: 'phone', language: 'fi' } })
  assert.deepEqual([notices[0].state, notices[0].deliveries.length], ['delivered', 1])
})

test('a notice that rides in the next mail waits there, with its clock', async () => {
  const { id } = await person()
  const { notices } = (
    await sales('POST', `/people/${id}/notice-deliveries`, { way: 'in-next-mail', language: 'fi' })
  ).json()
  assert.deepEqual([notices[0].state, notices[0].deliveries[0].outcome], ['queued', 'waiting'])
})

test('a notice by mail names the source, the purposes and the version; without an address or a mail server it is refused', async () => {
  const { id } = await person({}, { 'person.email': 'jonas.berg@kaari.example' })
  assert.equal(
    (await sales('POST', `/people/${id}/notice-deliveries`, { way: 'mail', language: 'fi' })).json().code,
    'MAIL_NOT_SET_UP',
  )

  const letters: Letter[] = []
  const published = register.current()
  assert.ok(published)
  const mail = {
    out: { send: async (letter: Letter) => void letters.push(letter) },
    published,
    publicUrl: 'https://valo.example',
  }
  const post = (personId: string) =>
    on('2026-03-02T12:00').act((act) =>
      deliverNotice(act, inForce(register), { personId, way: 'mail', language: 'fi', mail }),
    )
  await post(id)
  assert.equal((await sales('GET', `/people/${id}`)).json().notices[0].state, 'sent')
  assert.equal(letters[0]?.to, 'jonas.berg@kaari.example')
  assert.match(letters[0]?.text ?? '', /henkilön edustama yritys/)
  assert.match(letters[0]?.text ?? '', /https:\/\/valo\.example\/fi\/versions\/1\//)
  assert.match(letters[0]?.text ?? '', /Suoramarkkinoinnin voit kieltää/)

  const silent = { ...mail, out: { send: () => Promise.reject(new Error('the server is down')) } }
  const broken = await person({}, { 'person.email': 'toinen@kaari.example' })
  await assert.rejects(
    on('2026-03-02T12:00').act((act) =>
      deliverNotice(act, inForce(register), { personId: broken.id, way: 'mail', language: 'fi', mail: silent }),
    ),
    { code: 'MAIL_NOT_SENT' },
  )
  const without = await person()
  await assert.rejects(post(without.id), { code: 'NO_EMAIL_ADDRESS' })
  assert.equal((await sales('GET', `/people/${without.id}`)).json().notices[0].state, 'queued', 'nothing is half done')
})
