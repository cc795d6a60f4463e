import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import PostalMime from 'postal-mime'
import { look } from '#ledger'
import { erasePerson } from '#rights'
import type { Published } from '#statement'
import { anApp } from '#test/app'
import { holdingsOf } from '../holdings.ts'
import { mailHolding } from './mail-holding.ts'
import { mailboxWish, mailWorld } from './mail-world.fixture.ts'
import { startSmtp } from './smtp.fixture.ts'

const app = await anApp()
const { register, as, ids } = app
const { person, mailbox, rows, arrive } = mailWorld(app)
const { port, caught } = await startSmtp('salasana')
const [saku, helmi, ellen] = [as('saku'), as('helmi'), as('ellen', 'sales')]
const box = await mailbox('saku', mailboxWish('saku@valo.example', { smtp: port, sharing: 'subject' }))
const firm = (
  await saku('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'quote-request' })
).json().id as string
const [eero, gone, aino] = [
  await person('Eero Salo', 'eero@kivela.example', { company: firm }),
  await person('Poissa Oleva', 'poissa@koti.example'),
  await person('Aino Mäki', 'aino@koti.example'),
]
const breaks = await person('Katja Katko', 'katkeaa@koti.example')
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(90_000, 'xyz ')])
const own = { name: 'pohja ä.pdf', content: pdf.toString('base64') }
const write = (files: object[], more: object = {}) =>
  saku('POST', '/messages', { mailbox: box, to: [{ person: eero }], subject: 'Asia', text: 'Ohessa.', files, ...more })
const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'sopimus.txt' }
const filed = await saku('POST', `/documents?company=${firm}`, { payload: Buffer.from('Sopimus'), headers })
assert.equal(filed.statusCode, 201, filed.body)
const line = { id: 'a', text: 'Lämpöpumppu', unit: 'pcs', quantity: 1000, unitPrice: 12_345_000, vatRate: 2550 }
const quote = (await saku('POST', '/quotes', { company: firm, contact: eero, title: 'Pumppu', lines: [line] })).json()

test('a letter takes along files of one’s own, documents and papers; the same bytes arrive, and may be fetched again', async () => {
  const draft = await write([{ paper: 'quotes', id: quote.id }])
  assert.deepEqual(
    [draft.json().code, draft.json().detail.field, draft.json().detail.nth],
    ['PAPER_IS_DRAFT', 'files', 0],
    'a draft is nobody’s to send',
  )
  const sent = await saku('POST', `/quotes/${quote.id}/sending`, { payload: {}, headers: { 'if-match': '1' } })
  assert.ok(sent.statusCode < 300, sent.body)
  const offered = (await saku('POST', '/message-attachables', { people: [eero], companies: [] })).json()
  assert.deepEqual(
    [
      offered.documents.map(({ name }: { name: string }) => name),
      offered.papers.map(({ kind }: { kind: string }) => kind),
    ],
    [['sopimus'], ['quote']],
    'those of the company they work for',
  )
  const [{ id: document, nth }] = offered.documents
  const files = [own, { document, nth }, { paper: 'quotes', id: offered.papers[0].id }]
  const answer = await write(files, { cc: [{ person: aino }] })
  assert.equal(answer.json().state, 'sent', answer.body)
  const [letter] = caught.splice(0)
  const { attachments, text } = await PostalMime.parse(letter?.raw ?? '')
  assert.match(text ?? '', /Ohessa\./)
  assert.deepEqual(
    attachments.map(({ filename, mimeType }) => [filename?.replace(/T\d+/, 'T1'), mimeType]),
    [
      ['pohja ä.pdf', 'application/pdf'],
      ['sopimus.txt', 'text/plain'],
      ['quote-T1.pdf', 'application/pdf'],
    ],
  )
  assert.deepEqual(Buffer.from(attachments[0]?.content as ArrayBuffer), pdf)
  const { items } = (await saku('GET', `/message-threads/${answer.json().id}`)).json()
  assert.deepEqual(
    items[0].attachments.map(({ bytes }: { bytes: number }) => bytes),
    attachments.map(({ content }) => (content as ArrayBuffer).byteLength),
  )
  const path = `/messages/${answer.json().id}/files/0`
  const fetched = await saku('GET', path)
  assert.deepEqual([fetched.statusCode, fetched.rawPayload.equals(pdf)], [200, true], fetched.body.slice(0, 200))
  assert.equal(fetched.headers['content-type'], 'application/octet-stream')
  assert.equal((await ellen('GET', path)).statusCode, 404, 'the mailbox shares subjects only')
  const asOne = (who: string) =>
    register.db
      .as('sales')
      .transaction()
      .execute(async (transaction) => {
        await sql`select set_config('seloste.by', ${who}, true)`.execute(transaction)
        return (await sql`select nth from register.message_file`.execute(transaction)).rows.length
      })
  assert.deepEqual([await asOne(ids.saku), await asOne(ids.ellen)], [3, 0], 'whatever SQL somebody runs')
})

test('what is too much, is no document or is not seen is refused at its place, and nothing is written', async () => {
  const before = await rows('select from register.message')
  const big = { name: 'iso.pdf', content: Buffer.concat([pdf, Buffer.alloc(5_000_000, 'x')]).toString('base64') }
  const nobodys = '00000000-0000-7000-8000-000000000000'
  for (const [files, code, nth] of [
    [[big, big], 'MAIL_FILES_TOO_LARGE', undefined],
    [[big, big, big], 'BODY_TOO_LARGE', undefined],
    [Array.from({ length: 11 }, () => own), 'MAIL_FILES_TOO_LARGE', undefined],
    [[own, { ...own, name: 'kuva.png' }], 'DOCUMENT_TYPE', 1],
    [[{ name: 'ohjelma.exe', content: Buffer.from('MZ\u0000').toString('base64') }], 'DOCUMENT_TYPE', 0],
    [[{ name: 'tyhjä.pdf', content: '' }], 'DOCUMENT_EMPTY', 0],
    [[{ ...own, content: `${own.content.slice(0, 40)}?${own.content.slice(40)}` }], 'VALUE_NOT_VALID', 0],
    [[own, { ...own, content: own.content.slice(0, -1) }], 'VALUE_NOT_VALID', 1],
    [[{ ...own, name: 'Piotr 131052-308T.pdf' }], 'PERSONAL_IDENTITY_CODE', 0],
    [[{ document: nobodys, nth: 1 }], 'NOT_FOUND', 0],
    [[{ paper: 'invoices', id: nobodys }], 'NOT_FOUND', 0],
    [[{ paper: '__proto__', id: nobodys }], 'NOT_FOUND', 0],
  ] as const) {
    const { code: said, detail } = (await write([...files])).json()
    assert.deepEqual([said, detail?.nth], [code, nth])
    if (said !== 'BODY_TOO_LARGE') assert.equal(detail?.field, 'files')
  }
  assert.equal((await rows('select from register.message')).length, before.length)
  assert.equal(caught.length, 0)
  const offered = await helmi('POST', '/message-attachables', { people: [nobodys], companies: [nobodys] })
  assert.deepEqual(offered.json(), { documents: [], papers: [] })
})

test('a letter that did not leave is sent again with its files, and never without them', async () => {
  const failed = (await write([own], { to: [{ person: gone }] })).json()
  assert.equal(failed.state, 'failed')
  await sql`update register.message_person set address = 'palasi@koti.example' where message_id = ${failed.id}`.execute(
    register.db.owner(),
  )
  assert.equal((await saku('POST', `/messages/${failed.id}/again`, { payload: {} })).json().state, 'sent')
  const { attachments } = await PostalMime.parse(caught.splice(0)[0]?.raw ?? '')
  assert.equal(attachments.length, 1)
  await rows(`update register.message set state = 'failed' where id = '${failed.id}'`)
  await rows(`delete from register.message_file where message_id = '${failed.id}'`)
  assert.equal((await saku('POST', `/messages/${failed.id}/again`, { payload: {} })).json().code, 'MESSAGE_STATE')
  assert.equal(caught.length, 0)
})

test('files wait no longer once their letter was found in its mailbox, also while it was being sent or nobody knew', async () => {
  const waiting = (id: string) => rows(`select from register.message_file where message_id = '${id}'`)
  const raced = (await write([own], { to: [{ person: gone }], subject: 'Ehti' })).json()
  await rows(`update register.message_person set address = 'ehti@koti.example' where message_id = '${raced.id}'`)
  await rows(`update register.message set folder = 'sent', uid = 1, uid_validity = 1 where id = '${raced.id}'`)
  assert.equal((await waiting(raced.id)).length, 1)
  assert.equal((await saku('POST', `/messages/${raced.id}/again`, { payload: {} })).json().state, 'sent')
  assert.deepEqual(await waiting(raced.id), [])

  const broken = (await write([own], { to: [{ person: breaks }] })).json()
  assert.equal(broken.state, 'unsure')
  const [{ message_id } = { message_id: '' }] = await rows<{ message_id: string }>(
    `select message_id from register.message where id = '${broken.id}'`,
  )
  const found = { id: 'u', messageId: message_id, from: 'saku@valo.example' }
  await arrive(box, [found])
  assert.equal((await waiting(broken.id)).length, 1, 'not among what was sent')
  await arrive(box, [found], 'sent')
  assert.deepEqual(await waiting(broken.id), [])
  assert.deepEqual(await rows(`select state from register.message where id = '${broken.id}'`), [{ state: 'sent' }])
  caught.splice(0)
})

test('Art. 15, 17: a person is handed the files of their letters, and erasing takes them', async () => {
  const occasion = { by: 'ingrid', duty: 'rights', purpose: 'customer-relationship', at: register.now(), under: '1' }
  const { kept } = await look(register.db, occasion, (view) => {
    view.saw([eero], [])
    return mailHolding.disclose(view as never, eero)
  })
  const [file] = kept.find(({ table }) => table === 'register.message_file')?.rows ?? []
  assert.equal(String(file?.content).replaceAll('\n', ''), own.content)
  const { statement } = register.current() as Published
  await erasePerson(register, occasion, { holdings: holdingsOf(register), statement, personId: eero } as never)
  const left = `select message_id from register.message_person where person_id = '${aino}'`
  assert.equal((await rows(left)).length, 1, 'that another was written to stays')
  assert.deepEqual(await rows(`select from register.message_file where message_id in (${left})`), [])
})
