import { sql } from 'kysely'
import type { Act } from '#ledger'
import { type BinPart, intoBin } from '#lists'
import { Refusal } from '#platform/refusal'
import { type InForce, type Party, refuseUnlessWriter, sayOfDeal, textOfDeal } from '#register'
import type { DealingsReach } from '../reach.ts'
import { closingDay, type OpportunityWords, wordsOf } from './open-opportunity.ts'
import { afterStage, type LostReason } from './opportunity.ts'
import { firstStage, type Stage, stageOf } from './stages.ts'

type Selling = Act<DealingsReach>

/** Changes what is said of an opportunity. `revision` is the one that the caller read. */
export async function changeOpportunity(
  act: Selling,
  inForce: InForce,
  { id, revision, words }: { id: string; revision: number; words: Partial<OpportunityWords> },
) {
  const held = await lockedOpportunity(act, inForce, id, revision, 'EDITED_MEANWHILE')
  const whole = {
    ...{ title: held.title, valueCents: held.value_cents, probability: held.probability, owner: held.owner },
    ...{ expectedClose: held.expected_close, nextStep: held.next_step, contactPerson: held.contact_person_id },
    ...words,
  }
  const columns = await wordsOf(act, whole, { personId: held.person_id })
  const { values = {}, ...plain } = words
  const party = { organisationId: held.organisation_id, personId: held.person_id }
  await sayOfDeal(act as never, inForce, { subject: 'opportunity', id, party, values })
  await act.db
    .updateTable('register.opportunity')
    .set({ ...columns, revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({
    what: 'opportunity.changed',
    about: id,
    detail: { fields: Object.keys({ ...plain, ...values }).sort() },
  })
}

export interface Move {
  id: string
  /** The revision of the card that was moved; without it nobody else's move is noticed. */
  revision?: number
  stage: string
  lostReason?: LostReason | null
  lostNote?: string | null
  closedOn?: string | null
  /** One that is won or lost already stays there. */
  onlyOpen?: boolean
}

/** Moves an opportunity to a stage. Of two who move one card at once, the second is told where it stands now. */
export async function moveOpportunity(
  act: Selling,
  inForce: InForce,
  { id, revision, stage, onlyOpen, ...lost }: Move,
) {
  const held = await lockedOpportunity(act, inForce, id, revision)
  if (onlyOpen && held.state !== 'open') throw new Refusal('OPPORTUNITY_CLOSED', 409, { state: held.state })
  const to = await stageOf(act, stage)
  const note = textOfDeal('com.quotes', lost.lostNote, 2000)
  if (held.stage_id === to.id && held.lost_reason === (to.kind === 'lost' ? (lost.lostReason ?? null) : null))
    throw new Refusal('OPPORTUNITY_MOVED_MEANWHILE', 409, { revision: held.revision, stage: held.stage_id })
  await moveTo(act, held, to, { reason: lost.lostReason ?? null, note, on: lost.closedOn ?? null })
}

/**
 * S6.3: its quote was accepted, at the desk or on the customer's own page, so the opportunity is won. Does nothing where it is closed
 * already or in the bin. Whoever accepts has been let in by the quote.
 */
export async function winWithQuote(act: Selling, id: string) {
  const held = await act.db
    .selectFrom('register.opportunity')
    .select(['id', 'pipeline_id', 'stage_id', 'revision'])
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('binned_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  const won = held && (await firstStage(act, held.pipeline_id, 'won'))
  if (won) await moveTo(act, held, won, {})
}

/** S4.6: an open opportunity has the customer of its newest quote; the person whose it was stays as the one whom we talk with. */
export async function followQuote(act: Selling, id: string, { organisationId, personId }: Omit<Party, 'name'>) {
  const held = await act.db
    .selectFrom('register.opportunity')
    .select(['organisation_id', 'person_id', 'contact_person_id', 'revision'])
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('binned_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!held || (held.organisation_id === organisationId && held.person_id === personId)) return
  const contact = held.contact_person_id ?? held.person_id
  await act.db
    .updateTable('register.opportunity')
    .set({
      ...{ organisation_id: organisationId, person_id: personId, revision: held.revision + 1 },
      contact_person_id: contact === personId ? null : contact,
    })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'opportunity.changed', about: id, detail: { fields: ['party'] } })
}

/** Puts an opportunity into the bin, from which it comes back for fourteen days. */
export async function binOpportunity(
  act: Selling,
  inForce: InForce,
  { id, revision }: { id: string; revision?: number },
) {
  await lockedOpportunity(act, inForce, id, revision)
  await intoBin(act, opportunitiesBin, id)
}

/** An opportunity of an enquiry comes back only while no other has taken its place there: its unique index says so. */
export const opportunitiesBin: BinPart = {
  kind: 'opportunity',
  table: 'register.opportunity',
  fields: ['com.quotes'],
  title: sql`title`,
  party: 'held',
}

type Held = Pick<Awaited<ReturnType<typeof lockedOpportunity>>, 'id' | 'stage_id' | 'revision'>

interface Closing {
  reason?: LostReason | null
  note?: string | null
  /** The day it was closed on; today where nothing is said. */
  on?: string | null
}

async function moveTo(act: Selling, held: Held, to: Stage, closing: Closing) {
  await act.db
    .updateTable('register.opportunity')
    .set({
      ...{ pipeline_id: to.pipeline_id, stage_id: to.id, stage_since: act.at, revision: held.revision + 1 },
      ...afterStage(to.kind, closing, closingDay(act, closing.on)),
    })
    .where('id', '=', held.id)
    .execute()
  await act.record({
    what: 'opportunity.moved',
    about: held.id,
    detail: { from: held.stage_id, to: to.id, state: to.kind },
  })
}

async function lockedOpportunity(
  act: Selling,
  inForce: InForce,
  id: string,
  revision?: number,
  code = 'OPPORTUNITY_MOVED_MEANWHILE',
) {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  const held = await act.db
    .selectFrom('register.opportunity')
    .select([
      'id',
      'title',
      'value_cents',
      'probability',
      'expected_close',
      'next_step',
      'contact_person_id',
      'person_id',
      'organisation_id',
    ])
    .select(['owner', 'pipeline_id', 'stage_id', 'state', 'lost_reason', 'revision'])
    .where('id', '=', id)
    .where('binned_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (revision !== undefined && held.revision !== revision)
    throw new Refusal(code, 409, { revision: held.revision, stage: held.stage_id })
  return held
}
