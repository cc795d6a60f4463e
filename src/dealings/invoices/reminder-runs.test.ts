import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { NotMailed } from '#platform/mail'
import type { Letter } from '#register'
import { anApp, origin } from '#test/app'
import { noon } from '#test/register'
import { aPost } from '../papers/post.fixture.ts'
import { sendQueuedPapers } from '../papers/send-queued-papers.ts'

const letters: Letter[] = []
let fault: Error | null = null
const mail = {
  send: async (letter: Letter) => {
    if (fault) throw fault
    letters.push(letter)
  },
}
const { as, register, ledger } = await anApp({}, { ports: { mail } })
const [sales, billing, service] = [as('saku'), as('bo'), as('helmi')]
const made = async (path: string, body: object, who = billing) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.json()
}
const aCompany = async (name: string, values: object = {}) =>
  (await made('/companies', { values: { 'org.name': name, ...values }, source: 'order' }, sales)).id as string
const line = { id: 'a', text: 'Huolto', unit: 'kpl', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
const late = async (company: string, more: object = {}) => {
  await register.setClock('2026-02-02T12:00:00+02:00')
  const { id } = await made('/invoices/drafts', { company, lines: [line], ...more })
  await made(`/invoices/${id}/issue`, {})
  await register.setClock(noon)
  return id as string
}
const due = async (query = '') => (await billing('GET', `/invoices/reminders${query}`)).json()
const run = async (id: string) => (await billing('GET', `/reminder-runs/${id}`)).json()
const states = async (id: string) =>
  (await run(id)).items.map(({ name, state }: Record<string, string>) => `${name} ${state}`).sort()
const send = () => sendQueuedPapers(register, { mail, publicUrl: origin })

test('before a round one sees what each reminder asks for, how it would go, and what speaks against it', async () => {
  const mailed = await aCompany('Kivelän Puu Oy', { 'org.email': 'toimisto@kivela.example' })
  const posted = await aCompany('Postin Varassa Oy')
  const cross = await aCompany('Tyytymätön Oy', { 'org.email': 'toimisto@tyytymaton.example' })
  const [a, b, c] = [await late(mailed), await late(posted), await late(cross)]
  await made('/complaints', { company: cross, invoice: c, text: 'Työ jäi kesken.' }, service)

  const { items, waiting, missingRate } = await due()
  const said = items.map((one: Record<string, unknown>) => [
    one.id,
    one.address,
    one.complaint,
    one.late,
    one.fee,
    one.interest,
  ])
  const inOrder = [a, b, c].map((id) => said.find(([one]: [string]) => one === id))
  assert.deepEqual(inOrder, [
    [a, 'toimisto@kivela.example', null, 12_550, 500, 51],
    [b, null, null, 12_550, 500, 51],
    [c, 'toimisto@tyytymaton.example', 'this', 12_550, 500, 51],
  ])
  assert.deepEqual([waiting, missingRate], [0, null])
  assert.equal((await sales('GET', '/invoices/reminders')).json().code, 'FIELD_NOT_OF_DUTY')
  assert.equal((await due('?groupCompany=valo-huolto')).items.length, 0, 'another company bills its own')
  const strange = await billing('GET', '/invoices/reminders?groupCompany=tuntematon')
  assert.equal(strange.json().code, 'GROUP_COMPANY_NOT_DECLARED')
})

test('one press writes the reminders and sends them; a second finds nothing, and what was paid meanwhile is left out', async () => {
  const { items } = await due()
  const [a, b, c] = ['Kivelän', 'Postin', 'Tyytymätön'].map(
    (word) => items.find(({ name }: { name: string }) => name.startsWith(word)).id,
  )
  await made('/payments', { invoice: c, amountCents: 12_550 })
  const before = (await ledger()).length
  const begun = await made('/reminder-runs', { invoices: [a, b, c] })
  assert.deepEqual([begun.reminders, begun.leftOut], [2, 1])
  assert.deepEqual(await states(begun.id), ['Kivelän Puu Oy queued', 'Postin Varassa Oy to-print'])
  assert.deepEqual((await ledger()).slice(before), [
    'invoice.reminded by bo',
    'invoice.reminded by bo',
    'paper.queued by bo',
    'reminders.begun by bo',
  ])
  const again = await billing('POST', '/reminder-runs', { invoices: [a, b, c] })
  assert.equal(again.json().code, 'NOTHING_TO_REMIND')
  const { items: runs } = (await billing('GET', '/reminder-runs')).json()
  assert.deepEqual(
    runs.map((one: Record<string, unknown>) => [one.id, one.reminders, one.toPrint, one.byName]),
    [[begun.id, 2, 1, 'Bo Lindroos']],
    'a press that wrote nothing leaves no round behind',
  )

  await send()
  await send()
  assert.deepEqual(
    letters.splice(0).map(({ to }) => to),
    ['toimisto@kivela.example'],
  )
  assert.deepEqual(await states(begun.id), ['Kivelän Puu Oy sent', 'Postin Varassa Oy to-print'])

  const file = await billing('GET', `/reminder-runs/${begun.id}/letters.pdf`)
  assert.deepEqual([file.headers['content-type'], file.body.slice(0, 5)], ['application/pdf', '%PDF-'])
  const letter = (await run(begun.id)).items.find(({ way }: { way: string }) => way === 'letter')
  const printed = { event: 'printed', reminders: [letter.id] }
  assert.equal((await billing('POST', `/reminder-runs/${begun.id}/reminders`, printed)).statusCode, 200)
  assert.deepEqual(await states(begun.id), ['Kivelän Puu Oy sent', 'Postin Varassa Oy printed'])
  assert.equal((await billing('GET', `/reminder-runs/${begun.id}/letters.pdf`)).json().code, 'NOTHING_TO_PRINT')
  assert.equal((await sales('POST', `/reminder-runs/${begun.id}/reminders`, printed)).json().code, 'FIELD_NOT_OF_DUTY')
})

test('a reminder that a mail server refuses is told with its reason, and goes again or as a letter', async () => {
  const company = await aCompany('Väärä Osoite Oy', { 'org.email': 'vanha@vaara.example' })
  const invoice = await late(company)
  const { id } = await made('/reminder-runs', { invoices: [invoice] })
  fault = new NotMailed('refused', 'mail not sent: 550 5.1.1')
  await send()
  const [failed] = (await run(id)).items
  assert.deepEqual([failed.state, failed.fault], ['failed', 'MAIL_REFUSED'])
  const settle = (event: string) => billing('POST', `/reminder-runs/${id}/reminders`, { event, reminders: [failed.id] })
  assert.equal((await settle('printed')).json().code, 'REMINDER_STATE')

  fault = null
  assert.equal((await settle('again')).statusCode, 200)
  await send()
  assert.deepEqual([await states(id), letters.splice(0).length], [['Väärä Osoite Oy sent'], 1])
  for (const event of ['again', 'as-letter']) assert.equal((await settle(event)).json().code, 'REMINDER_STATE')
})

test('a reminder whose invoice was paid before it left is not sent, nor made a letter', async () => {
  const mailed = await late(await aCompany('Ehti Maksaa Oy', { 'org.email': 'toimisto@ehti.example' }))
  const posted = await late(await aCompany('Kirje Kesken Oy'))
  const { id } = await made('/reminder-runs', { invoices: [mailed, posted] })
  for (const invoice of [mailed, posted]) await made('/payments', { invoice, amountCents: 12_550 })
  await send()
  const { items } = await run(id)
  const failed = items.find(({ state }: { state: string }) => state === 'failed')
  assert.deepEqual([failed.fault, letters.splice(0).length], ['REMINDER_SETTLED', 0])
  for (const event of ['again', 'as-letter']) {
    const answer = await billing('POST', `/reminder-runs/${id}/reminders`, { event, reminders: [failed.id] })
    assert.equal(answer.json().code, 'REMINDER_SETTLED')
  }
  assert.equal((await billing('GET', `/reminder-runs/${id}/letters.pdf`)).json().code, 'NOTHING_TO_PRINT')
})

test('where the reference rate of a half-year is missing, reminders wait until billing has entered it', async () => {
  const company = await aCompany('Kesän Yli Oy', { 'org.email': 'toimisto@kesa.example' })
  const invoice = await late(company)
  await register.setClock('2026-07-02T12:00:00+03:00')
  await sql`update auth.session set opened_at = ${register.now()}, seen_at = ${register.now()}`.execute(
    register.db.owner(),
  )
  const rate = (points: number, half = '2026-07-01', who = as('bo')) =>
    who('PUT', `/invoicing/reference-rates/${half}`, { points })
  const refused = await billing('POST', '/reminder-runs', { invoices: [invoice] })
  assert.deepEqual([refused.json().code, refused.json().detail.half], ['REFERENCE_RATE_MISSING', '2/2026'])
  const waits = await due()
  assert.deepEqual(
    [waits.missingRate, waits.items.find(({ id }: { id: string }) => id === invoice).interest],
    ['2/2026', null],
  )
  const { parts } = (await billing('GET', '/my-day')).json()
  assert.equal(parts.find(({ kind }: { kind: string }) => kind === 'reference-rate').items.length, 1)
  const [overdue] = parts.find(({ kind }: { kind: string }) => kind === 'invoice').items
  assert.match(overdue.title, /^\d+$/, 'whose it is stands beside it, not in its number again')
  assert.ok(overdue.cents > 0, 'what waits is told')

  assert.equal((await rate(225)).json().code, 'REFERENCE_RATE_NOT_VALID')
  assert.equal((await rate(250, '2026-01-01')).json().code, 'REFERENCE_RATE_KNOWN')
  for (const half of ['2026-08-01', '2027-07-01', 'x']) assert.equal((await rate(250, half)).statusCode, 422)
  assert.equal((await rate(250, '2026-07-01', sales)).json().code, 'FIELD_NOT_OF_DUTY')
  const before = (await ledger()).length
  assert.equal((await rate(300)).statusCode, 204)
  assert.equal((await rate(250)).statusCode, 204, 'a slip is corrected while nothing was counted with it')
  assert.deepEqual((await ledger()).slice(before), ['reference-rate.entered by bo', 'reference-rate.entered by bo'])

  const offered = async () => (await billing('GET', '/invoicing/reference-rates')).json()
  const state = async () => {
    const { missing, next, rates } = await offered()
    return [missing, next, rates[0].from, rates[0].entered, rates[0].used]
  }
  assert.deepEqual(await state(), [null, '2027-01-01', '2026-07-01', true, false])
  assert.equal((await rate(250, '2027-01-01')).statusCode, 204, 'what is offered can be entered')
  assert.deepEqual(await state(), [null, null, '2027-01-01', true, false])

  const known = await due()
  assert.deepEqual(
    [known.missingRate, known.items.find(({ id }: { id: string }) => id === invoice).interest],
    [null, Math.round((12_550 * 136 * 0.105) / 365)],
  )
  await made('/reminder-runs', { invoices: [invoice] })
  assert.equal((await rate(300)).json().code, 'REFERENCE_RATE_USED')
  assert.deepEqual(
    (await offered()).rates.slice(0, 2).map(({ used }: { used: boolean }) => used),
    [false, true],
    'one that cannot be corrected any more is not offered',
  )
  const after = (await billing('GET', '/my-day')).json().parts
  assert.equal(after.find(({ kind }: { kind: string }) => kind === 'reference-rate').items.length, 0)
  await register.setClock(noon)
  await send()
  letters.length = 0
})

test('a sender killed in the middle of a round: nobody is reminded twice, and what is not known is told', async () => {
  const company = await aCompany('Iso Asiakas Oy', { 'org.email': 'toimisto@iso.example' })
  const invoices = []
  for (let n = 0; n < 8; n += 1) invoices.push(await late(company))
  const { id } = await made('/reminder-runs', { invoices })
  const post = await aPost({ delay: () => 20 })
  after(() => post.stop())
  const child = fileURLToPath(new URL('../papers/sender-child.fixture.ts', import.meta.url))
  const sender = spawn(process.execPath, [child, register.db.url, post.url], { stdio: ['ignore', 'ignore', 'inherit'] })
  const gone = new Promise<void>((resolve) => sender.once('exit', () => resolve()))
  while (post.taken.length < 3) await new Promise((passed) => setTimeout(passed, 5))
  sender.kill('SIGKILL')
  await gone
  await new Promise((passed) => setTimeout(passed, 100))
  const before = post.taken.length
  assert.ok(before < 8, 'the kill came too late')

  await register.setClock(new Date(noon.getTime() + 20 * 60_000))
  await send()
  const { items } = await run(id)
  const ends = Map.groupBy(items as { state: string }[], ({ state }) => state)
  assert.deepEqual(
    [...ends.keys()].filter((state) => state !== 'sent' && state !== 'unsure'),
    [],
  )
  assert.ok((ends.get('unsure')?.length ?? 0) <= 1, 'one at a time is in the air')
  const paperOf = ({ raw }: { raw: string }) => /reminder-[\w-]+\.pdf/.exec(raw)?.[0] ?? ''
  const times = Map.groupBy(post.taken, paperOf)
  assert.ok(
    [...times.values()].every((same) => same.length === 1),
    'the same reminder twice',
  )
  assert.ok(!times.has(''))
  assert.ok(before + letters.length <= 8, 'nobody got it twice')
})
