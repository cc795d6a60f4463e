import { choicesKeyOf, useChoicesKey } from '#choices'
import { mailOut } from '#platform/mail'
import { openPools } from '#platform/pools'
import { running } from '#statement'
import type { Database } from '../../database.ts'
import { fromTheController } from '../../from-the-controller.ts'
import { ground } from '../../ground.ts'
import { sendQueuedPapers } from './send-queued-papers.ts'

// A sender in a process of its own, to be killed.
const [url = '', smtpUrl = ''] = process.argv.slice(2)
const db = openPools<Database>({ url, prefix: 'seloste_test', secret: 'a secret for tests only', size: 4 })
const register = await running(db, ground, () => new Date('2026-03-02T12:00:00+02:00'))
useChoicesKey(register, choicesKeyOf(Buffer.alloc(32, 'a key for tests only')))
const mail = mailOut(smtpUrl, 'register.valo.example')
await sendQueuedPapers(register, {
  mail: fromTheController(register, mail),
  publicUrl: 'https://register.valo.example',
})
mail.close()
await db.close()
