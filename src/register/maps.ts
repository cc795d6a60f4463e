import type { TableMap } from '#statement'

const seenWithPerson = 'exists (select from register.person seen where seen.id = person_id)'
const seenWithOrganisation = 'exists (select from register.organisation seen where seen.id = organisation_id)'
// Art. 18 GDPR: what is restricted stays, and is nobody's to use meanwhile.
const seenUnlessRestricted = `${seenWithPerson} and not seloste.is_masked(person_id)`
// Whoever's data are restricted and who writes is still answered.
const answerable = `(person_id is null or state not in ('answered', 'closed') or not seloste.is_masked(person_id))`
const addedToPerson = `${seenWithPerson} or seloste.is_new('register.person', person_id)`
const addedToOrganisation = `${seenWithOrganisation} or seloste.is_new('register.organisation', organisation_id)`
const open = 'closed_at is null'
const tookIntoBin = 'took_person and binned_by = seloste.acting()'

const address = ['care_of', 'street', 'house_number', 'stair', 'flat', 'po_box', 'postcode', 'city', 'country']
const proof = ['is_proven', 'has_answered', 'given_with', 'proof_digest', 'proof_until']
const said = ['field', 'value_id', 'source', 'note', 'by', 'recorded_at', 'obtained_at', 'as_of', 'verified_at']
const source = [...said, 'document_kind', 'document_id']
const aboutPerson = ['person.name', 'person.email', 'person.phone', 'person.address', 'person.jobRole']
const aboutOrganisation = ['org.name', 'org.businessId', 'org.addresses', 'org.phone', 'org.email', 'com.paymentTerms']

/** Desks that must reach what daily duties no longer see: only their own statement duty gives them columns to read. */
const keepers: TableMap['machines'] = {
  privacy: { select: ['id'], rows: 'true' },
  rights: { select: '*', update: '*', delete: true },
}
const children: TableMap['machines'] = { rights: { select: '*', update: '*', delete: true } }
const ends = ['last_activity_at', 'ended_at', 'closed_at']
const intake = { select: ['id'], insert: '*' as const }
const inBin = ['binned_at', 'binned_by']
const reopens = ['state', 'answered_at', 'closed_at', 'revision']

/** How the register's tables hold the declared fields, and who sees which rows. */
export const registerMaps: readonly TableMap[] = [
  {
    table: 'register.organisation',
    plain: ['id', 'form', 'person_id', 'parent_id', 'created_at', 'changed_at', 'closed_at', 'revision', ...inBin],
    carries: {
      'org.name': ['name'],
      'org.businessId': ['business_id', 'vat_registered'],
      'org.phone': ['phone', 'phone_typed'],
      'org.email': ['email', 'email_kind'],
    },
    opensWith: aboutOrganisation,
    opensTo: 'org.',
    rows: {
      all: open,
      own: `${open} and exists (select from seloste.organisations_reached_own mine where mine.id = organisation.id)`,
      team: `${open} and exists (select from seloste.organisations_reached_team mine where mine.id = organisation.id)`,
      'group-company': `${open} and seloste.organisation_of_my_company(id)`,
    },
    machines: {
      ...keepers,
      retention: { select: ['id', 'closed_at', ...inBin], delete: true },
      matching: { select: ['id', 'name', 'business_id', 'person_id', 'closed_at'] },
    },
  },
  {
    table: 'register.organisation_address',
    plain: ['id', 'organisation_id', 'kind', 'added_at'],
    carries: { 'org.addresses': address },
    rows: { all: seenWithOrganisation },
    adds: addedToOrganisation,
    deletable: true,
    machines: { ...children, matching: { select: ['organisation_id', ...address] } },
  },
  {
    table: 'register.organisation_source',
    plain: ['organisation_id', ...source],
    carries: {},
    opensWith: aboutOrganisation,
    opensTo: 'org.',
    rows: { all: `seloste.sees_field(field) and ${seenWithOrganisation}` },
    adds: `seloste.sees_field(field) and (${addedToOrganisation})`,
    deletable: true,
    machines: children,
  },
  {
    table: 'register.person',
    plain: ['id', 'kind', 'created_at', 'changed_at', 'closed_at', ...inBin, 'revision'],
    carries: { 'person.name': ['given_name', 'family_name'] },
    opensWith: aboutPerson,
    opensTo: 'person.',
    rows: {
      all: open,
      own: `${open} and exists (select from seloste.people_reached_own mine where mine.id = person.id)`,
      team: `${open} and exists (select from seloste.people_reached_team mine where mine.id = person.id)`,
      'group-company': `${open} and seloste.person_of_my_company(id)`,
    },
    machines: {
      ...keepers,
      intake,
      retention: { select: ['id', 'closed_at', 'binned_at'], delete: true },
      matching: { select: ['id', 'given_name', 'family_name'] },
    },
  },
  {
    table: 'register.person_email',
    plain: ['id', 'person_id', 'is_primary', 'added_at', ...proof],
    carries: { 'person.email': ['address', 'kind'] },
    rows: { all: seenUnlessRestricted },
    adds: addedToPerson,
    deletable: true,
    machines: {
      ...children,
      intake,
      matching: { select: ['person_id', 'address', 'is_proven'] },
      // S6.3: what goes out by itself finds no address that nobody has proven.
      messenger: { select: ['id', 'person_id', 'address', 'is_primary', 'is_proven'], rows: 'is_proven' },
    },
  },
  {
    table: 'register.person_phone',
    plain: ['id', 'person_id', 'is_primary', 'added_at'],
    carries: { 'person.phone': ['number', 'typed', 'kind'] },
    rows: { all: seenUnlessRestricted },
    adds: addedToPerson,
    deletable: true,
    machines: { ...children, intake, matching: { select: ['person_id', 'number'] } },
  },
  {
    table: 'register.person_address',
    plain: ['id', 'person_id', 'kind', 'added_at'],
    carries: { 'person.address': address },
    rows: { all: seenUnlessRestricted },
    adds: addedToPerson,
    deletable: true,
    machines: { ...children, matching: { select: ['person_id', ...address] } },
  },
  {
    table: 'register.person_source',
    plain: ['person_id', ...source],
    carries: {},
    opensWith: aboutPerson,
    opensTo: 'person.',
    rows: { all: `seloste.sees_field(field) and ${seenWithPerson}` },
    adds: `seloste.sees_field(field) and (${addedToPerson})`,
    deletable: true,
    machines: { ...children, intake: { insert: '*' } },
  },
  {
    table: 'register.affiliation',
    plain: ['id', 'person_id', 'organisation_id', 'since', 'left_on'],
    carries: { 'person.jobRole': ['job_role'] },
    opensWith: aboutPerson,
    rows: { all: seenWithPerson },
    adds: addedToPerson,
    machines: {
      ...children,
      matching: { select: ['person_id', 'organisation_id'] },
      retention: { select: ['id', 'person_id', 'organisation_id', 'left_on'], delete: true },
    },
  },
  {
    table: 'register.relationship',
    plain: [
      ...['id', 'organisation_id', 'person_id', 'group_company', 'state', 'owner', 'team', 'started_at'],
      ...['last_activity_at', 'ended_at', 'end_reason', 'closed_at', 'revision', 'moves'],
    ],
    carries: { 'com.paymentTerms': ['payment_terms'] },
    opensWith: ['org.name', 'person.name'],
    rows: {
      all: open,
      own: `${open} and owner = seloste.acting()`,
      team: `${open} and seloste.reaches_relationship(owner, team, group_company, 'team')`,
      'group-company': `${open} and seloste.reaches_relationship(owner, team, group_company, 'group-company')`,
    },
    adds: `(organisation_id is null or ${addedToOrganisation}) and (person_id is null or ${addedToPerson})`,
    machines: {
      ...keepers,
      intake,
      retention: {
        select: ['id', 'organisation_id', 'person_id', 'revision', 'state', ...ends],
        update: ['state', 'end_reason', 'revision', ...ends.slice(1)],
        delete: true,
      },
    },
  },
  {
    table: 'register.enquiry',
    plain: [
      ...['id', 'person_id', 'organisation_id', 'channel', 'state', 'group_company', 'language', 'source'],
      ...['statement_version', 'entered_by', 'assigned_to', 'received_at', 'answered_at', 'closed_at', 'revision'],
      'took_person',
    ],
    carries: {
      'com.enquiries': ['message', 'source_note'],
      'person.name': ['said_name'],
      'person.phone': ['said_phone'],
    },
    rows: {
      // Whoever went into the bin with their enquiry is not seen, and the enquiry itself is, there.
      all: `${answerable} and (person_id is null or took_person or ${seenWithPerson})`,
      own: `${answerable} and (assigned_to is null or assigned_to = seloste.acting())`,
      team: `${answerable} and (person_id is null or assigned_to is null or ${tookIntoBin} or ${seenWithPerson})`,
      'group-company': `${answerable} and (person_id is null or assigned_to is null or ${tookIntoBin} or ${seenWithPerson})`,
    },
    binned: true,
    adds: `(organisation_id is null or ${addedToOrganisation}) and (person_id is null or ${addedToPerson})`,
    addsOnly: true, // whoever takes an enquiry on sees its sender only then; a trigger guards whom it is linked to
    machines: {
      ...children,
      intake: { select: [...reopens, 'id', 'assigned_to'], insert: '*', update: reopens },
      retention: {
        select: ['id', 'state', 'person_id', 'organisation_id', 'received_at', 'closed_at', 'binned_at', 'binned_by'],
        delete: true,
      },
      messenger: { select: ['id', 'person_id', 'language', 'statement_version'] },
    },
  },
  {
    table: 'register.notice',
    plain: [
      ...['id', 'person_id', 'article', 'state', 'source', 'obtained_at', 'target_on', 'due_on', 'statement_version'],
      ...['exempt_reason', 'settled_at', 'holds', 'plan_on'],
    ],
    carries: {},
    opensWith: aboutPerson,
    rows: { all: seenWithPerson },
    adds: addedToPerson,
    machines: {
      ...children,
      intake,
      worker: { select: '*', update: ['state', 'settled_at'] },
      messenger: {
        select: ['id', 'person_id', 'article', 'state', 'source', 'obtained_at', 'due_on', 'plan_on'],
        update: ['state', 'settled_at', 'statement_version'],
      },
    },
  },
  {
    table: 'register.notice_delivery',
    plain: ['id', 'notice_id', 'person_id', 'way', 'outcome', 'language', 'statement_version', 'by', 'at'],
    carries: {},
    opensWith: aboutPerson,
    rows: { all: seenWithPerson },
    adds: addedToPerson,
    machines: { ...children, intake, worker: { select: '*', update: ['outcome'] }, messenger: { insert: '*' } },
  },
  {
    table: 'register.contact_of_register',
    plain: ['id', 'handler', 'deputy', 'cover', 'cover_from', 'cover_until', 'changed_at', 'revision'],
    carries: {},
    machines: {
      admin: { select: '*', insert: '*', update: '*' },
      privacy: { select: '*', insert: '*', update: '*' },
      site: { select: '*' },
    },
  },
]
