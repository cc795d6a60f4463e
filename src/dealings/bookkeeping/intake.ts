import { parse } from 'csv-parse/sync'
import type { Day } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import type { Cents } from '../money.ts'

/** Why a row was not taken: never what it said. */
export interface FailedRow {
  /** Of the file, the heading being line 1. */
  line: number
  code: string
  field: string | null
}

type Said = Readonly<Record<string, string>>

export type BookkeepingRow = { line: number; number: string } & (
  | {
      kind: 'invoice'
      businessId: string
      email: string
      issuedOn: Day
      dueOn: Day
      cents: Cents
      /** Without VAT, where the books say it. */
      net: Cents | null
      text: string
      /** Every cell by its title, that of a column which is not known here in small letters. */
      said: Said
    }
  | {
      kind: 'payment'
      voucher: string
      paidOn: Day
      cents: Cents
      /** Of those rows of the file that tell of the same: the first is 1. */
      nth: number
    }
  | { kind: 'balance'; cents: Cents; paidOn: Day | null }
)

const most = 20_000
const order = ['invoice', 'payment', 'balance'] as const
const kinds: Readonly<Record<string, BookkeepingRow['kind']>> = {
  ...{ invoice: 'invoice', lasku: 'invoice', faktura: 'invoice' },
  ...{ payment: 'payment', suoritus: 'payment', maksu: 'payment', betalning: 'payment' },
  ...{ balance: 'balance', saldo: 'balance', avoinna: 'balance' },
}
const heads: Readonly<Record<string, string>> = {
  ...{ kind: 'kind', laji: 'kind', number: 'number', laskunumero: 'number', numero: 'number' },
  ...{ businessid: 'businessId', 'y-tunnus': 'businessId', ytunnus: 'businessId', 'fo-nummer': 'businessId' },
  ...{ email: 'email', sähköposti: 'email', issuedon: 'issuedOn', päivä: 'issuedOn', laskupäivä: 'issuedOn' },
  ...{ dueon: 'dueOn', eräpäivä: 'dueOn', amount: 'amount', summa: 'amount', open: 'open', avoinna: 'open' },
  ...{ typ: 'kind', fakturanummer: 'number', 'e-post': 'email', fakturadatum: 'issuedOn', förfallodag: 'dueOn' },
  ...{ net: 'net', netto: 'net', veroton: 'net', 'utan moms': 'net', nettobelopp: 'net' },
  ...{ belopp: 'amount', obetalt: 'open', betalningsdag: 'paidOn', verifikat: 'voucher' },
  ...{ paidon: 'paidOn', maksupäivä: 'paidOn', voucher: 'voucher', tosite: 'voucher', text: 'text', selite: 'text' },
}
const named = new Set(Object.values(heads))

/**
 * Reads a file of bookkeeping, CSV or JSON: invoices, payments and balances, a row each, and answers them in that order, as a balance
 * counts the payments before it wherever they stand in the file. A row that cannot be read is among the failed;
 * a file that cannot be read at all is refused (`FILE_UNREADABLE`). Windows-1252 is read where it is not UTF-8.
 */
export function readBookkeeping(bytes: Buffer): { rows: BookkeepingRow[]; failed: FailedRow[] } {
  const rows: BookkeepingRow[] = []
  const failed: FailedRow[] = []
  for (const [at, said] of recordsOf(textOf(bytes)).entries()) {
    const line = at + 2
    try {
      rows.push(rowOf(line, said))
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      failed.push({ line, code: fault.code, field: String(fault.detail.field ?? '') || null })
    }
  }
  return { rows: inOrder(rows), failed }
}

function inOrder(rows: readonly BookkeepingRow[]): BookkeepingRow[] {
  const seen = new Map<string, number>()
  const counted = rows.map((row) => {
    if (row.kind !== 'payment') return row
    const traits = JSON.stringify([row.number, row.voucher, row.paidOn, row.cents])
    const nth = (seen.get(traits) ?? 0) + 1
    seen.set(traits, nth)
    return { ...row, nth }
  })
  return order.flatMap((kind) => counted.filter((row) => row.kind === kind))
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function recordsOf(text: string): Said[] {
  const refused = new Refusal('FILE_UNREADABLE', 422, { field: 'file' })
  try {
    const read = /^\s*\[/.test(text) ? fromJson(text) : fromCsv(text)
    if (read.length > most || read.some((one) => !Object.keys(one).some((key) => named.has(key)))) throw refused
    return read
  } catch {
    throw refused
  }
}

function fromJson(text: string): Said[] {
  return (JSON.parse(text) as unknown[]).map((one) => byName(Object.entries(one as object)))
}

function fromCsv(text: string): Said[] {
  const first = text.split(/\r?\n/, 1)[0] ?? ''
  const delimiter = [';', '\t', ','].find((sign) => first.includes(sign)) ?? ';'
  const [head = [], ...rows] = parse(text, {
    ...{ delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, trim: true },
  }) as string[][]
  if (!head.some((one) => heads[one.toLowerCase()] === 'number')) throw new Error('no column of numbers')
  return rows.map((row) => byName(head.map((name, at) => [name, row[at] ?? ''])))
}

function byName(entries: [string, unknown][]): Said {
  return Object.fromEntries(
    entries.map(([title, value]) => {
      const name = title.trim().toLowerCase()
      return [heads[name] ?? name, String(value ?? '').trim()]
    }),
  )
}

function rowOf(line: number, said: Said): BookkeepingRow {
  const number = needed(said, 'number')
  const kind = kinds[(said.kind || 'invoice').toLowerCase()]
  if (!kind) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'kind' })
  if (kind === 'payment') {
    const cents = centsOf(said, 'amount')
    return { line, number, kind, cents, voucher: needed(said, 'voucher'), paidOn: dayOf(said, 'paidOn'), nth: 1 }
  }
  if (kind === 'balance')
    return { line, number, kind, cents: centsOf(said, 'open'), paidOn: said.paidOn ? dayOf(said, 'paidOn') : null }
  return {
    ...{
      line,
      number,
      kind,
      cents: centsOf(said, 'amount'),
      net: said.net ? centsOf(said, 'net') : null,
      issuedOn: dayOf(said, 'issuedOn'),
      dueOn: dayOf(said, 'dueOn'),
    },
    ...{ businessId: said.businessId ?? '', email: said.email ?? '', text: said.text ?? '', said },
  }
}

function needed(said: Said, field: string): string {
  const value = said[field] ?? ''
  if (value === '') throw new Refusal('VALUE_REQUIRED', 422, { field })
  if (value.length > 40) throw new Refusal('VALUE_NOT_VALID', 422, { field })
  return value
}

/** A sum as bookkeeping writes it: `1 234,56`, `1234.56` or `-5`. */
function centsOf(said: Said, field: string): Cents {
  const text = needed(said, field)
    .replace(/[\s\u00a0€]/g, '')
    .replace('\u2212', '-')
  const [, sign = '', whole, decimals = ''] = /^(-?)(\d{1,12})(?:[.,](\d{1,2}))?$/.exec(text) ?? []
  if (whole === undefined) throw new Refusal('VALUE_NOT_VALID', 422, { field })
  const cents = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return sign && cents !== 0 ? -cents : cents
}

function dayOf(said: Said, field: string): Day {
  const text = needed(said, field)
  const [, date, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  const day = year ? `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}` : text
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day)
    throw new Refusal('VALUE_NOT_VALID', 422, { field })
  return day
}
