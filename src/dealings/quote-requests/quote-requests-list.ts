import { sql } from 'kysely'
import type { Choice, ColumnEdit, ListDefinition } from '#lists'
import { inForce } from '#register'
import { changeQuoteRequest } from './change-quote-request.ts'
import type { SaidInRequest } from './open-quote-request.ts'

const field = 'com.quotes'
const of = (column: string) => sql.ref(`quote_request.${column}`)
const said = (fi: string, sv: string, en: string): Choice['label'] => ({ fi, sv, en })
const words = { index: 'register.quote_request_words', joined: true } // of the title and the customer's reference
const today = sql`(seloste.at() at time zone 'Europe/Helsinki')::date`

// What is settled waits for no day; an index of the table begins so (0239).
const waitsUntil = sql`case when quote_request.state = 'open' then quote_request.answer_by end`

const states: readonly Choice[] = [
  { id: 'open', label: said('Avoin', 'Öppen', 'Open'), tone: 'wait' },
  { id: 'answered', label: said('Vastattu', 'Besvarad', 'Answered'), tone: 'good' },
  { id: 'declined', label: said('Ei tarjottu', 'Ingen offert', 'Not quoted'), tone: 'calm' },
  { id: 'withdrawn', label: said('Peruttu', 'Återkallad', 'Withdrawn'), tone: 'calm' },
]
const urgencies: readonly Choice[] = [
  { id: 'late', label: said('Myöhässä', 'Försenad', 'Overdue'), tone: 'bad' },
  { id: 'today', label: said('Vastattava tänään', 'Ska besvaras i dag', 'Due today'), tone: 'wait' },
  { id: 'coming', label: said('Ajoissa', 'I tid', 'In time'), tone: 'calm' },
]

const changed = (part: keyof SaidInRequest): ColumnEdit => ({
  field,
  change: (act, running, { id, revision, value }) =>
    changeQuoteRequest(act as never, inForce(running as never), { id, revision, said: { [part]: value } }),
})

/** Every request for a quote that the duty reaches, but for those in the bin; what must be answered first stands first. */
export const quoteRequestsList: ListDefinition = {
  name: 'quote-requests',
  title: said('Tarjouspyynnöt', 'Offertförfrågningar', 'Requests for quotes'),
  table: 'register.quote_request',
  field,
  opens: '/quote-requests/$id',
  shown: ['title', 'company', 'person', 'state', 'answerBy', 'urgency', 'owner'],
  sort: 'answerBy',
  quick: ['state', 'urgency', 'owner'],
  where: sql`quote_request.binned_at is null`,
  person: sql`coalesce(quote_request.person_id, quote_request.contact_person_id)`,
  search: {
    in: [
      {
        words,
        holds: (test) => test(sql`coalesce(${of('title')}, '') || ' ' || coalesce(${of('buyer_reference')}, '')`),
      },
    ],
  },
  columns: [
    {
      id: 'title',
      type: 'text',
      label: said('Mitä pyydetään', 'Vad som önskas', 'What is asked for'),
      ...{ field, filled: true, sql: of('title'), words },
    },
    { id: 'company', type: 'company', label: said('Yritys', 'Företag', 'Company'), sql: of('organisation_id') },
    {
      id: 'person',
      type: 'person',
      label: said('Henkilö', 'Person', 'Person'),
      sql: sql`coalesce(quote_request.person_id, quote_request.contact_person_id)`,
    },
    {
      id: 'state',
      type: 'choice',
      label: said('Tila', 'Status', 'State'),
      ...{ filled: true, choices: states, sql: of('state') },
    },
    {
      id: 'answerBy',
      type: 'day',
      label: said('Vastattava viimeistään', 'Svar senast', 'Answer by'),
      ...{ field, indexed: true, sql: waitsUntil, edit: changed('answerBy') },
    },
    {
      id: 'urgency',
      type: 'choice',
      label: said('Vastausaika', 'Svarstid', 'Time to answer'),
      ...{ field, choices: urgencies },
      sql: sql`case when quote_request.state <> 'open' or quote_request.answer_by is null then null
        when quote_request.answer_by < ${today} then 'late' when quote_request.answer_by = ${today} then 'today' else 'coming' end`,
    },
    {
      id: 'wantedOn',
      type: 'day',
      label: said('Toivottu toimituspäivä', 'Önskad leveransdag', 'Wished delivery'),
      ...{ field, sql: of('wanted_on') },
    },
    {
      id: 'buyerReference',
      type: 'text',
      label: said('Asiakkaan viite', 'Kundens referens', 'Customer’s reference'),
      ...{ field, sql: of('buyer_reference') },
    },
    {
      id: 'owner',
      type: 'staff',
      label: said('Kuka vastaa', 'Besvaras av', 'Answered by'),
      ...{ filled: true, sql: of('owner'), edit: changed('owner') },
    },
    {
      id: 'source',
      type: 'choice',
      label: said('Lähde', 'Källa', 'Source'),
      ...{ field, filled: true, choices: 'sources', sql: of('source') },
    },
    {
      id: 'settledOn',
      type: 'day',
      label: said('Suljettu', 'Avslutad', 'Closed'),
      sql: of('settled_on'),
    },
    {
      id: 'groupCompany',
      type: 'choice',
      label: said('Konserniyhtiö', 'Koncernbolag', 'Group company'),
      ...{ filled: true, choices: 'group-companies', sql: of('group_company') },
    },
    {
      id: 'enteredAt',
      type: 'instant',
      label: said('Kirjattu', 'Antecknad', 'Noted'),
      ...{ filled: true, sql: of('entered_at') },
    },
  ],
}
