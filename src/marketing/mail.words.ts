import type { Language } from '#platform/language'

export interface MailWords {
  why: string
  source: string
  unsubscribe: string
  statement: string
}

/** What stands below every marketing mail. */
export const mailWords: Record<Language, MailWords> = {
  fi: {
    why: 'Osoitteesi on rekisterissämme ({register}).',
    source: 'Lähde',
    unsubscribe: 'Lopeta viestit',
    statement: 'Näin käsittelemme henkilötietoja',
  },
  sv: {
    why: 'Din adress finns i vårt register ({register}).',
    source: 'Källa',
    unsubscribe: 'Sluta få meddelanden',
    statement: 'Så behandlar vi personuppgifter',
  },
  en: {
    why: 'Your address is in our register ({register}).',
    source: 'Source',
    unsubscribe: 'Stop these messages',
    statement: 'How we process personal data',
  },
}
