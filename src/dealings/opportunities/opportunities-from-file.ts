import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import {
  type FileOverHeld,
  type FileTaking,
  type ImportKind,
  type InForce,
  refuseUnlessWriter,
  type SaidByColumn,
  type TakenRecord,
} from '#register'
import type { DealingsReach } from '../reach.ts'
import { dealingsRefusals } from '../refusals.ts'
import { rowsOf } from '../rows.ts'
import { changeOpportunity, moveOpportunity } from './change-opportunity.ts'
import { type Meant, meantBy } from './meant-by-file.view.ts'
import { type OpportunityWords, openOpportunity } from './open-opportunity.ts'
import type { LostReason, StageKind } from './opportunity.ts'
import { lostMeant, opportunityFile } from './opportunity-file.ts'
import { type OpportunityStood, opportunityStands, putBackOpportunity } from './put-back-opportunity.ts'
import { type StageMeant, type Standing, stageOfLine } from './stage-of-line.view.ts'

type Selling = Act<DealingsReach>
type Taken = Parameters<typeof putBackOpportunity>[2]

/** S5.9: opportunities by file: known by the customer and the title. */
export const opportunitiesFromFile: ImportKind = {
  id: 'opportunities',
  label: { fi: 'Myyntimahdollisuudet', sv: 'Försäljningsmöjligheter', en: 'Opportunities' },
  columns: opportunityFile,
  subject: 'opportunity',
  needsSource: true,
  refusals: dealingsRefusals,
  refuseUnlessBrings: (inForce, who) => refuseUnlessWriter(inForce, who, 'com.quotes'),
  lineOf: (said) => {
    const title = String(said.title ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    if (title === '') throw new Refusal('VALUE_REQUIRED', 422, { field: 'title' })
    if (!said.company && !said.businessId && !said.email) throw new Refusal('VALUE_REQUIRED', 422, { field: 'company' })
    const customer = [said.businessId ?? said.company ?? '', said.company || said.businessId ? '' : String(said.email)]
    return { key: [...customer, said.groupCompany ?? '', title].join('\n').toLowerCase(), shown: title.slice(0, 200) }
  },
  take: (act, inForce, said, how) => take(act as never, inForce, said, how), // the dealings' tables are among the Database's
  undo: (act, inForce, taken) => putBackOpportunity(act as never, inForce, taken as Taken),
}

async function take(act: Selling, inForce: InForce, said: SaidByColumn, { over }: FileTaking): Promise<TakenRecord> {
  const meant = await meantBy(act, inForce, said)
  const held = await heldOpportunity(act, said, meant)
  if (held && over === 'never') return { outcome: 'unchanged', record: held, ...(await whose(act, held)), undo: null }
  const before = held ? ((await opportunityStands(act, inForce, held)) ?? null) : null
  const stage = await stageOfLine(act, said, before && standing(before))
  const id = held ?? (await open(act, inForce, said, { ...meant, stage }))
  if (before) await change(act, inForce, { id, before, over }, said, { ...meant, stage })
  const after = (await opportunityStands(act, inForce, id)) as OpportunityStood
  const isSame = before !== null && JSON.stringify(before) === JSON.stringify(after)
  const taken: Taken = { id, before, after }
  return {
    outcome: before === null ? 'created' : isSame ? 'unchanged' : 'updated',
    ...{ record: id, ...(await whose(act, id)), undo: isSame ? null : taken },
  }
}

type Placed = Meant & { stage: StageMeant | null }

const standing = ({ pipeline_id, state }: OpportunityStood): Standing => ({
  pipeline: String(pipeline_id),
  state: state as StageKind,
})

function open(act: Selling, inForce: InForce, said: SaidByColumn, { party, contact, stage, ...meant }: Placed) {
  return openOpportunity(act, inForce, {
    ...wordsOf(said),
    ...{ title: String(said.title), ...party, contactPerson: contact, stage: stage?.id, ...meant },
    ...lostMeant(textOf(said, 'lostReason')),
    closedOn: textOf(said, 'closedOn'),
    values: addedIn(said),
  })
}

interface Held {
  id: string
  before: OpportunityStood
  over: FileOverHeld
}

async function change(act: Selling, inForce: InForce, { id, before, over }: Held, said: SaidByColumn, meant: Placed) {
  const wishes: Partial<OpportunityWords> = { ...wordsOf(said), contactPerson: meant.contact, owner: meant.owner }
  const words: Partial<OpportunityWords> = Object.fromEntries(
    Object.entries(wishes).filter(([word, wish]) => {
      const now = before[columnOf[word] ?? ''] ?? null
      if (wish === null || wish === undefined || String(wish) === String(now)) return false
      return over === 'always' || now === null
    }),
  )
  const values = Object.fromEntries(
    Object.entries(addedIn(said)).filter(([field, wish]) => {
      const now = before[field] ?? null
      return wish !== now && (over === 'always' || now === null)
    }),
  )
  if (Object.keys(values).length > 0) words.values = values
  if (Object.keys(words).length > 0)
    await changeOpportunity(act, inForce, { id, revision: await revisionOf(act, id), words })
  if (over !== 'always' || !meant.stage || meant.stage.id === before.stage_id) return
  await moveOpportunity(act, inForce, { id, stage: meant.stage.id, ...closingOf(said, meant.stage, before) })
}

/** Why and when it was closed, as the line says; what was closed already and still is keeps what the line leaves unsaid. */
function closingOf(said: SaidByColumn, to: StageMeant, before: OpportunityStood) {
  const was = to.kind === before.state ? before : {}
  const why = textOf(said, 'lostReason')
  const kept = { lostReason: (was.lost_reason ?? null) as LostReason | null, lostNote: textOf(was, 'lost_note') }
  return { ...(why ? lostMeant(why) : kept), closedOn: textOf(said, 'closedOn') ?? textOf(was, 'closed_on') }
}

const columnOf: Record<string, string> = {
  valueCents: 'value_cents',
  probability: 'probability',
  expectedClose: 'expected_close',
  nextStep: 'next_step',
  contactPerson: 'contact_person_id',
  owner: 'owner',
}

const textOf = (said: SaidByColumn | OpportunityStood, id: string) => String(said[id] ?? '').trim() || null

/** What the line says of the fields that the statement added. */
function addedIn(said: SaidByColumn): Record<string, unknown> {
  return Object.fromEntries(Object.entries(said).filter(([id]) => id.startsWith('opportunity.')))
}

function wordsOf(said: SaidByColumn) {
  return {
    valueCents: (said.valueCents as number | undefined) ?? null,
    probability: (said.probability as number | undefined) ?? null,
    expectedClose: textOf(said, 'expectedClose'),
    nextStep: textOf(said, 'nextStep'),
  }
}

/** The opportunity that a line speaks of: of several with one title the only open one, and of several open ones none. */
async function heldOpportunity(
  act: Selling,
  said: SaidByColumn,
  { party, groupCompany }: Meant,
): Promise<string | null> {
  const theirs = party.organisationId
    ? sql`organisation_id = ${party.organisationId}::uuid`
    : sql`organisation_id is null and person_id = ${party.personId}::uuid`
  const found = await rowsOf<{ id: string; state: string }>(
    act,
    sql`select id, state from register.opportunity
      where ${theirs} and ${groupCompany ? sql`group_company = ${groupCompany}` : sql`true`} and binned_at is null and seloste.folded(title) = seloste.folded(${String(said.title)}::text) limit 20`,
  )
  const open = found.filter(({ state }) => state === 'open')
  if (found.length > 1 && open.length !== 1) throw new Refusal('OPPORTUNITY_NOT_CLEAR', 422, { field: 'title' })
  return (open[0] ?? found[0])?.id ?? null
}

async function revisionOf(act: Selling, id: string): Promise<number> {
  const [row] = await rowsOf<{ revision: number }>(
    act,
    sql`select revision from register.opportunity where id = ${id}::uuid`,
  )
  return row?.revision ?? 0
}

/** Whom an opportunity is about. */
async function whose(act: Selling, id: string) {
  const [row] = await rowsOf<{ person: string | null; organisation: string | null }>(
    act,
    sql`select coalesce(person_id, contact_person_id) as person, organisation_id as organisation from register.opportunity where id = ${id}::uuid`,
  )
  return row ?? { person: null, organisation: null }
}
