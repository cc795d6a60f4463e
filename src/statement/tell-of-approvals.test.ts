import assert from 'node:assert/strict'
import { test } from 'node:test'
import { perform } from '#ledger'
import { mailOut } from '#platform/mail'
import { aRegister, noon } from '../../test/register.ts'
import { startMailbox } from '../demo/mailbox.ts'
import { approveStatement } from './approval.ts'
import { tellOfApprovals } from './tell-of-approvals.ts'

test('the privacy contact is told once, by mail, of a material version that waits', async () => {
  const register = await aRegister()
  const mailbox = await startMailbox()
  const mail = mailOut(mailbox.smtpUrl, 'localhost')
  const hash = 'a'.repeat(64)
  await perform(register.db, { by: 'tomas', duty: 'admin', purpose: 'statement', at: noon, under: '1' }, (act) =>
    approveStatement(act as never, hash),
  )

  assert.equal(await tellOfApprovals(register, mail, 'http://register.valo.example'), 1)
  assert.equal(await tellOfApprovals(register, mail, 'http://register.valo.example'), 0)
  mail.close()
  await mailbox.stop()

  assert.deepEqual(
    mailbox.mails().map(({ to }) => to),
    ['tietosuoja@valo.example'],
  )
  assert.ok(mailbox.mails()[0]?.text.includes(hash))
  assert.deepEqual(await register.ledger(), ['statement.approved by tomas', 'approval.told by register'])
})
