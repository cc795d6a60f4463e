import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'

const { as } = await anApp()
const sales = as('saku')

const open = async (title: string) =>
  (await sales('GET', '/tasks?of=me')).json().items.find((task: { title: string }) => task.title === title)

async function doneTimes(times: number, task: { title: string; dueOn: string; repeats: string }) {
  assert.equal((await sales('POST', '/tasks', task)).statusCode, 201)
  const days: string[] = []
  while (days.length < times) {
    const { id } = await open(task.title)
    assert.equal((await sales('POST', `/tasks/${id}/completion`)).statusCode, 201)
    days.push((await open(task.title)).dueOn)
  }
  return days
}

test('a task of the 31st comes on the last day of a short month, and on the 31st again after it', async () => {
  assert.deepEqual(await doneTimes(4, { title: 'Kuun loppu', dueOn: '2026-08-31', repeats: 'month' }), [
    ...['2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31'],
  ])
  assert.deepEqual(await doneTimes(4, { title: 'Karkauspäivä', dueOn: '2028-02-29', repeats: 'year' }), [
    ...['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'],
  ])
  assert.deepEqual(await doneTimes(2, { title: '28. päivä', dueOn: '2027-01-28', repeats: 'month' }), [
    ...['2027-02-28', '2027-03-28'],
  ])
})

test('whoever moves the repetition has moved the day that it comes on', async () => {
  await doneTimes(1, { title: 'Siirretty', dueOn: '2026-08-31', repeats: 'month' })
  const { id, revision } = await open('Siirretty')
  const moved = await sales('PATCH', `/tasks/${id}`, {
    payload: { dueOn: '2026-09-25' },
    headers: { 'if-match': String(revision) },
  })
  assert.equal(moved.statusCode, 200, moved.body)
  await sales('POST', `/tasks/${id}/completion`)
  assert.equal((await open('Siirretty')).dueOn, '2026-10-25')
})
