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
      fi: 'Tieto {names} kirjataan kauppaan, jota ei ole tietosisällössä tai joka ei näy kaikille, joille tieto annetaan.',
      sv: 'Uppgiften {names} skrivs på en affär som inte finns i datainnehållet eller inte syns för alla som får uppgiften.',
      en: '{names} is said of a deal that is not among the declared data, or is hidden from a duty that is given this.',
    },
    mend: {
      fi: 'Lisää kaupan tieto (com.quotes, com.orders, com.contracts tai com.delivery) tietosisältöön ja samoille tehtäville, tai poista tämä tieto.',
      sv: 'Lägg till affärens uppgift (com.quotes, com.orders, com.contracts eller com.delivery) i datainnehållet och för samma arbetsuppgifter, eller ta bort uppgiften.',
      en: 'Add what the deal is kept under (com.quotes, com.orders, com.contracts or com.delivery) to the data and to the same duties, or leave this out.',
    },
  },
]

function withoutRecord({ dataCategories, duties }: Statement): Breach[] {
  const declared = new Set(dataCategories.map(({ id }) => id))
  return dataCategories.flatMap((field, at) => {
    const record = heldBy(field.id)
    if (!record) return []
    const isHidden = (duties ?? []).some(({ reads, writes }) => {
      const has = [...reads, ...writes]
      return has.includes(field.id) && !has.includes(record)
    })
    return declared.has(record) && !isHidden ? [] : [breachOf(field, at)]
  })
}

function breachOf({ saidIn, label }: DataCategory, at: number): Breach {
  const clause = clausesOf(saidIn)[0]
  return { path: `/dataCategories/${at}`, names: [label], ...(clause ? { clause } : {}) }
}
