import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { look, type Occasion, perform } from '#ledger'
import { NotMailed } from '#platform/mail'
import { Refusal } from '#platform/refusal'
import { inForce, type MailOut } from '#register'
import { occasionOf } from '#work'
import { allowedOf } from '../deal-seen.ts'
import { rowsOf } from '../rows.ts'
import { letterOfPaper, type PaperLetter, type PaperRunning } from './letter-of-paper.view.ts'
import { type Ended, endedBy, heldBy, type PaperState } from './outbox.ts'
import type { DocumentKind } from './paper-of.view.ts'
import type { PaperRecipient } from './recipients-of-paper.view.ts'

export interface SendingPorts {
  mail?: MailOut
  publicUrl: string
}

/** How it stands with a paper after an attempt. */
export interface Sent {
  state: PaperState
  fault: string | null
  rode: boolean
}

interface Due {
  id: string
  document: DocumentKind
  document_id: string
  recipient: PaperRecipient['to']
  duty: string
  entered_by: string
  attempts: number
}

/**
 * Sends one paper of the outbox, under the duty that queued it as it is now. Whoever fences its row first sends it; the fence is committed
 * before the first byte leaves, and nothing is held locked while the mail server thinks.
 */
export async function sendPaper(
  running: PaperRunning,
  { mail, publicUrl }: SendingPorts,
  { id, occasion: given }: { id: string; occasion?: Occasion },
): Promise<Sent> {
  const due = await queued(running, id)
  if (!due) return standing(running, id, given !== undefined)
  const occasion = given ?? (await occasionOf(running as never, { staff: due.entered_by, duty: due.duty }))?.occasion
  // S10.3: whoever queued it has the duty no more.
  if (!occasion) return settle(running, { due, from: ['queued'], ended: failed('DUTY_ENDED') })

  let letter: PaperLetter
  try {
    const { document, document_id, recipient } = due
    const message = await messageOf(running, occasion, id)
    letter = await letterOfPaper(running, occasion, { document, id: document_id, to: recipient, message, publicUrl })
  } catch (fault) {
    const refused = fault instanceof Refusal ? failed(fault.code) : null
    const ended = refused ?? endedBy('not-made', { at: running.now(), attempts: due.attempts + 1 })
    const settled = await settle(running, { due, by: occasion.by, from: ['queued'], ended, counts: !refused })
    if (!refused) throw fault // logged whole; on the card stands that there is a fault of ours
    return settled
  }
  const attempts = await fence(running, id)
  if (attempts === null) return standing(running, id, given !== undefined)
  const { told, toPerson, rode, ...posted } = letter
  const ended = mail
    ? await handedOver(mail.send({ ...posted, id: `paper-${id}` }), { at: running.now(), attempts })
    : failed('MAIL_NOT_SET_UP')
  // A sender that was thought dead comes back with the truth: its answer stands over `unsure`.
  const sent = await settle(running, { due, by: occasion.by, from: ['sending', 'unsure'], ended, toPerson })
  if (ended.state !== 'sent') return sent
  await told()
  return { ...sent, rode }
}

async function handedOver(posted: Promise<void>, { at, attempts }: { at: Date; attempts: number }): Promise<Ended> {
  try {
    await posted
    return { state: 'sent', fault: null, notBefore: null }
  } catch (fault) {
    if (fault instanceof Refusal) return heldBy(fault.code, at)
    return endedBy(fault instanceof NotMailed ? fault.how : 'unsure', { at, attempts })
  }
}

const failed = (fault: string): Ended => ({ state: 'failed', fault, notBefore: null })

async function queued(running: PaperRunning, id: string): Promise<Due | null> {
  const [row] = await rowsOf<Due>(
    { db: running.db.as('worker') },
    sql<Due>`select id, document, document_id, recipient, duty, entered_by, attempts from register.paper_sent
      where id = ${id}::uuid and state = 'queued' and held_at is null`,
  )
  return row ?? null
}

// The outbox's own round may have taken the paper first: whoever pressed is told how that ended, for as long as they can be kept waiting.
async function standing(running: PaperRunning, id: string, isPressed: boolean): Promise<Sent> {
  for (let asked = 1; ; asked += 1) {
    const [row] = await rowsOf<{ state: PaperState; fault: string | null }>(
      { db: running.db.as('worker') },
      sql<{
        state: PaperState
        fault: string | null
      }>`select state, fault from register.paper_sent where id = ${id}::uuid`,
    )
    if (row?.state === 'sending' && isPressed && asked < 50) await setTimeout(100)
    else return { state: row?.state ?? 'failed', fault: row?.fault ?? null, rode: false }
  }
}

// The fence: committed before the first byte leaves, and only from `queued`, so that no two senders take the same paper.
async function fence(running: PaperRunning, id: string): Promise<number | null> {
  const [row] = await rowsOf<{ attempts: number }>(
    { db: running.db.as('worker') },
    sql<{
      attempts: number
    }>`update register.paper_sent set state = 'sending', fenced_at = ${running.now()}, attempts = attempts + 1, fault = null
      where id = ${id}::uuid and state = 'queued' and held_at is null returning attempts`,
  )
  return row?.attempts ?? null
}

interface Settling {
  due: Pick<Due, 'id' | 'document' | 'document_id'>
  ended: Ended
  /** The states it may be in: what another sender made of it meanwhile stays. */
  from: readonly PaperState[]
  by?: string
  toPerson?: string | null
  /** Whether it was an attempt that no fence has counted. */
  counts?: boolean
}

/** Gives a paper of the outbox its end, or puts it back for later. */
export async function settle(
  running: PaperRunning,
  { due, ended, from, by = 'register', toPerson = null, counts = false }: Settling,
): Promise<Sent> {
  const { state, fault, notBefore } = ended
  const at = running.now()
  const itself: Occasion = {
    ...{ by, duty: 'worker', purpose: 'customer-relationship', at },
    under: String(running.current()?.version ?? 0),
  }
  await perform(running.db, itself, async (act) => {
    const rows = await rowsOf(
      act,
      sql`update register.paper_sent set state = ${state}, fault = ${fault}, not_before = ${notBefore}::timestamptz,
          settled_at = ${state === 'queued' ? null : at}::timestamptz, attempts = attempts + ${counts ? 1 : 0}
          ${state === 'sent' ? sql`, message = null` : sql``}
        where id = ${due.id}::uuid and state = any(${[...from]}::text[]) returning id`,
    )
    const detail = { document: due.document, ...(toPerson ? { toPerson } : {}), ...(fault ? { fault } : {}) }
    await act.record({
      what: rows.length > 0 ? events[state] : 'paper.settled-already',
      about: due.document_id,
      detail,
    })
  })
  return { state, fault, rode: false }
}

const events = { sent: 'paper.sent', queued: 'paper.put-off', unsure: 'paper.left-unsure', failed: 'paper.not-sent' }

// What was written to go with it is an activity's words: read as whoever wrote it.
async function messageOf(running: PaperRunning, occasion: Occasion, id: string): Promise<string | null> {
  if (!allowedOf(inForce(running), occasion)('com.activities')) return null
  return look(running.db, occasion, async (view) => {
    view.saw([], [])
    const row = await view.db
      .selectFrom('register.paper_sent')
      .select('message')
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.message ?? null
  })
}
