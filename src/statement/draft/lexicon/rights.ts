export interface RightWord {
  id:
    | 'access'
    | 'rectification'
    | 'erasure'
    | 'restriction'
    | 'portability'
    | 'objection'
    | 'objectionToMarketing'
    | 'withdrawalOfConsent'
    | 'complaint'
  words: RegExp
  clause: string
  articles: string[]
}

export const rightWords: readonly RightWord[] = [
  {
    id: 'access',
    words:
      /oike\S* (?:\S+ ){0,6}(?:tarkast|tarkist|pääs|nähdä|saada (?:\S+ ){0,3}(?:tieto|tieto|jäljen|kopio|vahvistu)|tutustu)|tarkastusoik|pääsy\S* (?:\S+ ){0,2}tieto|tarkast\S+ (?:\S+ ){0,3}tieto|saada pääsy|jäljennö|(?:voi|voit|saat|saa) (?:\S+ ){0,4}(?:tarkist|tarkast|tietää|nähdä|nähtäv|kopio)|tarkast(?:aa|us)|(?:^|[\s,])pääsy(?=[\s,.]|$)/,
    clause: 'S12.3',
    articles: ['eu-gdpr:A15'],
  },
  { id: 'rectification', words: /oikai|korja\S*|korjau|täydent|virheelli/, clause: 'S12.7', articles: ['eu-gdpr:A16'] },
  {
    id: 'erasure',
    words:
      /(?:oike|pyy|vaat|voi|saa)\S* (?:\S+ ){0,9}(?:poist(?!u)|hävit|unohdet)|poistami?s?pyyn|poistamis|tulla unohdetuksi|tietojen poista|poistaa (?:\S+ ){0,3}tie|poistoa|poisto/,
    clause: 'S12.11',
    articles: ['eu-gdpr:A17'],
  },
  {
    id: 'restriction',
    words: /rajoit(?:ta|u|e|us)\S* |käsittelyn rajoit|rajoittaa|rajoitamme|rajoitetaan|rajoittami|rajoitusta/,
    clause: 'S12.19',
    articles: ['eu-gdpr:A18'],
  },
  {
    id: 'portability',
    words:
      /siirt\S* (?:\S+ ){0,5}(?:järjestelm|toise|rekisterinpitäj|palvelu)|siirrettävy|siirto-?oikeu|siirtää tieto|tietojen siirtämis|oikeus (?:\S+ ){0,3}siirt|oike\S* (?:\S+ ){0,22}(?:siirtäminen|siirtämistä)|koneluettav/,
    clause: 'S12.19',
    articles: ['eu-gdpr:A20'],
  },
  {
    id: 'objectionToMarketing',
    words:
      /(?:kiel|vastust|kieltä)\S*(?: \S+){0,9} ?\S*(?:suora)?markkinoin|markkinoin\S*(?: \S+){0,8} (?:kielt|vastust|kiello)|markkinointikiel|suoramarkkinointikiel|markkinointivies\S* (?:\S+ ){0,3}(?:lopett|kielt|peru)|(?:poistu|peru)\S* (?:\S+ ){0,4}(?:postituslist|jakelulist|uutiskirj)|(?:postituslist|jakelulist|uutiskirj)\S* (?:\S+ ){0,4}(?:poistu|peru|lopett)/,
    clause: 'S12.16',
    articles: ['eu-gdpr:A21-2', 'eu-gdpr:A21-3'],
  },
  {
    id: 'objection',
    words: /vastust\S*|kieltää (?:\S+ ){0,4}käsittely|käsittelyn kieltä/,
    clause: 'S12.19',
    articles: ['eu-gdpr:A21-1'],
  },
  {
    id: 'withdrawalOfConsent',
    words:
      /(?:peru|perua|peruut|perutta)\S* (?:\S+ ){0,5}suostumu|suostumu\S* (?:\S+ ){0,6}peru|peru\S* (?:\S+ ){0,3}(?:luvan|lupa|lupas)/,
    clause: 'S12.19',
    articles: ['eu-gdpr:A7-3'],
  },
  {
    id: 'complaint',
    words:
      /valitu|valittaa|saattaa (?:\S+ ){0,6}(?:valvontavirano|tietosuojavaltuut)|kantelu|(?:ilmoitta|yhteyt)\S* (?:\S+ ){0,5}(?:valvontavirano|tietosuojavaltuut)|valvontaviranomai\S* (?:\S+ ){0,3}(?:käsitel|ratkai)/,
    clause: 'S13.1',
    articles: ['eu-gdpr:A77'],
  },
]

export const freeForm = /vapaamuotoi/
export const signed = /allekirjoit|varmennet|omakätis/
export const identityProof = /henkilöllisyy\S* (?:\S+ ){0,3}todist|todist\S+ (?:\S+ ){0,3}henkilöllisy/
export const routed =
  /(?:tulee|täytyy|voi|pyyd|on|lähet|osoit|toimit|tehd|pitää)\S* .*(?:kohdassa|yhteyshenkilö|osoitte|sähköpost|postitse|kirjallis)/
export const vagueDeadline =
  /kohtuullis\S+ (?:aja\S*|ajassa)|(?:mahdollisimman pian|mahdollisuuksien mukaan|niin pian kuin)/
export const personally = /henkilökohtaise|itse pyyt|omakätis/
export const ownInitiative = /oma-aloit|omasta aloit/
export const withoutDelay = /viivyty/
export const mustSpecify = /yksilöi|eritel|perustel/

export const blockerWords: readonly [id: string, words: RegExp, test: string, ground: string][] = [
  ['law', /lainsäädän|lakisäätei|laki |laista|lain /, 'class-has-statutory-hold', 'eu-gdpr:A17-3-b'],
  ['relationship', /asiakassuh\S+|asiakkuu/, 'active-contract-with-person', 'still-necessary-A17-1-a'],
  ['open-assignment', /toimeksian|kesken\S+ (?:työ|tilau|projekti)/, 'assignment-open', 'still-necessary-A17-1-a'],
  ['open-invoice', /lasku|saatav|maksamat/, 'invoice-unpaid', 'eu-gdpr:A17-3-e'],
  ['collection', /perin/, 'collection-open', 'eu-gdpr:A17-3-e'],
  ['legal-claim', /oikeusvaa|oikeudenkäyn|riita/, 'hold-open', 'eu-gdpr:A17-3-e'],
  ['warranty', /takuu/, 'warranty-running', 'eu-gdpr:A17-3-e'],
]
export const blocks = /mikäli|ellei|jos |jollei|edellyttäen|estä|paitsi|velvoit/
export const openBlockers = /(?<!\p{L})(?:ym\.?|yms\.?|jne\.?|mm\.|tai muu|tai vastaav|muu\S* vastaav|esimerkiksi)/u
