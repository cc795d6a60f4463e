import { sql } from 'kysely'
import type { Choice, ListColumn, ListDefinition } from '#lists'
import type { Resolution } from './complaint.ts'
import { productName } from './products/products-list.ts'

type Said = Choice['label']
const said = (fi: string, sv: string, en: string): Said => ({ fi, sv, en })
const today = sql`(seloste.at() at time zone 'Europe/Helsinki')::date`

const resolutions: Record<Resolution, Said> = {
  repaired: said('Korjattu', 'Reparerad', 'Repaired'),
  replaced: said('Vaihdettu uuteen', 'Utbytt', 'Replaced'),
  credited: said('Hyvitetty', 'Krediterad', 'Credited'),
  'price-cut': said('Hinnanalennus', 'Prisavdrag', 'Price reduced'),
  explained: said('Selvitetty asiakkaan kanssa', 'Utredd med kunden', 'Explained to the customer'),
  refused: said('Ei aihetta', 'Ogrundad', 'No ground'),
}

/** What both lists say of a row: whose it is, and which product it concerns. */
function columnsOf(name: 'complaint' | 'warranty', field: string) {
  const of = (column: string) => sql.ref(`${name}.${column}`)
  const shared: ListColumn[] = [
    {
      id: 'product',
      type: 'text',
      label: said('Tuote', 'Produkt', 'Product'),
      ...{ field, groupable: true },
      sql: (language) =>
        sql`(select ${productName(language, 'what')} from register.product what where what.id = ${of('product_id')})`,
    },
    { id: 'company', type: 'company', label: said('Yritys', 'Företag', 'Company'), sql: of('organisation_id') },
    { id: 'person', type: 'person', label: said('Henkilö', 'Person', 'Person'), sql: of('person_id') },
    { id: 'enteredBy', type: 'staff', label: said('Kirjasi', 'Antecknad av', 'Entered by'), sql: of('entered_by') },
  ]
  return { of, shared }
}

const complaint = columnsOf('complaint', 'com.complaints')
const complaintWords = { index: 'register.complaint_words' }
const warrantyWords = { index: 'register.warranty_words', joined: true }
const warranty = columnsOf('warranty', 'com.warranty')

/** Every complaint that the duty reads. */
const complaintsList: ListDefinition = {
  name: 'complaints',
  title: said('Reklamaatiot', 'Reklamationer', 'Complaints'),
  table: 'register.complaint',
  field: 'com.complaints',
  opens: '/complaints/$id',
  shown: ['text', 'state', 'openedOn', 'product', 'company', 'resolution'],
  sort: '-openedOn',
  quick: ['state', 'resolution'],
  person: complaint.of('person_id'),
  search: { in: [{ words: complaintWords, holds: (test) => test(complaint.of('text')) }] },
  columns: [
    {
      id: 'text',
      type: 'text',
      label: said('Mitä asiakas kertoi', 'Vad kunden berättade', 'What the customer said'),
      ...{ field: 'com.complaints', filled: true, sql: complaint.of('text'), words: complaintWords },
    },
    {
      id: 'state',
      type: 'choice',
      label: said('Tila', 'Status', 'State'),
      ...{ field: 'com.complaints', filled: true },
      choices: [
        { id: 'open', label: said('Avoin', 'Öppen', 'Open'), tone: 'wait' },
        { id: 'taken', label: said('Työn alla', 'Under arbete', 'In work'), tone: 'wait' },
        { id: 'closed', label: said('Käsitelty', 'Avslutad', 'Dealt with'), tone: 'calm' },
      ],
      sql: sql`case when complaint.closed_on is not null then 'closed' when complaint.taken_on is not null then 'taken' else 'open' end`,
    },
    {
      id: 'openedOn',
      type: 'day',
      label: said('Kirjattu', 'Antecknad', 'Written down'),
      ...{ field: 'com.complaints', filled: true, indexed: true, sql: complaint.of('opened_on') },
    },
    {
      id: 'closedOn',
      type: 'day',
      label: said('Käsitelty', 'Avslutad', 'Dealt with on'),
      ...{ field: 'com.complaints', sql: complaint.of('closed_on') },
    },
    {
      id: 'resolution',
      type: 'choice',
      label: said('Ratkaisu', 'Lösning', 'Resolution'),
      field: 'com.complaints',
      choices: Object.entries(resolutions).map(([id, label]) => ({ id, label })),
      sql: complaint.of('resolution'),
    },
    ...complaint.shared,
  ],
}

/** Every warranty that the duty reads. */
const warrantiesList: ListDefinition = {
  name: 'warranties',
  title: said('Takuut', 'Garantier', 'Warranties'),
  table: 'register.warranty',
  field: 'com.warranty',
  opens: '/warranties/$id',
  shown: ['item', 'state', 'startsOn', 'endsOn', 'product', 'company'],
  sort: '-endsOn',
  quick: ['state'],
  person: warranty.of('person_id'),
  search: {
    in: [
      {
        words: warrantyWords,
        holds: (test) => test(sql`coalesce(warranty.item, '') || ' ' || coalesce(warranty.serial, '')`),
      },
    ],
  },
  columns: [
    {
      id: 'item',
      type: 'text',
      label: said('Mitä takuu koskee', 'Vad garantin gäller', 'What it covers'),
      ...{ field: 'com.warranty', filled: true, sql: warranty.of('item'), words: warrantyWords },
    },
    {
      id: 'serial',
      type: 'text',
      label: said('Sarjanumero', 'Serienummer', 'Serial number'),
      ...{ field: 'com.warranty', sql: warranty.of('serial'), words: warrantyWords },
    },
    {
      id: 'state',
      type: 'choice',
      label: said('Tila', 'Status', 'State'),
      ...{ field: 'com.warranty', filled: true },
      choices: [
        { id: 'running', label: said('Voimassa', 'I kraft', 'In force'), tone: 'good' },
        { id: 'claims', label: said('Vaatimusaika', 'Tid för krav', 'Claims may come'), tone: 'wait' },
        { id: 'over', label: said('Päättynyt', 'Upphört', 'Ended'), tone: 'calm' },
      ],
      sql: sql`case when warranty.ends_on >= ${today} then 'running' when warranty.claim_until >= ${today} then 'claims' else 'over' end`,
    },
    {
      id: 'startsOn',
      type: 'day',
      label: said('Alkaa', 'Börjar', 'Begins'),
      ...{ field: 'com.warranty', filled: true, sql: warranty.of('starts_on') },
    },
    {
      id: 'endsOn',
      type: 'day',
      label: said('Päättyy', 'Upphör', 'Ends'),
      ...{ field: 'com.warranty', filled: true, indexed: true, sql: warranty.of('ends_on') },
    },
    ...warranty.shared,
  ],
}

/** The lists of what comes after a sale. */
export const afterSalesLists: readonly ListDefinition[] = [complaintsList, warrantiesList]
