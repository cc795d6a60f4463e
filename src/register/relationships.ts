import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { refuseUnlessWriter } from './correct-organisation.ts'
import { groupCompanyOf } from './group-company.ts'
import { type InForce, verdictOn } from './in-force.ts'
import { countOpen } from './open-work.view.ts'
import { after, type EndReason, type RelationshipEvent, type RelationshipState, stageOf } from './relationship.ts'
import { provenanceOf, refuseOtherFields, type SaidSource } from './source.ts'
import { tellSourcesOfOrganisation, tellSourcesOfPerson } from './sources.ts'
import type { RegisterTables } from './tables.ts'
import { checkedValues } from './values.ts'
import { waitAtParty, waitForNewWork } from './wait-at-party.ts'

export interface NewRelationship extends SaidSource {
  organisationId?: string
  personId?: string
  groupCompany?: string
  owner?: string | null
  team?: string | null
}

/** Begins a relationship of a group company with an organisation, or with a person who is the customer. */
export async function beginRelationship(
  act: Act<RegisterTables>,
  inForce: InForce,
  wish: NewRelationship,
): Promise<string> {
  const from = provenanceOf(inForce.policy, wish, act)
  const { organisationId = null, personId = null } = wish
  refuseUnlessWriter(inForce, act, organisationId ? 'org.name' : 'person.name')
  const group_company = groupCompanyOf(inForce.policy, wish.groupCompany)
  await waitAtParty(act, wish)
  await refuseSecond(act, wish, group_company)

  const id = newId(act.at.getTime())
  const state: RelationshipState = from.source.saleContext ? 'customer' : 'prospect'
  await act.db
    .insertInto('register.relationship')
    .values({
      ...{ id, organisation_id: organisationId, person_id: personId, group_company, state },
      ...{
        owner: wish.owner === undefined ? act.by : wish.owner,
        team: wish.team ?? null,
        started_at: from.obtainedAt,
        last_activity_at: act.at,
      },
    } as never)
    .execute()
  await act.record({
    what: 'relationship.begun',
    about: id,
    detail: { with: organisationId ?? personId ?? '', state, source: from.source.id },
  })
  return id
}

export interface RelationshipChange extends SaidSource {
  id: string
  revision: number
  owner?: string | null
  team?: string | null
  groupCompany?: string
  values?: Record<string, unknown>
}

/** Changes who looks after a relationship, or what was agreed in it. Values need a source; a new owner does not. */
export async function changeRelationship(act: Act<RegisterTables>, inForce: InForce, wish: RelationshipChange) {
  const held = await lockedRelationship(act, inForce, wish.id)
  if (held.revision !== wish.revision) throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  refuseUnlessWriter(inForce, act, wish.values ? 'com.paymentTerms' : held.organisation_id ? 'org.name' : 'person.name')

  const { owner, team, groupCompany, values = {} } = wish
  const fields = Object.keys(values)
  const checked = await checkedValues(inForce, act, {
    subject: 'organisation',
    values,
    stage: async () => stageOf([held.state]),
  })
  const terms = checked['com.paymentTerms']
  if (terms !== undefined) await setTerms(act, inForce, { wish, terms, held })

  await act.db
    .updateTable('register.relationship')
    .set({
      ...{ revision: held.revision + 1, last_activity_at: act.at },
      ...(owner === undefined ? {} : { owner }),
      ...(team === undefined ? {} : { team }),
      ...(groupCompany ? { group_company: groupCompanyOf(inForce.policy, groupCompany) } : {}),
    })
    .where('id', '=', wish.id)
    .execute()
  const changed = [...fields, ...(['owner', 'team', 'groupCompany'] as const).filter((key) => wish[key] !== undefined)]
  await act.record({ what: 'relationship.changed', about: wish.id, detail: { changed: changed.sort() } })
}

/** Moves a relationship on in its life cycle (C1), where the event applies. */
export async function moveRelationship(
  act: Act<RegisterTables>,
  inForce: InForce,
  { id, event }: { id: string; event: Exclude<RelationshipEvent, 'ending' | 'rejection' | 'reopening'> },
) {
  const held = await lockedRelationship(act, inForce, id)
  refuseUnlessWriter(inForce, act, held.organisation_id ? 'org.name' : 'person.name')
  const state = after(event, held.state)
  if (!state) throw new Refusal('RELATIONSHIP_STATE', 409, { clause: 'S4.4', state: held.state })

  await act.db
    .updateTable('register.relationship')
    .set({ state, last_activity_at: act.at, revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'relationship.moved', about: id, detail: { from: held.state, to: state } })
}

/**
 * S4.4: ends a relationship. What has no other open relationship leaves the daily desks with it. Refuses while something is open in it
 * (C1, `RELATIONSHIP_HAS_OPEN`: its kinds, and how many of each).
 */
export async function endRelationship(
  act: Act<RegisterTables>,
  inForce: InForce,
  { id, reason }: { id: string; reason: EndReason },
) {
  await waitForNewWork(act, id)
  const held = await lockedRelationship(act, inForce, id)
  refuseUnlessWriter(inForce, act, held.organisation_id ? 'org.name' : 'person.name')
  const state = after(reason === 'declined' ? 'rejection' : 'ending', held.state)
  if (!state) throw new Refusal('RELATIONSHIP_STATE', 409, { clause: 'S4.4', state: held.state })
  const open = await countOpen(act, id)
  if (open.length > 0)
    throw new Refusal('RELATIONSHIP_HAS_OPEN', 409, {
      ...{ clause: 'S4.4', open: open.map(([kind]) => kind) },
      ...Object.fromEntries(open),
    })

  await sql`select seloste.close_relationship(${id}, ${state}, ${reason}, ${act.at})`.execute(executor(act))
  await act.record({ what: 'relationship.ended', about: id, detail: { from: held.state, to: state, reason } })
}

/** C1: reopens an ended relationship, only with a fresh source. An order or contract makes it a customer's at once. */
export async function reopenRelationship(
  act: Act<RegisterTables>,
  inForce: InForce,
  { id, ...said }: SaidSource & { id: string },
) {
  const from = provenanceOf(inForce.policy, said, act)
  if (!verdictOn(inForce, act, 'person.name', 'write').allowed) refuseUnlessWriter(inForce, act, 'org.name')
  const state = from.source.saleContext ? 'customer' : 'prospect'
  const { rows } = await sql<{ id: string; organisation_id: string | null; person_id: string | null }>`
    select id, organisation_id, person_id from seloste.reopen_relationship(${id}, ${state}, ${act.at})
  `.execute(executor(act))
  const [tie] = rows
  if (!tie) throw new Refusal('RELATIONSHIP_STATE', 409, { clause: 'S4.4' })

  refuseUnlessWriter(inForce, act, tie.organisation_id ? 'org.name' : 'person.name')
  if (tie.organisation_id)
    await tellSourcesOfOrganisation(
      act,
      tie.organisation_id,
      [{ field: 'org.name', valueId: tie.organisation_id }],
      from,
    )
  if (tie.person_id)
    await tellSourcesOfPerson(act, tie.person_id, [{ field: 'person.name', valueId: tie.person_id }], from)
  await act.record({ what: 'relationship.reopened', about: id, detail: { to: state, source: from.source.id } })
  return { organisationId: tie.organisation_id, personId: tie.person_id }
}

type Held = Awaited<ReturnType<typeof lockedRelationship>>

async function lockedRelationship(act: Act<RegisterTables>, inForce: InForce, id: string) {
  const isWriter = ['person.name', 'com.paymentTerms'].some((field) => verdictOn(inForce, act, field, 'write').allowed)
  if (!isWriter) refuseUnlessWriter(inForce, act, 'org.name')
  const held = await act.db
    .selectFrom('register.relationship')
    .select(['id', 'organisation_id', 'person_id', 'state', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  return held
}

async function setTerms(
  act: Act<RegisterTables>,
  inForce: InForce,
  { wish, terms, held }: { wish: RelationshipChange; terms: string | null; held: Held },
) {
  const from = provenanceOf(inForce.policy, wish, act)
  refuseOtherFields(from, ['com.paymentTerms'])
  await act.db.updateTable('register.relationship').set({ payment_terms: terms }).where('id', '=', held.id).execute()
  if (held.organisation_id && terms) {
    await tellSourcesOfOrganisation(act, held.organisation_id, [{ field: 'com.paymentTerms', valueId: held.id }], from)
  }
}

async function refuseSecond(act: Act<RegisterTables>, { organisationId, personId }: NewRelationship, company: string) {
  const seen = organisationId
    ? await act.db.selectFrom('register.organisation').select('id').where('id', '=', organisationId).executeTakeFirst()
    : await act.db
        .selectFrom('register.person')
        .select('id')
        .where('id', '=', personId ?? '')
        .executeTakeFirst()
  if (!seen) throw new Refusal('NOT_FOUND', 404)
  const held = await act.db
    .selectFrom('register.relationship')
    .select('id')
    .where(organisationId ? 'organisation_id' : 'person_id', '=', seen.id)
    .where('group_company', '=', company)
    .executeTakeFirst()
  if (held) throw new Refusal('RELATIONSHIP_EXISTS', 409, { relationship: held.id })
}

function executor<T>(act: Act<T>) {
  return act.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0]
}
