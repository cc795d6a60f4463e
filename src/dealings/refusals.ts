import type { RefusalCatalogue } from '#platform/problem'
import { bookkeepingRefusals } from './bookkeeping/refusals.ts'
import { chainRefusals } from './chain-refusals.ts'
import { invoiceRefusals } from './invoices/refusals.ts'
import { opportunityRefusals } from './opportunities/refusals.ts'
import { paperRefusals } from './papers/refusals.ts'
import { productRefusals } from './products/refusals.ts'
import { quoteRequestRefusals } from './quote-requests/refusals.ts'

export const dealingsRefusals: RefusalCatalogue = {
  ...productRefusals,
  ...opportunityRefusals,
  ...quoteRequestRefusals,
  ...chainRefusals,
  ...invoiceRefusals,
  ...paperRefusals,
  ...bookkeepingRefusals,
  INVOICE_NUMBER_TAKEN: {
    fi: 'Tällä konserniyhtiöllä on jo lasku tällä numerolla.',
    sv: 'Koncernbolaget har redan en faktura med det här numret.',
    en: 'This group company already has an invoice with this number.',
  },
  INVOICE_STATUS: {
    fi: 'Lasku on tilassa, jossa tätä ei voi tehdä.',
    sv: 'Fakturan är i ett läge där detta inte kan göras.',
    en: 'The invoice is in a state where this cannot be done.',
  },
  COMPLAINT_CLOSED: {
    fi: 'Reklamaatio on jo käsitelty.',
    sv: 'Reklamationen är redan avslutad.',
    en: 'The complaint has already been closed.',
  },
  DATES_NOT_IN_ORDER: {
    fi: 'Päivät ovat väärässä järjestyksessä: {field?}.',
    sv: 'Datumen är i fel ordning: {field?}.',
    en: 'The dates are in the wrong order: {field?}.',
  },
}
