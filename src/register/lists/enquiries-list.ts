import { sql } from 'kysely'
import type { ListDefinition } from '#lists'
import { moveEnquiry } from '../enquiries.ts'
import { inForce } from '../in-force.ts'
import { channels, enquiryStates } from './register-choices.ts'

/** What came to the house, from whom and by which way. */
export const enquiriesList: ListDefinition = {
  name: 'enquiries',
  title: { fi: 'Yhteydenotot', sv: 'Förfrågningar', en: 'Enquiries' },
  table: 'register.enquiry',
  field: ['com.enquiries', 'person.name', 'person.phone'],
  opens: '/enquiries/$id',
  shown: ['receivedAt', 'state', 'person', 'company', 'message', 'assignedTo'],
  sort: '-receivedAt',
  quick: ['state', 'source', 'assignedTo'],
  person: sql.ref('enquiry.person_id'),
  search: {
    in: [
      {
        ...{ words: { index: 'register.enquiry_words' }, field: 'com.enquiries' },
        holds: (test) => sql`coalesce(${test(sql.ref('enquiry.message'))}, false)`,
      },
    ],
  },
  columns: [
    {
      id: 'receivedAt',
      type: 'instant',
      label: { fi: 'Saapunut', sv: 'Inkommen', en: 'Received' },
      ...{ filled: true, indexed: true },
      sql: sql.ref('enquiry.received_at'),
    },
    {
      id: 'state',
      type: 'choice',
      label: { fi: 'Tila', sv: 'Status', en: 'State' },
      filled: true,
      choices: enquiryStates,
      sql: sql.ref('enquiry.state'),
    },
    {
      id: 'person',
      type: 'person',
      label: { fi: 'Henkilö', sv: 'Person', en: 'Person' },
      field: 'person.name',
      sql: sql.ref('enquiry.person_id'),
    },
    {
      id: 'company',
      type: 'company',
      label: { fi: 'Yritys', sv: 'Företag', en: 'Company' },
      field: 'org.name',
      sql: sql.ref('enquiry.organisation_id'),
    },
    {
      id: 'message',
      type: 'text',
      label: { fi: 'Viesti', sv: 'Meddelande', en: 'Message' },
      field: 'com.enquiries',
      sql: sql`left(enquiry.message, 300)`,
      within: (test) => sql`coalesce(${test(sql.ref('enquiry.message'))}, false)`,
      words: { index: 'register.enquiry_words' },
      sortable: false,
    },
    {
      id: 'channel',
      type: 'choice',
      label: { fi: 'Kanava', sv: 'Kanal', en: 'Channel' },
      filled: true,
      choices: channels,
      sql: sql.ref('enquiry.channel'),
    },
    {
      id: 'source',
      type: 'choice',
      // S6.2: what came as a request for a quote is told from the rest by its source.
      label: { fi: 'Lähde', sv: 'Källa', en: 'Source' },
      filled: true,
      choices: 'sources',
      sql: sql.ref('enquiry.source'),
    },
    {
      id: 'assignedTo',
      type: 'staff',
      label: { fi: 'Käsittelijä', sv: 'Handläggare', en: 'Assigned to' },
      sql: sql.ref('enquiry.assigned_to'),
      edit: {
        field: 'com.enquiries',
        change: (act, running, { id, revision, value }) =>
          moveEnquiry(act as never, inForce(running as never), {
            ...{ id, revision, event: 'assignment', to: value as string | null },
          }),
      },
    },
    {
      id: 'groupCompany',
      type: 'choice',
      label: { fi: 'Konserniyhtiö', sv: 'Koncernbolag', en: 'Group company' },
      filled: true,
      choices: 'group-companies',
      sql: sql.ref('enquiry.group_company'),
    },
    {
      id: 'answeredAt',
      type: 'instant',
      label: { fi: 'Vastattu', sv: 'Besvarad', en: 'Answered' },
      sql: sql.ref('enquiry.answered_at'),
    },
    {
      id: 'closedAt',
      type: 'instant',
      label: { fi: 'Käsitelty', sv: 'Behandlad', en: 'Closed' },
      sql: sql.ref('enquiry.closed_at'),
    },
  ],
}
