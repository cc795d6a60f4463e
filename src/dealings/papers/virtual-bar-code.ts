import type { Day } from '#platform/finnish-calendar'
import { normaliseIban } from './iban.ts'
import { readReference } from './payment-reference.ts'

export interface BankTransfer {
  iban: string
  /** Above 999 999,99 € the code leaves the sum to the payer. */
  cents: number
  reference: string
  /** Null: at once. */
  dueOn: Day | null
}

/**
 * The 54 digits of the Finnish virtual bar code (Finanssiala, Pankkiviivakoodi-opas 5.3): version 4 for a Finnish reference,
 * 5 for a numeric RF reference. Null where there can be none: a foreign account, no reference, or letters in it.
 */
export function virtualBarCode({ iban, cents, reference, dueOn }: BankTransfer): string | null {
  const [account, said] = [normaliseIban(iban), readReference(reference)]
  if (!account?.startsWith('FI') || !said || cents < 0) return null
  const sum = cents > 99_999_999 ? '0'.repeat(8) : String(cents).padStart(8, '0')
  const due = dueOn ? dueOn.slice(2).replaceAll('-', '') : '000000'
  if (said.kind === 'finnish') return `4${account.slice(2)}${sum}000${said.compact.padStart(20, '0')}${due}`
  if (!/^RF\d+$/.test(said.compact)) return null
  return `5${account.slice(2)}${sum}${said.compact.slice(2, 4)}${said.compact.slice(4).padStart(21, '0')}${due}`
}
