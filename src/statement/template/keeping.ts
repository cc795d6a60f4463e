import type { RetentionRule, Statement } from '../format.ts'

type Retention = NonNullable<Statement['retention']>

const bookkeepingAct = {
  fi: 'kirjanpitolaki 1336/1997, 2 luvun 10 §',
  sv: 'bokföringslagen 1336/1997, 2 kap. 10 §',
  en: 'Accounting Act 1336/1997, chapter 2, section 10',
}
const limitationAct = {
  fi: 'laki velan vanhentumisesta 728/2003',
  sv: 'lagen om preskription av skulder 728/2003',
  en: 'Act on the Limitation of Debts 728/2003',
}
const objectionGround = {
  fi: 'tietosuoja-asetuksen 21 artiklan 3 kohta',
  sv: 'artikel 21.3 i dataskyddsförordningen',
  en: 'Art. 21(3) GDPR',
}

export const templateRetentionEnd: NonNullable<Retention['relationshipEnd']> = {
  anyOf: ['contract-ended', 'org-ceased', 'person-left-org', { inactive: 'P24M' }],
}

/** Usual periods in Finland: as short as the work allows, as long as the law asks. */
export const templateRetentionRules: readonly RetentionRule[] = [
  { class: 'lead', start: 'last-contact', period: 'P12M', then: 'erase' },
  { class: 'contact', start: 'relationship-ended', period: 'P6M', then: 'erase' },
  { class: 'order-contract', start: 'relationship-ended', period: 'P3Y', then: 'erase', ground: limitationAct },
  {
    class: 'invoice-voucher',
    start: 'end-of-calendar-year-in-which-fiscal-year-ended',
    period: 'P6Y',
    then: 'erase',
    ground: bookkeepingAct,
  },
  { class: 'accounting-book', start: 'fiscal-year-end', period: 'P10Y', then: 'erase', ground: bookkeepingAct },
  {
    class: 'complaint-warranty',
    start: 'warranty-or-case-closed',
    period: 'P3Y',
    then: 'erase',
    ground: limitationAct,
  },
  { class: 'consent-proof', start: 'consent-ended', period: 'P3Y', then: 'erase', ground: limitationAct },
  {
    class: 'suppression',
    start: 'last-objection',
    period: null,
    until: 'objection-withdrawn',
    then: 'keep-minimal',
    ground: objectionGround,
  },
  { class: 'message-log', start: 'sent', period: 'P24M', then: 'erase-body-keep-count' },
  { class: 'rights-case', start: 'closed', period: 'P3Y', then: 'pseudonymise', ground: limitationAct },
  { class: 'access-log', start: 'event', period: 'P24M', then: 'erase' },
  { class: 'backup', start: 'taken', period: 'P35D', then: 'destroy' },
]

export const templateRetention: Retention = {
  relationshipEnd: templateRetentionEnd,
  rules: [...templateRetentionRules],
  saidIn: 'S11.1',
}
