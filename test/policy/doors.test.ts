import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../src', import.meta.url))

/** Who reaches the database beside the two doors, and why. None of them reads or writes a person of the register. */
const beside: Record<string, string> = {
  'ledger/access-log.ts': 'is the door that writes who looked',
  'ledger/look.ts': 'is a door',
  'ledger/perform.ts': 'is a door',
  'ledger/partitions.ts': 'months of the access log',
  'ledger/records.ts': 'exports leaves and openings',
  'ledger/records-since.ts': 'the same, from where the ledger was verified',
  'ledger/verify-on.ts': 'asks how often the ledger’s own tables were changed',
  'ledger/seal.ts': 'numbers and signs leaves',
  'access/recognise.ts': 'finds out who asks, before there is an occasion',
  'mail/append-to-sent.ts':
    'where in its mailbox a sent message lies, a number, not an act; its waiting files have gone with it',
  'mail/oauth-errand.ts': 'takes up an errand by its digest; keeping what it brought goes through a door',
  'mail/read-mailbox.ts':
    'whose turn it is, up to where a folder was read, and what failed: machine-frequent, nobody in it (design 4)',
  'mail/try-mailbox.ts': 'reads where a mailbox’s servers are',
  'marketing/letters/posting.view.ts': 'asks the gate once more of opaque ids, before letters are posted',
  'marketing/letters/print-letters.ts': 'states of an outbox: opaque ids, machine-frequent, not acts (design 4)',
  'marketing/send-campaign.ts': 'states of an outbox: opaque ids, machine-frequent, not acts (design 4)',
  'marketing/send-group.ts': 'the fence and what became of each message: the same',
  'keeping/finish-restoring.ts': 'asks of restorings, before anybody is served',
  'keeping/replay-lost.ts': 'compares leaves with the replay log; the deeds themselves go through the doors',
  'keeping/restore-backup.ts': 'notes when a restoring is done',
  'ledger/continue-seals.ts': 'reads seals',
  'open-in.ts': 'asks whether the ledger names deeds of the replay log',
  'outside.ts': 'seals, clocks and the replay log: nobody in them',
  'oversight/evidence/gather-evidence.ts': 'counts for the evidence, in a transaction that only reads',
  'rights/erasure/rewrite-erased.ts': 'writes tables anew after an erasure that went through a door; opaque ids',
  'rights/retention/end-relationships.ts': 'finds which relationships are over; opaque ids',
  'dealings/keep-chain.ts': 'finds whose day has passed; opaque ids and days',
  'dealings/papers/confirm-orders.ts': 'finds which orders are to be confirmed; opaque ids',
  'dealings/papers/send-paper.ts':
    'states of an outbox and its fence: opaque ids, machine-frequent, not acts (design 4)',
  'dealings/papers/send-queued-papers.ts': 'whose turn it is in that outbox: the same',
  'dealings/contracts/ask-owners.ts': 'finds contracts whose end comes near; opaque ids and days',
  'dealings/contracts/propose-endings.ts':
    'which ended contracts leave nothing open (C1), under the machine duty `worker`',
  'rights/retention/keep-retention.ts': 'counts and finds what is over; opaque ids',
  'work/note-seen.ts': 'which records one opened last: opaque ids, machine-frequent, not acts (design 4)',
  'website/cookie-desk.routes.ts': 'reads published versions',
  'website/cookie-receipts.routes.ts': 'reads published versions',
  'website/cookies.routes.ts': 'reads published versions',
  'statement/erase-retired-fields.ts': 'rewrites tables after an erasure that went through a door',
  'statement/routes.ts': 'reads versions, approvals and counts for the plan',
  'statement/running.ts': 'reads the version in force',
  'website/statement.pages.ts': 'reads published versions',
  'cli/export-static.ts': 'reads published versions',
  'cli/plan.ts': 'counts what a plan would erase',
  'demo/employ-cast.ts': 'employs the invented cast',
  'app.ts': 'asks whether the database answers',
  'open.ts': 'applies the grants at start',
}

const reaching = /\.owner\(\)|\bdb\s*\.as\(|\b(register|running)\.db\.as\(/

test('nobody reaches the database beside the two doors but those listed here with their reason', async () => {
  const files = (await readdir(root, { recursive: true })).filter(
    (file) => /\.ts$/.test(file) && !/\.(test|fixture)\.ts$/.test(file),
  )
  const found: string[] = []
  for (const file of files) if (reaching.test(await readFile(`${root}/${file}`, 'utf8'))) found.push(file)
  assert.ok(files.length > 200)
  assert.deepEqual(found.sort(), Object.keys(beside).sort())
})

test('a planted reach beside the doors is seen', () => {
  for (const planted of ["running.db.as('sales')", 'register.db.owner()', "db.as('intake')"])
    assert.match(planted, reaching)
})
