import { createHash } from 'node:crypto'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, inForce, refuseUnlessWriter } from '#register'
import type { Running } from '#statement'
import { invoicingOf } from '../invoices/invoicing.ts'
import type { DealingsReach } from '../reach.ts'
import { type FailedRow, readBookkeeping } from './intake.ts'
import { alreadyKnown } from './known.ts'
import { takeRow } from './take-row.ts'

type BooksRunning = Running<DealingsReach & LedgerTables>

export interface Intake {
  id: string
  rows: number
  taken: number
  known: number
  failed: FailedRow[]
}

export interface BookkeepingFile {
  groupCompany?: string
  origin: 'folder' | 'upload'
  bytes: Buffer
  /** Told when what blocked a person's erasure has ended. */
  released?: (occasion: Occasion, personId: string) => Promise<unknown>
}

/**
 * Takes a file of bookkeeping in, where the group company does not invoice itself. Each row is a deed of its own: a row that is refused is
 * answered with its line, code and field, and the others stand. Taken twice, the second time everything is known.
 */
export async function takeBookkeeping(
  running: BooksRunning,
  occasion: Occasion,
  file: BookkeepingFile,
): Promise<Intake> {
  const rules = inForce(running)
  refuseUnlessWriter(rules, occasion, 'com.invoicing')
  const groupCompany = groupCompanyOf(rules.policy, file.groupCompany)
  const { issues } = await look(running.db, occasion, (view) => {
    view.saw([], [])
    return invoicingOf(view as never, groupCompany)
  })
  if (issues) throw new Refusal('OWN_INVOICING_ON', 409, { field: 'file' })
  const { rows, failed } = readBookkeeping(file.bytes)
  const intake: Intake = {
    id: newId(occasion.at.getTime()),
    rows: rows.length + failed.length,
    taken: 0,
    known: 0,
    failed,
  }
  for (const row of rows) {
    try {
      const released = await perform(running.db, occasion, (act) => takeRow(act, rules, { groupCompany, row }))
      intake.taken += 1
      for (const personId of released) await file.released?.(occasion, personId)
    } catch (fault) {
      if (fault === alreadyKnown) {
        intake.known += 1
        continue
      }
      if (!(fault instanceof Refusal)) throw fault
      failed.push({ line: row.line, code: fault.code, field: String(fault.detail.field ?? '') || null })
    }
  }
  failed.sort((a, b) => a.line - b.line)
  await perform(running.db, occasion, async (act) => {
    await act.db
      .insertInto('register.bookkeeping_intake')
      .values({
        ...{ id: intake.id, group_company: groupCompany, origin: file.origin, rows: intake.rows, taken: intake.taken },
        ...{ known: intake.known, failed: JSON.stringify(failed), taken_by: act.by, taken_at: act.at },
        digest: createHash('sha256').update(file.bytes).digest('hex'),
      })
      .execute()
    const { rows: all, taken, known } = intake
    await act.record({ what: 'bookkeeping.taken', about: intake.id, detail: { rows: all, taken, known } })
  })
  return intake
}
