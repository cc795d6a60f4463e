import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#platform/refusal'
import { aRegister } from '#test/register'
import { refuseUnlessOurs, useMailHosts } from './connection.ts'
import { isInner } from './near-hosts.ts'
import type { MailRunning } from './reach.ts'

test('addresses within the house are known in every way of writing them', () => {
  const inner = [
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
  ]
  for (const one of [
    ...inner,
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '[::1]',
    '64:ff9b::a00:1',
  ])
    assert.equal(isInner(one), true, one)
  for (const one of ['93.184.216.34', '172.32.0.1', '100.128.0.1', '2a00:1450::1', '11.0.0.1'])
    assert.equal(isInner(one), false, one)
})

test('a mailbox leads into the servers’ own network only where the administrator named the host', async () => {
  const register = (await aRegister()) as unknown as MailRunning
  const codeOf = async (host: string) =>
    refuseUnlessOurs(register, host).then(
      () => 'ok',
      (fault) => (fault instanceof Refusal ? fault.code : String(fault)),
    )
  for (const host of ['127.0.0.1', 'localhost', '10.0.0.5', '192.168.1.10', '::1', 'db.localhost'])
    assert.equal(await codeOf(host), 'MAIL_HOST_NEAR', host)
  for (const host of [
    '169.254.169.254',
    '0.0.0.0',
    '::ffff:127.0.0.1',
    '2130706433',
    '0x7f000001',
    'intra.muu.example',
  ])
    assert.equal(await codeOf(host), 'RECIPIENT_NOT_DECLARED', host)
  useMailHosts(register, ['10.0.0.5', 'Localhost'])
  assert.deepEqual(
    [await codeOf('10.0.0.5'), await codeOf('localhost'), await codeOf('127.0.0.1')],
    ['ok', 'ok', 'MAIL_HOST_NEAR'],
  )
})
