import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { useMailHosts } from './connection.ts'
import { mailboxWish, mailWorld } from './mail-world.fixture.ts'
import { startSmtp } from './smtp.fixture.ts'

const app = await anApp()
const { register } = app
const { person, mailbox, rows } = mailWorld(app)
const { port, caught } = await startSmtp('salasana')
const saku = app.as('saku')
const host = 'smtp.postivirta.example' // of a processor that the statement names
useMailHosts(register, [host, '127.0.0.1'], async () => ['127.0.0.1'])
const box = await mailbox('saku', mailboxWish('saku@valo.example', { smtp: port }))
const [secret] = await rows<{ sealed: string }>("select encode(sealed, 'hex') as sealed from register.mailbox_secret")
await rows(`update register.mailbox set smtp_host = '${host}' where id = '${box}'`) // which lets its password go
await rows(`insert into register.mailbox_secret select '${box}', decode('${secret?.sealed}', 'hex'), now()`)
const firm = (
  await saku('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'quote-request' })
).json().id as string
const eero = await person('Eero Salo', 'eero@kivela.example', { company: firm })
const aino = await person('Aino Mäki', 'aino@koti.example')
const muu = await person('Muu Mäki', 'poissa@koti.example')
const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'sopimus.txt' }
const filed = await saku('POST', `/documents?person=${aino}`, { payload: Buffer.from('Sopimus'), headers })
assert.equal(filed.statusCode, 201, filed.body)
const line = { id: 'a', text: 'Lämpöpumppu', unit: 'pcs', quantity: 1000, unitPrice: 12_345_000, vatRate: 2550 }
const quote = (await saku('POST', '/quotes', { company: firm, contact: eero, title: 'Pumppu', lines: [line] })).json()
await saku('POST', `/quotes/${quote.id}/sending`, { payload: {}, headers: { 'if-match': '1' } })

const [document] = (await saku('POST', '/message-attachables', { people: [aino], companies: [] })).json().documents
const files = [
  { document: document.id, nth: document.nth },
  { paper: 'quotes', id: quote.id },
]
const noted = async () =>
  (
    await rows<{ fields: string[]; people: string[] }>(
      "select fields, people::text[] from register.disclosure where receiver = 'postivirta' order by cardinality(fields) desc",
    )
  ).map(({ fields, people }) => [fields, people.sort()])
const write = async (to: string) =>
  (
    await saku('POST', '/messages', { mailbox: box, to: [{ person: to }], subject: 'Asia', text: 'Ohessa.', files })
  ).json()
const ofFiles = ['com.activities', 'com.quotes', 'person.name']

test('Art. 15(1)(c), S8.1: what a letter’s files hold is noted of whom it was written to, and of whom they name', async () => {
  assert.equal((await write(eero)).state, 'sent')
  assert.deepEqual(await noted(), [
    [['com.activities', 'com.enquiries', 'com.quotes', 'person.email', 'person.name'], [eero]],
    [ofFiles, [aino]],
  ])
})

test('a letter that leaves by a later try is noted as whole, its files with it', async () => {
  const before = (await noted()).length
  const { id, state } = await write(muu)
  assert.equal(state, 'failed')
  assert.equal((await noted()).length, before, 'nothing left')
  await sql`update register.message_person set address = 'muu@koti.example' where message_id = ${id}`.execute(
    register.db.owner(),
  )
  assert.equal((await saku('POST', `/messages/${id}/again`, { payload: {} })).json().state, 'sent')
  const now = await noted()
  assert.equal(now.length, before + 2)
  assert.ok(now.some(([fields, people]) => String(people) === muu && fields?.includes('com.quotes')))
  assert.ok(now.some(([fields, people]) => `${fields} ${people}` === `${ofFiles} ${[aino, eero].sort()}`))
  assert.equal(caught.length, 2)
})
