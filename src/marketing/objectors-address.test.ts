import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { anApp } from '#test/app'
import { noon } from '#test/register'
import { queued, sendingTo, standing } from './campaigns.fixture.ts'
import { recordingServer } from './recording-server.fixture.ts'
import { sendCampaign } from './send-campaign.ts'

const server = await recordingServer()
after(() => server.stop())
const { as, register } = await anApp()
await register.setClock(noon)
const saku = as('saku')

test('an address that an objector has just been given gets nothing at another record either, before any round of the hour', async () => {
  const company = (await saku('POST', '/companies', { values: { 'org.name': 'Yritys Oy' }, source: 'contact' })).json()
    .id
  const buyer = async (family: string, address: string) => {
    const name = { given: 'Aino', family }
    const values = { 'person.name': name, 'person.email': address, 'person.jobRole': 'Ostopäällikkö' }
    const wish = { values, kind: 'representative', company, source: 'contact' }
    return (await saku('POST', '/people', wish)).json().id as string
  }
  const objector = await buyer('Harju', 'aino.harju@yritys.example')
  await as('maija')('POST', `/people/${objector}/objections`, { scope: 'all', via: 'phone' })
  const address = 'aino.uusi@yritys.example'
  assert.equal((await saku('POST', `/people/${objector}/emails`, { address, source: 'contact' })).statusCode, 201)
  await buyer('Uusi', address)

  const campaign = await queued(register)
  await sendCampaign(register, sendingTo(register, server.url), campaign)
  assert.deepEqual(server.taken, [])
  assert.deepEqual(await standing(register, campaign), { 'skipped SUPPRESSED': 1, 'skipped SUPPRESSED_AT_SEND': 1 })
})
