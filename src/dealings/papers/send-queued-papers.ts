import { sql } from 'kysely'
import type { LedgerTables } from '#ledger'
import type { Running } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { confirmOrders } from './confirm-orders.ts'
import type { PaperRunning } from './letter-of-paper.view.ts'
import { givenUpAfter } from './outbox.ts'
import type { DocumentKind } from './paper-of.view.ts'
import { type SendingPorts, sendPaper, settle } from './send-paper.ts'

/**
 * Each minute, and at the word of whoever queued one: papers whose turn it is leave, one after another. What a dead sender left in the
 * air is told as unsure; orders accepted on their page are confirmed. Answers how many were tried.
 */
export async function sendQueuedPapers<T extends DealingsReach & LedgerTables>(
  register: Running<T>,
  ports: SendingPorts,
) {
  const running = register as unknown as PaperRunning // its tables are among T's
  if (!running.current() || running.readOnly() !== null) return 0
  await strand(running)
  const faults: unknown[] = []
  await confirmOrders(register).catch((fault) => faults.push(fault))
  const due = await rowsOf<{ id: string }>(
    { db: running.db.as('worker') },
    sql<{ id: string }>`select id from register.paper_sent where state = 'queued' and held_at is null
      and (not_before is null or not_before <= ${running.now()}) order by entered_at, id limit 500`,
  )
  for (const { id } of due) await sendPaper(running, ports, { id }).catch((fault) => faults.push(fault))
  if (faults.length > 0) throw faults[0] // the others have gone their way first
  return due.length
}

// A sender that was killed between the fence and the answer: nobody knows whether the paper arrived, so a person decides.
async function strand(running: PaperRunning) {
  const dead = new Date(running.now().getTime() - givenUpAfter)
  const left = await rowsOf<{ id: string; document: DocumentKind; document_id: string }>(
    { db: running.db.as('worker') },
    sql<{
      id: string
      document: DocumentKind
      document_id: string
    }>`select id, document, document_id from register.paper_sent
      where state = 'sending' and fenced_at < ${dead}`,
  )
  for (const due of left)
    await settle(running, { due, from: ['sending'], ended: { state: 'unsure', fault: null, notBefore: null } })
}
