import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const firm = (await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })).json()

test('a pipeline is laid at the desk; a stage in use stays, and the last pipeline too', async () => {
  const pipeline = await layTwoStages()
  const { items } = (await sales('GET', '/pipelines')).json()
  const held = items.find(({ id }: { id: string }) => id === pipeline)
  await sales('POST', '/opportunities', { company: firm.id, title: 'Kallioporan vuokra', pipeline })
  const put = (words: object, revision = held.revision) =>
    sales('PUT', `/pipelines/${pipeline}`, { payload: words, headers: { 'if-match': `"${revision}"` } })
  const without = await put({ names: held.names, stages: bare(held.stages.slice(1)) })
  assert.equal(without.json().code, 'PIPELINE_NEEDS_STAGES')
  const other = { names: { fi: 'Toinen' }, probability: 40, kind: 'open' }
  const dropped = await put({ names: held.names, stages: [other, ...bare(held.stages.slice(1))] })
  assert.deepEqual([dropped.json().code, dropped.json().detail.stage], ['STAGE_IN_USE', 'Tunnusteltu'])
  const changed = await put({ names: { fi: 'Vuokraus' }, stages: [other, ...bare(held.stages)], retired: true })
  assert.equal(changed.statusCode, 204, changed.body)
  assert.equal((await put({ names: held.names, stages: bare(held.stages) })).json().code, 'EDITED_MEANWHILE')
  assert.equal(
    (await billing('POST', '/pipelines', { names: { fi: 'X' }, stages: [] })).json().code,
    'FIELD_NOT_OF_DUTY',
  )
})

test('a pipeline out of use is taken back into use as it was, and the last one in use says at its field why it stays', async () => {
  const id = await layTwoStages()
  const seen = async () => {
    const { items } = (await sales('GET', '/pipelines')).json()
    return items.find((one: { id: string }) => one.id === id)
  }
  const laid = await seen()
  const back = (who: typeof sales, revision: number) =>
    who('POST', `/pipelines/${id}/return`, { payload: {}, headers: { 'if-match': `"${revision}"` } })
  assert.equal((await back(sales, laid.revision)).statusCode, 404, 'it is in use')
  const retire = { names: laid.names, stages: bare(laid.stages), retired: true }
  await sales('PUT', `/pipelines/${id}`, { payload: retire, headers: { 'if-match': `"${laid.revision}"` } })
  const retired = await seen()
  assert.ok(retired.retiredAt)
  assert.equal((await back(billing, retired.revision)).json().code, 'FIELD_NOT_OF_DUTY')
  assert.equal((await back(sales, laid.revision)).json().code, 'EDITED_MEANWHILE')
  assert.equal((await back(sales, retired.revision)).statusCode, 204)
  const again = await seen()
  assert.deepEqual([again.retiredAt, again.names, again.stages], [null, laid.names, laid.stages])

  const { items } = (await sales('GET', '/pipelines')).json()
  const open = items.filter((one: { retiredAt: string | null }) => !one.retiredAt)
  const answers = []
  for (const one of open)
    answers.push(
      await sales('PUT', `/pipelines/${one.id}`, {
        payload: { names: one.names, stages: bare(one.stages), retired: true },
        headers: { 'if-match': `"${one.revision}"` },
      }),
    )
  const last = answers.at(-1)?.json()
  assert.deepEqual([last.code, last.detail.field], ['PIPELINE_LAST', 'retired'])
  for (const one of open.slice(0, -1))
    await sales('POST', `/pipelines/${one.id}/return`, {
      payload: {},
      headers: { 'if-match': `"${one.revision + 1}"` },
    })
})

async function layTwoStages(): Promise<string> {
  const answer = await sales('POST', '/pipelines', {
    names: { fi: 'Vuokraus', en: 'Rental' },
    stages: [
      { names: { fi: 'Tunnusteltu' }, probability: 20, kind: 'open' },
      { names: { fi: 'Vuokrattu' }, probability: 100, kind: 'won' },
      { names: { fi: 'Ei syntynyt' }, probability: 0, kind: 'lost' },
    ],
  })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().id
}

function bare(given: { id: string; names: object; probability: number; kind: string }[]) {
  return given.map(({ id, names, probability, kind }) => ({ id, names, probability, kind }))
}
