import assert from 'node:assert/strict'
import { test } from 'node:test'
import { look, perform } from '#ledger'
import { anApp } from '#test/app'
import { noon } from '../../test/register.ts'
import { noteDisclosure, receiptsOpen, recipientsHolding, tellRecipients } from './index.ts'

const sent: { to: string; text: string }[] = []
const { as, register, ledger, ids } = await anApp(
  {},
  { ports: { mail: { send: async (letter: (typeof sent)[number]) => void sent.push(letter) } } as never },
)
const privacy = as('ingrid')
const machine = { by: 'register', duty: 'rights', purpose: 'rights', at: noon, under: '1' }
const db = register.db as never

async function disclosedPerson(name: string, processors: string[]) {
  const values = { 'person.name': name, 'person.email': `${name.slice(0, 4).toLowerCase()}@asiakas.example` }
  const id = (await as('saku')('POST', '/people', { values, source: 'contact' })).json().id as string
  for (const processor of processors)
    await perform(db, { by: ids.bo, duty: 'billing', purpose: 'bookkeeping', at: noon, under: '1' }, (act) =>
      noteDisclosure(act as never, {
        processor,
        people: [id],
        fields: ['person.name'],
        purpose: 'bookkeeping',
        ground: 'eu-gdpr:A28',
      }),
    )
  return id
}
const tell = (id: string) => perform(db, machine, (act) => tellRecipients(act as never, id, 'erasure'))
const open = (id: string) => look(db, machine, (view) => receiptsOpen(view as never, id))
const plan = (id: string) =>
  look(db, machine, (view) => {
    view.saw([id], [])
    return recipientsHolding.plan(view as never, id)
  })

test('each processor that received the data is told of an erasure, and each owes a receipt', async () => {
  const id = await disclosedPerson('Aino Harju', ['kirjurit', 'kirjurit', 'postivirta'])
  const before = (await ledger()).length
  assert.equal(await tell(id), 2)
  assert.deepEqual((await ledger()).slice(before), [
    'recipient-notice.due by register',
    'recipient-notice.due by register',
  ])
  assert.deepEqual(
    (await open(id)).map(({ receiver, state, about }) => [receiver, state, about]),
    [
      ['kirjurit', 'waiting', 'Aino Harju, aino@asiakas.example'],
      ['postivirta', 'waiting', 'Aino Harju, aino@asiakas.example'],
    ],
  )
  const held = (await plan(id)).find(({ fate }) => fate === 'hold')
  assert.deepEqual(
    [held?.table, held?.rows, held?.event?.fi],
    ['register.recipient_notice', 2, 'vastaanottajan kuittaus'],
  )
})

test('a receipt ends the wait and forgets by what the person was found; a refusal must say why', async () => {
  const id = await disclosedPerson('Otto Lahti', ['kirjurit'])
  await tell(id)
  const [notice] = await open(id)
  const url = `/recipient-notices/${notice?.id}`
  assert.equal((await privacy('POST', `${url}/receipt`, { outcome: 'confirmed' })).json().code, 'RECEIPT_NOT_AWAITED')
  assert.equal((await privacy('POST', `${url}/sending`, { way: 'told' })).statusCode, 201)
  assert.equal(
    (await privacy('POST', `${url}/sending`, { way: 'told' })).statusCode,
    201,
    'told again while no receipt is in',
  )
  assert.equal(
    (await privacy('POST', `${url}/receipt`, { outcome: 'refused', note: ' ' })).json().code,
    'VALUE_REQUIRED',
  )
  assert.equal(
    (await privacy('POST', `${url}/receipt`, { outcome: 'refused', note: 'Kirjanpitolaki 2:10' })).statusCode,
    201,
  )
  assert.deepEqual(await open(id), [])
  const { items } = (await privacy('GET', '/recipient-notices?settled=true')).json()
  assert.deepEqual(
    [items[0].state, items[0].about, items[0].note, items[0].timesSent, items[0].settledByName],
    ['refused', null, 'Kirjanpitolaki 2:10', 2, 'Ingrid Sandell'],
  )
  assert.deepEqual(
    (await plan(id)).map(({ table, fate }) => `${table} ${fate}`),
    ['register.disclosure erase', 'register.recipient_notice keep-minimal'],
  )
})

test('what to say is written out with the register’s name, in the language of the receiver’s country', async () => {
  const id = await disclosedPerson('Venla Virta', ['postivirta', 'brightpost', 'kirjurit'])
  await tell(id)
  const { items } = (await privacy('GET', '/recipient-notices')).json()
  const of = (receiver: string) =>
    items.find((one: { receiver: string; personId: string }) => one.receiver === receiver && one.personId === id).letter
  assert.match(of('kirjurit').text, /Valo-konsernin asiakas- ja markkinointirekisteri/)
  assert.match(of('postivirta').text, /Valo-koncernens kund- och marknadsföringsregister/)
  assert.match(of('brightpost').text, /The Valo group's customer and marketing register/)
})

test('a processor whose address the statement gives is told by mail; one without is told by other means', async () => {
  const id = await disclosedPerson('Oili Oja', ['kirjurit', 'brightpost'])
  await tell(id)
  const [brightpost, kirjurit] = (await open(id)).sort((a, b) => a.receiver.localeCompare(b.receiver))
  const mailed = await privacy('POST', `/recipient-notices/${kirjurit?.id}/sending`, { way: 'mail' })
  assert.equal(mailed.statusCode, 201, mailed.body)
  assert.deepEqual([sent.at(-1)?.to, sent.at(-1)?.text.includes('Oili Oja')], ['tietosuoja@kirjurit.example', true])
  const refused = await privacy('POST', `/recipient-notices/${brightpost?.id}/sending`, { way: 'mail' })
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'RECEIVER_WITHOUT_ADDRESS'])
  assert.equal((await open(id)).find(({ receiver }) => receiver === 'brightpost')?.state, 'waiting')
})

test('somebody whose data went nowhere is told of to nobody', async () => {
  const id = await disclosedPerson('Yksin Oleva', [])
  await assert.rejects(tell(id), /nothing was recorded/)
})

test('a person package says to whom the data went, and never who else was on the list', async () => {
  const id = await disclosedPerson('Lauri Luettelo', ['kirjurit'])
  const { kept } = await look(db, machine, async (view) => {
    view.saw([id], [])
    return recipientsHolding.disclose(view as never, id)
  })
  assert.deepEqual(
    kept.map(({ table }) => table),
    ['register.disclosure'],
  )
  assert.equal('people' in (kept[0]?.rows[0] ?? {}), false)
})
