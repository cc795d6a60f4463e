import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { applyGrants, type Policy } from '#statement'
import { anApp } from '#test/app'
import { ground } from '../../ground.ts'
import { bring, csv, imported, linesOf, tried } from '../import.fixture.ts'

const { as, register, ids, ledger } = await anApp()
const [saku, ellen] = [as('saku', 'sales'), as('ellen', 'sales')]
const owner = register.db.owner()
const holds = 'opportunities'
const head =
  'Otsikko;Asiakas;Y-tunnus;Sähköposti;Arvo (€);Todennäköisyys %;Päätöspvm;Putki;Vaihe;Tila;Syy;Suljettu;Myyjä'

const made = async (path: string, values: object, more = {}) => {
  const answer = await ellen('POST', path, { values, source: 'order', ...more })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().id as string
}
const firm = await made('/companies', { 'org.name': 'Kivelän Puu Oy', 'org.businessId': '0000033-4' })
const maija = await made(
  '/people',
  { 'person.name': 'Maija Mäki', 'person.email': 'maija@maki.example' },
  { company: firm },
)
const shy = await made(
  '/people',
  { 'person.name': 'Arka Rajoitettu', 'person.email': 'arka@maki.example' },
  { company: firm },
)
for (const _ of [1, 2]) await made('/companies', { 'org.name': 'Tupla Oy' })
assert.equal((await saku('POST', `/people/${shy}/restrictions`, { reason: 'accuracy' })).statusCode, 201)

const held = async () => {
  const { rows } = await sql<{ line: string }>`
    select concat_ws('|', title, coalesce(firm.name, '–'), contact_person_id is not null, value_cents, one.probability, expected_close, stage.name_fi,
      lost_reason, lost_note, closed_on, staff.name) as line
    from register.opportunity one join register.pipeline_stage stage on stage.id = one.stage_id join register.staff on staff.id::text = one.owner
      left join register.organisation firm on firm.id = one.organisation_id
    where one.binned_at is null order by title`.execute(owner)
  return rows.map(({ line }) => line)
}

test('opportunities of another system come in with their customer, stage, owner and outcome; what is not found is not guessed', async () => {
  const file = csv(
    head,
    'Halli;Kivelän Puu Oy;;maija@maki.example;12 500,00;60;31.3.2026;Myynti;Tarjottu;avoin;;;Ellen Wirtanen',
    'Konttori;kivelän puu oy;;;1.000,50;;2026-04-15;;Neuvottelu;voitettu;;15.1.2026;saku.koskela@valo.example',
    'Varasto;;00000334;;;;;;;hävitty;Hinta;3.2.2026;',
    'Katto;Kivelän Puu Oy;;;;;;;;lost;Pomo vaihtui;;',
    'Maijan oma;;;maija@maki.example;;;;;;;;;',
    'Tuntematon;Ei Ole Oy;;;;;;;;;;;',
    'Kaksonen;Tupla Oy;;;;;;;;;;;',
    'Rajoitettu;Kivelän Puu Oy;;arka@maki.example;;;;;;;;;',
    'Outo vaihe;Kivelän Puu Oy;;;;;;;Unelma;;;;',
    'Outo myyjä;Kivelän Puu Oy;;;;;;;;;;;Nimetön',
    'Halli;Kivelän Puu Oy;;;1;;;;;;;;',
    'Hävitty;Kivelän Puu Oy;;;;;;;;lost;;;',
    'Tuleva;Kivelän Puu Oy;;;;;;;;won;;1.1.2027;',
    'Liikaa;Kivelän Puu Oy;;;;120;;;;;;;',
  )
  const before = (await ledger()).length
  const { id, run } = await imported(saku, file, { holds, source: 'own-register', asOf: '2026-01-01' })
  assert.deepEqual([run.state, run.made, run.refused], ['finished', 5, 9], JSON.stringify(run))
  assert.deepEqual(await linesOf(saku, id, 'refused'), [
    '7 COMPANY_NOT_FOUND company',
    '8 COMPANY_NOT_CLEAR company',
    '9 PERSON_NOT_FOUND email',
    '10 NOT_OF_PIPELINES stage',
    '11 STAFF_NOT_FOUND owner',
    '12 LINE_TWICE',
    '13 OPPORTUNITY_LOST_WHY lostReason',
    '14 VALUE_NOT_VALID closedOn',
    '15 VALUE_NOT_VALID probability',
  ])
  assert.deepEqual(await held(), [
    'Halli|Kivelän Puu Oy|t|1250000|60|2026-03-31|Tarjottu|Ellen Wirtanen',
    'Katto|Kivelän Puu Oy|f|Hävitty|other|Pomo vaihtui|2026-03-02|Saku Koskela',
    'Konttori|Kivelän Puu Oy|f|100050|2026-04-15|Voitettu|2026-01-15|Saku Koskela',
    'Maijan oma|Kivelän Puu Oy|t|Uusi|Saku Koskela',
    'Varasto|Kivelän Puu Oy|f|Hävitty|price|2026-02-03|Saku Koskela',
  ])
  const { rows: stood } = await sql<{
    day: string
  }>`select to_char(stage_since, 'YYYY-MM-DD') as day from register.opportunity
    where title in ('Halli', 'Konttori') and binned_at is null order by title`.execute(owner)
  assert.deepEqual(
    stood.map(({ day }) => day),
    ['2026-03-02', '2026-01-15'],
    'no rule starts upon what was won in January',
  )
  const told = (await ledger()).slice(before).filter((line) => line.includes('opportunity.'))
  assert.equal(told.length, 5)
  const lines = await owner
    .selectFrom('register.import_line')
    .select(['person_id', 'said', 'cells'])
    .where('import_id', '=', id)
    .where('line', '=', 2)
    .execute()
  assert.deepEqual(lines, [{ person_id: maija, said: null, cells: null }], 'the line goes with the person')
  assert.equal((await saku('POST', `/imports/${id}/undo`)).json().state, 'undone')
  assert.deepEqual(await held(), [])
  const { rows } = await sql`select 1 from register.opportunity where binned_by = ${ids.saku}`.execute(owner)
  assert.equal(rows.length, 5, 'in the bin, from which they come back')
})

test('a file brought again moves on what it knows, and what was changed or used since stays when it is undone', async () => {
  const first = ['A;Kivelän Puu Oy;100', 'B;Kivelän Puu Oy;200', 'C;Kivelän Puu Oy;300', 'D;Kivelän Puu Oy;400']
  const short = 'Otsikko;Asiakas;Arvo;Vaihe;Tila;Syy'
  const wish = { holds, source: 'order' }
  const made = await imported(saku, csv(short, ...first.map((line) => `${line};Uusi;;`)), wish)
  const again = await imported(
    saku,
    csv(short, 'A;Kivelän Puu Oy;150;Tarjottu;;', 'B;Kivelän Puu Oy;200;;lost;kilpailija'),
    wish,
  )
  assert.deepEqual([again.run.made, again.run.updated], [0, 2])
  assert.match((await held()).join('\n'), /^A\|.*15000\|Tarjottu.*\nB\|.*Hävitty\|competitor/)
  await saku('POST', `/imports/${again.id}/undo`)
  const title = (line: string) => line.split('|').slice(0, 5).join('|')
  assert.deepEqual((await held()).map(title), [
    'A|Kivelän Puu Oy|f|10000|Uusi',
    'B|Kivelän Puu Oy|f|20000|Uusi',
    'C|Kivelän Puu Oy|f|30000|Uusi',
    'D|Kivelän Puu Oy|f|40000|Uusi',
  ])
  const find = async (name: string) =>
    owner
      .selectFrom('register.opportunity')
      .select(['id', 'revision'])
      .where('title', '=', name)
      .executeTakeFirstOrThrow()
  const [c, d] = [await find('C'), await find('D')]
  const changed = { payload: { valueCents: 1 }, headers: { 'if-match': `"${c.revision}"` } }
  assert.equal((await saku('PATCH', `/opportunities/${c.id}`, changed)).statusCode, 200)
  const quote = await saku('POST', '/quotes', { opportunity: d.id, company: firm })
  assert.equal(quote.statusCode, 201, quote.body)
  await sql`insert into register.notification (staff, kind, subject_kind, subject_id, by, at)
    select ${ids.saku}, 'assigned', 'opportunity', id, 'test', now() from register.opportunity where title = 'A'`.execute(
    owner,
  )
  await saku('POST', `/imports/${made.id}/undo`)
  assert.deepEqual(await linesOf(saku, made.id, 'left'), ['4 CHANGED_SINCE', '5 OPPORTUNITY_IN_USE'])
  assert.deepEqual(
    (await held()).map((line) => line[0]),
    ['C', 'D'],
  )
})

test('the importer’s reach and duty hold: what they do not see is not found, and whose duty has no quotes brings none', async () => {
  const file = csv('Otsikko;Asiakas;Sähköposti', 'Salaa;Kivelän Puu Oy;', 'Salaa;;maija@maki.example')
  await reaching('own')
  const { id } = await tried(saku, file, { holds, source: 'order' })
  await reaching('all')
  assert.deepEqual(await linesOf(saku, id, 'refused'), ['2 COMPANY_NOT_FOUND company', '3 PERSON_NOT_FOUND email'])
  const billing = await bring(as('bo'), file, holds)
  assert.deepEqual([billing.statusCode, billing.json().code], [403, 'FIELD_NOT_OF_DUTY'])
  const kept = (await bring(saku, file, holds)).json()
  const unsaid = await saku('POST', `/imports/${kept.id}/trial`, { columns: kept.columns, source: '' })
  assert.deepEqual([unsaid.statusCode, unsaid.json().code], [422, 'SOURCE_MISSING'])
})

/** Publishes nothing: lets the grants and the policy in memory say that sales reaches this far. */
async function reaching(reach: 'own' | 'all') {
  const policy = register.policy()
  const sales = policy.duties.get('sales')
  assert.ok(sales)
  const narrow: Policy = { ...policy, duties: new Map(policy.duties).set('sales', { ...sales, reach }) }
  await owner.transaction().execute((transaction) => applyGrants(register.db, transaction, ground, narrow))
  Object.assign(sales, { reach })
}

test('an address that nobody has confirmed finds nobody, neither for an opportunity nor for a person’s line (S12.5)', async () => {
  await sql`update register.person_email set is_proven = false, has_answered = true where person_id = ${maija}`.execute(
    owner,
  )
  const { id } = await tried(saku, csv('Otsikko;Asiakas;Sähköposti', 'Vain;;maija@maki.example'), {
    ...{ holds, source: 'order' },
  })
  assert.deepEqual(await linesOf(saku, id, 'refused'), ['2 PERSON_NOT_FOUND email'])
  const people = await tried(saku, csv('Nimi;Sähköposti', 'Maija Mäki;maija@maki.example'), { source: 'order' })
  const { rows } = await sql<{ person_id: string | null }>`select person_id from register.import_line
    where import_id = ${people.id}`.execute(owner)
  assert.deepEqual(rows, [{ person_id: null }])
})
