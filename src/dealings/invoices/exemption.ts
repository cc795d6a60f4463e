import { Refusal } from '#platform/refusal'
import type { Line, VatCategory } from '../lines.ts'
import { isOfOtherState } from './e-address.ts'

// AVL 1501/1993 § 209 e, 2 k: what the invoice says where the buyer pays the VAT or nobody does.
const laws: Partial<Record<VatCategory, string>> = {
  AE: 'Käännetty verovelvollisuus, AVL 8 c § (rakentamispalvelu) · Omvänd skattskyldighet · Reverse charge',
  K: 'Yhteisömyynti, AVL 72 a § · Unionsintern försäljning · Intra-Community supply',
  G: 'Vienti, AVL 70 § · Export · Export outside the Union',
}

/**
 * The reason that an invoice gives for lines without VAT: what staff wrote, else the law's words for the category. Refuses an exempt, zero
 * or outside-the-scope line without a reason (`EXEMPTION_REQUIRED`), reverse charge to a buyer without a VAT number,
 * and an intra-Community supply to one of no other member state (`VAT_NUMBER_NOT_OF_OTHER_STATE`).
 */
export function exemptionOf(
  lines: readonly Line[],
  { exemption, buyerVatNumber }: { exemption: string | null; buyerVatNumber: string | null },
): string | null {
  const without = [...new Set(lines.map(({ vatCategory }) => vatCategory).filter((category) => category !== 'S'))]
  const needsNumber = without.find((category) => category === 'AE' || category === 'K')
  if (needsNumber && !buyerVatNumber) throw new Refusal('BUYER_VAT_NUMBER_REQUIRED', 422, { field: 'debtorVatNumber' })
  // AVL 1501/1993 § 72 b: an intra-Community supply is to whoever is liable to VAT in another member state.
  if (without.includes('K') && buyerVatNumber && !isOfOtherState(buyerVatNumber))
    throw new Refusal('VAT_NUMBER_NOT_OF_OTHER_STATE', 422, { field: 'debtorVatNumber' })
  if (without.length === 0) return null
  if (exemption) return exemption
  const said = without.map((category) => laws[category])
  if (said.some((one) => !one)) throw new Refusal('EXEMPTION_REQUIRED', 422, { field: 'exemption' })
  return said.join('\n')
}
