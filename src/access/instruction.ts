import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import type { Said } from '#platform/language'
import { Refusal } from '#platform/refusal'
import type { AccessTables } from './tables.ts'

export interface Instruction {
  version: number
  text: Said
  madeAt: Date
}

/** S10.1: a new version of the instruction for using the register. Those who use it have seven days to read it. */
export async function publishInstruction(act: Act<AccessTables>, text: Said): Promise<number> {
  await act.db.selectNoFrom(sql`pg_advisory_xact_lock(hashtext('instruction'))`.as('waited')).execute()
  const last = await act.db
    .selectFrom('register.instruction')
    .select('version')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await act.db
    .insertInto('register.instruction')
    .values({ version, text: JSON.stringify(text), made_by: act.by, made_at: act.at })
    .execute()
  await act.record({ what: 'instruction.published', about: `instruction-${version}` })
  return version
}

/** S10.1: somebody has read the current instruction. Reading it twice is no fault, and on record once. */
export async function acknowledgeInstruction(act: Act<AccessTables>, version: number) {
  const current = await act.db
    .selectFrom('register.instruction')
    .select('version')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (current?.version !== version) throw new Refusal('EDITED_MEANWHILE', 409, { revision: current?.version ?? 0 })
  await act.db
    .insertInto('register.instruction_acknowledgement')
    .values({ staff_id: act.by, version, acknowledged_at: act.at })
    .onConflict((conflict) => conflict.columns(['staff_id', 'version']).doNothing())
    .execute()
  await act.record({ what: 'instruction.acknowledged', about: act.by, detail: { version } })
}

/** The current instruction, and when the reader acknowledged it. */
export async function instructionFor(
  look: Look<AccessTables>,
): Promise<(Instruction & { acknowledgedAt: Date | null }) | null> {
  look.saw([], [])
  const found = await look.db
    .selectFrom('register.instruction as instruction')
    .leftJoin('register.instruction_acknowledgement as read', (join) =>
      join.onRef('read.version', '=', 'instruction.version').on('read.staff_id', '=', look.by),
    )
    .select([
      'instruction.version',
      'instruction.text',
      'instruction.made_at as madeAt',
      'read.acknowledged_at as acknowledgedAt',
    ])
    .orderBy('instruction.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? null
}
