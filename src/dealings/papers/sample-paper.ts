import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import type { Language, Said } from '#platform/language'
import type { Line } from '../lines.ts'
import { linesOnPaper, termsInWords, totalsOnPaper } from './lines-on-paper.ts'
import type { Paper, PaperKind } from './paper.ts'
import type { SellerSeen } from './seller.view.ts'

const texts: Record<'survey' | 'work' | 'buyer', Said> = {
  survey: { fi: 'Kartoituskäynti', sv: 'Kartläggningsbesök', en: 'Survey visit' },
  work: { fi: 'Asennustyö', sv: 'Installationsarbete', en: 'Installation work' },
  buyer: { fi: 'Esimerkki Oy', sv: 'Exempel Ab', en: 'Example Ltd' },
}

/** A paper to an invented customer: what papers of this group company look like. */
export function samplePaper(
  { seller, closing, paymentDays, lateInterest }: SellerSeen,
  { kind, language, at }: { kind: PaperKind; language: Language; at: Date },
): Paper {
  const day = dayInHelsinki(at)
  const like = { discount: 0, vatRate: 2550, vatCategory: 'S' as const }
  const lines: Line[] = [
    { id: '1', text: texts.survey[language], unit: 'pcs', quantity: 1000, unitPrice: 1_200_000, ...like },
    { id: '2', text: texts.work[language], unit: 'h', quantity: 12_500, unitPrice: 620_000, ...like, discount: 500 },
  ]
  const totals = totalsOnPaper(lines)
  const dueOn = addDays(day, paymentDays)
  const asks = kind === 'invoice' || kind === 'reminder'
  return {
    ...{ kind, language, number: '1001', day, seller, closing },
    buyer: {
      name: texts.buyer[language],
      address: {
        ...{ careOf: null, street: 'Esimerkkitie', houseNumber: '1', stair: null, flat: null, poBox: null },
        ...{ postcode: '00100', city: 'Helsinki', country: 'FI' },
      },
    },
    lines: kind === 'reminder' ? [] : linesOnPaper(lines, { language, codes: new Map() }),
    totals: kind === 'delivery-note' || kind === 'reminder' ? null : totals,
    ...(kind === 'quote' ? { validUntil: addDays(day, 30) } : {}),
    terms: {
      payment: termsInWords(paymentDays, language),
      ...(asks ? { lateInterest: lateInterest ?? 'by-law' } : {}),
    },
    payment: asks ? { reference: '10016', dueOn, cents: totals.total + (kind === 'reminder' ? 500 : 0) } : null,
    ...(kind === 'reminder'
      ? {
          owed: [{ number: '1001', day, dueOn, total: totals.total, open: totals.total, interest: 0, fee: 500 }],
        }
      : {}),
  }
}
