import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { isNear } from '#recipients'
import { groupCompanyOf, type InForce, normaliseEmail, type RegisterTables, refuseUnlessWriter } from '#register'
import { type MailServer, type Sharing, type SignsIn, serverOf } from './mailbox.ts'
import { rowsOf } from './rows.ts'
import type { MailTables } from './tables.ts'

export interface MailboxWish {
  name: string
  address: string
  sharing: Sharing
  signsIn: SignsIn
  login?: string
  imap: MailServer
  smtp: MailServer
  /** Whether mail to it opens enquiries: a shared mailbox's only. */
  opensEnquiries?: boolean
  groupCompany?: string | null
  /** The day from which its messages are read; today where nothing is said. */
  readFrom?: string
}

type MailAct = Act<MailTables & RegisterTables>

const servers = ['imap_host', 'imap_port', 'imap_tls', 'smtp_host', 'smtp_port', 'smtp_tls'] as const
const places = ['login', 'signs_in', ...servers] as const

/** Sets a mailbox up: one's own, or one that the duty shares. It is read once its password or consent is given. */
export async function setUpMailbox(
  act: MailAct,
  inForce: InForce,
  { shared, ...wish }: MailboxWish & { shared: boolean },
): Promise<string> {
  const values = checked(act, inForce, { ...wish, shared })
  const id = newId(act.at.getTime())
  await refuseTaken(act, values.address, id)
  await act.db
    .insertInto('register.mailbox')
    .values({
      ...{ id, owner: shared ? null : act.by, duty: shared ? act.duty : null, ...values, state: 'new', fault: null },
      ...{ failing_since: null, read_at: null, next_read_at: null, entered_by: act.by, entered_at: act.at },
    })
    .execute()
  await act.record({
    what: 'mailbox.set-up',
    about: id,
    detail: { shared, sharing: wish.sharing, signsIn: wish.signsIn },
  })
  return id
}

/** Changes a mailbox of one's own or of the duty. Another server or login asks for the password anew. */
export async function changeMailbox(
  act: MailAct,
  inForce: InForce,
  { id, revision, ...wish }: MailboxWish & { id: string; revision: number },
) {
  const held = await ownMailbox(act, inForce, id)
  if (held.revision !== revision) throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  const values = checked(act, inForce, { ...wish, shared: held.duty !== null })
  await refuseTaken(act, values.address, id)
  // Whoever is pointed elsewhere has no secret any more: the database forgets it with the change (mailbox_is_elsewhere).
  const isElsewhere = places.some((name) => values[name] !== held[name])
  await act.db
    .updateTable('register.mailbox')
    .set({
      ...values,
      revision: revision + 1,
      ...(isElsewhere ? { state: 'new' as const, fault: null, failing_since: null, failures: 0 } : {}),
    })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'mailbox.changed', about: id, detail: { sharing: wish.sharing, elsewhere: isElsewhere } })
  return { isElsewhere }
}

/** Pauses a mailbox, reads it again, or closes it for ever. What was taken in stays until its time is over. */
export async function moveMailbox(
  act: MailAct,
  inForce: InForce,
  { id, event }: { id: string; event: 'pause' | 'resumption' | 'closure' },
) {
  const { state } = await ownMailbox(act, inForce, id)
  const after = { pause: 'paused', resumption: 'working', closure: 'closed' } as const
  if (event === 'resumption' && state !== 'paused' && state !== 'failing')
    throw new Refusal('MAILBOX_STATE', 409, { state })
  if (event === 'pause' && state !== 'working' && state !== 'failing')
    throw new Refusal('MAILBOX_STATE', 409, { state })
  await act.db
    .updateTable('register.mailbox')
    .set({ state: after[event], fault: null, failures: 0, failing_since: null, next_read_at: null })
    .where('id', '=', id)
    .execute()
  await act.record({
    what: `mailbox.${event === 'pause' ? 'paused' : event === 'closure' ? 'closed' : 'resumed'}`,
    about: id,
  })
}

/** The mailbox, if it is one's own or the duty's. */
export async function ownMailbox(act: MailAct | Look<MailTables & RegisterTables>, inForce: InForce, id: string) {
  refuseUnlessWriter(inForce, act, 'com.enquiries')
  const held = await act.db
    .selectFrom('register.mailbox')
    .select(['id', 'owner', 'duty', 'state', 'address', 'name', 'login', 'signs_in', 'revision'])
    .select(servers)
    .where('id', '=', id)
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (held.owner !== act.by && held.duty !== act.duty) throw new Refusal('MAILBOX_OF_OTHERS', 403, { clause: 'S10.3' })
  return held
}

const mailPorts = [25, 143, 465, 587, 993, 2525]

function checked(act: MailAct, inForce: InForce, wish: MailboxWish & { shared: boolean }) {
  refuseUnlessWriter(inForce, act, 'com.enquiries')
  const name = wish.name.trim()
  if (!name) throw new Refusal('VALUE_REQUIRED', 422, { field: 'name' })
  const address = normaliseEmail(wish.address)
  if (!address) throw new Refusal('EMAIL_NOT_VALID', 422, { field: 'address' })
  const [imap, smtp] = [serverOf('imap', wish.imap), serverOf('smtp', wish.smtp)]
  for (const [field, { host, port, tls }] of Object.entries({ imap, smtp })) {
    if (isNear(host)) continue
    if (tls === 'none') throw new Refusal('MAIL_TLS_NEEDED', 422, { field: `${field}.tls`, clause: 'S10.6' })
    // What stands at other ports is no mail server, and nobody's to try from here.
    if (!mailPorts.includes(port)) throw new Refusal('VALUE_NOT_VALID', 422, { field: `${field}.port` })
  }
  const today = dayInHelsinki(act.at)
  const readFrom = wish.readFrom || today
  if (!/^\d{4}-\d{2}-\d{2}$/.test(readFrom) || readFrom > today || Number.isNaN(Date.parse(readFrom)))
    throw new Refusal('VALUE_NOT_VALID', 422, { field: 'readFrom' })
  if (wish.opensEnquiries && !wish.shared) throw new Refusal('MAILBOX_NOT_SHARED', 422, { field: 'opensEnquiries' })
  return {
    ...{ name, address, sharing: wish.sharing, signs_in: wish.signsIn, login: wish.login?.trim() || address },
    ...{ imap_host: imap.host, imap_port: imap.port, imap_tls: imap.tls },
    ...{ smtp_host: smtp.host, smtp_port: smtp.port, smtp_tls: smtp.tls },
    opens_enquiries: wish.opensEnquiries ?? false,
    group_company: wish.groupCompany ? groupCompanyOf(inForce.policy, wish.groupCompany) : null,
    read_from: readFrom,
  }
}

async function refuseTaken(act: MailAct, address: string, id: string) {
  const [taken] = await rowsOf(
    act,
    sql`select from register.mailbox where lower(address) = ${address} and state <> 'closed' and id <> ${id}`,
  )
  if (taken) throw new Refusal('MAILBOX_TAKEN', 409, { field: 'address' })
}
