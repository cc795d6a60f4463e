export interface Ref {
  id: string
  name: string | null
}

/** The deal that a piece of work hangs on; its name is null where the duty does not see it, and left out where nobody asked. */
export interface Subject {
  kind: string
  id: string
  title?: string | null
}

/** Whom a card is about: one of the two, and on a deal's own card also the deal. */
export interface Party {
  company?: string
  person?: string
  subject?: Subject
}

export interface TimelineItem {
  id: string
  at: string
  part: string
  kind: string
  title: string | null
  state: string | null
  by: string | null
  byName: string | null
  person: Ref | null
}

export interface TimelinePage {
  mayAdd: boolean
  kinds: string[]
  items: TimelineItem[]
  next: string | null
}

export type Repeats = 'day' | 'week' | 'month' | 'year'

export interface Task {
  id: string
  title: string
  text: string | null
  assignedTo: string
  assignedName: string | null
  dueOn: string | null
  dueTime: string | null
  remindAt: string | null
  repeats: Repeats | null
  doneAt: string | null
  company: Ref | null
  person: Ref | null
  subject: Subject | null
  isLate: boolean
  isToday: boolean
  isOwn: boolean
  revision: number
}

export interface Note {
  id: string
  text: string
  mentions: Ref[]
  at: string
  byName: string | null
  isOwn: boolean
  revision: number
}

export type ActivityKind = 'call' | 'meeting' | 'visit'

export interface Activity {
  id: string
  kind: ActivityKind
  state: 'planned' | 'done' | 'cancelled'
  title: string
  text: string | null
  at: string
  minutes: number | null
  people: Ref[]
  staff: Ref[]
  isOwn: boolean
  revision: number
}

export interface DocumentVersion {
  nth: number
  fileName: string
  mediaType: string
  bytes: number
  at: string
  byName: string | null
  /** How the desk shows it; null where it does not. */
  view: 'pdf' | 'picture' | 'text' | null
}

export interface FiledDocument {
  id: string
  name: string
  at: string
  isOwn: boolean
  revision: number
  subject: Subject | null
  versions: DocumentVersion[]
}

export interface Documents {
  mayAdd: boolean
  items: FiledDocument[]
}

export interface Notification {
  id: string
  kind: string
  at: string
  seenAt: string | null
  byName: string | null
  person: Ref | null
  company: Ref | null
  subject: { kind: string; id: string } | null
}

export interface DayItem {
  id: string
  title: string | null
  day: string | null
  state: string | null
  person: Ref | null
  company: Ref | null
  /** The money that waits, where it does. */
  cents?: number | null
}

export interface MyDay {
  today: string
  tasks: Task[] | null
  parts: { kind: string; more: boolean; items: DayItem[] }[]
}

export type RuleDeed = 'assign' | 'task' | 'notify'

export interface RuleParts {
  name: string
  starts: string
  asked: { days?: number; stage?: string }
  does: RuleDeed
  wish: { to: string[]; title?: string; dueInDays?: number }
}

export interface Rule extends RuleParts {
  id: string
  madeByName: string | null
  toNames: (string | null)[]
  isOwn: boolean
  pausedAt: string | null
  latest: { at: string; outcome: string; subject: string }[]
}

export interface Trigger {
  name: string
  subject: string
  asks: ('days' | 'stage')[]
  mayAssign: boolean
}

export interface Rules {
  mayAdd: boolean
  triggers: Trigger[]
  items: Rule[]
}

export interface WorkWishes {
  reminderMail: boolean
  feedNames: boolean
  feedMadeAt: string | null
}

/** A record of any kind as ⌘K names it; a company or a person has its name as the title. */
export interface FoundRecord {
  kind: string
  id: string
  sort: string | null
  title: string
  state: string | null
  name: string | null
  company: string | null
  person: string | null
}
