import { SaxesParser } from 'saxes'
import { Refusal } from '#platform/refusal'
import type { Entry } from './entry.ts'

interface Node {
  name: string
  attributes: Readonly<Record<string, string>>
  children: Node[]
  text: string
}

const limits = { depth: 40, nodes: 2_000_000 }

/**
 * The credits of an ISO 20022 debit and credit notification (camt.054.001.02 to 001.08). A document type declaration is refused, so no
 * entity is ever resolved; `PAYMENT_FILE_NOT_READ` says the line where it is not XML, and what is missing.
 */
export function readCamt(xml: string): Entry[] {
  const root = treeOf(xml)
  const notifications = all(root, 'BkToCstmrDbtCdtNtfctn').flatMap((one) => all(one, 'Ntfctn'))
  if (root.name !== 'Document' || notifications.length === 0)
    throw new Refusal('PAYMENT_FILE_NOT_READ', 422, { part: 'Ntfctn' })
  return notifications.flatMap((notification) => {
    const account = text(notification, 'Acct', 'Id', 'IBAN') ?? text(notification, 'Acct', 'Id', 'Othr', 'Id') ?? ''
    return all(notification, 'Ntry').flatMap((entry) => entriesOf(entry, account))
  })
}

function entriesOf(entry: Node, account: string): Entry[] {
  // ISO 20022: what only waits (PDNG) or is told for information (INFO) has moved no money yet.
  const status = text(entry, 'Sts', 'Cd') ?? text(entry, 'Sts') ?? 'BOOK'
  if (status !== 'BOOK' || signOf(entry) === null) return []
  const bookedOn = dayIn(entry)
  const details = all(entry, 'NtryDtls').flatMap((one) => all(one, 'TxDtls'))
  const parts = details.length > 0 ? details : [entry]
  const entries = parts.flatMap((part) => {
    const sign = signOf(part, entry)
    const cents = centsIn(part, details.length === 1 ? entry : part)
    if (sign === null) return []
    // What an entry of many says of itself is the code of them all, and of none of them.
    const [own, ofEntry] = [text(part, 'Refs', 'AcctSvcrRef') ?? null, text(entry, 'AcctSvcrRef') ?? null]
    const codes = parts.length === 1 ? { archiveCode: own ?? ofEntry } : { archiveCode: own, batchCode: ofEntry }
    return [entryOf(part, { account, paidOn: bookedOn, bookedOn, amountCents: sign * cents, ...codes })]
  })
  const sum = entries.reduce((all, { amountCents }) => all + amountCents, 0)
  if (details.length > 1 && Math.abs(sum) !== centsIn(entry, entry))
    throw new Refusal('PAYMENT_FILE_DOES_NOT_ADD_UP', 422, { part: 'TxDtls' })
  return entries
}

// ISO 20022, ReversalIndicator: a debit that reverses was a credit before, and takes it back; any other debit is no payment to us.
function signOf(part: Node, entry: Node = part): 1 | -1 | null {
  if ((text(part, 'CdtDbtInd') ?? text(entry, 'CdtDbtInd')) === 'CRDT') return 1
  return text(entry, 'RvslInd') === 'true' || text(entry, 'RvslInd') === '1' ? -1 : null
}

function entryOf(part: Node, sum: Omit<Entry, 'reference' | 'payerName' | 'message'>): Entry {
  const remittance = one(part, 'RmtInf')
  const written = remittance
    ? all(remittance, 'Ustrd')
        .map(({ text }) => text.trim())
        .filter(Boolean)
    : []
  const payer = one(one(part, 'RltdPties') ?? part, 'Dbtr')
  return {
    ...sum,
    reference: remittance ? (text(remittance, 'Strd', 'CdtrRefInf', 'Ref') ?? null) : null,
    payerName: payer ? (text(payer, 'Nm') ?? text(payer, 'Pty', 'Nm') ?? null) : null,
    message: written.join(' ').slice(0, 1000) || null,
  }
}

// 001.02 has the sum of one transaction in AmtDtls, 001.04 and later in Amt; an entry of one transaction says it itself.
function centsIn(part: Node, entry: Node): number {
  const amount = one(part, 'Amt') ?? find(part, 'AmtDtls', 'TxAmt', 'Amt') ?? one(entry, 'Amt')
  if (!amount || (amount.attributes.Ccy ?? 'EUR') !== 'EUR')
    throw new Refusal('PAYMENT_FILE_NOT_READ', 422, { part: 'Amt' })
  const [, euros = '', cents = ''] = /^(\d{1,13})(?:\.(\d{1,5}))?$/.exec(amount.text.trim()) ?? []
  const fraction = cents.padEnd(2, '0')
  if (!euros || /[1-9]/.test(fraction.slice(2))) throw new Refusal('PAYMENT_FILE_NOT_READ', 422, { part: 'Amt' })
  return Number(euros) * 100 + Number(fraction.slice(0, 2))
}

function dayIn(entry: Node): string {
  const said = text(entry, 'BookgDt', 'Dt') ?? text(entry, 'BookgDt', 'DtTm') ?? text(entry, 'ValDt', 'Dt') ?? ''
  const day = said.slice(0, 10)
  const instant = new Date(`${day}T00:00:00Z`)
  // 30 February is no day, and what a bank books in the year 0001 is no payment.
  if (day < '1970' || Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(day))
    throw new Refusal('PAYMENT_FILE_NOT_READ', 422, { part: 'BookgDt' })
  return day
}

function treeOf(xml: string): Node {
  const top: Node = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  let count = 0
  const parser = new SaxesParser()
  parser.on('doctype', () => {
    throw new Refusal('PAYMENT_FILE_NOT_READ', 422, { part: 'DOCTYPE' })
  })
  parser.on('error', () => {
    throw new Refusal('PAYMENT_FILE_NOT_READ', 422, { line: parser.line })
  })
  parser.on('opentag', ({ name, attributes }) => {
    count += 1
    if (open.length > limits.depth || count > limits.nodes) throw new Refusal('PAYMENT_FILE_TOO_LARGE', 413)
    const node = { name: name.slice(name.indexOf(':') + 1), attributes, children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    ;(open.at(-1) as Node).text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return top.children[0] ?? top
}

function all(node: Node, name: string): Node[] {
  return node.children.filter((child) => child.name === name)
}

function one(node: Node, name: string): Node | undefined {
  return node.children.find((child) => child.name === name)
}

function find(node: Node, ...path: string[]): Node | undefined {
  return path.reduce<Node | undefined>((at, name) => (at ? one(at, name) : undefined), node)
}

function text(node: Node, ...path: string[]): string | undefined {
  return find(node, ...path)?.text.trim() || undefined
}
