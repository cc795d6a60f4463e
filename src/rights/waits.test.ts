import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '#ledger'
import { noteDisclosure } from '#recipients'
import { noon } from '#test/register'
import { aRightsDesk } from './rights-desk.fixture.ts'

const { register, ingrid, tend, last, aPerson, enter, step, answerBy, one } = await aRightsDesk()
const ofBilling = { by: 'bo', duty: 'billing', purpose: 'bookkeeping', at: noon, under: '1' }
const handed = (person: string) =>
  perform(register.db as never, ofBilling, (act) =>
    noteDisclosure(act as never, {
      ...{ processor: 'kirjurit', people: [person], fields: ['person.name'] },
      ...{ purpose: 'bookkeeping', ground: 'eu-gdpr:A28' },
    }),
  )

test('an erasure is answered at once, and its case stays open until every receiver has answered (AS-49, C2)', async () => {
  const piia = await aPerson('Piia Salo', 'piia@koti.example')
  await handed(piia)
  const { id } = await enter({ kind: 'erasure', address: 'piia@koti.example', text: 'Poistakaa tietoni.' })
  await step(id, 'grant')
  await step(id, 'erasure')
  await answerBy(id, 'reply')
  await tend()
  assert.equal(last().to, 'piia@koti.example', 'the answer waits for nobody')
  const waits = await one(id)
  assert.equal(waits.state, 'propagating')
  const [receipt] = waits.receipts
  assert.deepEqual([receipt.receiver, receipt.state], ['kirjurit', 'waiting'])

  assert.equal((await ingrid('POST', `/recipient-notices/${receipt.id}/sending`, { way: 'told' })).statusCode, 201)
  await tend()
  assert.equal((await one(id)).state, 'propagating', 'being told is not an answer')
  const confirmed = await ingrid('POST', `/recipient-notices/${receipt.id}/receipt`, { outcome: 'confirmed' })
  assert.equal(confirmed.statusCode, 201, confirmed.body)
  await tend()
  assert.equal((await one(id)).state, 'closed')
})
