import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as, register, ledger, ids } = await anApp()
const sales = as('saku')
const nobody = '019cadfd-8900-7000-8000-000000000000'

async function said(deed: () => Promise<unknown>) {
  const [before, looksBefore] = [(await ledger()).length, (await register.looks()).length]
  await deed()
  return { ledger: (await ledger()).slice(before), looks: (await register.looks()).slice(looksBefore) }
}

test('S3.1: the contact of the register is named among the staff, and cannot leave without a successor', async () => {
  const admin = as('tomas')
  assert.equal((await admin('GET', '/contact-of-register')).statusCode, 404)
  assert.equal((await admin('PUT', '/contact-of-register', { handler: nobody })).json().code, 'NOT_STAFF')
  const { ledger: lines } = await said(async () => {
    const named = await admin('PUT', '/contact-of-register', {
      handler: ids.ingrid,
      deputy: ids.helmi,
      cover: { staff: ids.ellen, from: '2026-03-01', until: '2026-03-07' },
    })
    assert.deepEqual([named.json().handler.name, named.json().answersToday.name], ['Ingrid Sandell', 'Ellen Wirtanen'])
    const refused = await admin('POST', `/staff/${ids.ingrid}/closure`, {})
    assert.deepEqual(
      [refused.statusCode, refused.json().code, refused.json().detail.clause],
      [409, 'LAST_HANDLER', 'S3.1'],
    )
    const closed = await admin('POST', `/staff/${ids.ingrid}/closure`, { successor: ids.helmi })
    assert.equal(closed.statusCode < 300, true, closed.body)
    assert.deepEqual(
      [
        (await admin('GET', '/contact-of-register')).json().handler.name,
        (await admin('GET', '/contact-of-register')).json().deputy,
      ],
      ['Helmi Aaltola', null],
    )
  })
  assert.deepEqual(
    lines.filter((line) => line.startsWith('contact')),
    ['contact-of-register.named by tomas', 'contact-of-register.named by tomas'],
  )
  assert.equal((await sales('GET', '/contact-of-register')).statusCode, 403)
})
