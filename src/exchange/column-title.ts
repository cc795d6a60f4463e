import { dayOfNotice, dayOfValues, type Target } from './column.ts'

/** A title as it is compared: small letters, signs as spaces, what people shorten written out, no number at its end. */
export function plainTitle(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[_./\\()[\]:*#"'+&–—-]+/g, ' ')
    .replace(/nro\b|\bnr\b|\bno\b/g, 'numero')
    .replace(/\bs ?(posti|ähköposti)\b|\bsähk posti\b|\bsähköp\b/g, 'sähköposti')
    .replace(/\b(matka)?puh\b/g, '$1puhelin')
    .replace(/\bhlö\b|\bhenk\b/g, 'henkilö')
    .replace(/\byht(eys)? ?henkilö/g, 'yhteyshenkilö')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?\d{1,2}$/, '')
}

const contact = "(?:yhteyshenkilön |henkilön |kontaktin |yhteyshenkilö |kontaktpersonens |contact(?:'s)? (?:person )?)?"
const firm =
  '(?:yrityksen |yritys |asiakkaan |asiakas |organisaation |företagets |kundens |company |customer |account )'
const whole = (words: string) => new RegExp(`^(?:${words})$`)

const family = 'sukunimi|efternamn|last ?name|family ?name|surname|n family'
const given = 'etunim(?:i|et)|kutsumanimi|förnamn|tilltalsnamn|first ?name|given ?names?|forename|n given'
const phone =
  '(?:matka|työ|suora )?puhelin(?: ?numero)?|gsm(?: numero)?|mobiili|kännykkä|(?:mobil)?telefon(?:nummer| numero)?|mobil|(?:mobile |business |work )?(?:mobile|phone|telephone)(?: number)?|tel'
const email = 'sähköposti(?: ?osoite)?|email(?: osoite)?|e ?post(?:adress)?|e ?mail(?: ?address)?|mail'

/** What the titles of columns mean in Finnish, Swedish and English, the narrowest first. */
export const titles: readonly (readonly [Target, RegExp])[] = [
  ['person.name/family-first', whole(`(?:${family}),? (?:ja |och |and )?(?:${given})|nimi sukunimi ensin`)],
  ['person.name/given', whole(`${contact}(?:${given})`)],
  ['person.name/family', whole(`${contact}(?:${family})`)],
  [
    'person.name',
    whole(
      '(?:koko |henkilön |yhteyshenkilön )?nimi|henkilö|yhteyshenkilö|kontakti(?:henkilö)?|namn|kontaktperson|name|full ?name|contact(?: person| name)?|(?:etunimi|förnamn|first ?name),? (?:ja |och |and )?(?:sukunimi|efternamn|last ?name)|fn',
    ),
  ],
  [
    'person.jobRole',
    whole(
      `${contact}(?:tehtävä(?:nimike)?|titteli|nimike|asema|rooli|toimi|ammatti(?:nimike)?|titel|uppgift|befattning|roll|title|job ?(?:title|role)|position|role)`,
    ),
  ],
  ['org.email', whole(`${firm}(?:${email})`)],
  ['org.phone', whole(`${firm}(?:${phone})|vaihde|växel|switchboard`)],
  ['person.email', whole(`${contact}(?:${email})`)],
  ['person.phone', whole(`${contact}(?:${phone})`)],
  [
    'org.businessId',
    whole(
      'y ?tunnus|yritystunnus|yritys ?id|ly ?tunnus|fo ?n(?:ummer|umero)|organisationsnummer|org ?numero|business ?id|company ?id|vat(?: ?number| ?id| numero)?|alv ?(?:tunnus|numero)',
    ),
  ],
  [
    'org.name',
    whole(
      `org|yritys|${firm}?(?:nimi|namn|name)|yrityksen nimi|yhtiö|organisaatio|asiakas|firma|toiminimi|työnantaja|företag(?:ets namn|snamn)?|bolag|organisation|kund|company|organi[sz]ation|customer|account`,
    ),
  ],
  [
    'org.addresses/place',
    whole(
      'posti ?(?:numero|num)(?: ja| &)? ?(?:posti)?(?:toimi)?paikka|postinumero (?:ja )?(?:kaupunki|paikkakunta)|postnummer (?:och )?(?:post)?ort|postcode (?:and )?(?:city|town)',
    ),
  ],
  [
    'org.addresses/street',
    whole(
      'adr street|(?:katu|käynti|posti|lähi|toimipaikan )?osoite|katu|(?:gatu|besöks|post)?adress|(?:street|postal|mailing)? ?address|street|address line',
    ),
  ],
  [
    'org.addresses/postcode',
    whole('adr postcode|posti ?numero|pnumero|postnummer|post ?code|zip(?: code)?|postal code'),
  ],
  [
    'org.addresses/city',
    whole(
      'adr city|(?:posti)?toimipaikka|posti ?paikka|posti ?tmp|ptmp|ptp|kaupunki|paikkakunta|kunta|postort|ort|stad|city|town',
    ),
  ],
  [
    dayOfValues,
    whole(
      'pvm|päivä(?:ys|määrä)?|lisätty|luotu|saatu|perustettu|luontipäivä|luonti ?pvm|lisäys ?pvm|datum|skapad|tillagd|date|created(?: at| on)?|added(?: on)?|obtained(?: on)?|rev',
    ),
  ],
  [
    dayOfNotice,
    whole(
      'informoitu|informointi(?:päivä)?|tietosuojailmoitus(?: annettu)?|informerad|information given|notice(?: given)?(?: on)?|informed(?: on)?',
    ),
  ],
]

// S4.7: a column of permissions is left out, whatever stands in it.
export function isAboutChoices(title: string): boolean {
  return /lupa|suostumus|kielto|samtycke|tillstånd|consent|opt.?(in|out)|permission|unsubscribe|uutiskirje|nyhetsbrev|newsletter/.test(
    title,
  )
}
