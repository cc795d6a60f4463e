import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { keepChain } from './keep-chain.ts'

const { as, register, ids } = await anApp()
const [sales, service, billing] = [as('saku'), as('helmi'), as('bo')]
const staff = { sales: 'saku', service: 'helmi', billing: 'bo' } as const
const owner = register.db.owner()
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok([200, 201, 204].includes(answer.statusCode), `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const company = (await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })).id
const line = { id: 'a', text: 'Kiuas', unit: 'kpl', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
const gone = { lines: [{ line: 'a', quantity: 1000 }], note: 'Ovi B' }
const one: Record<string, string> = {}

before(async () => {
  const { id: quote } = await made('/quotes', { company, title: 'Kiuas', lines: [line] })
  await made(`/quotes/${quote}/sending`, {})
  await made(`/quotes/${quote}/acceptance`, { version: 1, name: 'Maija Mäki' })
  const { id: order } = await made('/orders', { company, title: 'Kiuas', lines: [line] })
  const { id: delivery } = await made(`/orders/${order}/deliveries`, gone, service)
  await made(`/deliveries/${delivery}/state`, { event: 'delivery' }, service)
  const term = { title: 'Huolto', startsOn: '2026-01-01', endsOn: '2026-12-31', billingMonths: 1, lines: [line] }
  const { id: contract } = await made('/contracts', { company, ...term })
  const { id: ended } = await made('/contracts', { company, ...term })
  for (const id of [contract, ended]) await made(`/contracts/${id}/state`, { event: 'signing' })
  await made(`/contracts/${ended}/state`, { event: 'ending', reason: 'Sovittu' })
  const { id: assignment } = await made('/assignments', { company, title: 'Asennus' }, service)
  Object.assign(one, { quote, order, delivery, contract, ended, assignment })

  const draft = { company, lines: [line], terms: [{ share: 10_000, days: 14 }] }
  const { id: invoice } = await made('/invoices/drafts', draft, billing)
  await made(`/invoices/${invoice}/issue`, {}, billing)
  await made('/payments', { invoice, amountCents: 1000 }, billing)
  await sql`insert into register.reminder (group_company, organisation_id, invoice_id, round, reminded_on, due_on, open_cents, fee_cents,
      interest_cents, entered_by, entered_at)
    select group_company, organisation_id, id, 1, '2026-04-01', '2026-04-15', 1000, 0, 0, 'bo', now() from register.invoice
    where id = ${invoice}`.execute(owner)
  Object.assign(one, { invoice })
})

/** Every issued document, the row of it, and all that may still change by itself: its life, and not what it says. */
const documents: [table: string, of: string, which: string, living: string[]][] = [
  ['quote_version', 'quote', 'quote_id', ['held_at']],
  ['quote', 'quote', 'id', ['changed_at', 'held_at', 'owner', 'revision']],
  [
    'sales_order',
    'order',
    'id',
    ['billed_before', 'billed_from', 'held_at', 'left_unbilled', 'owner', 'revision', 'state', 'waits_since'],
  ],
  ['delivery', 'delivery', 'id', ['held_at', 'revision']],
  ...(['contract', 'ended'] as const).map((of): (typeof documents)[number] => [
    ...(['contract', of, 'id'] as const),
    [
      ...[
        'asked_for',
        'billed_beyond',
        'billed_until',
        'bills_next',
        'bills_until',
        'contact_person_id',
        'end_proposed_on',
        'held_at',
        'language',
        'left_unbilled',
        'owner',
        'part_periods',
        'revision',
      ],
      ...(of === 'contract' ? ['state'] : []),
    ],
  ]),
  ['assignment', 'assignment', 'id', ['held_at', 'owner', 'revision', 'state']],
  [
    ...(['invoice', 'invoice', 'id'] as const),
    [
      ...[
        'collection_on',
        'collector_told_at',
        'contact_person_id',
        'credited_cents',
        'held_at',
        'open_cents',
        'organisation_id',
        'paid_cents',
      ],
      ...['person_id', 'revision', 'settled_on', 'status'],
    ],
  ],
  ['payment', 'invoice', '', ['gone_cents', 'held_at', 'left_cents', 'organisation_id', 'person_id', 'revision']],
  ['payment_allocation', 'invoice', 'invoice_id', []],
  ['reminder', 'invoice', 'invoice_id', ['held_at', 'organisation_id', 'person_id', 'printed_at', 'way']],
]

// Each column by itself is given another value and put back; what is refused for another reason was not locked.
const attempt = (table: string, which: string, id: string) =>
  sql.raw(`do $$
    declare
      one record;
      touched bigint;
      open text[] := '{}';
      why text;
    begin
      for one in select attname as name, format_type(atttypid, null) as type from pg_attribute
        where attrelid = 'register.${table}'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attname
      loop
        begin
          execute format('update register.${table} set %1$I = %2$s ${which && `where ${which} = ''${id}''`}', one.name, case one.type
            when 'text' then format('coalesce(%I, '''') || ''x''', one.name)
            when 'uuid' then 'gen_random_uuid()'
            when 'date' then format('coalesce(%I, ''2026-01-01'') + 1', one.name)
            when 'timestamp with time zone' then format('coalesce(%I, now()) + interval ''1 hour''', one.name)
            when 'jsonb' then '''[{"other": 1}]'''
            when 'boolean' then format('not coalesce(%I, false)', one.name)
            else format('coalesce(%I, 0) + 1', one.name) end);
          get diagnostics touched = row_count;
          raise exception using errcode = 'ZZZZZ', message = case when touched > 0 then '' else ' (not seen)' end;
        exception when others then
          get stacked diagnostics why = constraint_name;
          if sqlstate = 'ZZZZZ' then open := open || (one.name || sqlerrm);
          elsif sqlstate <> '42501' and why <> 'stays_as_issued' then open := open || one.name; end if;
        end;
      end loop;
      perform set_config('test.open', array_to_string(open, ','), false);
    end $$`)

const moved = async (login: 'owner' | keyof typeof staff, [table, of, which]: (typeof documents)[number]) =>
  (login === 'owner' ? owner : register.db.as(login)).transaction().execute(async (tx) => {
    if (login !== 'owner') await sql`select set_config('seloste.by', ${ids[staff[login]]}, true)`.execute(tx)
    await attempt(table, which, one[of] ?? '').execute(tx)
    const { rows } = await sql<{ open: string }>`select current_setting('test.open') as open`.execute(tx)
    return (rows[0]?.open ?? '').split(',').filter(Boolean)
  })

test('of every issued document, whoever owns the database changes nothing but what is listed as its life', async () => {
  for (const document of documents)
    assert.deepEqual(await moved('owner', document), document[3].toSorted(), `${document[0]}: ${document[1]}`)
})

test('neither does whoever writes it at work, whatever statement they send', async () => {
  for (const duty of ['sales', 'service', 'billing'] as const)
    for (const document of documents) {
      const beyond = (await moved(duty, document)).filter((column) => !document[3].includes(column))
      assert.deepEqual(beyond, [], `${duty}: ${document[0]}: ${document[1]}`)
    }
})

test('no issued document is deleted, its payments and reminders neither', async () => {
  for (const [table, of, which] of documents) {
    if (table === 'payment_allocation') continue // goes with its payment or its invoice, which stay
    const row = which ? sql`where ${sql.ref(which)} = ${one[of]}::uuid` : sql``
    await assert.rejects(
      sql`delete from register.${sql.raw(table)} ${row}`.execute(owner),
      /DOCUMENT_IS_LOCKED|stays/,
      table,
    )
  }
})

test('the end of a contract moves onwards in a renewal and with a notice, and in no other way', async () => {
  const change = (what: string) =>
    sql`update register.contract set ${sql.raw(what)} where id = ${one.contract}`.execute(owner)
  for (const what of [
    `ends_on = '2027-06-30'`, // without a deed's revision
    `ends_on = '2026-06-30', revision = revision + 1`,
    `ends_on = null, revision = revision + 1`,
    `ends_on = '2027-06-30', payment_days = 90, revision = revision + 1`,
    `noticed_on = '2026-03-01'`,
    `ended_on = '2026-03-01', end_reason = 'Muu'`,
    `signed_on = '2025-01-01', state = 'noticed'`,
  ])
    await assert.rejects(change(what), /DOCUMENT_IS_LOCKED/, what)
  await made(`/contracts/${one.contract}/state`, { event: 'renewal', endsOn: '2027-12-31' })
  await made(`/contracts/${one.contract}/state`, { event: 'notice' })
  await made(`/contracts/${one.contract}/state`, { event: 'withdrawal-of-notice' })
  const seen = (await sales('GET', `/contracts/${one.contract}`)).json()
  assert.deepEqual([seen.state, seen.endsOn], ['active', '2027-12-31'])
})

test('a notice that is withdrawn leaves the contract as it was: until its agreed end, or until further notice', async () => {
  const lasting = { company, title: 'Vuokra', startsOn: '2026-01-01', noticeMonths: 3, billingMonths: 1, lines: [line] }
  const yearly = { renewal: 'automatic', renewalMonths: 12 }
  for (const [more, noticed] of [
    [{}, '2026-06-02'],
    [{ endsOn: '2026-12-31' }, '2026-12-31'],
    [{ endsOn: '2026-04-30', ...yearly }, '2026-06-02'],
  ] as const) {
    const { id } = await made('/contracts', { ...lasting, ...more })
    const seen = async () => (await sales('GET', `/contracts/${id}`)).json()
    await made(`/contracts/${id}/state`, { event: 'signing' })
    const { state, endsOn, billsNext } = await seen()
    for (const time of ['once', 'again']) {
      await made(`/contracts/${id}/state`, { event: 'notice' })
      assert.equal((await seen()).endsOn, noticed, time)
      for (const what of [
        `state = 'active', noticed_on = null, agreed_until = '2031-01-01', ends_on = agreed_until`,
        `state = 'active', noticed_on = null, agreed_until = null, ends_on = '2031-01-01'`,
        `state = 'active', ends_on = agreed_until, agreed_until = null`,
        `agreed_until = '2031-01-01'`,
        `ends_on = '2031-01-01'`,
      ])
        await assert.rejects(
          sql`update register.contract set ${sql.raw(what)} where id = ${id}`.execute(owner),
          /DOCUMENT_IS_LOCKED/,
          what,
        )
      await made(`/contracts/${id}/state`, { event: 'withdrawal-of-notice' })
      const now = await seen()
      assert.deepEqual([now.state, now.endsOn, now.noticedOn, now.billsNext], [state, endsOn, null, billsNext])
    }
  }
  const { id } = await made('/contracts', lasting)
  await made(`/contracts/${id}/state`, { event: 'signing' })
  const notice = sql`update register.contract set state = 'noticed', noticed_on = '2026-03-02', ends_on = '2026-06-02',
    agreed_until = '2026-05-01' where id = ${id}`
  await assert.rejects(notice.execute(owner), /DOCUMENT_IS_LOCKED/, 'an end that was never agreed')
  await made(`/contracts/${id}/state`, { event: 'notice' })
  await made(`/contracts/${id}/state`, { event: 'withdrawal-of-notice' })
  const at = new Date('2026-06-03T12:00:00+03:00')
  await keepChain(register, { by: 'register', duty: 'worker', purpose: 'retention', at, under: '1' })
  assert.equal((await sales('GET', `/contracts/${id}`)).json().state, 'active', 'it does not end by itself')
})

test('an answer is given once: an accepted quote is not made an unanswered one, to answer it anew', async () => {
  for (const what of [`state = 'sent', answered_at = null`, `state = 'declined'`, `answered_name = 'Joku Muu'`])
    await assert.rejects(
      sql`update register.quote_version set ${sql.raw(what)} where quote_id = ${one.quote}`.execute(owner),
      /DOCUMENT_IS_LOCKED/,
      what,
    )
})

test('a column that is added later is locked until somebody lists it', async () => {
  for (const [table, of, which] of documents) {
    if (!which || of === 'ended') continue
    await sql`alter table ${sql.table(`register.${table}`)} add column later text`.execute(owner)
    const change = sql`update ${sql.table(`register.${table}`)} set later = 'x' where ${sql.ref(which)} = ${one[of]}`
    await assert.rejects(change.execute(owner), /DOCUMENT_IS_LOCKED|stays/, table)
  }
})
