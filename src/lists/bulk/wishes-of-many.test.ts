import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as } = await anApp()
const sales = as('saku')
const made = async (url: string, body: object) => {
  const answer = await sales('POST', url, body)
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}
const { id: company } = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
const meOf = async (who: Parameters<typeof as>[0]) => (await as(who)('GET', '/me')).json().staff.id as string
const [saku, helmi] = [await meOf('saku'), await meOf('helmi')]

/** Tries a change of many, does it, and answers both. */
async function change(list: string, ids: string[], column: string, value: unknown) {
  const payload = { rows: { ids }, column, value }
  const preview = (await sales('POST', `/lists/${list}/changes/preview`, { payload })).json()
  const edit = await sales('POST', `/lists/${list}/changes`, { payload })
  assert.equal(edit.statusCode, 201, edit.body)
  return { preview, edit: edit.json() }
}
const undo = async (id: string) => (await sales('POST', `/bulk-edits/${id}/undo`)).json().counts
const codesOf = ({ reasons }: { reasons: { code: string; rows: number }[] }) =>
  reasons.map(({ code, rows }) => [code, rows])

test('many tasks get another doer or another day; what is done already is refused, and undo gives each back its own', async () => {
  const tasks = []
  for (const [title, dueOn] of [
    ['Soita', '2026-03-03'],
    ['Kirjoita', null],
    ['Tehty jo', '2026-03-01'],
  ])
    tasks.push(await made('/tasks', { company, title, dueOn }))
  const ids = tasks.map(({ id }) => id)
  await sales('POST', `/tasks/${ids[2]}/completion`)
  const now = (part: string) => Promise.all(ids.map(async (id) => (await sales('GET', `/tasks/${id}`)).json()[part]))

  const later = await change('tasks', ids, 'dueOn', '2026-03-20')
  assert.deepEqual([later.preview.changes, codesOf(later.preview)], [2, [['TASK_DONE', 1]]])
  assert.deepEqual(await now('dueOn'), ['2026-03-20', '2026-03-20', '2026-03-01'])
  const given = await change('tasks', ids, 'assignedTo', helmi)
  assert.deepEqual(await now('assignedTo'), [helmi, helmi, saku])
  assert.deepEqual(await undo(given.edit.id), { refused: 1, restored: 2 })
  assert.deepEqual(await now('assignedTo'), [saku, saku, saku])
  const { items } = (await as('helmi')('GET', '/notifications')).json()
  assert.deepEqual([items[0].kind, items[0].subject.kind], ['task-given', 'task'])

  for (const column of ['assignedTo', 'dueOn'])
    assert.deepEqual(codesOf((await change('tasks', [ids[0]], column, null)).preview), [['VALUE_REQUIRED', 1]])
  assert.deepEqual(codesOf((await change('tasks', [ids[0]], 'assignedTo', 'nobody')).preview), [['NOT_OF_STAFF', 1]])
  assert.deepEqual(codesOf((await change('tasks', [ids[0]], 'dueOn', '2026-02-30')).preview), [['VALUE_NOT_VALID', 1]])
})

test('a day taken back from many tasks is none again where there was none', async () => {
  const { id } = await made('/tasks', { company, title: 'Joskus' })
  const { edit } = await change('tasks', [id], 'dueOn', '2026-03-20')
  assert.deepEqual(await undo(edit.id), { restored: 1 })
  assert.equal((await sales('GET', `/tasks/${id}`)).json().dueOn, null)
})

test('a task of the 31st, put off with many and taken back, comes on the 31st again', async () => {
  const { id: first } = await made('/tasks', { company, title: 'Tilitys', dueOn: '2026-08-31', repeats: 'month' })
  await sales('POST', `/tasks/${first}/completion`)
  const open = async () =>
    (await sales('GET', '/tasks?of=me')).json().items.find((task: { title: string }) => task.title === 'Tilitys')
  const { id, dueOn } = await open()
  assert.equal(dueOn, '2026-09-30')
  const { edit } = await change('tasks', [id], 'dueOn', '2026-10-12')
  assert.deepEqual(await undo(edit.id), { restored: 1 })
  await sales('POST', `/tasks/${id}/completion`)
  assert.equal((await open()).dueOn, '2026-10-31')
})

test('many opportunities move to a stage as their cards do; what is won or lost stays, and a loss of many says why of none', async () => {
  const cards = []
  for (const title of ['Katto', 'Halli', 'Hävitty jo']) cards.push(await made('/opportunities', { company, title }))
  const ids = cards.map(({ id }) => id)
  const one = async (id = '') => (await sales('GET', `/opportunities/${id}`)).json()
  const { stages, stage: first } = await one(ids[0])
  const stage = (kind: string, nth = 0) => stages.filter((each: { kind: string }) => each.kind === kind)[nth].id
  const lost = await sales('POST', `/opportunities/${ids[2]}/stage`, {
    payload: { stage: stage('lost'), lostReason: 'price' },
    headers: { 'if-match': '"1"' },
  })
  assert.equal(lost.statusCode, 201, lost.body)
  const stagesNow = () => Promise.all(ids.map(async (id) => (await one(id)).stage))

  const next = await change('opportunities', ids, 'stage', stage('open', 1))
  assert.deepEqual([next.preview.changes, codesOf(next.preview)], [2, [['OPPORTUNITY_CLOSED', 1]]])
  assert.deepEqual(await stagesNow(), [stage('open', 1), stage('open', 1), stage('lost')])
  const won = await change('opportunities', ids.slice(0, 2), 'stage', stage('won'))
  assert.equal((await one(ids[0])).state, 'won')
  assert.deepEqual(await undo(won.edit.id), { restored: 2 })
  assert.deepEqual(await stagesNow(), [stage('open', 1), stage('open', 1), stage('lost')])
  assert.equal((await one(ids[0])).state, 'open')
  assert.notEqual(first, stage('open', 1))

  const open = ids.slice(0, 2)
  assert.deepEqual(codesOf((await change('opportunities', open, 'stage', stage('lost'))).preview), [
    ['OPPORTUNITY_LOST_WHY', 2],
  ])
  assert.deepEqual(codesOf((await change('opportunities', open, 'stage', null)).preview), [['VALUE_REQUIRED', 2]])
  assert.equal((await one(ids[2])).lostReason, 'price')
})

test('many contracts get another owner, signed ones too, and undo gives each back its own', async () => {
  const contracts = []
  for (const title of ['Huolto', 'Siivous'])
    contracts.push(await made('/contracts', { company, title, startsOn: '2026-04-01' }))
  const ids = contracts.map(({ id }) => id)
  await sales('POST', `/contracts/${ids[0]}/state`, { event: 'signing' })
  const owners = () => Promise.all(ids.map(async (id) => (await sales('GET', `/contracts/${id}`)).json().ownerName))
  const before = await owners()
  const { edit } = await change('contracts', ids, 'owner', helmi)
  assert.deepEqual(edit.counts, { changed: 2 })
  assert.notDeepEqual(await owners(), before)
  assert.deepEqual(await undo(edit.id), { restored: 2 })
  assert.deepEqual(await owners(), before)
  assert.deepEqual(codesOf((await change('contracts', ids, 'owner', 'nobody')).preview), [['NOT_FOUND', 2]])
})
