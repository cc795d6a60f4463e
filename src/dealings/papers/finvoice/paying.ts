import type { Paper, PaperTotals } from '../paper.ts'
import { readReference } from '../payment-reference.ts'
import { cents, date } from './parts.ts'
import { cut, element, type Xml } from './xml.ts'

/** How the invoice is paid: the part that a bank reads. */
export function payingParts(paper: Paper, totals: PaperTotals): Xml {
  const { seller, payment, day } = paper
  const account = seller.accounts.find(({ iban }) => iban.startsWith('FI')) ?? seller.accounts[0]
  const reference = payment?.reference ? readReference(payment.reference) : null
  return element('EpiDetails', [
    element('EpiIdentificationDetails', [
      date('EpiDate', day),
      element('EpiReference', reference?.compact ?? cut(paper.number, 35)),
    ]),
    element('EpiPartyDetails', [
      element('EpiBfiPartyDetails', [element('EpiBfiIdentifier', account?.bic, { IdentificationSchemeName: 'BIC' })]),
      element('EpiBeneficiaryPartyDetails', [
        element('EpiNameAddressDetails', cut(seller.name, 35)),
        element('EpiAccountID', account?.iban, { IdentificationSchemeName: 'IBAN' }),
      ]),
    ]),
    element('EpiPaymentInstructionDetails', [
      element('EpiRemittanceInfoIdentifier', reference?.compact, {
        IdentificationSchemeName: reference?.kind === 'rf' ? 'ISO' : 'SPY',
      }),
      cents('EpiInstructedAmount', payment?.cents ?? totals.total),
      element('EpiCharge', 'SHA', { ChargeOption: 'SHA' }),
      date('EpiDateOptionDate', payment?.dueOn ?? day),
    ]),
  ])
}
