import { choicesKeyOf, useChoicesKey } from '#choices'
import { openPools } from '#platform/pools'
import { openSmtpLine } from '#platform/smtp-line'
import { running } from '#statement'
import type { Database } from '../database.ts'
import { ground } from '../ground.ts'
import { sendCampaign } from './send-campaign.ts'

// A sender in a process of its own, to be killed. It says `begun` when its first line stands.
const [url = '', smtpUrl = '', campaignId = '', lanes = '4', group = '4'] = process.argv.slice(2)
const db = openPools<Database>({ url, prefix: 'seloste_test', secret: 'a secret for tests only', size: 8 })
const register = await running(db, ground, () => new Date('2026-03-02T12:00:00+02:00'))
const key = choicesKeyOf(Buffer.alloc(32, 'a key for tests only'))
useChoicesKey(register, key)
let hasBegun = false

const round = await sendCampaign(
  register,
  {
    key,
    letterhead: { publicUrl: 'https://register.valo.example', dkim: null },
    line: async () => {
      const line = await openSmtpLine(smtpUrl, 'register.valo.example')
      if (!hasBegun) process.stdout.write('begun\n')
      hasBegun = true
      return line
    },
    mayGo: async () => ({ allowed: true }),
    rate: null,
    lanes: Number(lanes),
    group: Number(group),
  },
  campaignId,
)
process.stdout.write(`${round} ${Math.round(process.memoryUsage.rss() / 1e6)} MB\n`)
await db.close()
