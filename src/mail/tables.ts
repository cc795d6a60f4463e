import type { ColumnType, Generated } from 'kysely'
import type { Language } from '#platform/language'
import type { MailboxState, Sharing, SignsIn, Tls } from './mailbox.ts'

/** What is kept of a file of a message. The file itself lies in the mailbox; that of a letter written here waits until it does. */
export interface AttachmentNote {
  name: string
  type: string
  bytes: number
}

export type MessageState = 'received' | 'sending' | 'sent' | 'failed' | 'unsure'
export type FolderRole = 'inbox' | 'sent'
export type TemplateTexts = Partial<Record<Language, { subject: string; text: string }>>

export interface MailTables {
  'register.mailbox': {
    id: string
    owner: string | null
    duty: string | null
    name: string
    address: string
    sharing: Sharing
    signs_in: SignsIn
    login: string
    imap_host: string
    imap_port: number
    imap_tls: Tls
    smtp_host: string
    smtp_port: number
    smtp_tls: Tls
    opens_enquiries: Generated<boolean>
    group_company: string | null
    read_from: string
    state: MailboxState
    fault: string | null
    failures: Generated<number>
    failing_since: Date | null
    read_at: Date | null
    next_read_at: Date | null
    passed_over: Generated<string>
    entered_by: string
    entered_at: Date
    revision: Generated<number>
  }
  'register.mailbox_secret': { mailbox_id: string; sealed: Buffer; changed_at: Date }
  'register.mailbox_folder': {
    mailbox_id: string
    role: FolderRole
    path: string
    uid_validity: string
    last_uid: string
    modseq: string | null
  }
  'register.mail_service': {
    id: 'microsoft' | 'google'
    client_id: string
    tenant: string | null
    sealed: Buffer
    changed_by: string
    changed_at: Date
  }
  'register.mail_errand': { digest: Buffer; mailbox_id: string; by: string; sealed: Buffer; expires_at: Date }
  'register.mail_copy': { staff_id: string; mark: Buffer; sealed: Buffer; made_at: Date }
  'register.mail_signature': { staff_id: string; text: string; changed_at: Date }
  'register.mail_template': {
    id: string
    name: string
    texts: ColumnType<TemplateTexts, string, string>
    entered_by: string
    entered_at: Date
    revision: Generated<number>
  }
  'register.message': {
    id: string
    mailbox_id: string
    key: Buffer
    message_id: string
    thread_id: string
    enquiry_id: string | null
    direction: 'in' | 'out'
    state: MessageState
    at: Date
    stored_at: Date
    sent_by: string | null
    is_automatic: Generated<boolean>
    others: Generated<number>
    bytes: Generated<string>
    template_id: string | null
    folder: FolderRole | null
    uid_validity: string | null
    uid: string | null
    settled_at: Date | null
    fault: string | null
    revision: Generated<number>
  }
  'register.message_person': {
    id: string
    message_id: string
    person_id: string | null
    organisation_id: string | null
    role: 'from' | 'to' | 'cc'
    address: string
    at: Date
  }
  'register.message_subject': { message_id: string; subject: string }
  'register.message_body': {
    message_id: string
    text: string
    html: string | null
    attachments: ColumnType<AttachmentNote[], string, string>
    is_cut: Generated<boolean>
  }
  'register.message_file': {
    message_id: string
    nth: number
    content: Buffer
    fields: Generated<string[]>
    people: Generated<string[]>
  }
}
