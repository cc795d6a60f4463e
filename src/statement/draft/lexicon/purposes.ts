export interface PurposeWord {
  id: string
  words: RegExp
  fi: string
  sv: string
  en: string
  clause: string
  dpv?: string
  messageClass?: 'service' | 'marketing'
}

export const purposeWords: readonly PurposeWord[] = [
  {
    id: 'direct-marketing',
    words:
      /suoramarkkinoin|markkinoin|markkinoida|uutiskirje|lähet\S* (?:\S+ ){0,7}(?:tarjouks|mainoks)|mainonta|mainonna/,
    fi: 'Suoramarkkinointi',
    sv: 'Direktmarknadsföring',
    en: 'Direct marketing',
    clause: 'S4.10',
    dpv: 'dpv:DirectMarketing',
    messageClass: 'marketing',
  },
  {
    id: 'customer-relationship',
    words: /asiakassuhte\S*|asiakassuhd\S*|asiakkuu\S*|asiakashallin|asiakashoi|crm\b/,
    fi: 'Asiakassuhteen hoito ja kehittäminen',
    sv: 'Skötsel och utveckling av kundrelationen',
    en: 'Managing and developing the customer relationship',
    clause: 'S4.1',
    dpv: 'dpv:CustomerRelationshipManagement',
  },
  {
    id: 'customer-communication',
    words:
      /asiakasviestin|asiakastiedot(?:t|us)|(?:viesti|tiedot|tiedotta|yhteyd)\S* (?:\S+ )?asiakka|asiakasviest|(?<!sidosryhmä)viestintä(?!\S*viras)|(?<!sidosryhmä)viestinnä|tiedottami|yhteydenpi/,
    fi: 'Asiakasviestintä',
    sv: 'Kundkommunikation',
    en: 'Customer communication',
    clause: 'S4.2',
    dpv: 'dpv:CommunicationForCustomerCare',
    messageClass: 'service',
  },
  {
    id: 'service-delivery',
    words:
      /palvelu\S*,? (?:ja tuotteiden |sekä tuotteiden |tai tuotteiden |\S+ )?(?:tuotta|tarjoa|toteutt|toimit|tuota)|tuotteiden (?:ja palvelu\S* )?(?:toimit|myy)|tilau\S* (?:käsitte|toimit|hoit)|toimeksian\S* (?:hoi|toteut|suori)|sopimu\S* (?:täyttämi|täytäntö|toteut|hoit)|työn toteutt|toimitusten|palvelun tuotta|toimit\S* (?:\S+ )?(?:tilau|tuottee)|varau\S* (?:tek|hoit|käsit|hallin)|huol(?:to|lon)\S* (?:toteut|hoit|tekem)/,
    fi: 'Palvelujen tuottaminen',
    sv: 'Tjänsteproduktion',
    en: 'Service delivery',
    clause: 'S4.3',
    dpv: 'dpv:FulfilmentOfContractualObligation',
  },
  {
    id: 'customer-service',
    words:
      /asiakaspalvel|asiakastu(?:en|ki)|tukipyyn|palautte\S* käsitt|reklamaatioi\S* (?:käsit|hoit)|takuuasioi|takuun osalta/,
    fi: 'Asiakaspalvelu',
    sv: 'Kundtjänst',
    en: 'Customer service',
    clause: 'S4.3',
    dpv: 'dpv:CustomerCare',
    messageClass: 'service',
  },
  {
    id: 'enquiries',
    words: /yhteydenottopyyn|yhteydenot\S* (?:vasta|käsit|hoit)|tarjouspyyn\S*|kyselyihin vasta|tiedusteluihin/,
    fi: 'Yhteydenottoihin vastaaminen',
    sv: 'Svar på förfrågningar',
    en: 'Answering enquiries',
    clause: 'S4.3',
  },
  {
    id: 'invoicing',
    words: /laskut|perin(?:tä|nä)|maksujen (?:käsitt|valvo)|maksuliiken|reskontra/,
    fi: 'Laskutus ja perintä',
    sv: 'Fakturering och indrivning',
    en: 'Invoicing and collection',
    clause: 'S4.3',
  },
  {
    id: 'sales',
    words: /myyn(?:ti|nin|tityö|tiin)|uusasiakashank|potentiaali|tarjousten (?:tek|laat)|asiakashank/,
    fi: 'Myynti',
    sv: 'Försäljning',
    en: 'Sales',
    clause: 'S4.3',
  },
  {
    id: 'development',
    words:
      /(?:palvelu|liiketoimin|toiminn|tuottei|tuote|verkkosivu|sivusto|konsepti)\S*(?: \S+){0,3} kehit|tuotekehit|kehittä\S* (?:palvelu|toimin|liiketoim|tuot)|analysoin|tilastoin|tilastollis|raportoin|analytiik|kehittämistarkoit|kehitämme (?:\S+ )?(?:palvelu|toimint|tuot)/,
    fi: 'Palvelujen kehittäminen',
    sv: 'Utveckling av tjänsterna',
    en: 'Developing the services',
    clause: 'S4.3',
  },
  {
    id: 'events',
    words:
      /tapahtumakuts|(?:tapahtum|koulutu|webinaari|seminaari|kurssi)\S* (?:\S+ )?(?:järjest|toteut|hallin|ilmoit)|ilmoittautumis|tapahtumajärjest/,
    fi: 'Tapahtumien järjestäminen',
    sv: 'Ordnande av evenemang',
    en: 'Organising events',
    clause: 'S4.3',
  },
  {
    id: 'surveys',
    words: /asiakastyytyväi|(?:asiakas|mielipide|palaute)kysely|markkinatutkim|tyytyväisyysky/,
    fi: 'Asiakaskyselyt',
    sv: 'Kundenkäter',
    en: 'Customer surveys',
    clause: 'S4.3',
  },
  {
    id: 'recruitment',
    words: /rekrytoin|työnhak|työnhaun/,
    fi: 'Rekrytointi',
    sv: 'Rekrytering',
    en: 'Recruitment',
    clause: 'S4.3',
    dpv: 'dpv:PersonnelHiring',
  },
  {
    id: 'legal-obligations',
    words:
      /lakisääteis\S+ (?:velvoi|tehtäv)|kirjanpi\S+|viranomaisvelvoi|\S+lain (?:edellyttäm|asettam|mukais)\S* (?:\S+ )?(?:tehtäv|velvoit|velvolli)/,
    fi: 'Lakisääteiset velvoitteet',
    sv: 'Lagstadgade skyldigheter',
    en: 'Legal obligations',
    clause: 'S4.3',
    dpv: 'dpv:LegalCompliance',
  },
  {
    id: 'credit-control',
    words: /luottokelpo|luottotieto\S* tarkist|luotonvalvon/,
    fi: 'Luottokelpoisuuden arviointi',
    sv: 'Bedömning av kreditvärdighet',
    en: 'Assessing creditworthiness',
    clause: 'S4.3',
    dpv: 'dpv:CustomerSolvencyMonitoring',
  },
  {
    id: 'misuse-prevention',
    words: /väärinkäytö|kameravalvon|petos|kulunvalvon|omaisuuden suoj|turvallisuuden varmist/,
    fi: 'Väärinkäytösten estäminen',
    sv: 'Förebyggande av missbruk',
    en: 'Preventing misuse',
    clause: 'S4.3',
    dpv: 'dpv:FraudPreventionAndDetection',
  },
  {
    id: 'membership',
    words: /jäsenyy|jäsenluettel|jäsenasioi|jäsenrekister|jäsenviest|jäsenpalvel/,
    fi: 'Jäsenasioiden hoito',
    sv: 'Skötsel av medlemsärenden',
    en: 'Managing membership',
    clause: 'S4.3',
  },
  {
    id: 'stakeholder-relations',
    words: /sidosryhmä|kumppanuu/,
    fi: 'Sidosryhmäsuhteet',
    sv: 'Intressentrelationer',
    en: 'Stakeholder relations',
    clause: 'S4.3',
  },
  {
    id: 'personalisation',
    words: /personoin|kohdentaminen|kohdentami|räätälöin/,
    fi: 'Sisällön kohdentaminen',
    sv: 'Personalisering',
    en: 'Personalisation',
    clause: 'S4.3',
  },
  {
    id: 'raffles',
    words: /arvon(?:ta|to|na|noi)|kilpailujen/,
    fi: 'Arvonnat ja kilpailut',
    sv: 'Utlottningar och tävlingar',
    en: 'Prize draws',
    clause: 'S4.3',
  },
]

export const channelWords: readonly [string, RegExp][] = [
  [
    'email',
    /sähköpostitse|sähköpostilla|sähköpostil\S|sähköpostin (?:kautta|väli)|sähköpostiviest|sähköpostimarkk|sähköpostiin|sähköposti(?!osoi)(?=[,\s]|$)|uutiskirj/,
  ],
  [
    'post',
    /(?<!\p{L})postitse|kirjeitse|kirjeellä|kirjepost|paperipost|postin kautta|postimainon|(?:^|\s)postilla|postikort|(?:^|[\s,])posti(?=[,\s.]|$)/u,
  ],
  ['sms', /tekstivies|\bsms\b|matkapuhelimeen|mobiiliviest/],
  ['phone', /puhelimitse|puhelimella|puhelinmarkk|puhelinmyyn|telemarkk|soittamalla|puhelin(?=[,\s.]|$)/],
  ['push', /push-/],
]

export const topicNames: readonly [string, RegExp, string, string, string][] = [
  ['news', /uutisi|uutisis|ajankohtai|tiedottei/, 'ajankohtaiset uutiset', 'aktuella nyheter', 'current news'],
  ['events', /tapahtum|seminaar|messui|messut/, 'tapahtumat', 'evenemang', 'events'],
  ['services', /palvelui|palvelumme|palvelusta|palvelujamme/, 'palvelut', 'tjänster', 'services'],
  ['products', /tuottei|tuotteista|uutuuks/, 'tuotteet', 'produkter', 'products'],
  ['offers', /tarjouksi|tarjouksis|eduista|etuja|alennuks|kampanj/, 'tarjoukset', 'erbjudanden', 'offers'],
  ['training', /koulutuks|koulutust|kurss/, 'koulutukset', 'utbildningar', 'training'],
  ['webinars', /webinaar/, 'webinaarit', 'webbinarier', 'webinars'],
]
