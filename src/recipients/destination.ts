import type { Day } from '#platform/finnish-calendar'
import type { Statement } from '#statement'
import { missingPoints, stateOfAgreement } from './agreement.ts'
import { isNear, isOwnDomain, under } from './host.ts'
import { countriesAbroad, type Stop, type ToolId, waysOut } from './transfer.ts'

/** Where data would go: a recipient or processor of the statement, or a host that must be one of theirs. */
export interface Destination {
  /** A recipient of the statement, or a company of its group. */
  recipient?: string
  /** A processor of the statement; `hosting` is whoever runs the servers, `own` a server of the controller's own. */
  processor?: string
  host?: string
  fields?: readonly string[]
  /** Said by those who follow it: a recipient of section 8 that needs two people is closed to everything else. */
  procedure?: 'four-eyes'
}

export type DestinationCode =
  | 'FIELD_NOT_DECLARED'
  | 'RECIPIENT_NOT_DECLARED'
  | 'TWO_PEOPLE_NEEDED'
  | 'PROCESSOR_WITHOUT_AGREEMENT'
  | 'PROCESSOR_STOPPED'
  | 'TRANSFER_STOPPED'
  | 'TRANSFER_CHECK_OVERDUE'

export type DestinationVerdict =
  | {
      allowed: true
      kind: 'recipient' | 'group-company' | 'processor' | 'own'
      to: string
      tool: ToolId | null
      warnings: Warning[]
    }
  | { allowed: false; code: DestinationCode; clause: string; field?: string; to?: string; missing?: string[] }

export interface Warning {
  code: 'TRANSFER_CHECK_SOON' | 'AGREEMENT_REVIEW_SOON' | 'AGREEMENT_REVIEW_OVERDUE'
  clause: string
  on: Day | null
}

/** What the answer follows from. */
export interface Circumstances {
  statement: Statement
  isDeclared: (field: string) => boolean
  stops: readonly Stop[]
  today: Day
}

// S7.21: a list of people for an ad platform is a disclosure that no statement of ours may hide in its cookies.
const clauseOf = (recipient: string) => (recipient === 'custom-audience' ? 'S7.21' : 'S8.4')

/** S8.4, S9.6: may these fields go there today? Whatever the statement does not name, nothing goes to. */
export function verdictOn(to: Destination, about: Circumstances): DestinationVerdict {
  const undeclared = to.fields?.find((field) => !about.isDeclared(field))
  if (undeclared) return { allowed: false, code: 'FIELD_NOT_DECLARED', clause: 'S5.1', field: undeclared }
  if (to.recipient !== undefined) return ofRecipient(to.recipient, to, about)
  if (to.processor !== undefined) return ofProcessorAt(to.processor, to.host, about)
  return to.host === undefined ? notDeclared('S8.4') : ofHost(to.host, about)
}

function ofRecipient(id: string, { procedure }: Destination, { statement }: Circumstances): DestinationVerdict {
  const recipients = statement.recipients ?? []
  const declared = recipients.find((one) => one.id === id)
  if (!declared) {
    const listed = recipients.some(
      ({ kind, members }) => kind === 'group-companies' && (members ?? membersOf(statement)).includes(id),
    )
    return listed && membersOf(statement).includes(id) ? yes('group-company', id) : notDeclared(clauseOf(id), id)
  }
  if (declared.procedure === 'four-eyes' && procedure !== 'four-eyes')
    return { allowed: false, code: 'TWO_PEOPLE_NEEDED', clause: firstOf(declared.saidIn) ?? 'S8.2', to: id }
  return yes('recipient', id)
}

function ofProcessorAt(id: string, host: string | undefined, about: Circumstances): DestinationVerdict {
  if (id === 'own') {
    if (host === undefined || isNear(host)) return ofProcessor('hosting', about)
    return isOwnDomain(host, about.statement) ? yes('own', 'own') : notDeclared('S9.6', host)
  }
  const hosts = about.statement.processors?.find((one) => one.id === id)?.hosts
  if (host !== undefined && hosts && !hosts.some((one) => under(host, one))) return notDeclared('S8.4', host)
  return ofProcessor(id, about)
}

function ofHost(host: string, about: Circumstances): DestinationVerdict {
  if (isNear(host)) return ofProcessor('hosting', about)
  const processor = about.statement.processors?.find(({ hosts }) => hosts?.some((one) => under(host, one)))
  return processor ? ofProcessor(processor.id, about) : notDeclared('S8.4', host)
}

function ofProcessor(id: string, { statement, stops, today }: Circumstances): DestinationVerdict {
  const { hosting } = statement
  if (id === 'hosting' && hosting?.self) return yes('own', 'hosting')
  const declared =
    id === 'hosting' ? hosting?.provider && { ...hosting, id } : statement.processors?.find((one) => one.id === id)
  if (!declared) return notDeclared(id === 'hosting' ? 'S10.5' : 'S9.6', id)

  if (stops.some(({ kind, subject }) => kind === 'processor' && subject === id))
    return { allowed: false, code: 'PROCESSOR_STOPPED', clause: 'S9.8', to: id }
  const agreement = stateOfAgreement(declared.dpa, today)
  if (agreement === 'missing' || agreement === 'incomplete') {
    const missing = missingPoints(declared.dpa)
    return { allowed: false, code: 'PROCESSOR_WITHOUT_AGREEMENT', clause: 'S9.7', to: id, missing }
  }
  return ofWaysOut(id, countriesAbroad(statement, { ...declared, id }), { statement, stops, today, review: agreement })
}

interface Going extends Pick<Circumstances, 'statement' | 'stops' | 'today'> {
  review: 'complete' | 'review-soon' | 'review-overdue'
}

// Art. 44 GDPR: each country outside the EEA needs a way out that is open; of several tools one is enough (L-45.2).
function ofWaysOut(
  id: string,
  countries: readonly string[],
  { statement, stops, today, review }: Going,
): DestinationVerdict {
  const ways = waysOut(statement, stops, today).filter(({ processor }) => processor === id)
  const warnings: Warning[] = []
  let tool: ToolId | null = null
  for (const country of countries) {
    const there = ways.filter((way) => way.country === country)
    const open = there.find(({ state }) => state === 'in-force') ?? there.find(({ state }) => state === 'check-soon')
    if (!open) {
      const overdue = there.some(({ state }) => state === 'check-overdue')
      const code = overdue ? 'TRANSFER_CHECK_OVERDUE' : 'TRANSFER_STOPPED'
      return { allowed: false, code, clause: firstOf(there[0]?.transfer.saidIn) ?? 'S9.3', to: id }
    }
    tool = open.tool
    if (open.state === 'check-soon')
      warnings.push({ code: 'TRANSFER_CHECK_SOON', clause: 'S9.1', on: open.checkHoldsUntil })
  }
  if (review !== 'complete') {
    const code = review === 'review-soon' ? 'AGREEMENT_REVIEW_SOON' : 'AGREEMENT_REVIEW_OVERDUE'
    warnings.push({ code, clause: 'S9.7', on: null })
  }
  return { allowed: true, kind: 'processor', to: id, tool, warnings }
}

function membersOf({ group }: Statement): string[] {
  return (group?.members ?? []).map(({ id }) => id)
}

function yes(kind: 'recipient' | 'group-company' | 'own', to: string): DestinationVerdict {
  return { allowed: true, kind, to, tool: null, warnings: [] }
}

function notDeclared(clause: string, to?: string): DestinationVerdict {
  return { allowed: false, code: 'RECIPIENT_NOT_DECLARED', clause, ...(to === undefined ? {} : { to }) }
}

function firstOf(said: string | readonly string[] | undefined): string | undefined {
  return typeof said === 'string' ? said : said?.[0]
}
