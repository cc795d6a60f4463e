import { choicesKeyOf, useChoicesKey } from '#choices'
import { openPools } from '#platform/pools'
import { running } from '#statement'
import { runRules } from '#work'
import type { Database } from '../../database.ts'
import { ground } from '../../ground.ts'
import { workTriggers } from '../../timeline.ts'

// A round of rules in a process of its own, to be killed.
const [url = ''] = process.argv.slice(2)
const db = openPools<Database>({ url, prefix: 'seloste_test', secret: 'a secret for tests only', size: 4 })
const register = await running(db, ground, () => new Date('2026-03-02T12:00:00+02:00'))
useChoicesKey(register, choicesKeyOf(Buffer.alloc(32, 'a key for tests only')))
await runRules(register as never, workTriggers)
await db.close()
