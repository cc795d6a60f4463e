import { sql } from 'kysely'
import type { Choice, ListDefinition } from '#lists'

const field = 'com.invoicing'
const of = (column: string) => sql.ref(`invoice.${column}`)
const today = sql`(seloste.at() at time zone 'Europe/Helsinki')::date`

const words = { index: 'register.invoice_words', joined: true } // of the debtor, the number and the reference

const standings: readonly Choice[] = [
  { id: 'draft', label: { fi: 'Luonnos', sv: 'Utkast', en: 'Draft' }, tone: 'calm' },
  { id: 'open', label: { fi: 'Avoin', sv: 'Öppen', en: 'Open' }, tone: 'wait' },
  { id: 'overdue', label: { fi: 'Myöhässä', sv: 'Försenad', en: 'Overdue' }, tone: 'bad' },
  { id: 'collection', label: { fi: 'Perinnässä', sv: 'Indrivning', en: 'In collection' }, tone: 'bad' },
  { id: 'to-refund', label: { fi: 'Palautettavaa', sv: 'Att återbetala', en: 'To refund' }, tone: 'wait' },
  { id: 'paid', label: { fi: 'Maksettu', sv: 'Betald', en: 'Paid' }, tone: 'good' },
  { id: 'credited', label: { fi: 'Hyvitetty', sv: 'Krediterad', en: 'Credited' }, tone: 'calm' },
]
const kinds: readonly Choice[] = [
  { id: 'invoice', label: { fi: 'Lasku', sv: 'Faktura', en: 'Invoice' } },
  { id: 'credit-note', label: { fi: 'Hyvityslasku', sv: 'Kreditnota', en: 'Credit note' } },
]

/** Every invoice and credit note that the duty reads. */
export const invoicesList: ListDefinition = {
  name: 'invoices',
  title: { fi: 'Laskut', sv: 'Fakturor', en: 'Invoices' },
  table: 'register.invoice',
  field,
  opens: '/invoices/$id',
  shown: ['debtor', 'number', 'standing', 'dueOn', 'open', 'amount', 'issuedOn'],
  sort: '-issuedOn',
  quick: ['standing', 'dueOn', 'groupCompany'],
  person: of('person_id'),
  search: {
    in: [
      {
        words,
        holds: (test) =>
          test(
            sql`coalesce(invoice.debtor_name, '') || ' ' || coalesce(invoice.number, '') || ' ' || coalesce(invoice.reference, '')`,
          ),
      },
    ],
  },
  columns: [
    {
      id: 'debtor',
      type: 'text',
      label: { fi: 'Maksaja', sv: 'Betalare', en: 'Debtor' },
      ...{ field, filled: true, groupable: true, names: true, sql: of('debtor_name'), words },
    },
    {
      ...{ id: 'number', type: 'text', label: { fi: 'Numero', sv: 'Nummer', en: 'Number' }, field },
      ...{ indexed: true, sql: of('number'), words },
    },
    {
      id: 'standing',
      type: 'choice',
      label: { fi: 'Tila', sv: 'Status', en: 'State' },
      ...{ field, filled: true, choices: standings },
      sql: sql`case when invoice.kind = 'invoice' and invoice.open_cents < 0 then 'to-refund'
        when invoice.status = 'open' and invoice.due_on < ${today} then 'overdue' else invoice.status end`,
    },
    {
      id: 'kind',
      type: 'choice',
      label: { fi: 'Laji', sv: 'Typ', en: 'Kind' },
      ...{ filled: true, choices: kinds, sql: of('kind') },
    },
    {
      id: 'issuedOn',
      type: 'day',
      label: { fi: 'Laskun päivä', sv: 'Fakturadatum', en: 'Invoice date' },
      ...{ field, indexed: true, sql: of('issued_on') },
    },
    {
      id: 'dueOn',
      type: 'day',
      label: { fi: 'Eräpäivä', sv: 'Förfallodag', en: 'Due date' },
      ...{ field, indexed: true, sql: of('due_on') },
    },
    { id: 'amount', type: 'money', label: { fi: 'Summa', sv: 'Belopp', en: 'Amount' }, field, sql: of('amount_cents') },
    { id: 'net', type: 'money', label: { fi: 'Veroton', sv: 'Utan moms', en: 'Net' }, field, sql: of('net_cents') },
    { id: 'vat', type: 'money', label: { fi: 'Arvonlisävero', sv: 'Moms', en: 'VAT' }, field, sql: of('vat_cents') },
    { id: 'open', type: 'money', label: { fi: 'Avoinna', sv: 'Öppet', en: 'Open' }, field, sql: of('open_cents') },
    {
      id: 'settledOn',
      type: 'day',
      label: { fi: 'Suoritettu', sv: 'Reglerad', en: 'Settled on' },
      ...{ field, sql: of('settled_on') },
    },
    {
      id: 'reference',
      type: 'text',
      label: { fi: 'Viitenumero', sv: 'Referensnummer', en: 'Reference number' },
      ...{ field, sql: of('reference'), words },
    },
    {
      id: 'groupCompany',
      type: 'choice',
      label: { fi: 'Konserniyhtiö', sv: 'Koncernbolag', en: 'Group company' },
      ...{ filled: true, groupable: true, choices: 'group-companies', sql: of('group_company') },
    },
    {
      id: 'company',
      type: 'company',
      label: { fi: 'Yritys', sv: 'Företag', en: 'Company' },
      sql: of('organisation_id'),
    },
    { id: 'person', type: 'person', label: { fi: 'Henkilö', sv: 'Person', en: 'Person' }, sql: of('person_id') },
    {
      id: 'enteredBy',
      type: 'staff',
      label: { fi: 'Kirjasi', sv: 'Antecknad av', en: 'Entered by' },
      sql: of('entered_by'),
    },
  ],
}
