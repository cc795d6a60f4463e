// ISO 13616: what an IBAN of each country is long; only those of the single euro payments area are paid to from here.
const lengths: Record<string, number> = {
  ...{ AD: 24, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27, GB: 22 },
  ...{ GI: 23, GR: 27, HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MT: 31, NL: 18 },
  ...{ NO: 15, PL: 28, PT: 25, RO: 24, SE: 24, SI: 19, SK: 24, SM: 27, VA: 22 },
}

/** An IBAN without spaces and in capitals, or null where it is none (ISO 7064, mod 97-10). */
export function normaliseIban(typed: string): string | null {
  const iban = typed.replace(/[\s\u00a0]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban) || iban.length !== lengths[iban.slice(0, 2)]) return null
  return remainderOf97(iban.slice(4) + iban.slice(0, 4)) === 1 ? iban : null
}

/** A BIC of eight or eleven characters in capitals, or null (ISO 9362). */
export function normaliseBic(typed: string): string | null {
  const bic = typed.replace(/\s/g, '').toUpperCase()
  return /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic) ? bic : null
}

/** In groups of four, as it is read aloud. */
export function spacedIban(iban: string): string {
  return (iban.match(/.{1,4}/g) ?? []).join('\u00a0')
}

/** The remainder of a string of digits and letters (A = 10) when divided by 97. */
export function remainderOf97(said: string): number {
  let remainder = 0
  for (const sign of said) {
    const value = Number.parseInt(sign, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder
}
