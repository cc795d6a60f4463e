import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { perform } from '#ledger'
import { mailOut, NotMailed } from '#platform/mail'
import type { Letter } from '#register'
import { anApp, origin } from '#test/app'
import { kills } from '#test/kills'
import { inOneFile } from '#test/one-file'
import { noon } from '#test/register'
import { fromTheController } from '../../from-the-controller.ts'
import { endedBy } from './outbox.ts'
import { aPost } from './post.fixture.ts'
import { queuePaper } from './queue-paper.ts'
import { sendQueuedPapers } from './send-queued-papers.ts'

const child = await inOneFile(new URL('sender-child.fixture.ts', import.meta.url))
const letters: Letter[] = []
let fault: Error | null = null
let delay = 0 // in milliseconds
const mail = {
  send: async (letter: Letter) => {
    await wait(delay)
    if (fault) throw fault
    letters.push(letter)
  },
}
const { as, register, ledger, ids } = await anApp({}, { ports: { mail } })
const billing = as('bo')
const made = async (path: string, body: object, who = billing) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.json()
}
const company = await made(
  '/companies',
  { values: { 'org.name': 'Kivelän Puu Oy', 'org.email': 'toimisto@kivela.example' }, source: 'quote-request' },
  as('saku'),
)
const line = { id: 'a', text: 'Työ', unit: 'h', quantity: 1000, unitPrice: 800_000, vatRate: 2550 }
await made('/orders', { company: company.id, lines: [line] }, as('saku')) // C1: a customer from now on
const invoice = async () => {
  const draft = await made('/invoices/drafts', { company: company.id, lines: [line] })
  await made(`/invoices/${draft.id}/issue`, {})
  return draft.id as string
}
const send = (id: string, wish: object = {}) => billing('POST', `/invoices/${id}/paper/sending`, wish)
const onCard = async (id: string) => (await billing('GET', `/invoices/${id}/paper`)).json().sent
const later = async (minutes: number) => register.setClock(new Date(noon.getTime() + minutes * 60_000))
const round = () => sendQueuedPapers(register, { mail, publicUrl: origin })
const since = async (count: number) => (await ledger()).slice(count)

test('a paper that a mail server refuses stands as failed on its card, and leaves once when it is sent again', async () => {
  const id = await invoice()
  const before = (await ledger()).length
  fault = new NotMailed('refused', 'mail not sent: 550 5.1.1')
  const refused = (await send(id, { message: 'Kiitos!' })).json()
  assert.deepEqual([refused.state, refused.fault], ['failed', 'MAIL_REFUSED'])
  fault = null
  await round()
  assert.equal(letters.length, 0, 'nothing that failed is sent by itself')
  const again = (await billing('POST', `/papers-sent/${refused.id}/again`)).json()
  assert.deepEqual([again.id, again.state], [refused.id, 'sent'])
  const [letter] = letters.splice(0)
  assert.equal(letter?.id, `paper-${refused.id}`)
  assert.match(letter?.text ?? '', /Kiitos!/)
  assert.deepEqual(
    (await onCard(id)).map(({ state, fault, byName }: Record<string, string>) => [state, fault, byName]),
    [['sent', null, 'Bo Lindroos']],
  )
  const { rows } = await sql<{ message: string | null }>`select message from register.paper_sent`.execute(
    register.db.owner(),
  )
  assert.deepEqual(rows, [{ message: null }], 'what was written is forgotten once it left')
  const events = ['queued', 'not-sent', 'queued-again', 'sent'].map((event) => `paper.${event} by bo`)
  assert.deepEqual(await since(before), events)
  assert.equal((await billing('POST', `/papers-sent/${refused.id}/again`)).json().code, 'PAPER_STATE')
})

test('a paper waits while the mail server is away, is not sent twice meanwhile, and leaves when it is back', async () => {
  const id = await invoice()
  fault = new NotMailed('not-begun', 'mail not sent: no answer')
  const first = (await send(id)).json()
  assert.deepEqual([first.state, first.fault], ['queued', 'MAIL_LATER'])
  assert.equal((await onCard(id))[0].notBefore, '2026-03-02T10:05:00.000Z')
  const second = await send(id)
  assert.deepEqual([second.statusCode, second.json().code], [409, 'PAPER_ON_ITS_WAY'])
  fault = null
  await round()
  assert.equal(letters.length, 0, 'its time has not come')
  await later(5)
  await round()
  await round()
  assert.equal(letters.splice(0).length, 1)
  assert.equal((await onCard(id))[0].state, 'sent')
  await later(0)
})

test('whoever sends a paper is told that it left, also when the round of the outbox took it first', async () => {
  delay = 50
  for (let n = 0; n < 5; n += 1) {
    const pressed = send(await invoice())
    while (await Promise.race([pressed.then(() => false), round().then(() => true)])) await round()
    assert.deepEqual([(await pressed).json().state, letters.splice(0).length], ['sent', 1])
  }
  delay = 0
})

test('a paper of which nobody knows whether it left is never sent again by itself', async () => {
  const id = await invoice()
  fault = new Error('the line broke')
  const first = (await send(id)).json()
  fault = null
  assert.deepEqual([first.state, first.fault], ['unsure', null])
  await later(60 * 24)
  await sql`update auth.session set opened_at = ${register.now()}, seen_at = ${register.now()}`.execute(
    register.db.owner(),
  )
  await round()
  assert.equal(letters.length, 0)
  assert.equal((await billing('POST', `/papers-sent/${first.id}/again`)).json().state, 'sent')
  assert.equal(letters.splice(0).length, 1)
  await later(0)
})

test('whoever queued a paper and has the duty no more sends nothing', async () => {
  const id = await invoice()
  await queueAs('bo', id)
  const withdraw = (at: Date | null) =>
    sql`update register.staff_duty set withdrawn_at = ${at} where staff_id = ${ids.bo}::uuid`.execute(
      register.db.owner(),
    )
  await withdraw(noon)
  await round()
  await withdraw(null)
  const [row] = await onCardOf(id)
  assert.deepEqual([row?.state, row?.fault], ['failed', 'DUTY_ENDED'])
  assert.equal(letters.length, 0)
})

// Each kill meets several papers under way: a process takes longer to start than to be killed.
const rounds = Math.ceil(kills / 5)
test(`a sender killed at any moment, ${rounds} times: no paper arrives twice, none is lost silently`, async (t) => {
  const invoices = [await invoice(), await invoice(), await invoice(), await invoice(), await invoice()]
  const seen = { sent: 0, unsure: 0, unsureTaken: 0, midway: 0 }
  for (let kill = 0; kill < rounds; kill += 1) {
    const post = await aPost({ delay: () => Math.random() * 60 })
    after(() => post.stop())
    const queued: string[] = []
    for (const id of invoices) queued.push((await queueAs('bo', id)).id)
    await killedSomewhere(post)
    const atKill = post.taken.length
    if (atKill > 0 && atKill < invoices.length) seen.midway += 1
    // As each minute's round does: another sender takes up what was left.
    await later(6)
    const out = mailOut(post.url, 'register.valo.example')
    await sendQueuedPapers(register, { mail: fromTheController(register, out), publicUrl: origin })
    out.close()
    await later(0)
    const { rows } = await sql<{ id: string; state: string }>`
      select id, state from register.paper_sent where id = any(${queued}::uuid[])`.execute(register.db.owner())
    for (const { id, state } of rows) {
      const times = post.taken.filter((one) => one.id === id).length
      assert.ok(times <= 1, `a paper arrived ${times} times`)
      if (state === 'sent') assert.equal(times, 1, 'said to be sent, and was not')
      else assert.equal(state, 'unsure', `left ${state}`)
      seen[state === 'unsure' ? 'unsure' : 'sent'] += 1
      if (state === 'unsure') seen.unsureTaken += times
    }
    assert.ok(rows.filter(({ state }) => state === 'unsure').length <= 1, 'one sender sends one paper at a time')
    assert.equal(rows.length, invoices.length)
    await post.stop()
  }
  t.diagnostic(JSON.stringify(seen))
  assert.ok(seen.midway > 0, 'no kill met a sender at work')
})

test('a paper that a fault of ours breaks is tried more and more seldom, and after eight times it has failed with its reason', async () => {
  const owner = register.db.owner()
  const id = await invoice()
  await queueAs('bo', id)
  await sql`insert into register.paper_setting (group_company, logo, logo_type, words, changed_by, changed_at)
    values ('valo-energia', '\\x00', 'image/png', '{}', 'test', now())`.execute(owner)
  const tried = async () => {
    await assert.rejects(round(), 'the fault is logged')
    const { rows } = await sql<{ state: string; fault: string; attempts: number; wait: number }>`
      select state, fault, attempts, extract(epoch from not_before - ${register.now()}::timestamptz)::int / 60 as wait
      from register.paper_sent where document_id = ${id}::uuid`.execute(owner)
    return rows[0]
  }
  assert.deepEqual(await tried(), { state: 'queued', fault: 'PAPER_NOT_MADE', attempts: 1, wait: 5 })
  await round()
  let minutes = 0
  for (const wait of [15, 45, 135, 240, 240, 240]) {
    minutes += 300
    await later(minutes)
    const { attempts: _, ...stands } = (await tried()) ?? { attempts: 0 }
    assert.deepEqual(stands, { state: 'queued', fault: 'PAPER_NOT_MADE', wait })
  }
  await later(minutes + 300)
  assert.deepEqual(await tried(), { state: 'failed', fault: 'PAPER_NOT_MADE', attempts: 8, wait: null })
  await round()
  await later(0)
  assert.equal((await onCard(id))[0].fault, 'PAPER_NOT_MADE', 'staff see it on its card')
  await sql`delete from register.paper_setting`.execute(owner)
  const [sent] = await onCard(id)
  assert.equal((await billing('POST', `/papers-sent/${sent.id}/again`)).json().state, 'sent', 'mended, it leaves')
  letters.splice(0)
})

test('temporary faults are tried again more and more seldom, and given up after eight attempts', () => {
  const ended = (attempts: number) => endedBy('later', { at: noon, attempts })
  const waits = [1, 2, 3, 4, 5, 6, 7].map((attempts) => {
    const { notBefore } = ended(attempts)
    return ((notBefore?.getTime() ?? 0) - noon.getTime()) / 60_000
  })
  assert.deepEqual(waits, [5, 15, 45, 135, 240, 240, 240])
  assert.deepEqual(ended(8), { state: 'failed', fault: 'MAIL_NOT_SENT', notBefore: null })
})

function queueAs(who: 'bo', id: string) {
  const occasion = { by: ids[who], duty: 'billing', purpose: 'customer-relationship', at: register.now(), under: '1' }
  const wish = { document: 'invoices', id } as const
  return perform(register.db, occasion, (act) => queuePaper(act as never, register, wish))
}

async function onCardOf(id: string) {
  const { rows } = await sql<{ state: string; fault: string | null }>`
    select state, fault from register.paper_sent where document_id = ${id}::uuid order by entered_at desc, id desc`.execute(
    register.db.owner(),
  )
  return rows
}

// At a random moment between the first paper and the last, now and then a few milliseconds later.
async function killedSomewhere(post: Awaited<ReturnType<typeof aPost>>) {
  const sender = spawn(process.execPath, [child, register.db.url, post.url], { stdio: ['ignore', 'ignore', 'inherit'] })
  const gone = once(sender, 'exit')
  const enough = 1 + Math.floor(Math.random() * 4)
  while (sender.exitCode === null && post.taken.length < enough) await wait(2)
  await Promise.race([gone, wait(Math.random() * 70)])
  sender.kill('SIGKILL')
  await gone
  await wait(60) // PostgreSQL hears of it when the socket closes
}
