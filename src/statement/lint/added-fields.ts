import { clausesOf, type DataCategory, type Statement } from '../format.ts'
import { heldBy } from '../subject.ts'
import type { Breach, Rule } from './finding.ts'

/** Section 5: the fields that the statement adds to deals and to what follows from them. */
export const rulesOfAddedFields: readonly Rule[] = [
  {
    code: 'E-FIELD-TYPE',
    clause: 'S5.1',
    article: 'Art. 5(1)(c) GDPR',
    find: ({ dataCategories }) =>
      dataCategories.flatMap((field, at) => (heldBy(field.id) && !field.type ? [breachOf(field, at)] : [])),
    reason: {
      fi: 'Asiakirjan tai asian tiedolla {names} ei ole tyyppiä, joten sille ei ole paikkaa rekisterissä.',
      sv: 'Uppgiften {names} om ett dokument eller ärende saknar typ och har därför ingen plats i registret.',
      en: '{names} is said of a deal or a matter but has no type, so it has no place in the register.',
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
      fi: 'Tieto {names} kirjataan asiakirjaan tai asiaan, jota ei ole tietosisällössä tai joka ei näy kaikille, joille tieto annetaan.',
      sv: 'Uppgiften {names} skrivs på ett dokument eller ärende som inte finns i datainnehållet eller inte syns för alla som får uppgiften.',
      en: '{names} is said of a deal or a matter that is not among the declared data, or is hidden from a duty that is given this.',
    },
    mend: {
      fi: 'Lisää tieto, jonka alle asiakirja tai asia kirjataan (esimerkiksi com.quotes tai com.invoicing), tietosisältöön ja samoille tehtäville, tai poista tämä tieto.',
      sv: 'Lägg till den uppgift som dokumentet eller ärendet förs under (till exempel com.quotes eller com.invoicing) i datainnehållet och för samma arbetsuppgifter, eller ta bort uppgiften.',
      en: 'Add what the record is kept under (for example com.quotes or com.invoicing) to the data and to the same duties, or leave this out.',
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
