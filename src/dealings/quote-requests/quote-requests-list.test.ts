import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, register } = await anApp()
const sales = as('saku')
const made = async (path: string, body: object = {}) => {
  const answer = await sales('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}
interface Listed {
  id: string
  values: Record<string, string | null>
}
const rows = async (wish: object): Promise<Listed[]> =>
  (await sales('POST', '/lists/quote-requests/rows', wish)).json().items
const firm = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
const note = (title: string, answerBy: string | null) => made('/quote-requests', { company: firm.id, title, answerBy })
const settled = await note('Peruttu', '2026-03-03')
await made(`/quote-requests/${settled.id}/withdrawal`)
const [, due, late] = [
  await note('Ehtii', '2026-04-01'),
  await note('Tänään', '2026-03-02'),
  await note('Myöhässä', '2026-03-02'),
]
await sql`update register.quote_request set answer_by = '2026-02-27' where id = ${late.id}::uuid`.execute(
  register.db.owner(),
)

test('the list begins with what must be answered first, marks what is late, and ends with what is settled', async () => {
  const all = await rows({ columns: ['title', 'answerBy', 'urgency', 'state'] })
  assert.deepEqual(
    all.map(({ values }) => [values.title, values.answerBy, values.urgency]),
    [
      ['Myöhässä', '2026-02-27', 'late'],
      ['Tänään', '2026-03-02', 'today'],
      ['Ehtii', '2026-04-01', 'coming'],
      ['Peruttu', null, null],
    ],
  )
  const pressing = { all: [{ column: 'urgency', is: 'is', value: ['late', 'today'] }] }
  assert.deepEqual(
    (await rows({ columns: ['title'], filter: pressing })).map(({ id }) => id),
    [late.id, due.id],
  )
})

test('my day, the timeline, the card and ⌘K have it, too', async () => {
  const day = (await sales('GET', '/my-day')).body
  assert.ok(day.includes(late.id) && day.includes(due.id) && !day.includes(settled.id))
  assert.match((await sales('GET', `/companies/${firm.id}/timeline`)).body, /"kind":"quote-request"/)
  const found = (await sales('POST', '/records-found', { q: 'tänään' })).json()
  assert.deepEqual(
    found.items.map(({ kind, id }: { kind: string; id: string }) => [kind, id]),
    [['quote-request', due.id]],
  )
  const chain = (await sales('GET', `/companies/${firm.id}/chain`)).json()
  assert.ok(chain.quoteRequests.items.some(({ id }: Listed) => id === due.id))
})
