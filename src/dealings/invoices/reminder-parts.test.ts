import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { Refusal } from '#platform/refusal'
import { anApp, origin } from '#test/app'
import { noon } from '#test/register'
import { sendQueuedPapers } from '../papers/send-queued-papers.ts'

let isClosed = false
let sent = 0
const mail = {
  send: async () => {
    if (isClosed) throw new Refusal('PROCESSOR_NOT_INSTRUCTED', 409)
    sent += 1
  },
}
const { as, register, ledger } = await anApp({}, { ports: { mail } })
const [sales, billing] = [as('saku'), as('bo')]
const owner = register.db.owner()
const made = async (path: string, body: object, who = billing) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.json()
}
const line = { id: 'a', text: 'Huolto', unit: 'kpl', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
const late = async (name: string, values: object = {}) => {
  const wish = { values: { 'org.name': name, ...values }, source: 'order' }
  const { id: company } = await made('/companies', wish, sales)
  await register.setClock('2026-02-02T12:00:00+02:00')
  const { id } = await made('/invoices/drafts', { company, lines: [line] })
  await made(`/invoices/${id}/issue`, {})
  await register.setClock(noon)
  return id as string
}
/** So many more like an invoice, as if they had been issued one by one. */
const copies = (of: string, { from, count }: { from: number; count: number }) =>
  sql`insert into register.invoice select (jsonb_populate_record(null::register.invoice,
      to_jsonb(one) || jsonb_build_object('id', uuidv7(), 'number', (${from}::integer + n)::text))).*
    from register.invoice one, generate_series(1, ${count}::integer) n where one.id = ${of}::uuid`.execute(owner)
const due = async () => {
  const ids: string[] = []
  let pages = 0
  for (let after: string | null = null; ; ) {
    const page: { items: { id: string }[]; next: string | null } = (
      await billing('GET', `/invoices/reminders${after ? `?after=${after}` : ''}`)
    ).json()
    ids.push(...page.items.map(({ id }) => id))
    pages += 1
    if (!page.next) return { ids, pages }
    after = page.next
  }
}
const times = async () => {
  const { rows } = await sql<{ reminders: number; invoices: number }>`select count(*)::integer as reminders,
      count(distinct invoice_id)::integer as invoices from register.reminder`.execute(owner)
  return rows[0]
}

test('more than a thousand invoices are listed whole and reminded of in parts; a part that breaks writes nothing and is written later', async () => {
  const first = await late('Paljon Laskuja Oy')
  await copies(first, { from: 5000, count: 1104 })
  const { ids, pages } = await due()
  assert.deepEqual([ids.length, new Set(ids).size, pages], [1105, 1105, 3])

  await sql`create function public.break_one() returns trigger language plpgsql as $$
    begin if new.invoice_id = ${sql.lit(ids[700])}::uuid then raise exception 'broken'; end if; return new; end $$`.execute(
    owner,
  )
  await sql`create trigger break_one before insert on register.reminder for each row execute function public.break_one()`.execute(
    owner,
  )
  const { id: run } = await made('/reminder-runs', { invoices: ids.slice(0, 500) })
  const broken = await billing('POST', '/reminder-runs', { invoices: ids.slice(500, 1000), run })
  assert.equal(broken.statusCode, 500)
  assert.deepEqual(await times(), { reminders: 500, invoices: 500 })
  await sql`drop trigger break_one on register.reminder`.execute(owner)

  const rest = await due()
  assert.deepEqual(rest.ids, ids.slice(500))
  const before = (await ledger()).length
  await made('/reminder-runs', { invoices: rest.ids.slice(0, 500), run })
  await made('/reminder-runs', { invoices: ids.slice(500), run })
  const told = (await ledger()).slice(before).filter((what) => what.startsWith('reminders.'))
  assert.deepEqual(told, ['reminders.continued by bo', 'reminders.continued by bo'])
  const none = await made('/reminder-runs', { invoices: ids.slice(0, 3), run })
  assert.deepEqual([none.reminders, none.leftOut], [0, 3], 'a part of which nothing is due any more stops nothing')
  assert.deepEqual(await times(), { reminders: 1105, invoices: 1105 })
  const seen = (await billing('GET', `/reminder-runs/${run}`)).json()
  assert.deepEqual([seen.items.length, seen.leftOut], [1105, 503])
  const stranger = await billing('POST', '/reminder-runs', { invoices: [first], run: first })
  assert.equal(stranger.json().code, 'NOT_FOUND')
  const elsewhere = { invoices: [first], run, groupCompany: 'valo-huolto' }
  assert.equal((await billing('POST', '/reminder-runs', elsewhere)).json().code, 'NOT_FOUND')
})

test('a writer killed in the middle of a round: no invoice is reminded of twice, none is forgotten, and no part stands by half', async () => {
  const first = await late('Kesken Jäi Oy')
  await copies(first, { from: 8000, count: 39 })
  const { ids } = await due()
  assert.equal(ids.length, 40)
  const written = async () => {
    const { rows } = await sql<{ parts: number }>`select count(*)::integer as parts from register.reminder
      where invoice_id = any(${ids}::uuid[])`.execute(owner)
    return rows[0]?.parts ?? 0
  }
  const child = fileURLToPath(new URL('reminder-child.fixture.ts', import.meta.url))
  const writer = spawn(process.execPath, [child, register.db.url, ...ids], { stdio: ['ignore', 'ignore', 'inherit'] })
  const gone = new Promise<void>((resolve) => writer.once('exit', () => resolve()))
  while ((await written()) < 4) await new Promise((passed) => setTimeout(passed, 2))
  writer.kill('SIGKILL')
  await gone
  await new Promise((passed) => setTimeout(passed, 100))
  const stood = await written()
  assert.ok(stood < 40, 'the kill came too late')
  assert.equal(stood % 2, 0, 'a part stands whole or not at all')
  const rest = await due()
  assert.deepEqual(
    [...rest.ids].sort(),
    [...ids].sort().filter((id) => rest.ids.includes(id)),
  )
  assert.equal(rest.ids.length, 40 - stood)
  await made('/reminder-runs', { invoices: ids })
  assert.deepEqual([await written(), (await due()).ids.length], [40, 0])
  const all = await times()
  assert.equal(all?.reminders, all?.invoices)
})

test('a reminder that may not be mailed now is held with its reason, and becomes a letter in one press, never both', async () => {
  const invoice = await late('Odottaa Lupaa Oy', { 'org.email': 'toimisto@odottaa.example' })
  const { id: run } = await made('/reminder-runs', { invoices: [invoice] })
  const one = async () => (await billing('GET', `/reminder-runs/${run}`)).json().items[0]
  const settle = async (event: string) =>
    billing('POST', `/reminder-runs/${run}/reminders`, { event, reminders: [(await one()).id] })
  assert.equal((await one()).state, 'queued')
  assert.equal((await settle('as-letter')).json().code, 'REMINDER_STATE', 'it is about to leave')

  isClosed = true
  await sendQueuedPapers(register, { mail, publicUrl: origin })
  assert.deepEqual([(await one()).state, (await one()).fault], ['held', 'PROCESSOR_NOT_INSTRUCTED'])
  assert.equal((await settle('again')).json().code, 'REMINDER_STATE', 'it is tried again by itself')
  const before = (await ledger()).length
  assert.deepEqual((await settle('as-letter')).json(), { settled: 1, leftOut: 0 })
  assert.deepEqual((await ledger()).slice(before), ['reminder.as-letter by bo'])

  isClosed = false
  await register.setClock(new Date(noon.getTime() + 60 * 60_000))
  await sendQueuedPapers(register, { mail, publicUrl: origin })
  await register.setClock(noon)
  assert.deepEqual([(await one()).state, sent], ['to-print', 0])
})

test('of many that are asked for anew, what was paid meanwhile is left out and counted', async () => {
  const [paid, owed] = [
    await late('Maksoi Oy', { 'org.email': 'a@maksoi.example' }),
    await late('Velkaa Oy', { 'org.email': 'a@velkaa.example' }),
  ]
  const { id: run } = await made('/reminder-runs', { invoices: [paid, owed] })
  isClosed = true
  await sendQueuedPapers(register, { mail, publicUrl: origin })
  await made('/payments', { invoice: paid, amountCents: 12_550 })
  const { items } = (await billing('GET', `/reminder-runs/${run}`)).json()
  const reminders = items.map(({ id }: { id: string }) => id)
  const answer = await billing('POST', `/reminder-runs/${run}/reminders`, { event: 'as-letter', reminders })
  assert.deepEqual(answer.json(), { settled: 1, leftOut: 1 })
})
