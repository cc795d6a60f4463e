import { clausesOf, type DataCategory, type Statement } from '../format.ts'
import { heldBy } from '../subject.ts'
import type { Breach, Rule } from './finding.ts'

/** Section 5: the fields that the statement adds to deals. */
export const rulesOfAddedFields: readonly Rule[] = [
  {
    code: 'E-FIELD-TYPE',
    clause: 'S5.1',
    article: 'Art. 5(1)(c) GDPR',
    find: ({ dataCategories }) =>
      dataCategories.flatMap((field, at) => (heldBy(field.id) && !field.type ? [breachOf(field, at)] : [])),
    reason: {
      fi: 'Kaupan tiedolla {names} ei ole tyyppiä, joten sille ei ole paikkaa rekisterissä.',
      sv: 'Uppgiften {names} om en affär saknar typ och har därför ingen plats i registret.',
      en: '{names} is said of a deal but has no type, so it has no place in the register.',
    },
    mend: {
      fi: 'Anna tiedolle tyyppi: text, long-text, number, date, boolean tai choice.',
      sv: 'Ge uppgiften en typ: text, long-text, number, date, boolean eller choice.',
      en: 'Give it a type: text, long-text, number, date, boolean or choice.',
    },
  },
  {
    code: 'E-FIELD-RECORD',
    clause: 'S5.1',
    article: 'Art. 5(1)(c) and 14(1)(d) GDPR',
    find: withoutRecord,
    reason: {
      fi: 'Tieto {names} kirjataan myyntimahdollisuuteen, mutta myyntimahdollisuuksia ei ole tietosisällössä tai ne eivät näy kaikille, joille tämä tieto näkyy.',
      sv: 'Uppgiften {names} skrivs på en försäljningsmöjlighet, men möjligheterna finns inte i datainnehållet eller syns inte för alla som får se uppgiften.',
      en: '{names} is said of an opportunity, but opportunities are not among the declared data, or are hidden from a duty that reads this.',
    },
    mend: {
      fi: 'Lisää com.quotes tietosisältöön ja samoille tehtäville, tai poista tämä tieto.',
      sv: 'Lägg till com.quotes i datainnehållet och för samma arbetsuppgifter, eller ta bort uppgiften.',
      en: 'Add com.quotes to the data and to the same duties, or leave this field out.',
    },
  },
]

function withoutRecord({ dataCategories, duties }: Statement): Breach[] {
  const declared = new Set(dataCategories.map(({ id }) => id))
  return dataCategories.flatMap((field, at) => {
    const record = heldBy(field.id)
    if (!record) return []
    const isHidden = (duties ?? []).some(({ reads }) => reads.includes(field.id) && !reads.includes(record))
    return declared.has(record) && !isHidden ? [] : [breachOf(field, at)]
  })
}

function breachOf({ saidIn, label }: DataCategory, at: number): Breach {
  const clause = clausesOf(saidIn)[0]
  return { path: `/dataCategories/${at}`, names: [label], ...(clause ? { clause } : {}) }
}
