import { choicesKeyOf, useChoicesKey } from '#choices'
import { openPools } from '#platform/pools'
import { openSmtpLine } from '#platform/smtp-line'
import { running } from '#statement'
import type { Database } from '../database.ts'
import { ground } from '../ground.ts'
import { sendCampaign } from './send-campaign.ts'

// A sender in a process of its own, to be killed.
const [url = '', smtpUrl = '', campaigns = ''] = process.argv.slice(2)
const db = openPools<Database>({
  url,
  prefix: 'seloste_test',
  secret: 'a secret for tests only',
  size: 8 * campaigns.split(',').length,
})
const register = await running(db, ground, () => new Date('2026-03-02T12:00:00+02:00'))
const key = choicesKeyOf(Buffer.alloc(32, 'a key for tests only'))
useChoicesKey(register, key)

const sending = {
  ...{ key, letterhead: { publicUrl: 'https://register.valo.example', dkim: null }, rate: null },
  line: () => openSmtpLine(smtpUrl, 'register.valo.example'),
  mayGo: async () => ({ allowed: true as const }),
}
await Promise.all(campaigns.split(',').map((id) => sendCampaign(register, sending, id)))
await db.close()
