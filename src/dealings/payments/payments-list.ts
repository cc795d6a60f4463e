import { sql } from 'kysely'
import type { Choice, ListDefinition } from '#lists'

const field = 'com.invoicing'
const of = (column: string) => sql.ref(`payment.${column}`)

const words = { index: 'register.payment_words', joined: true } // of the payer and the reference

const ways: readonly Choice[] = [
  { id: 'bank', label: { fi: 'Pankki', sv: 'Bank', en: 'Bank' } },
  { id: 'hand', label: { fi: 'Käsin kirjattu', sv: 'För hand', en: 'By hand' } },
  { id: 'refund', label: { fi: 'Palautus', sv: 'Återbetalning', en: 'Refund' } },
  { id: 'credit', label: { fi: 'Hyvitys', sv: 'Kreditering', en: 'Credit' } },
]

/** Every payment, the newest first; what is left shows which wait for a person. */
export const paymentsList: ListDefinition = {
  name: 'payments',
  title: { fi: 'Maksut', sv: 'Betalningar', en: 'Payments' },
  table: 'register.payment',
  field,
  opens: '/payments/$id',
  shown: ['payer', 'paidOn', 'amount', 'left', 'way', 'reference'],
  sort: '-paidOn',
  quick: ['paidOn', 'way', 'groupCompany'],
  person: of('person_id'),
  search: {
    in: [
      { words, holds: (test) => test(sql`coalesce(payment.payer_name, '') || ' ' || coalesce(payment.reference, '')`) },
    ],
  },
  columns: [
    {
      id: 'payer',
      type: 'text',
      label: { fi: 'Maksaja', sv: 'Betalare', en: 'Payer' },
      ...{ field, filled: true },
      sql: sql`coalesce(payment.payer_name, (select invoice.debtor_name from register.payment_allocation part
        join register.invoice on invoice.id = part.invoice_id where part.payment_id = payment.id limit 1), '–')`,
    },
    {
      id: 'paidOn',
      type: 'day',
      label: { fi: 'Maksettu', sv: 'Betald', en: 'Paid on' },
      ...{ field, filled: true, indexed: true, sql: of('paid_on') },
    },
    {
      id: 'amount',
      type: 'money',
      label: { fi: 'Summa', sv: 'Belopp', en: 'Amount' },
      field,
      filled: true,
      sql: of('amount_cents'),
    },
    {
      id: 'left',
      type: 'money',
      label: { fi: 'Kohdistamatta', sv: 'Ej allokerat', en: 'Not allocated' },
      ...{ field, filled: true, sql: of('left_cents') },
    },
    {
      id: 'way',
      type: 'choice',
      label: { fi: 'Tapa', sv: 'Sätt', en: 'Way' },
      ...{ filled: true, choices: ways, sql: of('way') },
    },
    {
      id: 'reference',
      type: 'text',
      label: { fi: 'Viite', sv: 'Referens', en: 'Reference' },
      ...{ field, sql: of('reference'), words },
    },
    {
      id: 'message',
      type: 'text',
      label: { fi: 'Viesti', sv: 'Meddelande', en: 'Message' },
      field,
      sql: of('message'),
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
  ],
}
