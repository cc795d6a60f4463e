import type { FieldVerdicts, Kept, Labelled, Named, Words } from '../contract.ts'

export type Subject = 'organisation' | 'person'
/** What a declared field may be about. */
export type FieldSubject = Subject | DealSubject
export type DealSubject =
  | 'opportunity'
  | 'quote_request'
  | 'quote'
  | 'order'
  | 'contract'
  | 'assignment'
  | 'delivery'
  | 'invoice'
  | 'complaint'
  | 'warranty'

/** A field that the statement declares, as a form needs it. */
export interface Field {
  id: string
  label: Words
  type: string | null
  clause?: string
  subject?: string
  required?: boolean
  /** How far a relationship must have come before it may be collected. */
  fromStage?: string | null
  personal?: boolean | string
  choices?: Labelled[]
  many?: boolean
  may?: FieldVerdicts
}

export interface Source {
  id: string
  label: Words
  clause?: string
  noteRequired?: boolean
}

export interface Email {
  id?: string
  address: string
  kind?: string
  primary?: boolean
  /** False: typed on the page of a quote, and nobody has said whose it is. */
  proven?: boolean
  /** Its reader pressed the button in the confirmation. */
  answered?: boolean
}

export interface Phone {
  id?: string
  number: string
  typed?: string
  display?: string
  kind?: string
}

export interface PostalAddress {
  id?: string
  kind?: string
  careOf?: string | null
  street?: string | null
  houseNumber?: string | null
  stair?: string | null
  flat?: string | null
  poBox?: string | null
  postcode?: string
  city?: string
  country?: string
}

export interface Affiliation {
  id: string
  company: { id: string; name?: string }
  jobRole?: string | null
  since: string
  leftOn: string | null
}

export interface Relationship {
  id: string
  revision: number
  groupCompany: string
  state: string
  owner: string | null
  ownerName: string | null
  team: string | null
  /** Read by itself: what was agreed in it. */
  values?: { 'com.paymentTerms'?: string | null }
  startedAt: string
  /** What can happen to it now. */
  events?: string[]
}

export interface Company extends Kept {
  form: string
  relationships: Relationship[]
  openEnquiries: number
  changedAt: string
}

export interface Person extends Kept {
  kind: string
  state?: 'active' | 'left-org'
  affiliations?: Affiliation[]
  /** In lists: the companies of today. */
  companies?: { id: string; name: string; jobRole?: string }[]
  relationships?: Relationship[]
  noticeState?: string | null
  notices?: Notice[]
  restricted?: boolean
  changedAt: string
}

export interface Notice {
  id: string
  state: string
  article: string
  source: string
  obtainedAt: string
  targetOn: string | null
  dueOn: string | null
  version: number | null
  overdue: boolean
  frozen: boolean
  deliveries: { way: string; outcome: string; language: string; version: number; byName: string | null; at: string }[]
}

/** A notice in the list of those who have still to be told. */
export interface WaitingNotice extends Pick<Notice, 'id' | 'state' | 'article' | 'source' | 'dueOn' | 'overdue'> {
  personId: string
  /** Left out for a duty that does not read names. */
  name?: string
}

export interface Enquiry {
  id: string
  revision: number
  state: string
  channel: string
  message?: string | null
  /** What a title made of the message says; of one enquiry only. */
  subject?: string | null
  receivedAt: string
  answeredAt: string | null
  closedAt: string | null
  groupCompany: string
  language: string
  version?: number
  saidName?: string | null
  saidPhone?: string | null
  emails?: Email[]
  phones?: Phone[]
  person?: Named | null
  company?: Named | null
  assignedTo: string | null
  assignedToName: string | null
  /** What can happen to it now. */
  events?: string[]
  /** What it became, as far as one sees it. */
  quoteRequest?: string | null
  opportunity?: string | null
  /** It led to nothing, and nobody wants it kept. */
  mayDelete?: boolean
}

export interface Found {
  kind: 'person' | 'company'
  id: string
  title: string | null
  subtitle: string | null
  closed: boolean
}

export interface ContactOfRegister {
  handler: Named | null
  deputy: Named | null
  cover: { staff: Named; from: string; until: string } | null
}
