import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { csv, imported, linesOf, tried } from './import.fixture.ts'

const { as, register, ledger } = await anApp()
const saku = as('saku', 'sales')
const owner = register.db.owner()

const rowsAbout = async (people: string[], companies: string[]) =>
  (
    await sql<{
      row: string
    }>`select place || ' ' || key || ' ' || said::text as row from seloste.rows_about(${people}::uuid[], ${companies}::uuid[], null) order by 1`.execute(
      owner,
    )
  ).rows.map(({ row }) => row)

const head = 'Yritys;Y-tunnus;Etunimi;Sukunimi;Sähköposti;Puhelin;Tehtävä'
const idOf = async (table: 'register.person' | 'register.organisation', column: string, value: string) =>
  (await sql<{ id: string }>`select id from ${sql.table(table)} where ${sql.ref(column)} = ${value}`.execute(owner))
    .rows[0]?.id ?? ''

test('lines about one person are taken in their order: what one line says the next one finds said', async () => {
  await imported(
    saku,
    csv(
      head,
      'Salava Oy;0000033-4;Aino;Salava;aino@salava.example;;',
      'Salava Oy;0000033-4;Eino;Salava;eino@salava.example;;',
    ),
  )
  const [aino, firm] = [
    await idOf('register.person', 'given_name', 'Aino'),
    await idOf('register.organisation', 'name', 'Salava Oy'),
  ]
  const before = await rowsAbout([aino], [firm])

  const second = await imported(
    saku,
    csv(
      head,
      'Salava Oyj;0000033-4;Aino;Salava;aino@salava.example;040 000 0001;ostaja',
      'Salava Oyj;0000033-4;Aino;Salava;aino@salava.example;040 000 0002;johtaja',
      'Salava Oyj;0000033-4;Aino;Salava;aino@salava.example;040 000 0001;johtaja',
      'Raita Oy;0000041-4;Aino;Salava;aino@salava.example;;neuvoja',
    ),
    { overwrite: { 'person.phone': 'always', 'person.jobRole': 'always', 'org.name': 'always' } },
  )
  assert.deepEqual(
    [second.run.state, second.run.people, second.run.companies, second.run.refused],
    ['finished', 0, 1, 0],
  )
  assert.deepEqual(await linesOf(saku, second.id, 'updated'), ['2', '3'])
  assert.deepEqual(await linesOf(saku, second.id, 'unchanged'), ['4'])
  const shown = (await saku('GET', `/people/${aino}`)).json()
  assert.deepEqual(
    shown.values['person.phone'].map(({ number, primary }: { number: string; primary: boolean }) => [number, primary]),
    [
      ['+358400000001', true],
      ['+358400000002', false],
    ],
  )
  const roles =
    await sql`select firm.name, tie.job_role as role from register.affiliation tie join register.organisation firm on firm.id = tie.organisation_id
    where tie.person_id = ${aino} order by 1`.execute(owner)
  assert.deepEqual(
    roles.rows.map((row) => ({ ...(row as object) })),
    [
      { name: 'Raita Oy', role: 'neuvoja' },
      { name: 'Salava Oyj', role: 'johtaja' },
    ],
  )
  const told = await sql<{
    field: string
    n: number
  }>`select field, count(*)::int as n from register.person_source where person_id = ${aino} group by 1 order by 1`.execute(
    owner,
  )
  assert.deepEqual(
    told.rows.map(({ field, n }) => `${field} ${n}`),
    ['person.email 1', 'person.jobRole 2', 'person.name 1', 'person.phone 2'],
  )
  assert.deepEqual(
    (await ledger()).slice(-8).filter((one) => /corrected|affiliation/.test(one)),
    ['organisation.corrected by saku', 'person.corrected by saku', 'affiliation.begun by saku'],
  )

  assert.equal((await saku('POST', `/imports/${second.id}/undo`)).json().state, 'undone')
  assert.deepEqual(await rowsAbout([aino], [firm]), before)
  assert.equal(await idOf('register.organisation', 'name', 'Raita Oy'), '')
})

test('what was changed by somebody since stays as it is, and the rest goes back', async () => {
  const [aino, eino] = [
    await idOf('register.person', 'given_name', 'Aino'),
    await idOf('register.person', 'given_name', 'Eino'),
  ]
  const { id, run } = await imported(
    saku,
    csv(
      'Nimi;Sähköposti;Puhelin',
      'Aino Salava;aino@salava.example;040 000 0003',
      'Eino Salava;eino@salava.example;040 000 0004',
    ),
  )
  assert.equal(run.updated, 2)
  const { revision } = (await saku('GET', `/people/${eino}`)).json()
  const edit = await saku('PATCH', `/people/${eino}`, {
    payload: { values: { 'person.name': 'Eino Muutos' }, source: 'contact' },
    headers: { 'if-match': String(revision) },
  })
  assert.equal(edit.statusCode, 200, edit.body)
  await saku('POST', `/imports/${id}/undo`)
  assert.deepEqual(await linesOf(saku, id, 'left'), ['3 CHANGED_SINCE'])
  const phones = async (who: string) => (await saku('GET', `/people/${who}`)).json().values['person.phone']?.length ?? 0
  assert.deepEqual([await phones(aino), await phones(eino)], [0, 1])
})

test('a restricted person is not changed by a file, and a stage not reached keeps its field out', async () => {
  const eino = await idOf('register.person', 'given_name', 'Eino')
  await sql`insert into register.restriction (person_id, reason, since, by, review_on) values (${eino}, 'accuracy', now(), 'ingrid', '2026-09-02')`
    .execute(owner)
    .catch((fault: Error) => assert.fail(fault.message))
  const { id } = await imported(saku, csv('Nimi;Sähköposti;Puhelin', 'Eino Salava;eino@salava.example;040 000 0009'), {
    overwrite: { 'person.phone': 'always' },
  })
  assert.deepEqual(await linesOf(saku, id, 'refused'), ['2 PERSON_RESTRICTED'])
  const early = await imported(saku, csv('Yritys;Y-tunnus;Maksuehto', 'Salava Oy;0000033-4;30 pv'), {
    columns: ['org.name', 'org.businessId', 'com.paymentTerms'],
  })
  assert.match((await linesOf(saku, early.id, 'refused'))[0] ?? '', /^2 FIELD_NOT_OF_STAGE com.paymentTerms/)
})

test('an import waits for a colleague’s correction under way and does not write over it', async () => {
  const of = { columns: ['org.name', 'org.businessId', 'org.phone'] }
  await imported(saku, csv('Yritys;Y-tunnus;Puhelin', 'Odottava Oy;0000091-6;'), of)
  const firm = await idOf('register.organisation', 'name', 'Odottava Oy')
  const { id } = await tried(saku, csv('Yritys;Y-tunnus;Puhelin', 'Odottava Oy;0000091-6;09 000 0001'), of)
  const waits = async () => {
    const held = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    while ((await held.execute(owner)).rows.length === 0) await pause(10)
  }
  const { run } = await owner.transaction().execute(async (colleague) => {
    await sql`update register.organisation set phone = '+35890000002', phone_typed = '09 000 0002', revision = revision + 1
      where id = ${firm}`.execute(colleague)
    const running = saku('POST', `/imports/${id}/run`)
    await waits()
    return { run: running }
  })
  assert.deepEqual([(await run).json().state, (await run).json().updated], ['finished', 0])
  assert.equal((await saku('GET', `/companies/${firm}`)).json().values['org.phone'].number, '+35890000002')
})
