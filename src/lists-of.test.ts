import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'
import { listsOf } from './lists-of.ts'

const { as } = await anApp()
const sales = as('saku')

interface Described {
  columns: {
    id: string
    type: string
    operators: string[]
    sortable: boolean
    groupable: boolean
    choices?: { id: string }[]
  }[]
}

const values: Record<string, unknown> = {
  ...{ text: 'a', number: 1, money: 100, day: '2026-03-01', instant: '2026-03-01', choice: ['x'], boolean: true },
  ...{ person: '019cadfd-8900-7000-8000-000000000000', company: '019cadfd-8900-7000-8000-000000000000', staff: ['me'] },
}

function valueFor(type: string, is: string): unknown {
  if (['empty', 'filled', 'this-month', 'this-year'].includes(is)) return undefined
  if (is === 'last-days' || is === 'next-days') return 7
  if (is === 'between') return [values[type], values[type]]
  return ['contains', 'contains-not', 'starts'].includes(is) ? 'a' : values[type]
}

for (const { name } of listsOf)
  test(`${name}: every column is shown, every filter asked, every order and group made`, async () => {
    const about = await sales('GET', `/lists/${name}`)
    assert.equal(about.statusCode, 200, about.body)
    const { columns }: Described = about.json()
    const rows = async (wish: object) => {
      const answer = await sales('POST', `/lists/${name}/rows`, { payload: wish })
      assert.equal(answer.statusCode, 200, `${name} ${JSON.stringify(wish)} ${answer.body}`)
    }
    await rows({ columns: columns.map(({ id }) => id) })
    await rows({ q: 'maki', count: 'exact' })
    for (const { id, type, operators, sortable, groupable } of columns) {
      if (sortable) await rows({ sort: [`-${id}`] })
      const leaves = operators.map((is) => ({ column: id, is, value: valueFor(type, is) }))
      if (leaves.length > 0) await rows({ filter: { any: leaves } })
      if (!groupable) continue
      const by = type === 'day' || type === 'instant' ? { by: 'month' } : {}
      const wish = { groups: [{ column: id, ...by }], measures: [{ of: 'count' }] }
      const report = await sales('POST', `/lists/${name}/report`, { payload: wish })
      assert.equal(report.statusCode, 200, `${name} ${id} ${report.body}`)
    }
  })

test('tasks are listed for a duty that reads activities, with whom they are about; products for every desk, about nobody', async () => {
  const person = { source: 'order', values: { 'person.name': 'Aino Harju' } }
  const { id } = (await sales('POST', '/people', person)).json()
  assert.equal(
    (await sales('POST', '/tasks', { title: 'Soita Ainolle', dueOn: '2026-03-09', person: id })).statusCode,
    201,
  )
  const { items } = (await sales('POST', '/lists/tasks/rows', { payload: { q: 'soita aino' } })).json()
  assert.deepEqual(
    items.map(({ values }: { values: Record<string, unknown> }) => [values.title, values.dueOn, values.state]),
    [['Soita Ainolle', '2026-03-09', 'open']],
  )
  const refused = await as('maija')('POST', '/lists/tasks/rows', { payload: {} })
  assert.deepEqual([refused.statusCode, refused.json().code], [403, 'FIELD_NOT_OF_DUTY'])
  const noReason = await sales('POST', '/lists/tasks/export', { wish: {}, format: 'csv' })
  assert.equal(noReason.json().code, 'EXPORT_REASON_MISSING')
  const product = { sku: 'LP-12', names: { fi: 'Lämpöpumppu' }, unit: 'pcs', vatCategory: 'S', vatRate: 2550 }
  assert.equal((await sales('POST', '/products', product)).statusCode, 201)
  const file = await as('maija')('POST', '/lists/products/export', {
    ...{ wish: { columns: ['name', 'sku', 'vatRate'] }, format: 'csv' },
  })
  assert.match(file.body, /Lämpöpumppu;LP-12;25,5\r\n/)
})
