import { sql } from 'kysely'
import type { Choice, ColumnEdit, ListDefinition } from '#lists'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import { changeOpportunity, moveOpportunity } from './change-opportunity.ts'
import type { OpportunityWords } from './open-opportunity.ts'
import { type LostReason, lostReasons } from './opportunity.ts'

const field = 'com.quotes'
const of = (column: string) => sql.ref(`opportunity.${column}`)
const stage = (column: string) =>
  sql`(select ${sql.ref(`stage.${column}`)} from register.pipeline_stage stage where stage.id = opportunity.stage_id)`

const namesOf = (table: 'pipeline' | 'stage') => {
  const name = (column: string) => sql`coalesce(${sql.ref(`${table}.${column}`)}, ${sql.ref(`${table}.name_fi`)})`
  return sql`json_build_object('fi', ${sql.ref(`${table}.name_fi`)}, 'sv', ${name('name_sv')}, 'en', ${name('name_en')})`
}
const inUseFirst = sql`pipeline.retired_at is not null, pipeline.position, pipeline.id`
const stages = sql`select stage.id, ${namesOf('stage')} as label, ${namesOf('pipeline')} as of
  from register.pipeline_stage stage join register.pipeline on pipeline.id = stage.pipeline_id
  order by ${inUseFirst}, stage.position, stage.id`
const pipelines = sql`select pipeline.id, ${namesOf('pipeline')} as label from register.pipeline order by ${inUseFirst}`

const words = { index: 'register.opportunity_words' }

const states: readonly Choice[] = [
  { id: 'open', label: { fi: 'Avoin', sv: 'Öppen', en: 'Open' }, tone: 'wait' },
  { id: 'won', label: { fi: 'Voitettu', sv: 'Vunnen', en: 'Won' }, tone: 'good' },
  { id: 'lost', label: { fi: 'Hävitty', sv: 'Förlorad', en: 'Lost' }, tone: 'calm' },
]
const whyLost: Record<LostReason, Choice['label']> = {
  price: { fi: 'Hinta', sv: 'Pris', en: 'Price' },
  competitor: { fi: 'Kilpailija valittiin', sv: 'En konkurrent valdes', en: 'A competitor was chosen' },
  postponed: { fi: 'Siirtyi myöhemmäksi', sv: 'Sköts upp', en: 'Postponed' },
  'no-need': { fi: 'Tarve poistui', sv: 'Behovet försvann', en: 'No longer needed' },
  'no-answer': { fi: 'Asiakas ei vastannut', sv: 'Kunden svarade inte', en: 'The customer did not answer' },
  'not-for-us': { fi: 'Emme voineet toimittaa', sv: 'Vi kunde inte leverera', en: 'We could not deliver' },
  other: { fi: 'Muu syy', sv: 'Annan orsak', en: 'Another reason' },
}

const changed = (part: keyof OpportunityWords): ColumnEdit => ({
  field,
  change: (act, running, { id, revision, value }) =>
    changeOpportunity(act as never, inForce(running as never), { id, revision, words: { [part]: value } }),
})

// What is won or lost says when and why, which a move of many would take away and could not give back.
const moved: ColumnEdit = {
  field,
  change: (act, running, { id, revision, value, isUndo }) => {
    if (!/^[\da-f-]{36}$/.test(String(value)))
      throw new Refusal('VALUE_REQUIRED', 422, { field: 'stage', clause: 'S5.9' })
    const move = { id, revision, stage: String(value), onlyOpen: !isUndo }
    return moveOpportunity(act as never, inForce(running as never), move)
  },
}

const changedAdded = (id: string): ColumnEdit => ({
  field: id,
  change: (act, running, { id: opportunity, revision, value }) =>
    changeOpportunity(act as never, inForce(running as never), {
      ...{ id: opportunity, revision },
      words: { values: { [id]: value } },
    }),
})

/** Every opportunity that the duty reaches, but for those in the bin. */
export const opportunitiesList: ListDefinition = {
  name: 'opportunities',
  title: { fi: 'Myyntimahdollisuudet', sv: 'Försäljningsmöjligheter', en: 'Opportunities' },
  table: 'register.opportunity',
  field,
  opens: '/opportunities/$id',
  shown: ['title', 'company', 'stage', 'value', 'expectedClose', 'owner'],
  sort: 'expectedClose',
  quick: ['state', 'owner'],
  where: sql`opportunity.binned_at is null`,
  editAdded: changedAdded,
  person: of('person_id'),
  search: { in: [{ words, holds: (test) => test(of('title')) }] },
  columns: [
    {
      id: 'title',
      type: 'text',
      label: { fi: 'Mitä asiakas tarvitsee', sv: 'Vad kunden behöver', en: 'What the customer needs' },
      ...{ field, filled: true, sql: of('title'), words },
    },
    {
      id: 'company',
      type: 'company',
      label: { fi: 'Yritys', sv: 'Företag', en: 'Company' },
      sql: of('organisation_id'),
    },
    {
      id: 'person',
      type: 'person',
      label: { fi: 'Henkilö', sv: 'Person', en: 'Person' },
      sql: sql`coalesce(opportunity.person_id, opportunity.contact_person_id)`,
    },
    {
      id: 'state',
      type: 'choice',
      label: { fi: 'Tila', sv: 'Status', en: 'State' },
      ...{ filled: true, choices: states, sql: of('state') },
    },
    {
      id: 'stage',
      type: 'choice',
      label: { fi: 'Vaihe', sv: 'Skede', en: 'Stage' },
      ...{ filled: true, choices: { keptIn: stages }, sql: sql`opportunity.stage_id::text`, edit: moved },
    },
    {
      id: 'pipeline',
      type: 'choice',
      label: { fi: 'Myyntiputki', sv: 'Pipeline', en: 'Pipeline' },
      ...{ filled: true, choices: { keptIn: pipelines }, sql: sql`opportunity.pipeline_id::text` },
    },
    {
      id: 'value',
      type: 'money',
      label: { fi: 'Arvo', sv: 'Värde', en: 'Value' },
      ...{ field, sql: of('value_cents'), edit: changed('valueCents') },
    },
    {
      id: 'probability',
      type: 'number',
      label: { fi: 'Todennäköisyys (%)', sv: 'Sannolikhet (%)', en: 'Probability (%)' },
      ...{
        field,
        sql: sql`case when opportunity.state = 'open' then coalesce(opportunity.probability, ${stage('probability')}) else ${stage('probability')} end`,
      },
    },
    {
      id: 'expectedClose',
      type: 'day',
      label: { fi: 'Arvioitu päätöspäivä', sv: 'Beräknad avslutsdag', en: 'Expected close' },
      ...{ field, indexed: true, sql: of('expected_close'), edit: changed('expectedClose') },
    },
    {
      id: 'nextStep',
      type: 'text',
      label: { fi: 'Seuraava askel', sv: 'Nästa steg', en: 'Next step' },
      ...{ field, sql: of('next_step'), edit: changed('nextStep') },
    },
    {
      id: 'owner',
      type: 'staff',
      label: { fi: 'Vastuuhenkilö', sv: 'Ansvarig', en: 'Owner' },
      ...{ filled: true, sql: of('owner'), edit: changed('owner') },
    },
    {
      id: 'closedOn',
      type: 'day',
      label: { fi: 'Päättyi', sv: 'Avslutades', en: 'Closed' },
      sql: of('closed_on'),
    },
    {
      id: 'lostReason',
      type: 'choice',
      label: { fi: 'Miksi hävittiin', sv: 'Varför förlorad', en: 'Why lost' },
      ...{ field, sql: of('lost_reason') },
      choices: lostReasons.map((id) => ({ id, label: whyLost[id] })),
    },
    {
      id: 'groupCompany',
      type: 'choice',
      label: { fi: 'Konserniyhtiö', sv: 'Koncernbolag', en: 'Group company' },
      ...{ filled: true, choices: 'group-companies', sql: of('group_company') },
    },
    {
      id: 'enteredAt',
      type: 'instant',
      label: { fi: 'Avattu', sv: 'Öppnad', en: 'Opened' },
      ...{ filled: true, sql: of('entered_at') },
    },
  ],
}
