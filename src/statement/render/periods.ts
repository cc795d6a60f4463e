import type { Language } from '#platform/language'
import type { DataCategory, RetentionRule, Statement } from '../format.ts'
import { deals, subjectOf } from '../subject.ts'
import { periodInWords } from './words.ts'

/** "6 kk asiakassuhteen päättymisestä": how long one class of data stays. */
export function ruleInWords(rule: RetentionRule, language: Language): string {
  if (!rule.period) return rule.until ? (untils[rule.until]?.[language] ?? rule.until) : opened[language]
  const start = starts[rule.start]?.[language] ?? rule.start

  return `${periodInWords(rule.period, language)} ${start}`
}

export function fateInWords(rule: RetentionRule, language: Language): string {
  return fates[rule.then][language]
}

export function classInWords(name: string, language: Language): string {
  return classes[name]?.[language] ?? name
}

/** The retention rule that a field falls under, by what the field is about. */
export function ruleOf(field: DataCategory, statement: Statement): RetentionRule | undefined {
  const ofDeal = deals[subjectOf(field.id)]?.aClass ?? (field.id.startsWith('com.') ? 'order-contract' : 'contact')
  const name = keptAs[field.id] ?? ofDeal
  return statement.retention?.rules?.find((rule) => rule.class === name)
}

const keptAs: Record<string, string> = {
  'com.enquiries': 'lead',
  'com.activities': 'contact',
  'com.invoicing': 'invoice-voucher',
  'com.complaints': 'complaint-warranty',
  'com.warranty': 'complaint-warranty',
}

type Three = Record<Language, string>

const opened: Three = { fi: 'ei määräaikaa', sv: 'ingen tidsgräns', en: 'no time limit' }

const starts: Record<string, Three> = {
  'last-contact': {
    fi: 'viimeisestä yhteydenpidosta',
    sv: 'efter den senaste kontakten',
    en: 'after the last contact',
  },
  'relationship-ended': {
    fi: 'asiakassuhteen päättymisestä',
    sv: 'efter att kundrelationen upphört',
    en: 'after the customer relationship ends',
  },
  'end-of-calendar-year-in-which-fiscal-year-ended': {
    fi: 'sen vuoden lopusta, jona tilikausi päättyi',
    sv: 'från utgången av det år då räkenskapsperioden upphörde',
    en: 'from the end of the year in which the financial year ended',
  },
  'fiscal-year-end': {
    fi: 'tilikauden päättymisestä',
    sv: 'efter räkenskapsperiodens utgång',
    en: 'after the financial year ends',
  },
  'warranty-or-case-closed': {
    fi: 'takuun tai asian päättymisestä',
    sv: 'efter att garantin eller ärendet avslutats',
    en: 'after the warranty or the case ends',
  },
  'consent-ended': {
    fi: 'suostumuksen päättymisestä',
    sv: 'efter att samtycket upphört',
    en: 'after the consent ends',
  },
  'last-objection': { fi: 'viimeisestä kiellosta', sv: 'efter det senaste förbudet', en: 'after the last objection' },
  sent: { fi: 'lähettämisestä', sv: 'efter sändningen', en: 'after sending' },
  closed: { fi: 'asian käsittelyn päättymisestä', sv: 'efter att ärendet avslutats', en: 'after the case is closed' },
  event: { fi: 'tapahtumasta', sv: 'efter händelsen', en: 'after the event' },
  taken: { fi: 'varmuuskopion ottamisesta', sv: 'efter att kopian tagits', en: 'after the copy was made' },
}

const untils: Record<string, Three> = {
  'objection-withdrawn': {
    fi: 'kunnes perut kiellon',
    sv: 'tills du återtar förbudet',
    en: 'until you take the objection back',
  },
}

const fates: Record<RetentionRule['then'], Three> = {
  erase: { fi: 'sitten poistetaan', sv: 'sedan raderas', en: 'then erased' },
  anonymise: { fi: 'sitten anonymisoidaan', sv: 'sedan anonymiseras', en: 'then anonymised' },
  pseudonymise: {
    fi: 'sitten tunnistetiedot poistetaan',
    sv: 'sedan tas identifierande uppgifter bort',
    en: 'then identifying details are removed',
  },
  'keep-minimal': {
    fi: 'tallessa on vain välttämätön tiiviste',
    sv: 'endast ett nödvändigt hashvärde bevaras',
    en: 'only the necessary keyed hash is kept',
  },
  'erase-body-keep-count': {
    fi: 'sitten sisältö poistetaan ja vain lukumäärä jää',
    sv: 'sedan raderas innehållet och bara antalet blir kvar',
    en: 'then the content is erased and only the count stays',
  },
  destroy: { fi: 'sitten hävitetään', sv: 'sedan förstörs den', en: 'then destroyed' },
}

const classes: Record<string, Three> = {
  lead: {
    fi: 'Yhteydenotto, josta ei tullut asiakkuutta',
    sv: 'Kontakt som inte ledde till en kundrelation',
    en: 'Enquiry that led to no customer relationship',
  },
  contact: { fi: 'Yhteystiedot', sv: 'Kontaktuppgifter', en: 'Contact details' },
  'order-contract': {
    fi: 'Tilaukset, sopimukset ja toimitukset',
    sv: 'Beställningar, avtal och leveranser',
    en: 'Orders, contracts and deliveries',
  },
  'invoice-voucher': {
    fi: 'Laskut ja muut tositteet',
    sv: 'Fakturor och andra verifikat',
    en: 'Invoices and other vouchers',
  },
  'accounting-book': { fi: 'Kirjanpitokirjat', sv: 'Bokföringsböcker', en: 'Accounting books' },
  'complaint-warranty': {
    fi: 'Reklamaatiot ja takuuasiat',
    sv: 'Reklamationer och garantiärenden',
    en: 'Complaints and warranty matters',
  },
  'consent-proof': { fi: 'Todiste suostumuksesta', sv: 'Bevis på samtycke', en: 'Proof of consent' },
  suppression: {
    fi: 'Markkinointikielto (estolista)',
    sv: 'Marknadsföringsförbud (spärrlista)',
    en: 'Marketing objection (suppression list)',
  },
  'message-log': { fi: 'Lähetetyt viestit', sv: 'Skickade meddelanden', en: 'Messages sent' },
  'rights-case': {
    fi: 'Tietosuojapyyntösi ja vastauksemme',
    sv: 'Dina dataskyddsbegäranden och våra svar',
    en: 'Your data protection requests and our replies',
  },
  'access-log': { fi: 'Käyttöloki', sv: 'Användningslogg', en: 'Access log' },
  backup: { fi: 'Varmuuskopiot', sv: 'Säkerhetskopior', en: 'Backups' },
}
