import type { Posting } from './voucher.ts'

const heads = [
  ...['Tositelaji', 'Tositenumero', 'Päivä', 'Tili', 'Debet', 'Kredit', 'ALV-koodi', 'ALV-prosentti', 'Selite'],
  ...['Viite', 'Eräpäivä'],
]
const kinds = { invoice: 'Lasku', 'credit-note': 'Hyvityslasku', payment: 'Suoritus' } as const

/** Postings as a CSV file: semicolons, decimal commas and a byte order mark, as Finnish bookkeeping programs and Excel read it. */
export function voucherFile(postings: readonly Posting[]): string {
  const rows = postings.map((one) => [
    ...[kinds[one.kind], one.number, one.day, one.account, euros(one.debit), euros(one.credit), one.code],
    ...[one.rate === null ? '' : percent(one.rate), one.text, one.reference, one.dueOn ?? ''],
  ])
  return `\ufeff${[heads, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}

export function euros(cents: number): string {
  return cents === 0 ? '' : `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`
}

function percent(basisPoints: number): string {
  return String(basisPoints / 100).replace('.', ',')
}

/** A cell that begins so is a formula to a spreadsheet, whoever typed it: an apostrophe makes it text. */
export function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
