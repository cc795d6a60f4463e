export interface RecipientWord {
  id: string
  words: RegExp
  kind: 'group-companies' | 'authority' | 'legal-claims' | 'named-company' | 'profession'
  clause: string
  fi: string
  sv: string
  en: string
  ground?: string
}

export const recipientWords: readonly RecipientWord[] = [
  {
    id: 'group',
    words: /konsern\S*|samaan ryhmään kuuluv|emoyhti|tytäryhti/,
    kind: 'group-companies',
    clause: 'S8.1',
    fi: 'Konserniyhtiöt',
    sv: 'Koncernbolag',
    en: 'Group companies',
  },
  {
    id: 'authorities',
    words:
      /viranomai|lain (?:salli|vaati|määrä|edellyt|nojal|velvoit)\S*|laki (?:vaati|edellyt|velvoit)|lain, |lainsäädän\S+ (?:edellyt|velvoit|vaati|salli)|laillis\S+ pyyn|säädö|poliisi|verottaj|verohallin/,
    kind: 'authority',
    clause: 'S8.2',
    fi: 'Viranomaiset',
    sv: 'Myndigheter',
    en: 'Authorities',
    ground: 'eu-gdpr:A6-1-c',
  },
  {
    id: 'legal-counsel-and-courts',
    words: /oikeusvaa|oikeudenkäyn|oikeusvaateen|asianajaj|tuomioistui|oikeudellis\S+ vaat|vaateiden/,
    kind: 'legal-claims',
    clause: 'S8.3',
    fi: 'Tuomioistuimet ja asiamiehet',
    sv: 'Domstolar och ombud',
    en: 'Courts and counsel',
    ground: 'eu-gdpr:A6-1-f',
  },
  {
    id: 'debt-collectors',
    words: /perintätoimist|perintäyhti|perintää hoitav/,
    kind: 'profession',
    clause: 'S8.2',
    fi: 'Perintätoimistot',
    sv: 'Inkassobyråer',
    en: 'Debt collectors',
  },
  {
    id: 'accountants',
    words: /tilitoimist|kirjanpitäj|tilintarkast/,
    kind: 'profession',
    clause: 'S8.2',
    fi: 'Tilitoimistot ja tilintarkastajat',
    sv: 'Bokförings- och revisionsbyråer',
    en: 'Accountants and auditors',
  },
  {
    id: 'carriers',
    words: /kuljetusliik|kuljetusyr|logistiikka|(?<!\p{L})posti(?:lle|n)?(?=[\s,.]|$)|toimitusyr/u,
    kind: 'profession',
    clause: 'S8.2',
    fi: 'Kuljetusyritykset',
    sv: 'Transportföretag',
    en: 'Carriers',
  },
  {
    id: 'insurers',
    words: /vakuutusyhti/,
    kind: 'profession',
    clause: 'S8.2',
    fi: 'Vakuutusyhtiöt',
    sv: 'Försäkringsbolag',
    en: 'Insurers',
  },
  {
    id: 'banks',
    words: /pankeille|pankille|rahoitusyhti|maksupalvelu|luottolaito/,
    kind: 'profession',
    clause: 'S8.2',
    fi: 'Pankit ja rahoitusyhtiöt',
    sv: 'Banker och finansbolag',
    en: 'Banks and finance companies',
  },
  {
    id: 'acquirers',
    words: /yrityskaup|liiketoimintakaup|liiketoiminnan (?:myyn|luovu|kaup)|fuusio|sulautum/,
    kind: 'profession',
    clause: 'S8.3',
    fi: 'Yritysjärjestelyn osapuolet',
    sv: 'Parter i företagsaffärer',
    en: 'Parties to a business transfer',
  },
  {
    id: 'partners',
    words: /yhteistyökumppan|kumppanei/,
    kind: 'profession',
    clause: 'S8.2',
    fi: 'Yhteistyökumppanit',
    sv: 'Samarbetspartner',
    en: 'Partners',
  },
  {
    id: 'subcontractors',
    words: /aliurako|alihankki/,
    kind: 'profession',
    clause: 'S8.2',
    fi: 'Alihankkijat',
    sv: 'Underleverantörer',
    en: 'Subcontractors',
  },
  {
    id: 'service-providers',
    words: /palvelu(?:n)?(?:tarjoaj|tuottaj)|järjestelmätoimit/,
    kind: 'profession',
    clause: 'S8.2',
    fi: 'Palveluntarjoajat',
    sv: 'Tjänsteleverantörer',
    en: 'Service providers',
  },
]

export const nobody =
  /(?:tietoja|henkilötietoja|tietojasi|niitä)?\s*ei(?:vät|mme)?\s+(?:(?:pää)?sääntöisesti |säännönmukaisesti |koskaan |myöskään |lähtökohtaisesti )?(?:luovut|myy|vuokra|anneta|jaeta)|emme (?:\S+ ){0,2}(?:luovut|myy|vuokra|anna|jaa)/
