import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { csv, imported, linesOf, tried } from '../import.fixture.ts'

const { as, register } = await anApp()
const saku = as('saku', 'sales')
const owner = register.db.owner()
const holds = 'opportunities'
const firm = await saku('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
assert.equal(firm.statusCode, 201, firm.body)

test('what is held stays at its stage in its own pipeline unless the line names another stage, state or pipeline', async () => {
  const stage = (fi: string, kind: string) => ({
    names: { fi },
    probability: kind === 'won' ? 100 : kind === 'lost' ? 0 : 30,
    kind,
  })
  const laid = await saku('POST', '/pipelines', {
    names: { fi: 'Huolto' },
    stages: [stage('Arvio', 'open'), stage('Tarjottu', 'open'), stage('Tehty', 'won'), stage('Ei tullut', 'lost')],
  })
  assert.equal(laid.statusCode, 201, laid.body)
  const wish = { holds, source: 'order' }
  const bringing = async (columns: string, ...lines: string[]) => {
    const { run } = await imported(saku, csv(`Otsikko;Asiakas;${columns}`, ...lines), wish)
    assert.equal(run.refused, 0, JSON.stringify(run))
    return run.updated
  }
  const stand = async () => {
    const { rows } = await sql<{ line: string }>`
      select concat_ws(' ', title, pipeline.name_fi, stage.name_fi, lost_reason, closed_on) as line from register.opportunity one
        join register.pipeline_stage stage on stage.id = one.stage_id join register.pipeline on pipeline.id = stage.pipeline_id
      where binned_at is null and title like 'P_' order by title`.execute(owner)
    return rows.map(({ line }) => line)
  }
  const of = 'Kivelän Puu Oy'
  await bringing(
    'Putki;Vaihe;Tila;Syy;Suljettu',
    ...[`P1;${of};Huolto;Tarjottu;;;`, `P2;${of};Huolto;Tarjottu;;;`, `P3;${of};Myynti;Neuvottelu;;;`],
    ...[`P4;${of};Huolto;;lost;hinta;3.2.2026`, `P5;${of};Huolto;;;;`],
  )
  const first = [
    ...['P1 Huolto Tarjottu', 'P2 Huolto Tarjottu', 'P3 Myynti Neuvottelu'],
    ...['P4 Huolto Ei tullut price 2026-02-03', 'P5 Huolto Arvio'],
  ]
  assert.deepEqual(await stand(), first)
  const still = [`P1;${of};avoin`, `P2;${of};avoin`, `P3;${of};avoin`, `P4;${of};lost`, `P5;${of};open`]
  assert.equal(await bringing('Tila', ...still), 0)
  assert.equal(await bringing('Putki', `P1;${of};Huolto`, `P3;${of};Myynti`, `P4;${of};Huolto`), 0)
  assert.deepEqual(await stand(), first, 'a state or a pipeline that it has already moves nothing')

  const moved = [
    `P1;${of};;won;;15.1.2026`,
    `P2;${of};;lost;hinta;16.1.2026`,
    `P4;${of};;open;;`,
    `P5;${of};Tarjottu;;;`,
  ]
  assert.equal(await bringing('Vaihe;Tila;Syy;Suljettu', ...moved), 4)
  assert.deepEqual(await stand(), [
    ...['P1 Huolto Tehty 2026-01-15', 'P2 Huolto Ei tullut price 2026-01-16', 'P3 Myynti Neuvottelu'],
    ...['P4 Huolto Arvio', 'P5 Huolto Tarjottu'],
  ])
  assert.equal(await bringing('Putki', `P1;${of};Myynti`, `P2;${of};Myynti`, `P3;${of};Huolto`), 3)
  assert.deepEqual((await stand()).slice(0, 3), [
    ...['P1 Myynti Voitettu 2026-01-15', 'P2 Myynti Hävitty price 2026-01-16', 'P3 Huolto Arvio'],
  ])
})

test('of two group companies’ opportunities of one name the line means the one whose company it names', async () => {
  const [one, two] = register.policy().groupCompanies.map(({ id }) => id)
  assert.ok(one && two)
  const file = (value: number, ...companies: string[]) =>
    csv('Otsikko;Asiakas;Arvo;Konserniyhtiö', ...companies.map((id) => `Yhteinen;Kivelän Puu Oy;${value};${id}`))
  const wish = { holds, source: 'order' }
  const { run: made } = await imported(saku, file(100, one, two), wish)
  assert.deepEqual([made.made, made.refused], [2, 0])
  const { run } = await imported(saku, file(200, two), wish)
  assert.deepEqual([run.made, run.updated, run.refused], [0, 1, 0])
  const values = await owner
    .selectFrom('register.opportunity')
    .select(['group_company', 'value_cents'])
    .where('title', '=', 'Yhteinen')
    .execute()
  const held = new Map(values.map((row) => [row.group_company, Number(row.value_cents)]))
  assert.deepEqual([held.get(one), held.get(two)], [10_000, 20_000])
  const { id } = await tried(saku, file(300, ''), wish)
  assert.deepEqual(await linesOf(saku, id, 'refused'), ['2 OPPORTUNITY_NOT_CLEAR title'])
})
