import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Statement } from '#statement'
import type { RecipientTables } from './tables.ts'
import { type Stop, toolOf } from './transfer.ts'

/** L-45.2: switches a transfer tool or a processor off. Whatever depends on it stops with the next question. */
export async function stopTransfer(
  act: Act<RecipientTables>,
  statement: Statement,
  { kind, subject, reason }: Stop & { reason: string },
): Promise<string> {
  if (!namesOf(statement, kind).includes(subject))
    throw new Refusal('STOP_SUBJECT_NOT_KNOWN', 422, { field: 'subject', clause: 'S9.1' })
  const stopped = await act.db
    .insertInto('register.transfer_stop')
    .values({ kind, subject, reason, stopped_by: act.by, stopped_at: act.at, lifted_by: null, lifted_at: null })
    .onConflict((conflict) => conflict.columns(['kind', 'subject']).where('lifted_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!stopped) throw new Refusal('ALREADY_STOPPED', 409, { clause: 'S9.1' })
  await act.record({ what: 'transfer.stopped', about: stopped.id, detail: { kind, subject } })
  return stopped.id
}

/** Every tool and processor that has a switch. */
export function namesOf(statement: Statement, kind: Stop['kind']): string[] {
  if (kind === 'processor') return [...(statement.processors ?? []).map(({ id }) => id), 'hosting']
  return [...new Set((statement.transfers?.list ?? []).flatMap(({ tool }) => toolOf(tool) ?? []))]
}
