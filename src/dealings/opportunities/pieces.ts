import { type RawBuilder, sql } from 'kysely'
import type { Occasion } from '#ledger'
import type { InForce } from '#register'
import { may } from '#statement'

/** A card of the board: one opportunity as a list shows it. */
export interface CardSeen {
  id: string
  title: string
  valueCents: number | null
  probability: number
  expectedClose: string | null
  nextStep: string | null
  owner: string
  ownerName: string | null
  company: string | null
  person: string | null
  party: string | null
  contact: string | null
  contactName: string | null
  stage: string
  pipeline: string
  state: 'open' | 'won' | 'lost'
  stageSince: string
  closedOn: string | null
  lostReason: string | null
  groupCompany: string
  revision: number
}

const nameOf = (id: RawBuilder<unknown>) =>
  sql`(select btrim(who.given_name || ' ' || who.family_name) from register.person who where who.id = ${id})`

/** The columns of a card; names only for a duty that reads them. From `opportunity` joined with its `stage`. */
export function cardColumns({ policy }: InForce, { duty, purpose }: Pick<Occasion, 'duty' | 'purpose'>) {
  const sees = (field: string) => may(policy, duty, purpose, field, 'read').allowed
  const firm = sees('org.name')
    ? sql`(select firm.name from register.organisation firm where firm.id = opportunity.organisation_id)`
    : sql`null::text`
  const person = sees('person.name') ? nameOf(sql`opportunity.person_id`) : sql`null::text`
  const contact = sees('person.name') ? nameOf(sql`opportunity.contact_person_id`) : sql`null::text`
  return sql`opportunity.id, opportunity.title, opportunity.value_cents::float8 as "valueCents",
    case stage.kind when 'open' then coalesce(opportunity.probability, stage.probability) else stage.probability end as probability,
    opportunity.expected_close as "expectedClose", opportunity.next_step as "nextStep", opportunity.owner,
    (select staff.name from register.staff where staff.id::text = opportunity.owner) as "ownerName",
    opportunity.organisation_id as company, opportunity.person_id as person, coalesce(${firm}, ${person}) as party,
    opportunity.contact_person_id as contact, ${contact} as "contactName",
    opportunity.stage_id as stage, opportunity.pipeline_id as pipeline, opportunity.state, opportunity.stage_since as "stageSince",
    opportunity.closed_on as "closedOn", opportunity.lost_reason as "lostReason", opportunity.group_company as "groupCompany", opportunity.revision`
}

/** Whom these cards show, for the access log. */
export function peopleOf(cards: readonly Pick<CardSeen, 'person' | 'contact'>[]): string[] {
  return [...new Set(cards.flatMap(({ person, contact }) => [person, contact].filter((id) => id !== null)))]
}

export const stageColumns = sql`stage.id, json_build_object('fi', stage.name_fi, 'sv', stage.name_sv, 'en', stage.name_en) as names,
  stage.probability, stage.kind`
