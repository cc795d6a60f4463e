import assert from 'node:assert/strict'
import { test } from 'node:test'
import { look, perform } from '#ledger'
import { erasePerson, keepRetention } from '#rights'
import type { Published } from '#statement'
import { anApp } from '#test/app'
import { contactParts } from '../contacts.ts'
import { holdingsOf } from '../holdings.ts'
import { mailHolding } from './mail-holding.ts'
import { mailboxWish, mailWorld } from './mail-world.fixture.ts'

const app = await anApp()
const { register, as } = app
const { rows, person, mailbox, arrive } = mailWorld(app)
const [eero, aino] = [await person('Eero Salo', 'eero@kivela.example'), await person('Aino Mäki', 'aino@koti.example')]
const box = await mailbox('saku', mailboxWish('saku@valo.example', { sharing: 'all' }))
const { statement } = register.current() as Published
const rights = { by: 'ingrid', duty: 'rights', purpose: 'customer-relationship', at: register.now(), under: '1' }
const subjects = async () =>
  (await rows<{ subject: string }>('select subject from register.message_subject order by 1')).map((row) => row.subject)
const seen = async (who = as('saku')) =>
  (await who('GET', '/message-threads?show=all'))
    .json()
    .items.map(({ subject }: { subject: string }) => subject)
    .sort()

await arrive(box, [
  { id: '1', from: 'eero@kivela.example' },
  { id: '2', from: 'eero@kivela.example', cc: ['aino@koti.example', 'muu@muu.example'] },
  { id: '3', from: 'aino@koti.example', references: ['<2@x.example>'] },
])

test('the same mail is taken in once, however often it is read', async () => {
  const again = await arrive(box, [{ id: '1', from: 'eero@kivela.example' }])
  assert.deepEqual(again, { stored: 0, enquiries: 0, passedOver: 0 })
  assert.equal((await rows('select from register.message')).length, 3)
})

test('a person is given the mails with them; of others only how many there were', async () => {
  const { kept } = await look(register.db, rights, (view) => {
    view.saw([aino], [])
    return mailHolding.disclose(view as never, aino)
  })
  assert.deepEqual(
    kept.flatMap(({ rows }) =>
      rows.map(({ subject, text, role, address, others }) => [subject, text, role, address, others]),
    ),
    [
      ['Asia 2', 'Hei!', 'cc', 'aino@koti.example', 2],
      ['Asia 3', 'Hei!', 'from', 'aino@koti.example', 0],
    ].sort(),
  )
  assert.doesNotMatch(JSON.stringify(kept), /eero|kivela|muu\.example/)
})

test('while a person is restricted, their mails are nobody’s to read, new ones too (Art. 18)', async () => {
  assert.deepEqual(await seen(), ['Asia 1', 'Asia 3'])
  const restrict = await as('ingrid')('POST', `/people/${aino}/restrictions`, { reason: 'accuracy' })
  assert.equal(restrict.statusCode, 201, restrict.body)
  assert.deepEqual(await seen(), ['Asia 1'])
  await arrive(box, [{ id: '4', from: 'aino@koti.example' }])
  assert.deepEqual(await seen(), ['Asia 1'])
  const [{ id }] = (await rows<{ id: string }>('select id from register.restriction')) as [{ id: string }]
  assert.equal((await as('ingrid')('POST', `/restrictions/${id}/lifting-notice`, { via: 'phone' })).statusCode, 201)
  assert.equal((await as('ingrid')('POST', `/restrictions/${id}/lifting`, { payload: {} })).statusCode, 201)
  assert.deepEqual(await seen(), ['Asia 1', 'Asia 3', 'Asia 4'])
})

test('two records that become one have one correspondence', async () => {
  const double = await person('Aino Mäki', 'aino.maki@tyo.example')
  await arrive(box, [{ id: '5', from: 'aino.maki@tyo.example', cc: ['aino@koti.example'] }])
  await perform(register.db, { ...rights, duty: 'matching' }, async (act) => {
    await mailHolding.merge(act as never, double, aino)
    await act.record({ what: 'person.merged', about: aino })
  })
  assert.deepEqual(await rows(`select from register.message_person where person_id = '${double}'`), [])
  assert.equal(
    (await rows(`select distinct message_id from register.message_person where person_id = '${aino}'`)).length,
    4,
  )
})

test('erasing a person takes the words of every mail with them; that others were written to stays', async () => {
  await erasePerson(register, rights, { holdings: holdingsOf(register), statement, personId: aino })
  assert.deepEqual(await subjects(), ['Asia 1'])
  assert.deepEqual(await rows('select others from register.message order by message_id'), [
    { others: 0 },
    { others: 1 },
  ])
  assert.deepEqual(await rows(`select distinct person_id from register.message_person`), [{ person_id: eero }])
})

test('section 11: a mail is kept two years, and goes whole with the night after', async () => {
  await rows(`insert into register.message_file select id, 0, 'x' from register.message limit 1`)
  const night = async (at: string) => {
    await register.setClock(at)
    const occasion = { by: 'register', duty: 'retention', purpose: 'retention', at: register.now(), under: '1' }
    return keepRetention(register, occasion, { holdings: holdingsOf(register), contacts: contactParts, statement })
  }
  assert.equal((await night('2028-03-02T03:00:00+02:00'))['message-log'], undefined)
  assert.equal((await night('2028-03-03T03:00:00+02:00'))['message-log'], 2)
  for (const table of ['message', 'message_person', 'message_subject', 'message_body', 'message_file'])
    assert.deepEqual(await rows(`select from register.${table}`), [], table)
})
