import { netOf } from '../../lines.ts'
import type { Paper, PaperLine, PaperTotals } from '../paper.ts'
import { paperTitles, vatNotes } from '../paper.words.ts'
import { buyerParts, sellerParts } from './parties.ts'
import { basisPoints, cents, date, decimal } from './parts.ts'
import { payingParts } from './paying.ts'
import { cut, element, inPieces, type Xml } from './xml.ts'

export interface Message {
  /** Opaque: names this message for the operators. */
  id: string
  at: Date
}

/**
 * An invoice or a credit note as a Finvoice 3.0 message, in the fields that `docs/finvoice-subset.xsd` names. A credit note's
 * sums are negative, as the standard wants them. Null where the paper is neither, or still a draft.
 */
export function finvoiceOf(paper: Paper, message: Message): string | null {
  const { kind, number, totals, seller, buyer } = paper
  if ((kind !== 'invoice' && kind !== 'credit-note') || number === null || !totals) return null
  const root = element(
    'Finvoice',
    [
      transmission(paper, message),
      ...sellerParts(seller, paper.references?.ours),
      ...buyerParts(buyer),
      ...delivery(paper),
      details(paper, totals),
      ...paper.lines.map(row),
      payingParts(paper, totals),
    ],
    { Version: '3.0' },
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`
}

function transmission({ seller, buyer }: Paper, { id, at }: Message): Xml {
  if (!seller.eAddress || !buyer.eAddress) return null
  return element('MessageTransmissionDetails', [
    element('MessageSenderDetails', [
      element('FromIdentifier', cut(seller.eAddress.address, 35)),
      element('FromIntermediator', cut(seller.eAddress.operator, 35)),
    ]),
    element('MessageReceiverDetails', [
      element('ToIdentifier', cut(buyer.eAddress.address, 35)),
      element('ToIntermediator', cut(buyer.eAddress.operator, 35)),
    ]),
    element('MessageDetails', [
      element('MessageIdentifier', cut(id, 48)),
      element('MessageTimeStamp', `${at.toISOString().slice(0, 19)}Z`),
      element('SpecificationIdentifier', 'EN16931'),
    ]),
  ])
}

function delivery({ delivered }: Paper): Xml[] {
  if (!delivered) return []
  const { from, to } = delivered
  return [
    element(
      'DeliveryDetails',
      to && to !== from
        ? [element('DeliveryPeriodDetails', [date('StartDate', from), date('EndDate', to)])]
        : [date('DeliveryDate', from)],
    ),
  ]
}

function details(paper: Paper, totals: PaperTotals): Xml {
  const { kind, language, references = {}, terms = {}, payment } = paper
  const credit = kind === 'credit-note'
  const texts = [paper.opening, paper.closing, terms.delivery, terms.complaint]
  return element('InvoiceDetails', [
    element('InvoiceTypeCode', credit ? 'INV02' : 'INV01'),
    element('InvoiceTypeCodeUN', credit ? '381' : '380'),
    element('InvoiceTypeText', cut(paperTitles[kind][language].toLocaleUpperCase(language), 35)),
    element('OriginCode', 'Original'),
    element('InvoiceNumber', cut(paper.number, 20)),
    date('InvoiceDate', paper.day),
    element('OriginalInvoiceNumber', cut(references.credits?.number, 20)),
    references.credits ? date('OriginalInvoiceDate', references.credits.day) : null,
    element('OrderIdentifier', cut(references.order, 70)),
    element('AgreementIdentifier', cut(references.contract, 70)),
    element('BuyerReferenceIdentifier', cut(references.yours, 70)),
    cents('RowsTotalVatExcludedAmount', totals.net),
    cents('InvoiceTotalVatExcludedAmount', totals.net),
    cents('InvoiceTotalVatAmount', totals.vat),
    cents('InvoiceTotalVatIncludedAmount', totals.total),
    totals.paid ? cents('InvoicePaidAmount', totals.paid) : null,
    ...totals.byVat.map((one) =>
      element('VatSpecificationDetails', [
        cents('VatBaseAmount', one.net),
        element('VatRatePercent', basisPoints(one.rate)),
        element('VatCode', one.category),
        cents('VatRateAmount', one.vat),
        ...inPieces(one.category === 'S' ? null : (paper.exemption ?? vatNotes[one.category]?.[language]), 70, 3).map(
          (text) => element('VatFreeText', text),
        ),
        element('VatExemptionReasonCode', exemptions[one.category]),
      ]),
    ),
    ...texts.flatMap((text) => inPieces(text, 512, 4)).map((text) => element('InvoiceFreeText', text)),
    element('PaymentTermsDetails', [
      ...inPieces(terms.payment, 70, 2).map((text) => element('PaymentTermsFreeText', text)),
      payment ? date('InvoiceDueDate', payment.dueOn) : null,
      element('PaymentOverDueFineDetails', [
        typeof terms.lateInterest !== 'number'
          ? null
          : element('PaymentOverDueFinePercent', basisPoints(terms.lateInterest)),
      ]),
    ]),
  ])
}

// CEF, VATEX code list: why no tax is charged.
const exemptions: Partial<Record<PaperLine['vatCategory'], string>> = {
  ...{ AE: 'VATEX-EU-AE', K: 'VATEX-EU-IC', G: 'VATEX-EU-G', O: 'VATEX-EU-O' },
}

function row(line: PaperLine, at: number): Xml {
  const unit = cut(line.unit, 14) || 'kpl'
  const gross = netOf({ ...line, discount: 0 })
  return element('InvoiceRow', [
    element('ArticleIdentifier', cut(line.code, 35)),
    element('ArticleName', cut(line.text, 100)),
    element('InvoicedQuantity', decimal(line.quantity, 3), { QuantityUnitCode: unit }),
    element('UnitPriceAmount', decimal(line.unitPrice, 4, 2), {
      ...{ AmountCurrencyIdentifier: 'EUR', UnitPriceUnitCode: unit },
    }),
    element('RowPositionIdentifier', at + 1),
    ...inPieces([...line.text].length > 100 ? line.text : null, 512, 2).map((text) => element('RowFreeText', text)),
    line.discount ? element('RowDiscountPercent', basisPoints(line.discount)) : null,
    line.discount ? cents('RowDiscountAmount', gross - line.net) : null,
    element('RowVatRatePercent', basisPoints(line.vatRate)),
    element('RowVatCode', line.vatCategory),
    cents('RowVatExcludedAmount', line.net),
  ])
}
