import { sql } from 'kysely'
import type { ColumnEdit, ListColumn, ListDefinition } from '#lists'
import { Refusal } from '#platform/refusal'
import { correctOrganisation } from '../correct-organisation.ts'
import { inForce } from '../in-force.ts'
import { displayPhone } from '../phone-number.ts'
import { changeRelationship } from '../relationships.ts'
import { organisationForms, relationshipStates } from './register-choices.ts'

const id = sql.ref('organisation.id')
const enquiriesOpen = sql`register.enquiry open where open.organisation_id = ${id} and open.state <> 'closed'`

const corrected = (field: string): ColumnEdit => ({
  field,
  source: true,
  change: (act, running, { id, revision, value, source }) =>
    correctOrganisation(act as never, inForce(running as never), {
      ...source,
      id,
      revision,
      values: { [field]: value },
    }),
})

// Several group companies may have a relationship with the same organisation, each with its own state and owner.
function ofRelationships(column: string): Pick<ListColumn, 'several' | 'sql' | 'within'> {
  const value = sql.ref(`tie.${column}`)
  return {
    several: true,
    sql: sql`array(select distinct ${value} from register.relationship tie where tie.organisation_id = ${id} and ${value} is not null)`,
    within: (test) =>
      sql`exists (select from register.relationship tie where tie.organisation_id = ${id} and ${test(value)})`,
  }
}

const only = (column: string) => sql`(select case when count(*) = 1 then min(tie.${sql.ref(column)}) end
  from register.relationship tie where tie.organisation_id = ${id})`

/** Every organisation that the duty reaches. */
export const companiesList: ListDefinition = {
  name: 'companies',
  title: { fi: 'Yritykset', sv: 'Företag', en: 'Companies' },
  table: 'register.organisation',
  field: ['org.name', 'org.businessId', 'org.addresses', 'org.phone', 'org.email', 'com.paymentTerms'],
  opens: '/companies/$id',
  shown: ['org.name', 'state', 'org.businessId', 'groupCompany', 'openEnquiries', 'changedAt'],
  sort: 'org.name',
  quick: ['state', 'groupCompany', 'owner'],
  subject: 'organisation',
  // S5.2: a company's data are nobody's personal data; a sole trader's are.
  person: sql.ref('organisation.person_id'),
  search: {
    in: [
      {
        ...{ words: { index: 'register.organisation_trigrams' }, field: 'org.name' },
        holds: (test) => test(sql.ref('organisation.name')),
      },
      {
        ...{ words: { index: 'register.organisation_email_words' }, field: 'org.email' },
        holds: (test) => test(sql.ref('organisation.email')),
      },
    ],
    also: (words) =>
      sql`${id} = any(array(select hit.id from seloste.search(${words}, 50) hit where hit.kind = 'company'))`,
  },
  editAdded: corrected,
  columns: [
    {
      ...{ id: 'org.name', type: 'text', field: 'org.name', filled: true, sql: sql.ref('organisation.name') },
      ...{ indexed: true, words: { index: 'register.organisation_trigrams' } },
    },
    {
      id: 'state',
      type: 'choice',
      label: { fi: 'Tila', sv: 'Status', en: 'State' },
      choices: relationshipStates,
      ...ofRelationships('state'),
    },
    {
      ...{ id: 'org.businessId', type: 'text', field: 'org.businessId', sql: sql.ref('organisation.business_id') },
      ...{ indexed: true, words: { index: 'register.organisation_number_words' } },
    },
    {
      id: 'groupCompany',
      type: 'choice',
      label: { fi: 'Konserniyhtiö', sv: 'Koncernbolag', en: 'Group company' },
      choices: 'group-companies',
      ...ofRelationships('group_company'),
    },
    {
      id: 'owner',
      type: 'staff',
      label: { fi: 'Vastuuhenkilö', sv: 'Ansvarig', en: 'Owner' },
      ...ofRelationships('owner'),
      edit: {
        field: 'org.name',
        before: { value: only('owner'), revision: only('revision') },
        change: async (act, running, { id, revision, value }) => {
          const { db } = act as unknown as Parameters<typeof changeRelationship>[0]
          const ties = await db
            .selectFrom('register.relationship')
            .select('id')
            .where('organisation_id', '=', id)
            .execute()
          if (ties.length !== 1) throw new Refusal('RELATIONSHIPS_SEVERAL', 409, { clause: 'S4.4' })
          const change = { id: ties[0]?.id ?? '', revision, owner: value as string | null }
          await changeRelationship(act as never, inForce(running as never), change)
        },
      },
    },
    {
      ...{
        id: 'org.phone',
        type: 'text',
        field: 'org.phone',
        sql: sql.ref('organisation.phone'),
        written: displayPhone,
      },
      words: { index: 'register.organisation_phone_words' },
    },
    {
      ...{ id: 'org.email', type: 'text', field: 'org.email', sql: sql.ref('organisation.email') },
      words: { index: 'register.organisation_email_words' },
    },
    {
      id: 'city',
      type: 'text',
      label: { fi: 'Postitoimipaikka', sv: 'Postort', en: 'Town' },
      field: 'org.addresses',
      sql: sql`(select place.city from register.organisation_address place where place.organisation_id = ${id} order by place.id limit 1)`,
      within: (test) =>
        sql`exists (select from register.organisation_address place where place.organisation_id = ${id} and ${test(sql.ref('place.city'))})`,
      words: { index: 'register.organisation_address_words', row: 'organisation_id' },
      groupable: true,
    },
    {
      id: 'com.paymentTerms',
      type: 'text',
      field: 'com.paymentTerms',
      // Said of the organisation, they are those of its first relationship.
      sql: sql`(select tie.payment_terms from register.relationship tie where tie.organisation_id = ${id} order by tie.started_at limit 1)`,
      groupable: true,
      edit: corrected('com.paymentTerms'),
    },
    {
      id: 'form',
      type: 'choice',
      label: { fi: 'Muoto', sv: 'Form', en: 'Form' },
      filled: true,
      choices: organisationForms,
      sql: sql.ref('organisation.form'),
    },
    {
      id: 'openEnquiries',
      type: 'number',
      label: { fi: 'Avoimia yhteydenottoja', sv: 'Öppna förfrågningar', en: 'Open enquiries' },
      field: 'com.enquiries',
      sql: sql`(select nullif(count(*), 0) from ${enquiriesOpen})`,
      sortable: false,
    },
    {
      id: 'createdAt',
      type: 'instant',
      label: { fi: 'Lisätty', sv: 'Tillagd', en: 'Added' },
      ...{ filled: true, indexed: true },
      sql: sql.ref('organisation.created_at'),
    },
    {
      id: 'changedAt',
      type: 'instant',
      label: { fi: 'Muutettu', sv: 'Ändrad', en: 'Changed' },
      ...{ filled: true, indexed: true },
      sql: sql.ref('organisation.changed_at'),
    },
  ],
}
