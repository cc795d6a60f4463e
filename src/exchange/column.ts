import type { Field } from '#statement'

/** What a column of a file may fill: a declared field, a part of one, or the day the values are true of. */
export type Target = string

const partsOf: Record<string, readonly string[]> = {
  'person.name': ['person.name', 'person.name/given', 'person.name/family'],
  'org.addresses': ['org.addresses/street', 'org.addresses/postcode', 'org.addresses/city'],
  'person.address': ['person.address/street', 'person.address/postcode', 'person.address/city'],
}

export const dayOfValues = 'asOf'

/** The targets that this duty may fill, in the order they are offered. */
export function targetsOf(writable: readonly Pick<Field, 'id'>[]): Target[] {
  return [...writable.flatMap(({ id }) => partsOf[id] ?? [id]), dayOfValues]
}

/** The declared field that a target fills. */
export function fieldOf(target: Target): string {
  return target.split('/')[0] ?? target
}

const said: Record<Target, RegExp> = {
  'person.name/given':
    /^(etunim(i|et)|kutsumanimi|förnamn|tilltalsnamn|first ?name|given ?names?|yhteyshenkilön etunimi)$/,
  'person.name/family': /^(sukunimi|efternamn|last ?name|family ?name|surname|yhteyshenkilön sukunimi)$/,
  'person.name':
    /^(nimi|henkilö(n nimi)?|yhteyshenkilö(n nimi)?|kontakti|namn|kontaktperson|name|full ?name|contact( person| name)?)$/,
  'person.jobRole':
    /^(tehtävä(nimike)?|titteli|nimike|asema|rooli|titel|uppgift|befattning|roll|title|job ?(title|role)|position)$/,
  'person.email': /^(henkilön )?(s(ähkö)?posti(osoite)?|e-?post(adress)?|e-?mail( address)?|email)$/,
  'person.phone':
    /^((matka)?puh(elin)?(numero)?|gsm|mobiili|kännykkä|(mobil)?telefon(nummer)?|mobil|(mobile|phone|telephone)( number)?|mobile phone|tel)$/,
  'org.name':
    /^(yritys|yrityksen nimi|yhtiö|organisaatio|asiakas|firma|toiminimi|företag(ets namn|snamn)?|bolag|organisation|kund|company( name)?|organi[sz]ation|customer|account)$/,
  'org.businessId':
    /^(y-?tunnus|yritystunnus|ly-?tunnus|fo-?nummer|organisationsnummer|business ?id|company ?id|vat( number| id)?|alv-?(tunnus|numero))$/,
  'org.phone': /^(yrityksen puhelin(numero)?|vaihde|företagets telefon(nummer)?|växel|company phone)$/,
  'org.email': /^(yrityksen sähköposti|företagets e-?post|company e-?mail)$/,
  'org.addresses/street':
    /^((katu|käynti|posti|lähi)?osoite|(gatu|besöks|post)?adress|(street|postal)?( )?address|street)$/,
  'org.addresses/postcode': /^(postinumero|posti-?nro|postnummer|postcode|post ?code|zip( code)?|postal code)$/,
  'org.addresses/city': /^(postitoimipaikka|kaupunki|paikkakunta|kunta|postort|ort|stad|city|town)$/,
  [dayOfValues]:
    /^(pvm|päivä(ys|määrä)?|lisätty|luotu|saatu|datum|skapad|tillagd|date|created( at)?|added( on)?|obtained( on)?)$/,
}

/** What each column of the header probably is; null where nothing is sure. No target is proposed twice. */
export function proposedColumns(header: readonly string[], targets: readonly Target[], fields: readonly Field[]) {
  const taken = new Set<Target>()
  return header.map((title) => {
    const plain = title
      .trim()
      .toLowerCase()
      .replace(/[_\s]+/g, ' ')
      .replace(/[:*]+$/, '')
    const found = targets.find(
      (target) => !taken.has(target) && (said[target]?.test(plain) || isNamed(plain, target, fields)),
    )
    if (found) taken.add(found)
    return found ?? null
  })
}

// A field that the statement added is known by its id and by its labels.
function isNamed(plain: string, target: Target, fields: readonly Field[]) {
  const field = fields.find(({ id }) => id === target)
  return field ? [field.id, ...Object.values(field.label)].some((name) => name.toLowerCase() === plain) : false
}
