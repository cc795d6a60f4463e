import type { Kind } from '../page/page.ts'

/** Words by which a sentence shows what it is about where no heading says so. */
export const topicWords: readonly [Kind, RegExp][] = [
  [
    'controller',
    /^rekisteri[mn]?pitäjä(?:nä)?(?:mme)? (?:on|toimii)|rekisterinpitäjänä (?:on|toimii)|^y-tunnus|^(?:rekisteriä )?(?:pitää|ylläpitää) .*\boy\b|\(y-tunnus/,
  ],
  [
    'contact',
    /(?:kysymykset|yhteydenotot|tiedustelut|tietopyynnöt)\s*:|kysymykset (?:\S+ )?(?:tietosuoja|henkilötieto)|(?:tietosuojasta|tietosuojaa koskev\S*|tietojen käsittelystä).*(?:@|\(at\)|\(a\)|\d{5})|yhteyshenkilö(?:nä|mme| on| toimii|:)|rekisteriä koskevissa asioissa|tietosuoja-asioissa|(?:kysymyks|pyynnö|yhteydeno)\S* .*(?:voi|pyyd|osoit|lähet).*(?:@|\(at\)|\(a\)|\[at\])|ota(?:than)? yhteyttä/,
  ],
  ['dpo', /tietosuojavastaava/],
  [
    'basis',
    /oikeusperust|käsittelyperust|käsittelyn perust|käsittely perustuu|oikeutettuun etuun|oikeutettu etu|perusteena on|lakisääteis\S+ velvoi|asialli\S+ yhtey|perustuu (?:\S+ ){0,5}(?:suostumu|sopimu|oikeutet|laki|lakisäät|jäsenyy)/,
  ],
  [
    'purpose',
    /tarkoituks|(?:rekisteriä|tietoja|tietojasi|henkilötietoja|niitä|yhteystietoja)\s+(?:\S+\s+){0,3}(?:käytetään|käytämme|käsitellään|käsittelemme|tarvitaan|tarvitsemme)|(?:käytämme|käsittelemme|tarvitsemme|käytetään|käsitellään|hyödynnämme)\s+(?:tieto|tietoja|tietojasi|henkilötieto|yhteystieto|rekisteri|niitä)\S*\s+(?!kun\b)|suoramarkkinoin|uutiskirje|(?:lähetämme|lähetetään|saatamme lähettää|voimme lähettää) (?:\S+ ){0,7}(?:tarjouks|mainoks|markkinoin|tiedotte)/,
  ],
  [
    'data',
    /(?:kerä|tallen|talle|käsitel|käsittel|kirja|sisältä|rekisteröi)\S*\s+(?:\S+\s+){0,6}(?:tietoja|tiedot|tietoa)\b|(?:tietoja|tietoina|tiedot)\S*\s*(?:ovat|:)|rekisteri sisältää|rekisterissä on|henkilötunnu|(?:keräämme|tallennamme|kerätään|tallennetaan|kysymme|kysytään|kirjaamme|pyydämme)\s+(?:\S+\s+){0,4}(?:nime|puhelin|sähköpost|osoit|syntymä|ostohist)|(?:kertoa|ilmoittaa) (?:\S+ ){0,3}allergi/,
  ],
  [
    'source',
    /tietoläh|tiedot (?:saadaan|saamme|tulevat)|saamme tiedot|(?:saa|kerä|hanki|hae|poimi|tule)\S*\s+(?:\S+\s+){0,8}(?:rekisteröidyltä|asiakkaalta|sinulta|henkilöltä itseltään|lomak|rekistereistä|lähteistä|palveluista|verkkosivu)|(?:asiakkaalta|sinulta|rekisteröidyltä|lomakkeella|lomakkeelta) (?:itseltään |itseltäsi )?(?:\S+ ){0,3}(?:saa|kerä)|julkisista/,
  ],
  ['cookies', /eväste|cookie|google analytics|hotjar|meta pixel|facebook pixel|linkedin insight/],
  ['recipients', /luovut|vastaanottaj|kolmansille osapuolille|myydä|myymme|konsern\S* (?:sisällä|yhtiöi)/],
  [
    'processors',
    /palvelu(?:n)?(?:tarjoaj|tuottaj)|alihankki|käsittelijä(?:t|nä|nämme|ö|ille)|ulkoist|järjestelmä(?:n toimittaja|mme on)|tilitoimisto|pilvipalvelu|microsoft 365|hubspot|mailchimp|salesforce/,
  ],
  [
    'transfers',
    /(?:eu|eta)(?:\/eta)?\S{0,3}[ -](?:tai eta\S*|ja eta\S*|\S*aluee\S*)?\s?\S*ulkopuol|ulkopuolelle|yhdysval|kolmansiin maihin|kolmanteen maahan|vakiolausek|mallilausek|mallisopimuslausek|privacy shield|data privacy framework|riittävyyspäätö/,
  ],
  [
    'security',
    /suojat|suojaam|suojaus|salasan|käyttäjätunnu|käyttöoikeu|palomuur|salassapito|vaitiolo|luki(?:t|tu)|lukollis|varmuuskopi|tietoturva|palvelim|kulunvalvon|salatt|salattu/,
  ],
  ['retention', /säilyt|poistetaan|poistamme|(?:hävi|anonymisoi)\S*|elinkaaren ajan/],
  [
    'rights',
    /oikeus\b|pyytää (?:\S+ ){0,5}(?:korja|poist|oikais)|nähdä,? mitä tietoja|markkinointivies\S* (?:\S+ ){0,3}(?:lopett|kielt|peru)|oikeutesi|oikeudet|oikeuksi|kieltää|peruuttaa|tarkastuspyyn|pyyntö|vastustaa|siirrettäv/,
  ],
  ['authority', /tietosuojavaltuutet|valvontaviranomai/],
  ['automated', /automaatti|automatisoi|profiloi/],
]

/** Kinds that may be told anywhere, whatever the heading above says. */
export const tellableAnywhere: ReadonlySet<Kind> = new Set([
  'contact',
  'dpo',
  'basis',
  'authority',
  'automated',
  'transfers',
  'processors',
  'retention',
  'rights',
])

export function topicsOf(low: string): Kind[] {
  return topicWords.filter(([, pattern]) => pattern.test(low)).map(([kind]) => kind)
}
