import { registerWords, type SourceWord } from './registers.ts'

export type { SourceWord } from './registers.ts'

export const sourceWords: readonly SourceWord[] = [
  {
    id: 'other-contact',
    words: /muu\S* (?:asiakka\S+ )?(?:\S*asiakas)?(?:yhteydenpi|kanssakäymi|asioin|yhteydenot)\S*/,
    kind: 'data-subject',
    clause: 'S6.5',
    fi: 'Muu yhteydenpito',
    sv: 'Övrig kontakt',
    en: 'Other contact',
  },
  {
    id: 'web-form',
    words: /lomak|verkkosivu\S* kautta|verkkosivu(?:stolta|iltamme|stoltamme)/,
    kind: 'data-subject',
    clause: 'S6.9',
    fi: 'Verkkolomake',
    sv: 'Webbformulär',
    en: 'Web form',
  },
  {
    id: 'quote-request',
    words: /tarjouspyyn/,
    kind: 'data-subject',
    clause: 'S6.2',
    fi: 'Tarjouspyyntö',
    sv: 'Offertförfrågan',
    en: 'Quote request',
  },
  {
    id: 'order',
    words: /tila(?:us|uk|ust)\S*|verkkokaup|(?:^|\s)osto\S*/,
    kind: 'data-subject',
    clause: 'S6.3',
    fi: 'Tilaus',
    sv: 'Beställning',
    en: 'Order',
    sale: true,
  },
  {
    id: 'contract',
    words: /sopimu/,
    kind: 'data-subject',
    clause: 'S6.4',
    fi: 'Sopimus',
    sv: 'Avtal',
    en: 'Contract',
    sale: true,
  },
  {
    id: 'newsletter',
    words: /uutiskirj/,
    kind: 'data-subject',
    clause: 'S6.9',
    fi: 'Uutiskirjeen tilaus',
    sv: 'Prenumeration på nyhetsbrev',
    en: 'Newsletter subscription',
  },
  {
    id: 'event',
    words: /tapahtum|messu|koulutu|webinaar|seminaar|ilmoittautum/,
    kind: 'data-subject',
    clause: 'S6.5',
    fi: 'Tapahtuma',
    sv: 'Evenemang',
    en: 'Event',
  },
  {
    id: 'meeting',
    words: /tapaami|kokouks|käyntikort/,
    kind: 'data-subject',
    clause: 'S6.5',
    fi: 'Tapaaminen',
    sv: 'Möte',
    en: 'Meeting',
  },
  {
    id: 'contact',
    words: /yhteydeno|puhelimitse|sähköpostitse|asiakaspalvelu|asiakastapaam|chat/,
    kind: 'data-subject',
    clause: 'S6.1',
    fi: 'Yhteydenotto',
    sv: 'Kontakt',
    en: 'Contact',
  },
  {
    id: 'organisation',
    words:
      /edusta\S+ (?:organisaati|yrity|yhteisö|taho)|työnantaja|asiakasyrityks|asiakasorganisaati|yritykseltä(?:si)?|organisaatiolt/,
    kind: 'third-party',
    clause: 'S6.7',
    fi: 'Rekisteröidyn organisaatio',
    sv: 'Den registrerades organisation',
    en: "The person's organisation",
  },
  {
    id: 'website-use',
    words: /eväste|verkkosivu\S* käyt|sivusto\S* käyt|analytiik/,
    kind: 'data-subject',
    clause: 'S6.9',
    fi: 'Verkkosivujen käyttö',
    sv: 'Användning av webbplatsen',
    en: 'Use of the website',
  },
  ...registerWords,
]

/** Names that authorities no longer bear. */
export const staleNames: readonly RegExp[] = [
  /(?<!\p{L})Trafi(?!\p{L})|(?<!\p{L})Trafi(?=n|lta|sta|ssa|lle|in)(?!com)/u,
  /Liikenteen turvallisuusvirasto/iu,
  /Väestörekisterikesku\p{L}*/iu,
  /Viestintävirasto\p{L}*/iu,
  /Bisnode/u,
]

export const fromThePerson =
  /\p{L}{4,} itse(?=[\s,.;]|$)|rekisteröidyltä|asiakkaalta|asiakkailta|henkilöltä itseltään|itseltään|sinulta|itseltäsi|rekisteröity itse|asiakas itse|henkilö itse|annat meille|asiakkaan (?:itse )?(?:täyttäm|antam|ilmoittam)|antamist/u
