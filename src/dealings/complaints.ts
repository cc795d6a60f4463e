import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import {
  groupCompanyOf,
  type InForce,
  type Party,
  partyOfDeal,
  type RegisterTables,
  refuseUnlessWriter,
  type SaidParty,
  textOfDeal,
} from '#register'
import { type AboutGoods, aboutGoods } from './about-goods.ts'
import { type Resolution, resolutions } from './complaint.ts'
import { dayOf } from './days.ts'
import type { DealingsReach } from './reach.ts'

export interface NewComplaint extends SaidParty, AboutGoods {
  text: string
  openedOn?: string
  /** Other people whom it concerns or names: what is handed to one leaves the others out. */
  parties?: readonly string[]
  groupCompany?: string
  /** A claim under this warranty. */
  warranty?: string | null
}

/** S5.12: writes down a complaint. */
export async function openComplaint(act: Act<DealingsReach>, inForce: InForce, wish: NewComplaint): Promise<string> {
  const party = await partyOfDeal(act as unknown as Act<RegisterTables>, inForce, { field: 'com.complaints', ...wish })
  const text = textOfDeal('com.complaints', wish.text, 8000)
  if (!text) throw new Refusal('VALUE_REQUIRED', 422, { field: 'text', clause: 'S5.12' })
  const parties = [...new Set(wish.parties ?? [])].filter((one) => one !== party.personId)
  await refuseUnseen(act, parties)

  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.complaint')
    .values({
      ...{ id, text, parties, opened_on: dayOf('openedOn', wish.openedOn ?? dayInHelsinki(act.at)), closed_on: null },
      ...(await aboutGoods(act, inForce, { party, about: await withWarranty(act, wish) })),
      warranty_id: await warrantyFor(act, wish, party),
      ...{ outcome: null, organisation_id: party.organisationId, person_id: party.personId },
      group_company: groupCompanyOf(inForce.policy, wish.groupCompany),
      ...{ entered_by: act.by, entered_at: act.at, held_at: null },
    })
    .execute()
  await act.record({ what: 'complaint.opened', about: id, detail: { person: party.personId, parties } })
  return id
}

/** Closes a complaint with what came of it. From here its time in section 11 runs. */
export async function closeComplaint(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, outcome, resolution }: { id: string; outcome?: string; resolution?: Resolution },
) {
  refuseUnlessWriter(inForce, act, 'com.complaints')
  const held = await act.db
    .selectFrom('register.complaint')
    .select(['opened_on', 'closed_on', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (held.closed_on) throw new Refusal('COMPLAINT_CLOSED', 409, { clause: 'S5.12' })

  const today = dayInHelsinki(act.at)
  await act.db
    .updateTable('register.complaint')
    .set({
      closed_on: today < held.opened_on ? held.opened_on : today,
      outcome: textOfDeal('com.complaints', outcome),
      resolution: resolutionOf(resolution),
      revision: held.revision + 1,
    })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'complaint.closed', about: id })
}

/** Takes a complaint to work on: the desk shows whose it is. */
export async function takeComplaint(act: Act<DealingsReach>, inForce: InForce, { id }: { id: string }) {
  refuseUnlessWriter(inForce, act, 'com.complaints')
  const held = await act.db
    .selectFrom('register.complaint')
    .select(['closed_on', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (held.closed_on) throw new Refusal('COMPLAINT_CLOSED', 409, { clause: 'S5.12' })
  await act.db
    .updateTable('register.complaint')
    .set({ taken_by: act.by, taken_on: dayInHelsinki(act.at), revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'complaint.taken', about: id })
}

function resolutionOf(typed: Resolution | undefined): Resolution | null {
  if (typed !== undefined && !resolutions.includes(typed))
    throw new Refusal('VALUE_NOT_VALID', 422, { field: 'resolution' })
  return typed ?? null
}

// A claim under a warranty is about what the warranty covers, where nothing else is said.
async function withWarranty(act: Act<DealingsReach>, { warranty, ...wish }: NewComplaint): Promise<AboutGoods> {
  if (!warranty || wish.product) return wish
  const held = await act.db
    .selectFrom('register.warranty')
    .select('product_id')
    .where('id', '=', warranty)
    .executeTakeFirst()
  return { ...wish, product: held?.product_id ?? null }
}

/** Refuses a claim under a warranty of somebody else, or one whose time for claims is over. */
async function warrantyFor(act: Act<DealingsReach>, { warranty, openedOn }: NewComplaint, party: Party) {
  if (!warranty) return null
  const held = await act.db
    .selectFrom('register.warranty')
    .select(['organisation_id', 'person_id', 'claim_until'])
    .where('id', '=', warranty)
    .executeTakeFirst()
  if (!held || held.organisation_id !== party.organisationId || held.person_id !== party.personId)
    throw new Refusal('NOT_FOUND', 404, { field: 'warranty' })
  if (held.claim_until < (openedOn ?? dayInHelsinki(act.at)))
    throw new Refusal('WARRANTY_OVER', 422, { field: 'warranty', clause: 'S5.13' })
  return warranty
}

async function refuseUnseen(act: Act<DealingsReach>, people: readonly string[]) {
  if (people.length === 0) return
  const seen = await act.db.selectFrom('register.person').select('id').where('id', 'in', people).execute()
  if (seen.length < people.length) throw new Refusal('NOT_FOUND', 404, { field: 'parties' })
}
