import type { TableMap } from '#statement'

const field = 'com.enquiries'
const seen = (level: string) => `mailbox_id in (select seloste.mailboxes_seen('${level}'))`
// register.message has a column message_id too, the mail's own: whose is meant is said.
const shared = (part: string, level: string) =>
  `exists (select from register.message own where own.id = ${part}.message_id and own.${seen(level)})`
// Art. 18 GDPR: while one of its correspondents is restricted, a message is nobody's to read.
const ofRegister = `exists (select from register.message_person one where one.message_id = message.id)
  and not exists (select from register.message_person one where one.message_id = message.id and seloste.is_masked(one.person_id))`
const seenCorrespondent = `case when person_id is null then exists (select from register.organisation seen where seen.id = organisation_id)
  else exists (select from register.person seen where seen.id = person_id) end`
const mine = `owner = seloste.acting() or seloste.is_my_duty(duty)`

const mailboxSettings = [
  ...['id', 'owner', 'duty', 'name', 'address', 'sharing', 'signs_in', 'login', 'imap_host', 'imap_port', 'imap_tls'],
  ...[
    'smtp_host',
    'smtp_port',
    'smtp_tls',
    'opens_enquiries',
    'group_company',
    'read_from',
    'entered_by',
    'entered_at',
  ],
]
const mailboxStanding = [
  ...['state', 'fault', 'failures', 'failing_since', 'read_at', 'next_read_at', 'passed_over', 'revision'],
]
const keeps = { select: '*', insert: '*', update: '*', delete: true } as const
const erases = { select: '*', update: '*', delete: true } as const
const ofIntake = { select: '*', insert: '*' } as const

/** How mailboxes, templates and messages are kept. A message with people is `com.enquiries`; what its mailbox shares decides the rest. */
export const mailMaps: readonly TableMap[] = [
  {
    table: 'register.mailbox',
    plain: [...mailboxSettings, ...mailboxStanding],
    carries: {},
    opensWith: [field],
    rows: { all: 'true' },
    adds: mine,
    machines: {
      intake: { select: '*', update: mailboxStanding },
      admin: { select: ['id', 'name', 'address', 'signs_in', 'owner', 'duty', ...mailboxStanding] },
      rights: { select: ['id', 'name', 'address'] },
    },
  },
  {
    table: 'register.mailbox_secret',
    plain: ['mailbox_id', 'sealed', 'changed_at'],
    carries: {},
    machines: { intake: keeps },
  },
  {
    table: 'register.mailbox_folder',
    plain: ['mailbox_id', 'role', 'path', 'uid_validity', 'last_uid', 'modseq'],
    carries: {},
    machines: { intake: keeps },
  },
  {
    table: 'register.mail_service',
    plain: ['id', 'client_id', 'tenant', 'sealed', 'changed_by', 'changed_at'],
    carries: {},
    machines: {
      admin: {
        select: ['id', 'client_id', 'tenant', 'changed_by', 'changed_at'],
        insert: '*',
        update: '*',
        delete: true,
      },
      intake: { select: '*' },
    },
  },
  {
    table: 'register.mail_errand',
    plain: ['digest', 'mailbox_id', 'by', 'sealed', 'expires_at'],
    carries: {},
    machines: { intake: keeps },
  },
  {
    table: 'register.mail_copy',
    plain: ['staff_id', 'mark', 'sealed', 'made_at'],
    carries: {},
    machines: { intake: keeps },
  },
  {
    table: 'register.mail_signature',
    plain: ['staff_id', 'text', 'changed_at'],
    carries: {},
    opensWith: [field],
    rows: { all: 'staff_id = seloste.acting()' },
    adds: 'staff_id = seloste.acting()',
  },
  {
    table: 'register.mail_template',
    plain: ['id', 'name', 'texts', 'entered_by', 'entered_at', 'revision'],
    carries: {},
    opensWith: [field],
    binned: true,
  },
  {
    table: 'register.message',
    plain: [
      ...['id', 'mailbox_id', 'key', 'thread_id', 'enquiry_id', 'direction', 'state', 'at', 'stored_at', 'sent_by'],
      ...['is_automatic', 'others', 'bytes', 'template_id', 'folder', 'uid_validity', 'uid', 'settled_at', 'fault'],
      'revision',
    ],
    carries: { [field]: ['message_id'] },
    rows: { all: `${seen('metadata')} and ${ofRegister}` },
    adds: seen('own'),
    machines: {
      intake: { ...ofIntake, update: ['state', 'fault', 'folder', 'uid_validity', 'uid', 'revision', 'enquiry_id'] },
      rights: erases,
      retention: { select: ['id', 'at'], delete: true },
    },
  },
  {
    table: 'register.message_person',
    plain: ['id', 'message_id', 'person_id', 'organisation_id', 'role', 'at'],
    carries: { [field]: ['address'] },
    rows: { all: seenCorrespondent },
    adds: `(${seenCorrespondent}) and seloste.message_is_mine(message_id)`,
    machines: {
      intake: ofIntake,
      rights: erases,
      retention: { select: ['message_id', 'person_id'] },
      matching: { select: '*', update: ['person_id', 'organisation_id'], delete: true },
    },
  },
  {
    table: 'register.message_subject',
    plain: ['message_id'],
    carries: { [field]: ['subject'] },
    rows: { all: shared('message_subject', 'subject') },
    adds: 'seloste.message_is_mine(message_id)',
    machines: { intake: ofIntake, rights: erases },
  },
  {
    table: 'register.message_body',
    plain: ['message_id', 'is_cut'],
    carries: { [field]: ['text', 'html', 'attachments'] },
    rows: { all: shared('message_body', 'all') },
    adds: 'seloste.message_is_mine(message_id)',
    machines: { intake: ofIntake, rights: erases },
  },
  {
    table: 'register.message_file',
    plain: ['message_id', 'nth', 'fields', 'people'],
    carries: { [field]: ['content'] },
    rows: { all: shared('message_file', 'all') },
    adds: 'seloste.message_is_mine(message_id)',
    machines: {
      intake: { select: ['message_id'], delete: true },
      rights: erases,
      matching: { select: ['message_id', 'people'], update: ['people'] },
    },
  },
]
