import { type Kysely, sql } from 'kysely'
import {
  type ChoicesReach,
  choicesKeyIn,
  liftRestriction,
  object,
  organisationRefusal,
  restrictPerson,
  suppress,
  suppressAddresses,
  tellOfLifting,
  withdrawConsent,
} from '#choices'
import { type Act, type Occasion, performAsOwner, type Replay, type ReplayLine, readReplayLog } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Running } from '#statement'
import type { KeepingReach } from './tables.ts'

/** Erases a person as the rights desk does; answers false where there is nobody of this id. */
export type EraseAgain = (person: string) => Promise<boolean>

export interface Replayed {
  done: number
  nobody: number
  superseded: number
}

type Outcome = keyof Replayed

// Art. 17 and 21 GDPR: a line whose leaf the ledger does not have is a deed that the database lost, at its commit, in a
// crash, or with a restored backup. What is done twice does no harm: each of these deeds finds its own work done.
/** Does again what the replay log has and the database lost, before anybody is served. */
export async function replayLost<T extends KeepingReach & ChoicesReach>(
  register: Running<T>,
  file: string,
  erase: EraseAgain,
): Promise<Replayed> {
  const outcomes: Replayed = { done: 0, nobody: 0, superseded: 0 }
  const owner = register.db.owner() as unknown as Kysely<KeepingReach>
  await owner.transaction().execute(async (alone) => {
    await sql`select pg_advisory_xact_lock(7315)`.execute(alone) // two processes that start at once
    const { lost, lines } = await lostLines(register, owner, file)
    for (const line of lost) {
      const outcome = isSuperseded(line, lines) ? 'superseded' : await again(register, line.replay, erase)
      outcomes[outcome] += 1
      const row = { leaf: Buffer.from(line.leaf, 'base64url'), at: register.now(), outcome }
      await owner
        .insertInto('register.replayed')
        .values(row)
        .onConflict((one) => one.doNothing())
        .execute()
    }
  })
  return outcomes
}

/** The lines of the log whose deeds the database does not have. */
async function lostLines<T>(register: Running<T>, owner: Kysely<KeepingReach>, file: string) {
  // Whoever holds this lock has a line in the file and is about to commit: behind them every line is done or lost.
  const lines = await owner.transaction().execute(async (settled) => {
    await sql`select pg_advisory_xact_lock(7314)`.execute(settled)
    return (await readReplayLog(register.db, file)).lines
  })
  const { rows } = await sql<{ leaf: Buffer }>`
    select said.leaf from unnest(${lines.map(({ leaf }) => Buffer.from(leaf, 'base64url'))}::bytea[]) as said (leaf)
    where not exists (select from register.ledger_leaf known where known.hash = said.leaf)
      and not exists (select from register.replayed known where known.leaf = said.leaf)`.execute(owner)
  const gone = new Set(rows.map(({ leaf }) => leaf.toString('base64url')))
  return { lines, lost: lines.filter(({ leaf }) => gone.has(leaf)) }
}

// Only the last word about a restriction counts; everything else only adds up.
function isSuperseded(line: ReplayLine, lines: readonly ReplayLine[]) {
  const { replay } = line
  if (replay.kind !== 'restriction') return false
  return lines
    .slice(lines.indexOf(line) + 1)
    .some(({ replay: later }) => later.kind === 'restriction' && later.person === replay.person)
}

async function again<T extends KeepingReach & ChoicesReach>(
  register: Running<T>,
  replay: Replay,
  erase: EraseAgain,
): Promise<Outcome> {
  if (replay.kind === 'erasure') return (await erase(replay.person)) ? 'done' : 'nobody'
  const isDone = await deedAsOwner(register, (act) => chosenAgain(register, act, replay))
  return isDone ? 'done' : 'nobody'
}

async function chosenAgain<T>(
  register: Running<T>,
  act: Act<ChoicesReach>,
  replay: Exclude<Replay, { kind: 'erasure' }>,
): Promise<boolean> {
  if (replay.kind === 'objection') return objectedAgain(register, act, replay)
  if (!(await isThere(act, replay.person))) return false
  if (replay.kind === 'withdrawal') {
    const { person: personId, purpose, channel } = replay
    await withdrawConsent(act, { personId, purpose, channel: channel as 'email', via: 'other' })
    return true
  }
  if (replay.on) await restrictPerson(act, { personId: replay.person, reason: 'unlawful-kept' })
  else await liftAll(act, replay.person)
  return true
}

async function objectedAgain<T>(
  register: Running<T>,
  act: Act<ChoicesReach>,
  { person, organisation, digests, scope, channel, topic }: Extract<Replay, { kind: 'objection' }>,
): Promise<boolean> {
  const said = {
    scope: scope as 'all',
    channel: (channel as 'email') ?? null,
    topic: topic ?? null,
    via: 'other' as const,
  }
  const addresses = digests.map((one) => Buffer.from(one, 'hex'))
  // Also where nobody has this address now: whoever comes with it later said no (S12.16).
  if (addresses.length > 0) await suppress(act, { ...said, digests: addresses })
  if (organisation && (await isThere(act, organisation, 'register.organisation'))) {
    await organisationRefusal(act, { ...said, organisationId: organisation })
    return true
  }
  if (!person || !(await isThere(act, person))) return addresses.length > 0
  await object(act, { ...said, personId: person, digests: addresses })
  await suppressAddresses(act, choicesKeyIn(register), person)
  return true
}

async function liftAll(act: Act<ChoicesReach>, person: string) {
  const open = await act.db
    .selectFrom('register.restriction')
    .select('id')
    .where('person_id', '=', person)
    .where('lifted_at', 'is', null)
    .execute()
  for (const { id } of open) {
    await tellOfLifting(act, { id, via: 'other' }) // the person was told then
    await liftRestriction(act, { id })
  }
}

async function isThere(
  act: Act<ChoicesReach>,
  id: string,
  table: 'register.person' | 'register.organisation' = 'register.person',
): Promise<boolean> {
  return (await act.db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

// A choice that finds nobody leaves no record, which is no fault here.
async function deedAsOwner<T extends ChoicesReach>(
  register: Running<T>,
  deed: (act: Act<ChoicesReach>) => Promise<boolean>,
) {
  const nobody = new Refusal('NOT_FOUND', 404)
  try {
    return await performAsOwner(register.db, restoring(register), async (act) => {
      if (!(await deed(act as unknown as Act<ChoicesReach>))) throw nobody
      return true
    })
  } catch (fault) {
    if (fault === nobody) return false
    throw fault
  }
}

/** The occasion of everything that restoring does. */
export function restoring<T>(register: Running<T>): Occasion {
  const under = String(register.current()?.version ?? 0)
  return { by: 'restoring', duty: 'rights', purpose: 'retention', at: register.now(), under }
}
