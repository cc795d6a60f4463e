import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as, ledger, register, ids } = await anApp()
const [sales, marketing] = [as('saku'), as('maija')]
const company = async (name: string) =>
  (await sales('POST', '/companies', { values: { 'org.name': name }, source: 'order' })).json().id as string
const [group, daughter, grandchild, sister] = [
  await company('Rinne-yhtymä Oyj'),
  await company('Rinteen Leipomo Oy'),
  await company('Åkerin Kahvila Oy'),
  await company('Rinteen Kiinteistöt Oy'),
]
const place = async (id: string, parent: string | null) => {
  const { revision } = (await sales('GET', `/companies/${id}`)).json()
  return sales('PUT', `/companies/${id}/parent`, { payload: { parent }, headers: { 'if-match': `"${revision}"` } })
}
const treeOf = async (id: string, who = sales) =>
  (await who('GET', `/companies/${id}/tree`))
    .json()
    .items.map(({ name, depth }: { name: string; depth: number }) => [...[depth, name]])

test('a group of companies is seen whole from each of its companies, each before those under it', async () => {
  const before = (await ledger()).length
  assert.deepEqual(await treeOf(group), [[0, 'Rinne-yhtymä Oyj']])
  assert.equal((await place(daughter, group)).statusCode, 200)
  await place(grandchild, daughter)
  await place(sister, group)
  const whole = [
    [0, 'Rinne-yhtymä Oyj'],
    [1, 'Rinteen Kiinteistöt Oy'],
    [1, 'Rinteen Leipomo Oy'],
    [2, 'Åkerin Kahvila Oy'],
  ]
  for (const id of [group, daughter, grandchild, sister]) assert.deepEqual(await treeOf(id), whole)
  assert.deepEqual(await treeOf(group, marketing), whole)
  assert.deepEqual((await ledger()).slice(before), Array(3).fill('organisation.placed by saku'))
})

test('no company is placed under itself, however far down, and not by two who close the circle together', async () => {
  for (const parent of [group, daughter, grandchild]) {
    const refused = await place(group, parent)
    assert.deepEqual([refused.statusCode, refused.json().code], [409, 'COMPANY_UNDER_ITSELF'])
  }
  const [one, other] = [await company('Yksi Oy'), await company('Toinen Oy')]
  const both = await Promise.all([place(one, other), place(other, one)])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 409])
})

test('a company that stands on its own again takes those under it along, and an old revision places nothing', async () => {
  await place(daughter, null)
  assert.deepEqual(await treeOf(grandchild), [
    [0, 'Rinteen Leipomo Oy'],
    [1, 'Åkerin Kahvila Oy'],
  ])
  const late = await sales('PUT', `/companies/${daughter}/parent`, {
    payload: { parent: group },
    headers: { 'if-match': '"1"' },
  })
  assert.equal(late.json().code, 'EDITED_MEANWHILE')
  const hers = await marketing('PUT', `/companies/${daughter}/parent`, {
    payload: { parent: group },
    headers: { 'if-match': '"4"' },
  })
  assert.equal(hers.json().code, 'FIELD_NOT_OF_DUTY')
  assert.equal((await place(daughter, '01920000-0000-7000-8000-00000000ffff')).json().code, 'NOT_FOUND')
})

test('a sole trader’s place in a group is the person’s, so reading it is in the access log; nothing stands under one', async () => {
  const tmi = (
    await sales('POST', '/companies', {
      form: 'sole-trader',
      personName: 'Ville Salo',
      values: { 'org.name': 'Tmi Ville Salo' },
      source: 'order',
    })
  ).json()
  const before = (await register.looks()).length
  await treeOf(tmi.id)
  assert.deepEqual((await register.looks()).slice(before), [
    { by: ids.saku, duty: 'sales', purpose: 'customer-relationship', people: [tmi.personId], fields: ['org.name'] },
  ])
  assert.equal((await place(sister, tmi.id)).json().code, 'VALUE_NOT_VALID')
})
