import type { Said } from '#platform/language'

/** What the parts of a value are called where a column fills one of them. */
export const partNames: Record<string, Said> = {
  given: { fi: 'etunimi', sv: 'förnamn', en: 'given name' },
  family: { fi: 'sukunimi', sv: 'efternamn', en: 'family name' },
  'family-first': { fi: 'sukunimi ensin', sv: 'efternamnet först', en: 'family name first' },
  street: { fi: 'katuosoite', sv: 'gatuadress', en: 'street address' },
  postcode: { fi: 'postinumero', sv: 'postnummer', en: 'postcode' },
  city: { fi: 'postitoimipaikka', sv: 'postort', en: 'city' },
  place: { fi: 'postinumero ja postitoimipaikka', sv: 'postnummer och postort', en: 'postcode and city' },
  noticedOn: {
    fi: 'Päivä, jona henkilöä on informoitu',
    sv: 'Dag då personen har informerats',
    en: 'Day the person was told of the processing',
  },
  asOf: { fi: 'Päivä, jolta tiedot ovat', sv: 'Dag som uppgifterna gäller', en: 'Day the values are true of' },
}
