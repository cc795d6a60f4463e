import { sql } from 'kysely'
import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { subjectOf } from '#platform/subject'
import {
  followEnquiry,
  groupCompanyOf,
  type InForce,
  type Party,
  partyBehind,
  partyOfDeal,
  refuseUnlessSees,
  type SaidParty,
  sayOfDeal,
  textOfDeal,
  waitAtEnquiry,
} from '#register'
import { dayOf } from '../days.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { afterStage, type LostReason } from './opportunity.ts'
import { stageToBegin } from './stages.ts'

const field = 'com.quotes'
const subject = 'opportunity'

/** What may be said of an opportunity, in cents, per cent and days. */
export interface OpportunityWords {
  title: string
  valueCents?: number | null
  /** Per cent; null or unsaid: as the stage says. */
  probability?: number | null
  expectedClose?: string | null
  nextStep?: string | null
  contactPerson?: string | null
  /** A member of staff; whoever opens it where nothing is said. */
  owner?: string | null
  /** S5.1: of the fields that the statement added to opportunities, by field id. */
  values?: Record<string, unknown>
}

export interface NewOpportunity extends OpportunityWords, SaidParty {
  pipeline?: string | null
  stage?: string | null
  groupCompany?: string | null
  /** The enquiry that it came from. */
  enquiry?: string | null
  /** Of one that begins lost, as where it comes from elsewhere. */
  lostReason?: LostReason | null
  lostNote?: string | null
  /** The day on which one was won or lost; today where nothing is said. */
  closedOn?: string | null
}

/** S5.9: opens an opportunity with a company or a person, in the first stage unless another is said. Answers its id. */
export async function openOpportunity(
  act: Act<DealingsReach>,
  inForce: InForce,
  wish: NewOpportunity,
): Promise<string> {
  const party = await partyOfDeal(act as never, inForce, { field, isHope: true, ...wish })
  const stage = await stageToBegin(act, wish)
  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.opportunity')
    .values({
      id,
      ...{ group_company: groupCompanyOf(inForce.policy, wish.groupCompany), enquiry_id: wish.enquiry ?? null },
      ...{ organisation_id: party.organisationId, person_id: party.personId },
      ...{ pipeline_id: stage.pipeline_id, stage_id: stage.id },
      // What was closed elsewhere stands there since then: no rule starts upon it as if it had happened today.
      stage_since: stage.kind !== 'open' && wish.closedOn ? new Date(`${wish.closedOn}T10:00:00Z`) : act.at,
      ...(await wordsOf(act, wish, party)),
      ...afterStage(stage.kind, lostOf(wish), closingDay(act, wish.closedOn)),
      ...{ binned_at: null, binned_by: null, entered_by: act.by, entered_at: act.at, held_at: null },
    })
    .execute()
  if (wish.values)
    await sayOfDeal(act as never, inForce, { ...{ subject, id, party, values: wish.values }, isNew: true })
  await act.record({
    what: 'opportunity.opened',
    about: id,
    detail: {
      organisation: party.organisationId,
      person: party.personId,
      stage: stage.id,
      enquiry: wish.enquiry ?? null,
      ...(wish.values ? { fields: Object.keys(wish.values).sort() } : {}),
    },
  })
  if (wish.enquiry) await followEnquiry(act as never, inForce, { id: wish.enquiry, event: 'assignment' })
  return id
}

/** Makes an opportunity of an enquiry in one press: its sender, its subject, whoever takes it. Once only. */
export async function openFromEnquiry(
  act: Act<DealingsReach>,
  inForce: InForce,
  { enquiry, title, ...wish }: { enquiry: string; title?: string } & Partial<NewOpportunity>,
): Promise<string> {
  refuseUnlessSees(inForce, act, ['com.enquiries'])
  await waitAtEnquiry(act, enquiry) // two presses at once make one; from an enquiry in the bin, none
  const came = await act.db
    .selectFrom('register.enquiry')
    .select(['id', 'person_id', 'organisation_id', 'group_company', 'message'])
    .where('id', '=', enquiry)
    .executeTakeFirst()
  if (!came) throw new Refusal('NOT_FOUND', 404, { field: 'enquiry' })
  if (!came.organisation_id && !came.person_id) throw new Refusal('VALUE_REQUIRED', 422, { field: 'party' })
  const [made] = await rowsOf<{ id: string }>(
    act,
    sql`select id from register.opportunity where enquiry_id = ${enquiry}::uuid and binned_at is null`,
  )
  if (made) throw new Refusal('OPPORTUNITY_OF_ENQUIRY', 409, { opportunity: made.id })
  const { contact, ...party } = came.organisation_id
    ? { organisationId: came.organisation_id, contact: came.person_id }
    : await partyBehind(act as never, came.person_id as string)
  return openOpportunity(act, inForce, {
    ...wish,
    title: title ?? subjectOf(came.message) ?? '',
    enquiry,
    groupCompany: came.group_company,
    ...party,
    contactPerson: contact,
  })
}

/** The columns of what was said; refuses what does not fit at its field. */
export async function wordsOf(act: Act<DealingsReach>, words: OpportunityWords, party: Pick<Party, 'personId'>) {
  const title = textOfDeal(field, words.title, 200)
  if (!title) throw new Refusal('VALUE_REQUIRED', 422, { clause: 'S5.9', field: 'title' })
  refuseUnless(words.valueCents, 1e14, 'valueCents')
  refuseUnless(words.probability, 100, 'probability')
  return {
    title: title.replace(/\s+/g, ' '),
    value_cents: words.valueCents ?? null,
    probability: words.probability ?? null,
    expected_close: words.expectedClose ? dayOf('expectedClose', words.expectedClose) : null,
    next_step: textOfDeal(field, words.nextStep, 500),
    contact_person_id:
      words.contactPerson && words.contactPerson !== party.personId ? await seenPerson(act, words.contactPerson) : null,
    owner: words.owner ? await ofStaff(act, words.owner, words.owner) : act.by, // also said anew as it was
  }
}

/** The day on which something was closed, which is no day to come. */
export function closingDay({ at }: Pick<Act<DealingsReach>, 'at'>, said?: string | null): string {
  const today = dayInHelsinki(at)
  const day = said ? dayOf('closedOn', said) : today
  if (day > today) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'closedOn' })
  return day
}

const lostOf = ({ lostReason = null, lostNote }: Pick<NewOpportunity, 'lostReason' | 'lostNote'>) => ({
  reason: lostReason,
  note: textOfDeal(field, lostNote, 2000),
})

function refuseUnless(value: number | null | undefined, most: number, at: string) {
  if (value === null || value === undefined) return
  if (!Number.isSafeInteger(value) || value < 0 || value > most)
    throw new Refusal('VALUE_NOT_VALID', 422, { field: at })
}

async function seenPerson(act: Act<DealingsReach>, id: string) {
  const who = await act.db.selectFrom('register.person').select('id').where('id', '=', id).executeTakeFirst()
  if (!who) throw new Refusal('NOT_FOUND', 404, { field: 'contactPerson' })
  return who.id
}

/** The member of staff by this id; refuses one who is not known, and one who has left unless the work is theirs already. */
export async function ofStaff(act: Act<DealingsReach>, owner: string, was?: string | null) {
  const [known] = await rowsOf<{ id: string; state: string }>(
    act,
    sql`select staff.id::text as id, staff.state from register.staff where staff.id::text = ${owner}`,
  )
  if (!known) throw new Refusal('NOT_FOUND', 404, { field: 'owner' })
  if (known.state === 'closed' && known.id !== was) throw new Refusal('ACCOUNT_CLOSED', 409, { field: 'owner' })
  return known.id
}
