import type { Field } from '#statement'

/** What a column of a file may fill: a declared field, a part of one, or the day the values are true of. */
export type Target = string

const partsOf: Record<string, readonly string[]> = {
  'person.name': ['person.name', 'person.name/given', 'person.name/family'],
  'org.addresses': ['org.addresses/street', 'org.addresses/postcode', 'org.addresses/city'],
  'person.address': ['person.address/street', 'person.address/postcode', 'person.address/city'],
}

export const dayOfValues = 'asOf'
/** The day on which the person was told of the processing (Art. 13, 14), as our earlier register kept it. */
export const dayOfNotice = 'noticedOn'

/** Fields with several values: more than one column may fill them. */
export const isOfSeveral = (target: Target) => target === 'person.email' || target === 'person.phone'

/** The targets that this duty may fill, in the order they are offered. */
export function targetsOf(writable: readonly Pick<Field, 'id'>[]): Target[] {
  return [...writable.flatMap(({ id }) => partsOf[id] ?? [id]), dayOfValues, dayOfNotice]
}

/** The declared field that a target fills. */
export function fieldOf(target: Target): string {
  return target.split('/')[0] ?? target
}

const said: Record<Target, RegExp> = {
  'person.name/given':
    /^(n given|etunim(i|et)|kutsumanimi|förnamn|tilltalsnamn|first ?name|given ?names?|yhteyshenkilön etunimi)$/,
  'person.name/family': /^(n family|sukunimi|efternamn|last ?name|family ?name|surname|yhteyshenkilön sukunimi)$/,
  'person.name':
    /^(fn|nimi|henkilö(n nimi)?|yhteyshenkilö(n nimi)?|kontakti|namn|kontaktperson|name|full ?name|contact( person| name)?)$/,
  'person.jobRole':
    /^(tehtävä(nimike)?|titteli|nimike|asema|rooli|titel|uppgift|befattning|roll|title|job ?(title|role)|position)$/,
  'person.email': /^(henkilön )?(s(ähkö)?posti(osoite)?|e-?post(adress)?|e-?mail( address)?|email)$/,
  'person.phone':
    /^((matka)?puh(elin)?(numero)?|gsm|mobiili|kännykkä|(mobil)?telefon(nummer)?|mobil|(mobile|phone|telephone)( number)?|mobile phone|tel)$/,
  'org.name':
    /^(org|yritys|yrityksen nimi|yhtiö|organisaatio|asiakas|firma|toiminimi|företag(ets namn|snamn)?|bolag|organisation|kund|company( name)?|organi[sz]ation|customer|account)$/,
  'org.businessId':
    /^(y-?tunnus|yritystunnus|ly-?tunnus|fo-?nummer|organisationsnummer|business ?id|company ?id|vat( number| id)?|alv-?(tunnus|numero))$/,
  'org.phone': /^(yrityksen puhelin(numero)?|vaihde|företagets telefon(nummer)?|växel|company phone)$/,
  'org.email': /^(yrityksen sähköposti|företagets e-?post|company e-?mail)$/,
  'org.addresses/street':
    /^(adr street|(katu|käynti|posti|lähi)?osoite|(gatu|besöks|post)?adress|(street|postal)?( )?address|street)$/,
  'org.addresses/postcode':
    /^(adr postcode|postinumero|posti-?nro|postnummer|postcode|post ?code|zip( code)?|postal code)$/,
  'org.addresses/city': /^(adr city|postitoimipaikka|kaupunki|paikkakunta|kunta|postort|ort|stad|city|town)$/,
  [dayOfValues]:
    /^(pvm|päivä(ys|määrä)?|lisätty|luotu|saatu|datum|skapad|tillagd|date|created( at)?|added( on)?|obtained( on)?|rev)$/,
  [dayOfNotice]:
    /^(informoitu|informointi(päivä)?|tietosuojailmoitus( annettu)?|informerad|information given|notice( given)?( on)?|informed( on)?)$/,
}

/** What values themselves give away, where the header says nothing. */
const looksLike: readonly [Target, RegExp][] = [
  ['person.email', /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/],
  ['org.businessId', /^(FI)?\d{7}-?\d$/i],
  ['person.phone', /^(\+|00|0)[\d\s()-]{6,18}$/],
  ['org.name', /\s(oyj?|abp?|ky|kb|ay|ry|rf|oy ab|gmbh|ltd|inc|as|asa|aps|as oy|osk|sr)\.?$/i],
  ['org.addresses/postcode', /^\d{5}$/],
]

/** What each column probably is, by its title and then by what stands in it; null where nothing is sure. */
export function proposedColumns(
  header: readonly string[],
  targets: readonly Target[],
  fields: readonly Field[],
  sample: readonly (readonly string[])[] = [],
) {
  const taken = new Set<Target>()
  const named = header.map((title) => {
    const plain = plainTitle(title)
    const found = targets.find(
      (target) =>
        (!taken.has(target) || isOfSeveral(target)) && (said[target]?.test(plain) || isNamed(plain, target, fields)),
    )
    if (found) taken.add(found)
    return found ?? null
  })
  return named.map((target, at) => {
    if (target || isAboutChoices(plainTitle(header[at] ?? ''))) return target
    const values = sample.map((cells) => cells[at] ?? '').filter(Boolean)
    const like = looksLike.find(
      ([one, pattern]) =>
        targets.includes(one) && !taken.has(one) && values.length > 0 && values.every((value) => pattern.test(value)),
    )
    if (like) taken.add(like[0])
    return like?.[0] ?? null
  })
}

function plainTitle(title: string) {
  return title
    .trim()
    .toLowerCase()
    .replace(/[_.\s]+/g, ' ')
    .replace(/[:*]+$/, '')
    .replace(/ ?\d$/, '')
}

// S4.7: a column of permissions is left out, whatever stands in it.
function isAboutChoices(title: string) {
  return /lupa|suostumus|kielto|samtycke|tillstånd|consent|opt.?(in|out)|permission|unsubscribe/.test(title)
}

// A field that the statement added is known by its id and by its labels.
function isNamed(plain: string, target: Target, fields: readonly Field[]) {
  const field = fields.find(({ id }) => id === target)
  return field ? [field.id, ...Object.values(field.label)].some((name) => name.toLowerCase() === plain) : false
}
