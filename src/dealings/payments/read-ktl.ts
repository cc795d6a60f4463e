import { Refusal } from '#platform/refusal'
import type { Entry } from './entry.ts'

const width = 90

/**
 * A Finnish list of incoming reference payments (KTL): records of 90 characters, of which `0` begins a batch, `3` and `5` are payments and
 * corrections, and `9` says how many and how much. Refuses what is cut off or does not add up, with the line.
 */
export function readKtl(text: string): Entry[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const entries: Entry[] = []
  let batch: Entry[] = []
  let account = ''
  let isOpen = false
  for (const [n, line] of lines.entries()) {
    const wrong = () => new Refusal('PAYMENT_FILE_NOT_READ', 422, { line: n + 1 })
    const type = line[0]
    if (type === '0') {
      isOpen = true
    } else if ((type === '3' || type === '5') && isOpen) {
      if (line.trimEnd().length < width - 12 || line.length > width + 10) throw wrong()
      const entry = entryIn(line, wrong)
      account = entry.account
      batch.push(entry)
    } else if (type === '9' && isOpen) {
      if (!agrees(line, batch)) throw new Refusal('PAYMENT_FILE_DOES_NOT_ADD_UP', 422, { line: n + 1 })
      entries.push(...batch)
      batch = []
      isOpen = lines.slice(n + 1).some((next) => next[0] === '3') // one header for several accounts
    } else throw wrong()
  }
  if (batch.length > 0 || entries.length === 0 || !account)
    throw new Refusal('PAYMENT_FILE_NOT_READ', 422, { line: lines.length })
  return entries
}

function entryIn(line: string, wrong: () => Refusal): Entry {
  const at = (from: number, to: number) => line.slice(from - 1, to)
  const amount = at(78, 87)
  if (!/^\d{10}$/.test(amount) || at(76, 76) === '0' || !/^\d{14}$/.test(at(2, 15))) throw wrong()
  const correction = at(88, 88) === '1' || line[0] === '5'
  return {
    account: at(2, 15),
    amountCents: Number(amount) * (correction ? -1 : 1),
    paidOn: dayOf(at(22, 27), wrong),
    bookedOn: dayOf(at(16, 21), wrong),
    reference: at(44, 63).trim().replace(/^0+/, '') || null,
    payerName: lettersOf(at(64, 75)).trim() || null,
    message: null,
    archiveCode: at(28, 43).trim() || null,
  }
}

function agrees(line: string, batch: readonly Entry[]): boolean {
  const [count, sum, undone, undoneSum] = [
    line.slice(1, 7),
    line.slice(7, 18),
    line.slice(18, 24),
    line.slice(24, 35),
  ].map((digits) => Number(digits || 0))
  const [paid, taken] = [batch.filter((one) => one.amountCents > 0), batch.filter((one) => one.amountCents <= 0)]
  const cents = (of: readonly Entry[]) => Math.abs(of.reduce((all, one) => all + one.amountCents, 0))
  return count === paid.length && sum === cents(paid) && undone === taken.length && undoneSum === cents(taken)
}

function dayOf(digits: string, wrong: () => Refusal) {
  const [, year, month, day] = /^(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? []
  const said = `20${year}-${month}-${day}`
  const instant = new Date(`${said}T00:00:00Z`)
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(said)) throw wrong()
  return said
}

// SFS 4017: the seven-bit alphabet in which banks wrote å, ä and ö as brackets.
function lettersOf(text: string) {
  const old: Record<string, string> = { '[': 'Ä', '\\': 'Ö', ']': 'Å', '{': 'ä', '|': 'ö', '}': 'å' }
  return text.replace(/[[\\\]{|}]/g, (sign) => old[sign] as string)
}
