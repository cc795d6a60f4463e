import { type ChoicesKey, restrictPerson } from '#choices'
import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { withoutIdentityCodes } from '#register'
import { carriedOutAtOnce } from './at-once.ts'
import { deadlinesOf, legalProfileOn } from './legal-profile.ts'
import {
  type DoubtReason,
  type Identity,
  type IdentityMethod,
  isImmediate,
  type ReplyWay,
  type RequestKind,
  type RequestState,
  type RequestWay,
} from './request.ts'
import type { RightsReach } from './tables.ts'
import { noteOnRequest } from './timeline.ts'
import { peopleWithAddress } from './whose-address.ts'

/** A request as it came in, whatever way and in whatever words (Art. 12(2): no form is required). */
export interface NewRequest {
  kind: RequestKind
  /** Absent while nobody knows who asks. */
  personId?: string | null
  text: string
  via: RequestWay
  /** S3.2: when it first reached anybody in the house. */
  receivedAt: Date
  language: Language
  /** Where the answer is to go; for a mail, the address it came from. */
  address?: string | null
  name?: string | null
  replyWay?: ReplyWay
  capacity?: 'self' | 'agent' | 'guardian'
  mandate?: string | null
  enquiryId?: string | null
  /** What is to be corrected, and why (S12.9). */
  items?: readonly NewItem[]
  /** The request also says no to marketing: that part is split off and done at once. */
  alsoStopMarketing?: boolean
  /** The request that this one was split off from. */
  partOf?: string
  /** With it, an address that belongs to nobody here can be put on the suppression list too. */
  key?: ChoicesKey | null
}

export interface NewItem {
  field: string
  claim?: string | null
  reason?: 'incorrect' | 'unnecessary' | 'incomplete' | 'outdated' | null
}

export interface ReceivedRequest {
  id: string
  dueOn: string
  internalDueOn: string
  personId: string | null
}

// Art. 12(2), S12.4: received on any channel is received; the clock runs from the first receipt (Art. 12(3), S3.2).
/** Takes a request in, under the privacy desk's duty or the machine duty `intake`. */
export async function receiveRequest(act: Act<RightsReach>, said: NewRequest): Promise<ReceivedRequest> {
  refuseUnlessPast(said.receivedAt, act.at)
  const whose = await whoAsks(act, said)
  const receivedOn = dayInHelsinki(said.receivedAt)
  const profile = legalProfileOn(receivedOn)
  const { dueOn, internalDueOn } = deadlinesOf(profile, { receivedOn })
  const id = newId(act.at.getTime())

  const row = { ...rowOf(said), person_id: whose.personId }
  // Art. 21(2)–(3): in the same transaction, before anything is asked.
  const isDone = await carriedOutAtOnce(act, row, said.key ?? null)
  const done = { outcome: 'granted', decided_at: act.at, executed_at: act.at } as const

  await act.db
    .insertInto('register.rights_request')
    .values({
      ...row,
      ...(isDone ? done : {}),
      ...{ id, state: stateOf(isDone, whose), entered_by: act.by, entered_at: act.at },
      ...{ identity: whose.identity, identity_method: whose.method, doubt_reason: whose.doubt },
      ...{ profile: profile.id, due_on: dueOn, internal_due_on: internalDueOn, statement_version: Number(act.under) },
    })
    .execute()
  for (const item of said.items ?? []) await addItem(act, id, item)
  await noteOnRequest(act, id, {
    what: 'received',
    code: said.via,
    detail: { kind: said.kind, person: whose.personId, due: dueOn, enquiry: said.enquiryId ?? null },
  })
  if (isDone) await noteOnRequest(act, id, { what: 'at-once' })
  // Art. 18(1)(d): while an objection is weighed, the data are kept and not used.
  if (said.kind === 'objection' && whose.identity === 'proven' && whose.personId)
    await restrictPerson(act, { personId: whose.personId, reason: 'objection-pending' })
  if (said.alsoStopMarketing && !isImmediate(said.kind)) {
    const { items: _, ...rest } = said
    const part = { ...rest, personId: whose.personId, kind: 'objection-to-marketing' as const, partOf: id }
    await receiveRequest(act, { ...part, alsoStopMarketing: false })
  }
  return { id, dueOn, internalDueOn, personId: whose.personId }
}

function stateOf(isDone: boolean, { identity, personId }: Whose): RequestState {
  if (isDone) return 'executing'
  return identity === 'proven' && personId ? 'assessing' : 'received'
}

const longest = 20_000

function rowOf(said: NewRequest) {
  const { kind, via, address = null } = said
  const empty = {
    asked_on: null,
    extension_reason: null,
    extended_at: null,
    outcome: null,
    refusal_ground: null,
  }
  return {
    ...empty,
    ...{ kind, received_via: via, received_at: said.receivedAt, language: said.language },
    capacity: said.capacity ?? 'self',
    mandate: plain(said.mandate, 500),
    requester_name: plain(said.name, 400),
    reply_way: said.replyWay ?? wayOf(via, address),
    reply_to: plain(address, 1000),
    said: plain(said.text, longest),
    part_of: said.partOf ?? null,
    enquiry_id: said.enquiryId ?? null,
    assigned_to: null,
    ...{ acknowledged_at: null, decided_at: null, executed_at: null, replied_at: null, closed_at: null },
    ...{ minimised_at: null, redaction_reviewed_at: null, paper_searched_at: null },
  } as const
}

// L-FI.3: a request is never bounced because it holds an identity code; the code alone is left out.
function plain(text: string | null | undefined, max: number): string | null {
  const kept = withoutIdentityCodes((text ?? '').normalize('NFC').trim())
  if (kept.length > max) throw new Refusal('TEXT_TOO_LONG', 422, { field: 'text', limit: max })
  return kept === '' ? null : kept
}

// Art. 12(3): asked electronically, answered electronically, unless asked otherwise.
function wayOf(via: RequestWay, address: string | null): ReplyWay {
  if (via === 'my-page') return 'my-page'
  if (address?.includes('@')) return 'email'
  if (via === 'phone') return address ? 'post' : 'phone'
  return via === 'in-person' && !address ? 'in-person' : 'post'
}

interface Whose {
  personId: string | null
  identity: Identity
  method: IdentityMethod | null
  doubt: DoubtReason | null
}

// S12.5: the lightest sufficient proof. Unsigned mail from the address on file needs no more; a typed address proves nothing yet.
async function whoAsks(act: Act<RightsReach>, said: NewRequest): Promise<Whose> {
  const { personId = null, via, kind, address } = said
  const open = { personId, identity: 'open' as const, method: null, doubt: null }
  const isAgent = (said.capacity ?? 'self') !== 'self'
  if (via === 'my-page' && personId) return { ...open, identity: 'proven', method: 'my-page' }
  if (isAgent && !isImmediate(kind)) return { ...open, doubt: said.mandate ? null : 'agent-without-mandate' }

  const holders = address?.includes('@') ? await peopleWithAddress(act, address) : []
  if (holders.length > 1 && !isImmediate(kind)) return { ...open, doubt: 'shared-mailbox' }
  const [only] = holders
  if (isImmediate(kind))
    return { ...open, personId: personId ?? (holders.length === 1 ? (only ?? null) : null), identity: 'not-needed' }
  const isKnown = only !== undefined && (personId === null || personId === only)
  if (via === 'mail' && isKnown) return { ...open, personId: only, identity: 'proven', method: 'known-address' }
  if (via === 'mail' || via === 'form')
    return { ...open, personId: personId ?? only ?? null, doubt: isKnown ? null : 'unknown-sender' }
  return open
}

async function addItem(act: Act<RightsReach>, request_id: string, { field, claim, reason = null }: NewItem) {
  await act.db
    .insertInto('register.rights_item')
    .values({
      ...{ id: newId(act.at.getTime()), request_id, field, claim: plain(claim, 2000), reason },
      ...{ state: claim && reason ? 'open' : 'needs-info', settled_at: null },
    })
    .execute()
}

function refuseUnlessPast(receivedAt: Date, now: Date) {
  if (Number.isNaN(receivedAt.getTime()) || receivedAt.getTime() > now.getTime() + 60_000)
    throw new Refusal('RECEIVED_IN_FUTURE', 422, { field: 'receivedAt', clause: 'S3.2' })
}
