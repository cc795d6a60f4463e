import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { mailboxWish, mailWorld } from './mail-world.fixture.ts'
import { startSmtp } from './smtp.fixture.ts'

const app = await anApp()
const { register, as } = app
const { person, mailbox, arrive, rows } = mailWorld(app)
const { port, caught } = await startSmtp('salasana')
const [saku, helmi] = [as('saku'), as('helmi')]
const box = await mailbox('helmi', mailboxWish('helmi@valo.example', { smtp: port, sharing: 'all' }))
const firm = (
  await saku('POST', '/companies', {
    values: { 'org.name': 'Kivelän Puu Oy', 'org.email': 'toimisto@kivela.example' },
    source: 'contact',
  })
).json().id as string
const [eero, aino, liisa] = [
  await person('Eero Salo', 'eero@kivela.example', { company: firm }),
  await person('Aino Mäki', 'aino@koti.example'),
  await person('Liisa Laine', 'liisa@koti.example'),
]

const write = (more: object) => helmi('POST', '/messages', { mailbox: box, subject: 'Asia', text: 'Hei!', ...more })
const head = (raw: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(raw.split('\r\n\r\n')[0]?.replace(/\r\n[ \t]+/g, ' ') ?? '')?.[1] ?? null
const timeline = async (path: string) =>
  (await helmi('GET', `${path}/timeline?kinds=message`)).json().items.map(({ title }: { title: string }) => title)

test('one letter goes to people and companies of the register, some of them for information, and stands on each one’s timeline', async () => {
  const answer = await write({
    to: [{ person: eero }, { company: firm }],
    cc: [{ person: aino }, { person: eero }],
    subject: 'Aikataulu',
  })
  assert.equal(answer.json().state, 'sent', answer.body)
  const [letter] = caught.splice(0)
  assert.deepEqual(letter?.to, ['eero@kivela.example', 'toimisto@kivela.example', 'aino@koti.example'], 'each once')
  assert.equal(head(letter?.raw ?? '', 'To'), 'eero@kivela.example, toimisto@kivela.example')
  assert.equal(head(letter?.raw ?? '', 'Cc'), 'aino@koti.example')
  for (const path of [`/people/${eero}`, `/people/${aino}`, `/companies/${firm}`])
    assert.deepEqual(await timeline(path), ['Aikataulu'], path)
  const { items } = (await helmi('GET', `/message-threads/${answer.json().id}`)).json()
  assert.deepEqual(
    items[0].people.map(({ role, name, company }: Record<string, unknown>) => [role, name ?? company]),
    [
      ['to', 'Eero Salo'],
      ['to', 'Kivelän Puu Oy'],
      ['cc', 'Aino Mäki'],
    ],
  )
})

test('who may not be written to is refused at their field and their place in it, and nobody gets the letter', async () => {
  const silent = (
    await saku('POST', '/people', { values: { 'person.name': 'Otso Osoitteeton' }, source: 'contact' })
  ).json().id
  const typed = await person('Tuttu Tuntematon', 'tuntematon@koti.example')
  await sql`update register.person_email set is_proven = false where person_id = ${typed}`.execute(register.db.owner())
  const restricted = await as('ingrid')('POST', `/people/${liisa}/restrictions`, { reason: 'claims' })
  assert.equal(restricted.statusCode, 201, restricted.body)
  const bare = (await saku('POST', '/companies', { values: { 'org.name': 'Hiljainen Oy' }, source: 'contact' })).json()
  const nobody = '00000000-0000-7000-8000-000000000000'
  const before = await rows('select from register.message')
  for (const [wish, code, field, nth] of [
    [{ to: [{ person: aino }, { person: silent }] }, 'MAIL_NO_ADDRESS', 'to', 1],
    [{ to: [{ person: aino }], cc: [{ person: typed }] }, 'EMAIL_NOT_CONFIRMED', 'cc', 0],
    [{ to: [{ person: aino }], cc: [{ person: eero }, { person: liisa }] }, 'MAIL_TO_RESTRICTED', 'cc', 1],
    [{ to: [{ company: bare.id }] }, 'MAIL_NO_ADDRESS', 'to', 0],
    [{ to: [{ person: nobody }] }, 'NOT_FOUND', 'to', 0],
    [{ to: [{ company: nobody }] }, 'NOT_FOUND', 'to', 0],
    [{ to: [], cc: [{ person: aino }] }, 'VALUE_REQUIRED', 'to', undefined],
    [
      { to: [{ person: aino }], cc: Array.from({ length: 10 }, () => ({ person: aino })) },
      'MAIL_TOO_MANY',
      'cc',
      undefined,
    ],
  ] as const) {
    const { code: said, detail, title } = (await write(wish)).json()
    assert.deepEqual([said, detail.field, detail.nth], [code, field, nth])
    assert.doesNotMatch(title, /koti|Liisa|Tuttu/, 'no value of a person')
  }
  const outside = await write({ to: [{ person: aino }], cc: [{ address: 'muu@muu.example' }] })
  assert.equal(outside.statusCode, 422, 'an address that is nobody’s of the register has no way in')
  assert.equal((await rows('select from register.message')).length, before.length)
  assert.equal(caught.length, 0)
})

test('an answer goes to the address from which they wrote, and keeps those who got a copy', async () => {
  await sql`insert into register.person_email (person_id, address, kind, added_at, is_proven)
    select person_id, 'aino@tyo.example', kind, added_at, true from register.person_email
    where person_id = ${aino}`.execute(register.db.owner())
  await arrive(box, [{ id: 'k1', from: 'aino@tyo.example', cc: ['eero@kivela.example', 'ulkona@muu.example'] }])
  const [mail] = await rows<{ id: string }>(`select id from register.message where message_id = '<k1@x.example>'`)
  assert.equal(
    (await write({ to: [{ person: aino }], cc: [{ person: eero }], answers: mail?.id })).json().state,
    'sent',
  )
  const [letter] = caught.splice(0)
  assert.deepEqual(letter?.to, ['aino@tyo.example', 'eero@kivela.example'], 'whoever is outside gets nothing')
  assert.equal(head(letter?.raw ?? '', 'In-Reply-To'), '<k1@x.example>')
  assert.deepEqual(await rows(`select from register.message_person where address = 'ulkona@muu.example'`), [])
})

test('a template’s twenty a day count everybody who got it', async () => {
  const texts = { fi: { subject: 'Hei', text: 'Hei' } }
  const { id: template } = (await saku('POST', '/mail-templates', { name: 'Tervehdys', texts })).json()
  const three = { to: [{ person: eero }, { company: firm }], cc: [{ person: aino }], template }
  const codes = []
  for (let at = 0; at < 7; at += 1) codes.push((await write(three)).json().code)
  assert.deepEqual(codes.filter(Boolean), ['MAIL_TOO_MANY'])
})
