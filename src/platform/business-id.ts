const weights = [7, 9, 10, 5, 8, 4, 2] as const

/** The check digit of a seven-digit body, or null where the register never gives one (remainder 1). */
export function businessIdCheckDigit(body: string): number | null {
  const remainder = weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11
  if (remainder === 1) return null

  return remainder === 0 ? 0 : 11 - remainder
}

/** A Finnish business ID as NNNNNNN-C from any form people type (FI19975131, 19975131, 112038-9), or null when it is none. */
export function normaliseBusinessId(typed: string): string | null {
  const compact = typed.trim().replace(/^FI/i, '').replace(/\s/g, '')
  const match = /^(\d{6,7})-(\d)$/.exec(compact) ?? /^(\d{7})(\d)$/.exec(compact)
  const [, digits, check] = match ?? []
  if (digits === undefined || check === undefined) return null

  // Numbers given before 2001 have six digits in the body: they are padded from the left.
  const body = digits.padStart(7, '0')
  return businessIdCheckDigit(body) === Number(check) ? `${body}-${check}` : null
}

export function isBusinessId(value: string): boolean {
  return /^\d{7}-\d$/.test(value) && normaliseBusinessId(value) === value
}

/** The VAT number that a VAT-registered holder of the business ID has. Having the ID does not mean being registered. */
export function vatNumberOf(businessId: string): string {
  return `FI${businessId.replace('-', '')}`
}
