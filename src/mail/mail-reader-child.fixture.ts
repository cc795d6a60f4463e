import { choicesKeyOf, useChoicesKey } from '#choices'
import { openPools } from '#platform/pools'
import { running } from '#statement'
import type { Database } from '../database.ts'
import { ground } from '../ground.ts'
import { useMailHosts } from './connection.ts'
import { settings } from './mail-world.fixture.ts'
import type { MailRunning } from './reach.ts'
import { readableMailbox, readMailbox } from './read-mailbox.ts'

// A reader in a process of its own, to be killed.
const [url = '', id = ''] = process.argv.slice(2)
const db = openPools<Database>({ url, prefix: 'seloste_test', secret: 'a secret for tests only', size: 4 })
const register = await running(db, ground, () => new Date('2026-03-02T12:00:00+02:00'))
useChoicesKey(register, choicesKeyOf(Buffer.alloc(32, 'a key for tests only')))
useMailHosts(register, ['127.0.0.1'])
const mailbox = await readableMailbox(register as unknown as MailRunning, id)
if (mailbox) await readMailbox(register as unknown as MailRunning, settings, mailbox)
await db.close()
