export interface SourceWord {
  id: string
  words: RegExp
  kind: 'data-subject' | 'third-party' | 'public-register'
  clause: string
  fi: string
  sv: string
  en: string
  sale?: boolean
}

export const sourceWords: readonly SourceWord[] = [
  { id: 'other-contact', words: /muu\S* (?:\S*asiakas)?(?:yhteydenpi|kanssakäymi|asioin|yhteydenot)\S*/, kind: 'data-subject', clause: 'S6.5', fi: 'Muu yhteydenpito', sv: 'Övrig kontakt', en: 'Other contact' },
  { id: 'web-form', words: /lomak|verkkosivu\S* kautta|verkkosivuilt/, kind: 'data-subject', clause: 'S6.9', fi: 'Verkkolomake', sv: 'Webbformulär', en: 'Web form' },
  { id: 'quote-request', words: /tarjouspyyn/, kind: 'data-subject', clause: 'S6.2', fi: 'Tarjouspyyntö', sv: 'Offertförfrågan', en: 'Quote request' },
  { id: 'order', words: /tila(?:us|uk|ust)\S*|verkkokaup|(?:^|\s)osto\S*/, kind: 'data-subject', clause: 'S6.3', fi: 'Tilaus', sv: 'Beställning', en: 'Order', sale: true },
  { id: 'contract', words: /sopimu/, kind: 'data-subject', clause: 'S6.4', fi: 'Sopimus', sv: 'Avtal', en: 'Contract', sale: true },
  { id: 'newsletter', words: /uutiskirj/, kind: 'data-subject', clause: 'S6.9', fi: 'Uutiskirjeen tilaus', sv: 'Prenumeration på nyhetsbrev', en: 'Newsletter subscription' },
  { id: 'event', words: /tapahtum|messu|koulutu|webinaar|seminaar|ilmoittautum/, kind: 'data-subject', clause: 'S6.5', fi: 'Tapahtuma', sv: 'Evenemang', en: 'Event' },
  { id: 'meeting', words: /tapaami|kokouks|käyntikort/, kind: 'data-subject', clause: 'S6.5', fi: 'Tapaaminen', sv: 'Möte', en: 'Meeting' },
  { id: 'contact', words: /yhteydeno|puhelimitse|sähköpostitse|asiakaspalvelu|asiakastapaam|chat/, kind: 'data-subject', clause: 'S6.1', fi: 'Yhteydenotto', sv: 'Kontakt', en: 'Contact' },
  { id: 'organisation', words: /edusta\S+ (?:organisaati|yrity|yhteisö|taho)|työnantaja|asiakasyrityks|asiakasorganisaati|yritykseltä(?:si)?|organisaatiolt/, kind: 'third-party', clause: 'S6.7', fi: 'Rekisteröidyn organisaatio', sv: 'Den registrerades organisation', en: "The person's organisation" },
  { id: 'website-use', words: /eväste|verkkosivu\S* käyt|sivusto\S* käyt|analytiik/, kind: 'data-subject', clause: 'S6.9', fi: 'Verkkosivujen käyttö', sv: 'Användning av webbplatsen', en: 'Use of the website' },
  { id: 'traficom', words: /trafi(?!ik)|liikenteen turvallisuusvirasto|liikenne- ja viestintävirasto|ajoneuvorekister|liikenneasioiden rekister/, kind: 'public-register', clause: 'S6.8', fi: 'Traficom', sv: 'Traficom', en: 'Traficom' },
  { id: 'ytj', words: /(?<!\p{L})ytj|yritys- ja yhteisötieto/u, kind: 'public-register', clause: 'S6.8', fi: 'Yritys- ja yhteisötietojärjestelmä (YTJ)', sv: 'Företags- och organisationsdatasystemet (FODS)', en: 'Business Information System (BIS)' },
  { id: 'prh', words: /(?<!\p{L})prh|patentti- ja rekisterihal|kaupparekister/u, kind: 'public-register', clause: 'S6.8', fi: 'Patentti- ja rekisterihallitus', sv: 'Patent- och registerstyrelsen', en: 'Patent and Registration Office' },
  { id: 'dvv', words: /(?<!\p{L})dvv|digi- ja väestö|väestörekister|väestötieto/u, kind: 'public-register', clause: 'S6.8', fi: 'Digi- ja väestötietovirasto', sv: 'Myndigheten för digitalisering och befolkningsdata', en: 'Digital and Population Data Services Agency' },
  { id: 'asiakastieto', words: /asiakastieto(?=[\s,.)]|$| oy|\S*(?: oy| group))/, kind: 'third-party', clause: 'S6.8', fi: 'Suomen Asiakastieto', sv: 'Suomen Asiakastieto', en: 'Suomen Asiakastieto' },
  { id: 'credit-register', words: /luottotietorekister|luottotietoyhti|luottotietoja tarjoav/, kind: 'third-party', clause: 'S6.8', fi: 'Luottotietorekisteri', sv: 'Kreditupplysningsregister', en: 'Credit register' },
  { id: 'vainu', words: /vainu/, kind: 'third-party', clause: 'S6.8', fi: 'Vainu', sv: 'Vainu', en: 'Vainu' },
  { id: 'fonecta', words: /fonecta|finder\.fi|profinder/, kind: 'third-party', clause: 'S6.8', fi: 'Fonecta', sv: 'Fonecta', en: 'Fonecta' },
  { id: 'leadfeeder', words: /leadfeeder|dealfront/, kind: 'third-party', clause: 'S6.8', fi: 'Leadfeeder', sv: 'Leadfeeder', en: 'Leadfeeder' },
  { id: 'bisnode', words: /bisnode|dun & bradstreet/, kind: 'third-party', clause: 'S6.8', fi: 'Dun & Bradstreet', sv: 'Dun & Bradstreet', en: 'Dun & Bradstreet' },
  { id: 'linkedin', words: /linkedin/, kind: 'third-party', clause: 'S6.8', fi: 'LinkedIn', sv: 'LinkedIn', en: 'LinkedIn' },
  { id: 'social-media', words: /sosiaalis\S+ media|some-kanav|facebook/, kind: 'third-party', clause: 'S6.8', fi: 'Sosiaalinen media', sv: 'Sociala medier', en: 'Social media' },
  { id: 'posti', words: /postin osoite|osoitetietojärjestelm/, kind: 'third-party', clause: 'S6.8', fi: 'Postin osoitetiedot', sv: 'Postis adressuppgifter', en: "Posti's address data" },
  { id: 'tax-authority', words: /verohallin|verottaj/, kind: 'public-register', clause: 'S6.8', fi: 'Verohallinto', sv: 'Skatteförvaltningen', en: 'Tax Administration' },
  { id: 'land-survey', words: /maanmittauslai|kiinteistötietojärj/, kind: 'public-register', clause: 'S6.8', fi: 'Maanmittauslaitos', sv: 'Lantmäteriverket', en: 'National Land Survey' },
  { id: 'public-sources', words: /julki(?:set|sista|sesti|sten|sia)\S* (?:\S+ ){0,3}(?:rekister|lähte|lähde|tietoläh|verkkosivu|luettel|tieto)|julkisista|internet-?sivu|yritysten verkkosivu|yrityksen verkkosivu|julkinen rekister/, kind: 'public-register', clause: 'S6.8', fi: 'Julkiset lähteet', sv: 'Offentliga källor', en: 'Public sources' },
  { id: 'partners', words: /yhteistyökumppan|kumppaneilt|suosittel|tapahtumajärjestäj/, kind: 'third-party', clause: 'S6.7', fi: 'Yhteistyökumppanit', sv: 'Samarbetspartner', en: 'Partners' },
  { id: 'group-companies', words: /konserniyhti\S+(?= |$)|samaan konserniin/, kind: 'third-party', clause: 'S6.7', fi: 'Konserniyhtiöt', sv: 'Koncernbolag', en: 'Group companies' },
]

/** Names that authorities no longer bear. */
export const staleNames: readonly RegExp[] = [
  /(?<!\p{L})Trafi(?!\p{L})|(?<!\p{L})Trafi(?=n|lta|sta|ssa|lle|in)(?!com)/u,
  /Liikenteen turvallisuusvirasto/iu,
  /Väestörekisterikesku\p{L}*/iu,
  /Viestintävirasto\p{L}*/iu,
  /Bisnode/u,
]

export const fromThePerson = /\p{L}{4,} itse(?=[\s,.;]|$)|rekisteröidyltä|asiakkaalta|asiakkailta|henkilöltä itseltään|itseltään|sinulta|itseltäsi|rekisteröity itse|asiakas itse|henkilö itse|annat meille|antamist/u
