import { sql } from 'kysely'
import type { ColumnEdit, ListDefinition } from '#lists'
import { correctPerson } from '../correct-person.ts'
import { inForce } from '../in-force.ts'
import { displayPhone } from '../phone-number.ts'
import type { PersonKind } from '../tables.ts'
import { noticeStates, personKinds } from './register-choices.ts'

const id = sql.ref('person.id')
const today = sql`(seloste.at() at time zone 'Europe/Helsinki')::date`
const state = sql`case when note.state in ('queued', 'failed') and note.due_on < ${today} then 'overdue'
  when note.state = 'sent' then 'delivered' when note.state = 'exempt' then 'not-needed' else note.state end`
const job = sql`(select link.job_role from register.affiliation link where link.person_id = ${id} and link.left_on is null
  order by link.since desc, link.id limit 1)`

const nameWords = { index: 'register.person_words', joined: true }
const emailWords = { index: 'register.person_email_words', row: 'person_id' }

const corrected = (field: string): ColumnEdit => ({
  field,
  source: true,
  change: (act, running, { id, revision, value, source }) =>
    correctPerson(act as never, inForce(running as never), { ...source, id, revision, values: { [field]: value } }),
})

/** Everybody whom the duty reaches. */
export const peopleList: ListDefinition = {
  name: 'people',
  title: { fi: 'Henkilöt', sv: 'Personer', en: 'People' },
  table: 'register.person',
  field: ['person.name', 'person.jobRole', 'person.email', 'person.phone', 'person.address'],
  opens: '/people/$id',
  shown: ['person.name', 'company', 'person.email', 'person.phone', 'notice'],
  sort: 'person.name',
  quick: ['kind', 'notice'],
  subject: 'person',
  person: id,
  search: {
    in: [
      {
        words: nameWords,
        field: 'person.name',
        holds: (test) => test(sql`person.family_name || ' ' || person.given_name`),
      },
      {
        ...{ words: emailWords, field: 'person.email' },
        // Asked of one row at a time: beside `or`, `exists` would fold every address there is.
        holds: (test) => sql`coalesce((select true from register.person_email mail
          where mail.person_id = ${id} and ${test(sql.ref('mail.address'))} limit 1), false)`,
      },
    ],
    also: (words) =>
      sql`${id} = any(array(select hit.id from seloste.search(${words}, 50) hit where hit.kind = 'person'))`,
  },
  editAdded: corrected,
  columns: [
    {
      id: 'person.name',
      type: 'text',
      field: 'person.name',
      filled: true,
      sql: sql`btrim(person.family_name || ' ' || person.given_name)`,
      order: [sql.ref('person.family_name'), sql.ref('person.given_name')],
      ...{ indexed: true, words: nameWords },
    },
    {
      id: 'company',
      type: 'company',
      several: true,
      label: { fi: 'Yritys', sv: 'Företag', en: 'Company' },
      field: 'org.name',
      sql: sql`array(select link.organisation_id from register.affiliation link
        where link.person_id = ${id} and link.left_on is null order by link.since desc, link.id)`,
      within: (test) => sql`exists (select from register.affiliation link
        where link.person_id = ${id} and link.left_on is null and ${test(sql.ref('link.organisation_id'))})`,
    },
    {
      id: 'person.jobRole',
      type: 'text',
      field: 'person.jobRole',
      sql: job,
      within: (test) => sql`exists (select from register.affiliation link
        where link.person_id = ${id} and link.left_on is null and ${test(sql.ref('link.job_role'))})`,
      words: { index: 'register.affiliation_words', row: 'person_id' },
      edit: corrected('person.jobRole'),
    },
    {
      id: 'person.email',
      type: 'text',
      field: 'person.email',
      sql: sql`(select mail.address from register.person_email mail where mail.person_id = ${id} and mail.is_primary)`,
      within: (test) =>
        sql`exists (select from register.person_email mail where mail.person_id = ${id} and ${test(sql.ref('mail.address'))})`,
      words: emailWords,
    },
    {
      id: 'person.phone',
      type: 'text',
      field: 'person.phone',
      written: displayPhone,
      sql: sql`(select call.number from register.person_phone call where call.person_id = ${id} and call.is_primary)`,
      within: (test) => sql`exists (select from register.person_phone call
        where call.person_id = ${id} and (${test(sql.ref('call.number'))} or ${test(sql.ref('call.typed'))}))`,
      words: { index: 'register.person_phone_words', row: 'person_id', joined: true },
    },
    {
      id: 'city',
      type: 'text',
      label: { fi: 'Postitoimipaikka', sv: 'Postort', en: 'Town' },
      field: 'person.address',
      sql: sql`(select place.city from register.person_address place where place.person_id = ${id} order by place.id limit 1)`,
      within: (test) =>
        sql`exists (select from register.person_address place where place.person_id = ${id} and ${test(sql.ref('place.city'))})`,
      words: { index: 'register.person_address_words', row: 'person_id' },
      groupable: true,
    },
    {
      id: 'kind',
      type: 'choice',
      label: { fi: 'Laji', sv: 'Slag', en: 'Kind' },
      filled: true,
      choices: personKinds,
      sql: sql.ref('person.kind'),
      edit: {
        field: 'person.name',
        source: true,
        change: (act, running, { id, revision, value, source }) =>
          correctPerson(act as never, inForce(running as never), {
            ...source,
            ...{ id, revision, values: {}, kind: value as PersonKind },
          }),
      },
    },
    {
      id: 'notice',
      type: 'choice',
      label: { fi: 'Ilmoitus käsittelystä', sv: 'Information om behandlingen', en: 'Notice' },
      choices: noticeStates,
      // The most pressing of a person's notices.
      sql: sql`(select ${state} from register.notice note where note.person_id = ${id}
        order by note.state in ('queued', 'failed') desc, note.due_on nulls last limit 1)`,
      within: (test) => sql`exists (select from register.notice note where note.person_id = ${id} and ${test(state)})`,
      sortable: false,
    },
    {
      id: 'createdAt',
      type: 'instant',
      label: { fi: 'Lisätty', sv: 'Tillagd', en: 'Added' },
      ...{ filled: true, indexed: true },
      sql: sql.ref('person.created_at'),
    },
    {
      id: 'changedAt',
      type: 'instant',
      label: { fi: 'Muutettu', sv: 'Ändrad', en: 'Changed' },
      ...{ filled: true, indexed: true },
      sql: sql.ref('person.changed_at'),
    },
  ],
}
