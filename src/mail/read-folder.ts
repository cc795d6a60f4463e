import type { FetchMessageObject, ImapFlow } from 'imapflow'
import { copySecretIn } from './copy-address.ts'
import { type MailHead, readBody, readHead } from './read-mail.ts'
import type { FolderRole } from './tables.ts'
import type { Position, ReadMessage } from './take-in-messages.ts'

/** Whoever reads a folder says which mails are wanted, and takes each batch before the next is fetched. */
export interface FolderReader {
  address: string
  readFrom: string
  /** Who of staff has this secret in their copy address and may have sent this mail; null where nobody has. */
  staffOfCopy(secret: string, head: MailHead): Promise<string | null>
  /** Whether the register keeps a mail with this head. Of the others no body is fetched. */
  wants(head: MailHead, copiedBy: string | null): Promise<boolean>
  take(position: Position, messages: ReadMessage[], passedOver: number): Promise<void>
}

const batch = 50
/** Of a longer mail only this much is fetched: its words come before its files. */
export const longestFetched = 2_000_000
const headOfMail = [
  ...['from', 'sender', 'to', 'cc', 'bcc', 'subject', 'date', 'message-id', 'in-reply-to', 'references', 'return-path'],
  ...['auto-submitted', 'precedence', 'list-id', 'list-unsubscribe', 'x-autoreply', 'x-autorespond', 'x-auto-reply'],
  ...[
    'x-loop',
    'content-type',
    'delivered-to',
    'x-original-to',
    'envelope-to',
    'x-delivered-to',
    'x-forwarded-to',
    'received',
    'authentication-results',
  ],
]

/** Reads what is new in a folder, from where the last reading ended; all of it where the server numbered it anew (UIDVALIDITY). */
export async function readFolder(
  line: ImapFlow,
  role: FolderRole,
  path: string,
  since: Position | null,
  reader: FolderReader,
) {
  const box = await line.mailboxOpen(path, { readOnly: true })
  const uidValidity = String(box.uidValidity)
  const modseq = box.highestModseq === undefined ? null : String(box.highestModseq)
  const isSame = since?.uidValidity === uidValidity
  // RFC 7162: where nothing changed since, there is nothing to look for.
  if (isSame && since && (box.uidNext === since.lastUid + 1 || (modseq !== null && modseq === since.modseq))) return

  const from = isSame && since ? since.lastUid + 1 : 1
  const found = await line.search(
    from > 1 ? { uid: `${from}:*` } : { since: new Date(`${reader.readFrom}T00:00:00Z`) },
    { uid: true },
  )
  const uids = (found || []).filter((uid) => uid >= from).sort((a, b) => a - b)
  const position = (lastUid: number, isLast: boolean): Position => ({
    role,
    path,
    uidValidity,
    lastUid,
    modseq: isLast ? modseq : null,
  })
  for (let at = 0; at < uids.length; at += batch) {
    const now = uids.slice(at, at + batch)
    const { messages, passedOver } = await readBatch(line, now, reader)
    const isLast = at + batch >= uids.length
    await reader.take(
      position(isLast ? Math.max(box.uidNext - 1, now.at(-1) ?? 0) : (now.at(-1) ?? 0), isLast),
      messages,
      passedOver,
    )
  }
  if (uids.length === 0) await reader.take(position(box.uidNext - 1, true), [], 0)
}

async function readBatch(line: ImapFlow, uids: readonly number[], reader: FolderReader) {
  const messages: ReadMessage[] = []
  let passedOver = 0
  const heads = await line.fetchAll(
    uids.join(','),
    { uid: true, internalDate: true, size: true, headers: headOfMail },
    { uid: true },
  )
  for (const fetched of heads.sort((a, b) => a.uid - b.uid)) {
    const head = await readHead(headIn(fetched))
    const secret = copySecretIn(
      [...head.deliveredTo, ...head.correspondents.map(({ address }) => address)],
      reader.address,
    )
    const copiedBy = secret ? await reader.staffOfCopy(secret, head) : null
    if (!(await reader.wants(head, copiedBy))) {
      passedOver += 1
      continue
    }
    const message = await readWhole(line, fetched, { head, copiedBy })
    if (message) messages.push(message)
  }
  return { messages, passedOver }
}

async function readWhole(
  line: ImapFlow,
  { uid, size = 0, internalDate }: FetchMessageObject,
  known: Pick<ReadMessage, 'head' | 'copiedBy'>,
) {
  const one = await line.fetchOne(
    String(uid),
    { uid: true, source: { start: 0, maxLength: longestFetched } },
    { uid: true },
  )
  if (one === false || !one.source) return null // deleted meanwhile
  const at = new Date(internalDate ?? Date.now())
  return { ...known, uid, at, bytes: size, body: await readBody(one.source), isCut: size > longestFetched }
}

function headIn({ headers }: FetchMessageObject): Buffer {
  return Buffer.concat([headers ?? Buffer.alloc(0), Buffer.from('\r\n')])
}
