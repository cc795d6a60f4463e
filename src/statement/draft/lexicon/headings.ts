import type { Kind } from '../page/page.ts'

/** Words of headings, by what the section under them is about. One heading may open several kinds. */
export const headingWords: readonly [Kind, RegExp][] = [
  [
    'title',
    /^(?:(?:asiakas)?tiedot\s*[–-]\s*)?(?:[\p{L}\d&:.,'’/ –-]{0,70}?)(?:tietosuoja- ja rekisteriselos(?:te|teet)|rekisteri- ja tietosuojaselos(?:te|teet)|rekisteriselos(?:te|teet)|tietosuojaselos(?:te|teet)|tietosuojailmoitus|tietosuojalauseke|tietosuojakäytän(?:tö|nöt)|tietosuojapolitiikka|informaatioasiakirja|informointiasiakirja|selos(?:te|teet) (?:henkilötietojen käsittely|käsittelytoimi)|tietosuoja$)/u,
  ],
  ['name', /^(?:henkilö)?rekisterin nimi|^rekisteri$|^nimi ja tarkoitus/],
  [
    'controller',
    /^rekisteri[mn]? ?pitäj|^yhteisrekisterinpitäj|^kuka (?:vastaa|on vastuussa|on rekisteri|käsittelee|pitää)|^rekisteriä (?:pitää|ylläpitää)|^yrityksen (?:yhteys)?tiedot$|^vastuullinen yritys|^tietojen haltija|^keitä (?:me )?olemme/,
  ],
  [
    'contact',
    /yhteyshenkilö|rekisteriasioi(?:sta|den) (?:vastaava|hoita)|^ota yhteyttä|^yhteydenotot|^mihin (?:voit |voin )?otta|^keneen (?:voit|voin|otan)|^kehen (?:voit|voin|otan)|^yhteystaho|^kysymykset ja yhteydenotot|^kysyttävää/,
  ],
  ['dpo', /tietosuojavastaava/],
  [
    'purpose',
    /tarkoitus|tarkoitukse|käyttötarkoitu|(?:^|\s)miksi|^mihin (?:käytämme|tietoja|tietojasi|henkilötietoja)|^mitä varten|^(?:suora)?markkinointi$|^markkinointiviestintä/,
  ],
  [
    'basis',
    /oikeusperust|(?:^|\s)perusteet$|käsittelyperust|käsittelyn perust|laillinen perust|laillisuusperust|oikeutusperust|oikeudellinen perust/,
  ],
  [
    'data',
    /tietosisäl|tietoryhm|henkilötietoryhm|henkilötietojen ryhm|(?:kerättävät|käsiteltävät|tallennettavat|rekisteröitävät|kerätyt|käsittelemämme|keräämämme|talletettavat|tallentamamme|sisältämät) (?:henkilö)?tie|^mitä (?:henkilö)?tieto|^rekisterin tiedot|^rekisterin sisältö|^henkilötiedot$|^tietojen sisältö/,
  ],
  ['source', /tietoläh|^lähteet|^mistä|tietojen lähte|tietojen alkuperä|tietojen (?:kerääminen|keruu)(?! ja käyt)/],
  ['cookies', /eväste|cookie|verkkoanalytiik|verkkosivujen seuranta|kävijäseuranta/],
  [
    'recipients',
    /luovut|vastaanottaj|^kenelle|jaamme tieto|kenen kanssa|^kuka (?:saa|näkee)|^kelle|^ketkä (?:saavat|käsittelevät)|tietojen jakaminen/,
  ],
  ['processors', /käsittelijät|käsittelijöi|palveluntarjoaj|palveluntuottaj|alihankki|ulkoist|alikäsitteli|kumppanit/],
  ['transfers', /siirt|siirrot|eu:n|eta-|\beta\b|ulkopuolel|kolmansiin maihin|kolmas maa/],
  ['security', /suojau|tietoturva|suojaami|turvaaminen|turvallisuus|suojaamme|(?<!tieto)suojat/],
  ['retention', /käsittelyn kesto|säilyt|säilytys|kuinka kauan|miten kauan|(?:^|\s)tietojen poistaminen|elinkaari/],
  [
    'rights',
    /oikeudet|oikeutesi|oikeus(?!perust)|oikeuksi|tarkastusoik|kielto|korjausoik|vastustam|tiedon korjaa|mihin sinulla on oikeus|miten voit vaikuttaa/,
  ],
  ['authority', /valvontaviranom|valitus|valittam/],
  ['automated', /automaatti|automatisoi|profiloin/],
  [
    'changes',
    /muutokset|muuttami|päivittämi|päivitykset|^laatimis|^laadittu|^päivitetty|^seloste(?:en)? (?:päivit|laati)|^voimassaolo|^päiväys|^päivämäärä/,
  ],
]

/** Plain words that open a section only when they stand alone on their line. */
export const loneHeadings: readonly [Kind, RegExp][] = [
  ['controller', /^yhteystiedot$|^yhteystietomme$|^yritys$|^kuka\??$/],
  ['security', /^suojaus$/],
  ['data', /^mitä\??$|^tiedot$/],
  ['retention', /^kauanko\??$|^elinkaari$/],
  ['recipients', /^vastaanottajat$/],
]
