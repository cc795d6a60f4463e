import { type RawBuilder, sql } from 'kysely'
import type { Choice, ListDefinition } from '#lists'

type Sql = RawBuilder<unknown>
const field = 'com.enquiries'

const directions: readonly Choice[] = [
  { id: 'in', label: { fi: 'Saapunut', sv: 'Inkommet', en: 'Received' } },
  { id: 'out', label: { fi: 'Lähtevä', sv: 'Utgående', en: 'Outgoing' } },
]
const states: readonly Choice[] = [
  { id: 'unsure', label: { fi: 'Ei varmuutta lähdöstä', sv: 'Osäkert om det gick', en: 'Unsure' }, tone: 'bad' },
  { id: 'failed', label: { fi: 'Ei lähtenyt', sv: 'Gick inte i väg', en: 'Did not leave' }, tone: 'bad' },
  { id: 'sending', label: { fi: 'Lähtee', sv: 'Skickas', en: 'Being sent' }, tone: 'wait' },
  { id: 'received', label: { fi: 'Saapunut', sv: 'Inkommet', en: 'Received' } },
  { id: 'sent', label: { fi: 'Lähetetty', sv: 'Skickat', en: 'Sent' }, tone: 'good' },
]

// Subjects and words lie in tables of their own, whose row policies ask what the mailbox shares with whoever reads: a colleague beyond that
// finds no row there, and so has nothing to show, to sort by, to filter by or to export.
const subjectOf = (test: (value: Sql) => Sql) =>
  sql`exists (select from register.message_subject said where said.message_id = message.id and ${test(sql.ref('said.subject'))})`
const wordsOf = (test: (value: Sql) => Sql) =>
  sql`exists (select from register.message_body body where body.message_id = message.id and ${test(sql.ref('body.text'))})`
const withOne = (column: 'person_id' | 'organisation_id') => ({
  several: true,
  sql: sql`array(select distinct ${sql.ref(`one.${column}`)} from register.message_person one
    where one.message_id = message.id and ${sql.ref(`one.${column}`)} is not null)`,
  within: (test: (value: Sql) => Sql) =>
    sql`exists (select from register.message_person one where one.message_id = message.id and ${test(sql.ref(`one.${column}`))})`,
})

/** Every message with people of the register, one by one, each as far as its mailbox shares it. */
export const messagesList: ListDefinition = {
  name: 'messages',
  title: { fi: 'Sähköpostiviestit', sv: 'E-postmeddelanden', en: 'E-mail messages' },
  table: 'register.message',
  field,
  byName: true,
  opens: '/messages/$id',
  shown: ['subject', 'at', 'direction', 'people', 'companies', 'mailbox', 'state'],
  sort: '-at',
  quick: ['direction', 'state'],
  person: sql`(select one.person_id from register.message_person one
    where one.message_id = message.id and one.person_id is not null order by one.id limit 1)`,
  columns: [
    {
      ...{ id: 'at', type: 'instant', filled: true, indexed: true, sql: sql.ref('message.at') },
      label: { fi: 'Aika', sv: 'Tid', en: 'Time' },
    },
    {
      ...{ id: 'direction', type: 'choice', filled: true, choices: directions, sql: sql.ref('message.direction') },
      label: { fi: 'Suunta', sv: 'Riktning', en: 'Direction' },
    },
    {
      ...{ id: 'subject', type: 'text', field, within: subjectOf },
      label: { fi: 'Aihe', sv: 'Ämne', en: 'Subject' },
      sql: sql`(select said.subject from register.message_subject said where said.message_id = message.id)`,
    },
    {
      ...{ id: 'people', type: 'person', field: 'person.name', ...withOne('person_id') },
      label: { fi: 'Henkilöt', sv: 'Personer', en: 'People' },
    },
    {
      ...{ id: 'companies', type: 'company', field: 'org.name', ...withOne('organisation_id') },
      label: { fi: 'Yritykset', sv: 'Företag', en: 'Companies' },
    },
    {
      ...{ id: 'mailbox', type: 'text', groupable: true, sortable: true },
      label: { fi: 'Postilaatikko', sv: 'Brevlåda', en: 'Mailbox' },
      sql: sql`(select box.name from register.mailbox box where box.id = message.mailbox_id)`,
    },
    {
      ...{ id: 'state', type: 'choice', filled: true, choices: states, sql: sql.ref('message.state') },
      label: { fi: 'Tila', sv: 'Status', en: 'State' },
    },
    {
      ...{ id: 'sentBy', type: 'staff', sql: sql.ref('message.sent_by') },
      label: { fi: 'Kirjoittaja', sv: 'Skriven av', en: 'Written by' },
    },
    {
      ...{ id: 'text', type: 'text', field, sortable: false, within: wordsOf },
      label: { fi: 'Teksti', sv: 'Text', en: 'Text' },
      sql: sql`(select left(body.text, 200) from register.message_body body where body.message_id = message.id)`,
    },
    {
      ...{ id: 'isAutomatic', type: 'boolean', filled: true, sql: sql.ref('message.is_automatic') },
      label: { fi: 'Automaattinen', sv: 'Automatiskt', en: 'Automatic' },
    },
    {
      ...{ id: 'settledAt', type: 'instant', sql: sql.ref('message.settled_at') },
      label: { fi: 'Kuitattu', sv: 'Kvitterat', en: 'Settled' },
    },
    {
      ...{ id: 'bytes', type: 'number', filled: true, sql: sql.ref('message.bytes') },
      label: { fi: 'Koko (tavua)', sv: 'Storlek (byte)', en: 'Size (bytes)' },
    },
  ],
}
