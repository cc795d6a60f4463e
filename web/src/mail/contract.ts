export type Sharing = 'metadata' | 'subject' | 'all'
export type Tls = 'tls' | 'starttls' | 'none'
export type SignsIn = 'password' | 'microsoft' | 'google'

export interface MailServer {
  host: string
  port: number
  tls: Tls
}

export interface Mailbox {
  id: string
  name: string
  address: string
  sharing: Sharing
  state: 'new' | 'working' | 'failing' | 'paused' | 'closed'
  fault: string | null
  duty: string | null
  ownerName: string | null
  opensEnquiries: boolean
  groupCompany: string | null
  failingSince: string | null
  readAt: string | null
  nextReadAt: string | null
  passedOver: number
  revision: number
  isOwn: boolean
  isMine: boolean
  mayChange: boolean
  settings: { signsIn: SignsIn; login: string; readFrom: string; imap: MailServer; smtp: MailServer } | null
}

export interface Mailboxes {
  items: Mailbox[]
  mayAdd: boolean
}

export interface Trial {
  imap: string
  smtp: string
  hasSent: boolean
}

export interface Correspondent {
  role: 'from' | 'to' | 'cc'
  personId: string | null
  organisationId: string | null
  name: string | null
  company: string | null
  address: string
}

/** Somebody of the register to whom a letter is written. */
export interface Recipient {
  id: string
  kind: 'person' | 'company'
  name: string
}

export interface Recipients {
  to: Recipient[]
  cc: Recipient[]
}

/** What the register holds of the recipients that may go with a letter. */
export interface Attachables {
  documents: { id: string; name: string; nth: number; fileName: string; bytes: number }[]
  papers: { paper: string; id: string; kind: string; number: string; at: string }[]
}

export interface Message {
  id: string
  threadId: string
  enquiryId: string | null
  direction: 'in' | 'out'
  state: 'received' | 'sending' | 'sent' | 'failed' | 'unsure'
  at: string
  isAutomatic: boolean
  others: number
  settledAt: string | null
  /** Null where the mailbox does not share it. */
  subject: string | null
  isWhole: boolean
  mailboxId: string
  mailboxName: string
  sharing: Sharing
  sentBy: string | null
  people: Correspondent[]
}

export interface ThreadRow extends Message {
  preview: string | null
  hasFiles: boolean
  messages: number
}

export interface ThreadPage {
  items: ThreadRow[]
  next: string | null
}

export interface ThreadMessage extends Message {
  text: string | null
  html: string | null
  attachments: { name: string; type: string; bytes: number }[]
  isCut: boolean | null
  fault: string | null
  isUnsure: boolean
  isMine: boolean | null
  isInMailbox: boolean
}

export interface Thread {
  id: string
  items: ThreadMessage[]
  mayWrite: boolean
}

export type TemplateTexts = Partial<Record<'fi' | 'sv' | 'en', { subject: string; text: string }>>

export interface Template {
  id: string
  name: string
  texts: TemplateTexts
  revision: number
}

export interface Templates {
  items: Template[]
  fields: string[]
  mayAdd: boolean
}

export interface MailServices {
  items: {
    id: 'microsoft' | 'google'
    name: string
    asOf: string
    clientId: string | null
    tenant: string | null
    isDeclared: boolean
    code?: string
    clause?: string
  }[]
  returnAddress: string
}
