import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { runRules } from '#work'
import { keepChain } from '../../dealings/keep-chain.ts'
import { workTriggers } from '../../timeline.ts'

const { as, register, ids } = await anApp()
const sales = as('saku')
const person = (await sales('POST', '/people', { values: { 'person.name': 'Maija Mäki' }, source: 'contact' })).json()
const tasksAbout = async (ids: readonly string[]) =>
  (
    await sql<{ id: string; count: number }>`select subject_id as id, count(*)::int as count from register.task
      where subject_id = any(${[...ids]}::uuid[]) group by subject_id`.execute(register.db.owner())
  ).rows

test('a contract that renews meets its rule each time, and a card each time it comes into the stage', async () => {
  const started = async (starts: string, asked: object) => {
    const wish = { to: [ids.saku], title: starts }
    const answer = await sales('POST', '/work-rules', { name: starts, starts, asked, does: 'task', wish })
    assert.equal(answer.statusCode, 201, answer.body)
  }
  const board = (await sales('GET', '/pipelines')).json().items[0]
  const [first, second] = board.stages
  await started('contract-renews', { days: 40 })
  await started('stage-entered', { stage: second.id })
  const opportunity = (await sales('POST', '/opportunities', { person: person.id, title: 'Kattila' })).json()
  const contract = (
    await sales('POST', '/contracts', {
      ...{ person: person.id, title: 'Huolto', startsOn: '2026-01-01', endsOn: '2026-12-31' },
      ...{ renewal: 'automatic', renewalMonths: 12, noticeMonths: 1 },
    })
  ).json()
  const signed = await sales('POST', `/contracts/${contract.id}/state`, { event: 'signing' })
  assert.ok(signed.statusCode < 300, signed.body)
  const counted = async () => {
    await runRules(register as never, workTriggers)
    await runRules(register as never, workTriggers)
    const found = await tasksAbout([opportunity.id, contract.id])
    return [opportunity.id, contract.id].map((id) => found.find((one) => one.id === id)?.count ?? 0)
  }
  const night = () =>
    keepChain(register as never, {
      by: 'register',
      duty: 'worker',
      purpose: 'retention',
      at: register.now(),
      under: '1',
    })
  const move = async (stage: string) => {
    const { revision } = (await sales('GET', `/opportunities/${opportunity.id}`)).json()
    const answer = await sales('POST', `/opportunities/${opportunity.id}/stage`, {
      ...{ payload: { stage }, headers: { 'if-match': `"${revision}"` } },
    })
    assert.ok(answer.statusCode < 300, answer.body)
  }
  assert.deepEqual(await counted(), [0, 0])
  await move(second.id)
  assert.deepEqual(await counted(), [1, 0])
  await register.setClock('2026-03-02T12:01:00+02:00')
  await move(first.id)
  await move(second.id)
  assert.deepEqual(await counted(), [2, 0])
  await register.setClock('2026-12-01T12:00:00+02:00')
  assert.deepEqual(await counted(), [2, 1])
  await register.setClock('2027-01-02T12:00:00+02:00')
  await night()
  assert.deepEqual(await counted(), [2, 1])
  await register.setClock('2027-12-01T12:00:00+02:00')
  assert.deepEqual(await counted(), [2, 2])
})
