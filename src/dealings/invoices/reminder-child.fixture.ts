import { type Occasion, perform } from '#ledger'
import { openPools } from '#platform/pools'
import { running } from '#statement'
import type { Database } from '../../database.ts'
import { ground } from '../../ground.ts'
import { beginReminderRun } from './begin-reminder-run.ts'

// A long round of reminders written in parts of two, in a process of its own, to be killed.
const [url = '', ...invoices] = process.argv.slice(2)
const at = new Date('2026-03-02T12:00:00+02:00')
const db = openPools<Database>({ url, prefix: 'seloste_test', secret: 'a secret for tests only', size: 4 })
const register = await running(db, ground, () => at)
const occasion: Occasion = { by: 'bo', duty: 'billing', purpose: 'customer-relationship', at, under: '1' }
let run: string | undefined
for (let n = 0; n < invoices.length; n += 2) {
  const wish = { invoices: invoices.slice(n, n + 2), ...(run ? { run } : {}) }
  run = (await perform(register.db, occasion, (act) => beginReminderRun(act, register, wish))).id
}
await db.close()
