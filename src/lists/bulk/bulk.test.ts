import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { forgetBulkEdits } from '#lists'
import { anApp } from '#test/app'

const { as, register, ledger } = await anApp()
const saku = as('saku')
const heating = 'org.heatingSystem'
const from = { source: 'order' }

async function company(n: number, values: object = {}) {
  const answer = await saku('POST', '/companies', { ...from, values: { 'org.name': `Yritys ${n} Oy`, ...values } })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json() as { id: string; revision: number }
}

async function heatingOf(id: string) {
  return (await saku('GET', `/companies/${id}`)).json().values[heating] ?? null
}

const change = (ids: string[], value: unknown, more: object = {}) => ({
  payload: { rows: { ids }, column: heating, value, source: from, ...more },
})

async function done(ids: string[], value: unknown) {
  const answer = await saku('POST', '/lists/companies/changes', change(ids, value))
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}

test('a preview says what would change, what is so already and who is refused and why, and changes nothing', async () => {
  const [a, b] = [await company(1, { [heating]: 'oil' }), await company(2, { [heating]: 'electric' })]
  const before = (await ledger()).length
  const answer = await saku('POST', '/lists/companies/changes/preview', change([a.id, b.id], 'oil'))
  assert.equal(answer.statusCode, 200, answer.body)
  const { rows, same, changes, refused, sample } = answer.json()
  assert.deepEqual({ rows, same, changes, refused }, { rows: 2, same: 1, changes: 1, refused: 0 })
  assert.equal(sample[0].name, 'Yritys 2 Oy')
  const wrong = (await saku('POST', '/lists/companies/changes/preview', change([a.id, b.id], 'peat'))).json()
  assert.deepEqual(wrong.reasons, [
    { code: 'VALUE_NOT_VALID', rows: 2, said: `This is not in a form that can be stored: ${heating}.` },
  ])
  assert.deepEqual([await heatingOf(a.id), await heatingOf(b.id)], ['oil', 'electric'])
  assert.equal((await ledger()).length, before)
})

test('many rows get one value, each through its own deed with its source, and get back what they had', async () => {
  const rows = [await company(3, { [heating]: 'oil' }), await company(4), await company(5, { [heating]: 'electric' })]
  const ids = rows.map(({ id }) => id)
  const edit = await done(ids, 'heat-pump')
  assert.deepEqual([edit.state, edit.counts], ['done', { changed: 3 }])
  assert.deepEqual(await Promise.all(ids.map(heatingOf)), ['heat-pump', 'heat-pump', 'heat-pump'])
  assert.deepEqual((await ledger()).filter((line) => line.includes('organisation.corrected')).length, 3)

  // Somebody changes one of them meanwhile: it keeps what it has.
  const held = (await saku('GET', `/companies/${ids[2]}`)).json()
  await saku('PATCH', `/companies/${ids[2]}`, {
    payload: { ...from, values: { 'org.phone': '010 000 1000' } },
    headers: { 'if-match': `"${held.revision}"` },
  })
  const undone = (await saku('POST', `/bulk-edits/${edit.id}/undo`)).json()
  assert.deepEqual([undone.state, undone.counts], ['undone', { kept: 1, restored: 2 }])
  assert.deepEqual([undone.reasons[0].code, undone.reasons[0].rows], ['EDITED_MEANWHILE', 1])
  assert.deepEqual(await Promise.all(ids.map(heatingOf)), ['oil', null, 'heat-pump'])
  assert.equal((await saku('POST', `/bulk-edits/${edit.id}/undo`)).statusCode, 409)
})

test('a row that somebody changed between the note and the change is refused, and the others change', async () => {
  const [a, b] = [await company(6), await company(7)]
  const owner = register.db.owner()
  const [before] = (await sql<{ id: string }>`select id from register.bulk_edit`.execute(owner)).rows
  assert.ok(before)
  const all = await saku('POST', '/lists/companies/changes', {
    payload: {
      rows: { wish: { filter: { column: heating, is: 'empty' } } },
      column: heating,
      value: 'oil',
      source: from,
    },
  })
  assert.ok(all.json().counts.changed >= 2, all.body)
  assert.deepEqual([await heatingOf(a.id), await heatingOf(b.id)], ['oil', 'oil'])
})

test('whoever may not write a field is refused it, and only who made a change takes it back', async () => {
  const one = await company(8)
  const terms = { rows: { ids: [one.id] }, column: 'com.paymentTerms', value: '14 pv', source: from }
  const helmi = await as('helmi')('POST', '/lists/companies/changes', { payload: terms })
  assert.deepEqual([helmi.statusCode, helmi.json().code], [403, 'FIELD_NOT_OF_DUTY'])
  const name = await saku('POST', '/lists/companies/changes', { payload: { ...terms, column: 'org.name' } })
  assert.equal(name.json().code, 'COLUMN_NOT_EDITABLE')
  const edit = await done([one.id], 'electric')
  const theft = await as('ellen', 'sales')('POST', `/bulk-edits/${edit.id}/undo`)
  assert.deepEqual([theft.statusCode, theft.json().code], [409, 'BULK_UNDO_OVER'])
})

test('what people held before is disclosed and erased with them, and forgotten after 14 days', async () => {
  const ids: string[] = []
  for (const family of ['Harju', 'Koski']) {
    const person = await saku('POST', '/people', { ...from, values: { 'person.name': { given: 'Aino', family } } })
    ids.push(person.json().id)
  }
  const people = { rows: { ids }, column: 'person.preferredLanguage', value: 'sv', source: from }
  const answer = await saku('POST', '/lists/people/changes', { payload: people })
  assert.deepEqual(answer.json().counts, { changed: 2 }, answer.body)
  const owner = register.db.owner()
  const count = async () =>
    (
      await sql<{ n: number }>`select count(*) as n from register.bulk_edit_row where person_id is not null`.execute(
        owner,
      )
    ).rows[0]?.n
  assert.equal(await count(), 2)
  const occasion = { by: 'register', duty: 'retention', purpose: 'retention', under: '1' }
  const days = (n: number) => new Date(register.now().getTime() + n * 86_400_000)
  assert.equal(await forgetBulkEdits(register, { ...occasion, at: days(13) }), 0)
  assert.ok((await forgetBulkEdits(register, { ...occasion, at: days(15) })) > 0)
  assert.equal(await count(), 0)
})

test('more than two hundred rows change behind the answer, batch by batch', async () => {
  const owner = register.db.owner()
  await sql`insert into register.organisation (name, form, created_at, changed_at)
    select 'Joukko ' || n || ' Oy', 'company', now(), now() from generate_series(1, 420) n`.execute(owner)
  const wish = { filter: { column: 'org.name', is: 'starts', value: 'joukko' } }
  const said = { payload: { rows: { wish }, column: heating, value: 'oil', source: from } }
  const preview = (await saku('POST', '/lists/companies/changes/preview', said)).json()
  assert.deepEqual([preview.rows, preview.tried], [420, 200])
  let edit = (await saku('POST', '/lists/companies/changes', said)).json()
  for (let tries = 0; edit.state === 'running' && tries < 100; tries += 1) {
    await new Promise((passed) => setTimeout(passed, 100))
    edit = (await saku('GET', `/bulk-edits/${edit.id}`)).json()
  }
  assert.deepEqual([edit.state, edit.counts], ['done', { changed: 420 }])
})
