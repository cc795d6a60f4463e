import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { newestWith } from '#lists'
import { applyGrants, type Policy } from '#statement'
import { anApp } from '#test/app'
import { ground } from '../../src/ground.ts'
import { finderParts } from '../../src/timeline.ts'

const { as, register, ids } = await anApp()
const { db } = register
const owner = db.owner()
const duties = [...register.policy().duties.keys()]
const logins = new Map([...duties, ...ground.machines].map((role) => [db.loginOf(role), role]))
const everyone = [...new Set(logins.values())].sort()
const writers = ['billing', 'privacy', 'sales', 'service']

const marketers = ['direct_marketing', 'marketing', 'privacy']

/** Whatever is not here, nobody but the owner may call. */
const callers: Record<string, readonly string[]> = {
  ...{ acting: everyone, at: everyone, clock_of_database: everyone, folded: everyone, firm_key: everyone },
  is_masked: everyone,
  is_new: everyone,
  is_restricted: everyone,
  restricted_since: everyone,
  wait_for_person: everyone,
  may_see: everyone,
  sees_field: everyone,
  search: ['billing', 'marketing', 'privacy', 'sales', 'service'],
  closed_organisation: ['billing', 'marketing', 'privacy', 'sales', 'service'],
  close_relationship: [...writers, 'retention'].sort(),
  ...{ bin_record: writers, records_in_bin: writers, unbin_record: writers, refuse_unless_seen: [] },
  hangs_on: [...writers, 'retention', 'rights'].sort(),
  open_in: writers,
  open_named: writers,
  ...{ open_with: [], close_as_before: [] },
  reopen_relationship: writers,
  touch: writers,
  product_in_use: ['billing', 'privacy', 'sales'],
  product_of_sku: ['billing', 'privacy', 'sales'],
  firms_called: ['privacy', 'sales'],
  take_back_price: ['billing', 'privacy', 'sales'],
  take_back_price_list: ['billing', 'privacy', 'sales'],
  opportunity_in_use: ['privacy', 'sales'],
  staff_meant: ['privacy', 'sales'],
  staff_who_see: writers,
  enquiry_led_to: ['sales', 'service'],
  bin_person_of: ['sales', 'service'],
  unbin_person_of: ['sales', 'service'],
  email_with_order: ['intake'],
  email_to_prove: ['intake'],
  prove_email: ['intake'],
  ask_proof: ['worker'],
  forget_proof: [],
  relationship_to_end: ['billing', 'privacy', 'sales', 'service', 'worker'],
  contract_billed_until: ['billing', 'privacy', 'sales', 'service'],
  leave_unbilled: ['billing'],
  bill_after_all: ['billing'],
  lines_to_bill: [],
  refuse_unless_left_whole: [],
  customer_by_order: ['intake', 'privacy', 'sales', 'service'],
  order_delivered: ['privacy', 'service'],
  keeper_of_contract: ['worker'],
  no_sale_after_all: ['privacy', 'sales'],
  win_opportunity: ['intake', 'privacy', 'sales'],
  suppressed: ['marketing', 'privacy', 'sales', 'service'],
  looks_at: ['rights'],
  mailbox_of: ['intake'],
  mailboxes: ['intake'],
  objectors_since: ['matching'],
  people_with_email: ['intake'],
  correspondents: ['intake'],
  is_my_duty: ['privacy', 'sales', 'service'],
  mailboxes_seen: ['privacy', 'sales', 'service'],
  message_is_mine: ['privacy', 'sales', 'service'],
  differs_from_person: ['intake'],
  welcome_back: ['intake'],
  gate: marketers,
  wish_of: marketers,
  marketing_rules: marketers,
  address_for: marketers,
  send_soon: ['marketing'],
  enqueue: ['intake'],
  merge_people: ['matching'],
  match_lines: ['matching'],
  settle_lines: ['matching'],
  undo_lines: ['matching'],
  put_back_several: ['matching'],
  begin_merge: ['matching'],
  take_values: ['matching'],
  merge_organisations: ['matching'],
  end_merge: ['matching'],
  undo_merge: ['matching'],
  alike: ['matching'],
  find_duplicates: ['matching'],
  import_soon: writers,
  keep_before: writers,
  keep_after: writers,
  touch_several: writers,
  lock_several: writers,
  ...{ open_work_of: ['admin'], hand_over: ['admin'], take_back_work: ['admin'] },
  instruction_needed: ['admin', 'auth'],
  recorded_hash: ['site'],
  note_group_looks: ['sealer'],
  note_disclosure: everyone.filter((role) => !['site', 'ledger', 'finder'].includes(role)),
  rows_with: ['finder'],
  ...Object.fromEntries(finderParts.flatMap(({ words }) => (words ? [[newestWith(words), ['finder']]] : []))),
  try_held_again: ['admin', 'privacy'],
  make_access_log_months: ['sealer'],
  sort_in_access_log: ['sealer'],
  drop_access_log_month: ['retention'],
}

test('each function of schema seloste is open to those whose work needs it, and to nobody else', async () => {
  const { rows } = await sql<{ name: string; everybody: boolean; callers: string[] }>`
    select own.proname as name,
      coalesce(exists (select from aclexplode(coalesce(own.proacl, acldefault('f', own.proowner))) given where given.grantee = 0), false) as everybody,
      array(select login.rolname::text from pg_roles login
        where login.rolname = any(${[...logins.keys()]}) and has_function_privilege(login.oid, own.oid, 'execute') order by 1) as callers
    from pg_proc own
    where own.pronamespace = 'seloste'::regnamespace
      and not exists (select from pg_depend part where part.classid = 'pg_proc'::regclass and part.objid = own.oid and part.deptype = 'e')
    order by 1`.execute(owner)

  assert.ok(rows.length >= Object.keys(callers).length)
  for (const { name, everybody, callers: found } of rows) {
    assert.equal(everybody, false, `everybody may call ${name}`)
    assert.deepEqual(found.map((login) => logins.get(login)).sort(), callers[name] ?? [], name)
  }
})

test('whom a narrow reach has is shown to duties of that reach only', async () => {
  const shown = async () => {
    const { rows } = await sql<{ view: string; login: string }>`
      select view.relname as view, login.rolname as login from pg_class view, pg_roles login
      where view.relkind in ('v', 'm', 'r') and view.relnamespace = 'seloste'::regnamespace
        and login.rolname like ${`${db.loginOf('')}%`} and has_table_privilege(login.oid, view.oid, 'select')
      order by 1, 2`.execute(owner)
    return rows.map(({ view, login }) => `${view} ${logins.get(login)}`)
  }
  assert.deepEqual(await shown(), [])
  await reaching('own')
  assert.deepEqual(await shown(), ['organisations_reached_own sales', 'people_reached_own sales'])
  await reaching('all')
  assert.deepEqual(await shown(), [])
})

test('a login that reads phone numbers nowhere cannot ask the matcher’s questions either', async () => {
  for (const duty of duties) {
    for (const call of [
      sql`select seloste.people_with_email('somebody@company.example')`,
      sql`select * from seloste.differs_from_person(uuidv7(), 'Somebody', '+358401234567')`,
      sql`select seloste.welcome_back(uuidv7(), 'valo-energia', now())`,
      sql`select seloste.enqueue('erase-retired-fields', 'x')`,
      sql`select seloste.rows_seen('register.person')`,
    ]) {
      await assert.rejects(call.execute(db.as(duty)), { code: '42501' }, duty)
    }
  }
})

test('a narrow duty reopens its own ended relationship, and of a colleague’s it learns nothing', async () => {
  const sales = as('saku')
  const [mine, hers] = await Promise.all(
    [sales, as('ellen', 'sales')].map(async (who, at) => {
      const values = { 'org.name': `Päättyvä ${at} Oy`, 'com.paymentTerms': '14 pv netto' }
      const company = (await who('POST', '/companies', { values, source: 'order' })).json()
      const tie = company.relationships[0].id as string
      assert.equal((await who('POST', `/relationships/${tie}/ending`, { reason: 'other' })).statusCode, 201)
      return tie
    }),
  )
  await reaching('own')
  const reopened = async (tie: string | undefined) => {
    const answer = await sales('POST', `/relationships/${tie}/reopening`, { source: 'contact' })
    return [answer.statusCode, answer.json().code]
  }
  assert.deepEqual(await reopened(hers), [409, 'RELATIONSHIP_STATE'])
  assert.deepEqual(await reopened(mine), [201, undefined])
  const { rows } = await sql`select id from register.relationship where id = ${hers} and closed_at is null`.execute(
    owner,
  )
  assert.deepEqual(rows, [], 'it stayed closed')
})

test('a narrow duty adds nothing to what it does not see, whatever SQL it runs', async () => {
  await reaching('all')
  const hers = (
    await as('ellen', 'sales')('POST', '/people', {
      values: { 'person.name': 'Vieras Henkilö', 'person.email': 'vieras@company.example' },
      source: 'contact',
    })
  ).json().id
  const company = (
    await as('ellen', 'sales')('POST', '/companies', { values: { 'org.name': 'Vieras Oy' }, source: 'contact' })
  ).json().id
  const own = (await as('saku')('POST', '/companies', { values: { 'org.name': 'Oma Oy' }, source: 'contact' })).json()
    .id
  const enquiry = (
    await as('saku')('POST', '/enquiries', { channel: 'phone', message: 'Tarjous?', source: 'contact' })
  ).json().id
  await reaching('own')

  for (const adding of [
    sql`insert into register.person_email (person_id, address, kind, added_at) values (${hers}, 'x@y.example', 'role', now())`,
    sql`insert into register.affiliation (person_id, organisation_id, since) values (${hers}, ${own}, current_date)`,
    sql`insert into register.relationship (person_id, group_company, state, owner, started_at, last_activity_at)
      values (${hers}, 'valo-huolto', 'prospect', ${ids.saku}, now(), now())`,
    sql`insert into register.relationship (organisation_id, group_company, state, owner, started_at, last_activity_at)
      values (${company}, 'valo-huolto', 'prospect', ${ids.saku}, now(), now())`,
    sql`insert into register.enquiry (person_id, channel, state, group_company, language, source, statement_version, entered_by, assigned_to, received_at)
      values (${hers}, 'phone', 'assigned', 'valo-energia', 'fi', 'contact', 1, ${ids.saku}, ${ids.saku}, now())`,
    sql`update register.enquiry set person_id = ${hers} where id = ${enquiry}`,
    sql`update register.relationship set person_id = ${hers}, organisation_id = null where organisation_id = ${own}`,
    sql`insert into register.notice (person_id, article, state, source, obtained_at, statement_version)
      values (${hers}, '13', 'delivered', 'contact', now(), 1)`,
    sql`insert into declared.person (person_id, preferred_language) values (${hers}, 'fi')`,
  ]) {
    const doing = db
      .as('sales')
      .transaction()
      .execute(async (transaction) => {
        await sql`select set_config('seloste.by', ${ids.saku}, true)`.execute(transaction)
        await adding.execute(transaction)
      })
    await assert.rejects(doing, { code: '42501' })
  }
  for (const [path, body] of [
    [`/people/${hers}/relationships`, { source: 'contact', groupCompany: 'valo-huolto' }],
    [`/companies/${company}/relationships`, { source: 'contact', groupCompany: 'valo-huolto' }],
    [`/people/${hers}/affiliations`, { source: 'contact', company: own }],
    [`/companies/${own}/people`, { source: 'contact', person: hers }],
    [`/people/${hers}/emails`, { source: 'contact', address: 'x@y.example' }],
  ] as const) {
    assert.equal((await as('saku')('POST', path, body)).statusCode, 404, path)
  }
})

/** Publishes nothing: lets the grants and the policy in memory say that sales reaches this far. */
async function reaching(reach: 'own' | 'all') {
  const policy = register.policy()
  const sales = policy.duties.get('sales')
  assert.ok(sales)
  const narrow: Policy = { ...policy, duties: new Map(policy.duties).set('sales', { ...sales, reach }) }
  await owner.transaction().execute((transaction) => applyGrants(db, transaction, ground, narrow))
  Object.assign(sales, { reach })
}
