/** [field, words, fi, sv, en, clause, type]. The first pattern that fits wins; narrow ones stand first. */
export type FieldWord = readonly [
  id: string,
  words: RegExp,
  fi: string,
  sv: string,
  en: string,
  clause?: string,
  type?: 'date' | 'number' | 'boolean' | 'long-text',
]

/** What a register keeps about the commercial relationship. */
export const commerceWords: readonly FieldWord[] = [
  [
    'com.creditRating',
    /luottotie|luottokelpo|maksukäyttäyty|maksuhäiri|luottoluok/,
    'Luottotiedot',
    'Kreditupplysningar',
    'Credit information',
  ],
  [
    'com.paymentTerms',
    /maksueh|maksutap|maksutie|maksamis/,
    'Maksuehdot',
    'Betalningsvillkor',
    'Payment terms',
    'S5.9',
  ],
  [
    'com.delivery',
    /toimitustie|toimituks|toimitu|^kuljetu/,
    'Toimitustiedot',
    'Leveransuppgifter',
    'Delivery details',
    'S5.10',
  ],
  ['com.invoicing', /lasku/, 'Laskutus', 'Fakturering', 'Invoicing', 'S5.11'],
  ['com.complaints', /reklamaat|valitu/, 'Reklamaatiot', 'Reklamationer', 'Complaints', 'S5.12'],
  ['com.warranty', /takuu|takui/, 'Takuuasiat', 'Garantiärenden', 'Warranty matters', 'S5.13'],
  [
    'com.orders',
    /osto|tilat(?:ut|uista|tuj)|tilau(?!\S*uutis)|kauppahist|tilaushist/,
    'Tilaukset ja ostohistoria',
    'Beställningar och köphistorik',
    'Orders and purchase history',
  ],
  ['com.contracts', /sopimu/, 'Sopimustiedot', 'Avtalsuppgifter', 'Contract details'],
  ['com.quotes', /tarjou|myyntimahdollisuu/, 'Tarjoukset', 'Offerter', 'Quotes'],
  [
    'com.activities',
    /muistiinpano|asiakastapaami|asiakaskäyn/,
    'Muistiinpanot, tehtävät ja asiakirjat',
    'Anteckningar, uppgifter och dokument',
    'Notes, tasks and documents',
  ],
  [
    'com.customerSince',
    /asiakassuhteen (?:alku|alkamis|kesto)|asiakkuuden (?:alku|alkamis)/,
    'Asiakassuhteen alkaminen',
    'Kundrelationens början',
    'Start of the customer relationship',
    undefined,
    'date',
  ],
  [
    'com.products',
    /tuote|tuottei|palvelutie|hankitut palvelut|laite|kohteen tie|kiinteistö/,
    'Tuotteet ja palvelut',
    'Produkter och tjänster',
    'Products and services',
  ],
  ['com.customerSegment', /asiakasryhm|asiakasluok|asiakastyyp|segment/, 'Asiakasryhmä', 'Kundgrupp', 'Customer group'],
]
