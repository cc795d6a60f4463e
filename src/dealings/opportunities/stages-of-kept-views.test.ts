import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, register } = await anApp()
const sales = as('saku')
const [fresh, won] = ['01920000-0000-7000-8000-000000000011', '01920000-0000-7000-8000-000000000015']
const migration = new URL('../../../migrations/0248-stages-of-kept-views.sql', import.meta.url)
const owner = register.db.owner()

type Filter = object | undefined
const stage = (is: string, value?: unknown) => ({ column: 'stage', is, ...(value === undefined ? {} : { value }) })
const open = { column: 'state', is: 'is', value: ['open'] }

/** What a filter has become that was kept while a stage was known by its Finnish name. */
async function renewed(filters: readonly Filter[]): Promise<Filter[]> {
  await owner.deleteFrom('register.saved_view').execute()
  for (const [at, filter] of filters.entries()) {
    const wish = JSON.stringify({ columns: ['title', 'stage'], filter })
    const kept = { list: 'opportunities', kind: 'view', name: String(at).padStart(2, '0'), wish } as const
    const by = { owner: 'saku', shared: 'everyone', duty: null, changed_at: new Date() } as const
    await owner
      .insertInto('register.saved_view')
      .values({ ...kept, ...by } as never)
      .execute()
  }
  await sql.raw(await readFile(migration, 'utf8')).execute(owner)
  const rows = await owner.selectFrom('register.saved_view').select('wish').orderBy('name').execute()
  return rows.map(({ wish }) => (wish as { filter?: Filter }).filter)
}

test('a view that was kept with the name of a stage finds the same opportunities by which stage it is', async () => {
  const names = await sql<{ id: string; name: string }>`
    select id, name_fi as name from register.pipeline_stage order by position`.execute(owner)
  const named = (name: string) => names.rows.find((one) => one.name === name)?.id
  assert.deepEqual([named('Uusi'), named('Voitettu')], [fresh, won])
  const before = [
    stage('is', 'uusi'),
    { all: [open, stage('is', ['Uusi', 'Voitettu'])] },
    stage('contains', 'TETT'),
    stage('starts', 'Voi'),
    { any: [{ all: [stage('is-not', 'Uusi')] }, stage('contains-not', 'usi')] },
    stage('filled'),
    stage('is', [fresh]),
    open,
    undefined,
  ]
  assert.deepEqual(await renewed(before), [
    stage('is', [fresh]),
    { all: [open, stage('is', [fresh, won])] },
    stage('is', [named('Tarve selvitetty'), won]),
    stage('is', [won]),
    { any: [{ all: [stage('is-not', [fresh])] }, stage('is-not', [fresh])] },
    ...before.slice(5),
  ])

  const firm = (await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })).json()
  await sales('POST', '/opportunities', { company: firm.id, title: 'Uusi katto' })
  const kept = (await sales('GET', '/views?list=opportunities')).json().items[0]
  const { items } = (await sales('POST', '/lists/opportunities/rows', { payload: kept.wish })).json()
  assert.deepEqual(
    items.map(({ values }: { values: { title: string } }) => values.title),
    ['Uusi katto'],
  )
})

test('where no stage is called so any more, the view is kept without that part of its filter', async () => {
  const gone = stage('is', 'Kylmä')
  assert.deepEqual(await renewed([gone, { all: [open, { any: [gone] }] }, { all: [gone] }]), [
    undefined,
    { all: [open] },
    undefined,
  ])
})

test('views of other lists, and reports, keep what they are; a report on opportunities is mended too', async () => {
  await renewed([])
  const wish = JSON.stringify({ groups: [], measures: [{ of: 'count' }], filter: stage('is', 'Uusi') })
  const by = { owner: 'saku', shared: 'own', duty: null, changed_at: new Date(), wish } as const
  for (const list of ['opportunities', 'quotes'])
    await owner
      .insertInto('register.saved_view')
      .values({ ...by, list, kind: 'report', name: list } as never)
      .execute()
  await sql.raw(await readFile(migration, 'utf8')).execute(owner)
  const rows = await owner.selectFrom('register.saved_view').select(['wish', 'revision']).orderBy('name').execute()
  assert.deepEqual(
    rows.map(({ wish, revision }) => [(wish as { filter?: Filter }).filter, revision]),
    [
      [stage('is', [fresh]), 2],
      [stage('is', 'Uusi'), 1],
    ],
  )
})
