import type { RefusalCatalogue } from '#platform/problem'

export const exchangeRefusals: RefusalCatalogue = {
  FILE_TOO_LARGE: {
    fi: 'Tiedosto on liian suuri. Enimmäiskoko on {limit} Mt.',
    sv: 'Filen är för stor. Största storlek är {limit} MB.',
    en: 'The file is too large. The limit is {limit} MB.',
  },
  CSV_NOT_READ: {
    fi: 'Tiedostoa ei voi lukea CSV-tiedostona. Ongelma on rivillä {line}.',
    sv: 'Filen kan inte läsas som CSV. Felet finns på rad {line}.',
    en: 'The file cannot be read as CSV. The trouble is on line {line}.',
  },
  CSV_EMPTY: {
    fi: 'Tiedostossa ei ole otsikkorivin lisäksi yhtään riviä.',
    sv: 'Filen innehåller inga rader utöver rubrikraden.',
    en: 'The file has no lines besides its header.',
  },
  CSV_TOO_LONG: {
    fi: 'Tiedostossa on liikaa rivejä. Kerralla voi tuoda {limit} riviä: jaa tiedosto osiin.',
    sv: 'Filen har för många rader. Högst {limit} rader kan importeras åt gången: dela upp filen.',
    en: 'The file has too many lines. At most {limit} can be imported at once: split the file.',
  },
  CSV_TOO_WIDE: {
    fi: 'Tiedostossa on liikaa sarakkeita. Enimmäismäärä on {limit}.',
    sv: 'Filen har för många kolumner. Högst {limit} är tillåtna.',
    en: 'The file has too many columns. The limit is {limit}.',
  },
  COLUMN_TWICE: {
    fi: 'Kaksi saraketta täyttää saman tiedon {field}. Valitse niistä toinen.',
    sv: 'Två kolumner fyller samma uppgift {field}. Välj en av dem.',
    en: 'Two columns fill the same field {field}. Choose one of them.',
  },
  COLUMN_OF_NAME_MISSING: {
    fi: 'Valitse, missä sarakkeessa on henkilön tai yrityksen nimi.',
    sv: 'Välj vilken kolumn som innehåller personens eller företagets namn.',
    en: 'Choose the column which holds the name of the person or the company.',
  },
  NOTHING_TO_IMPORT: {
    fi: 'Tehtävääsi ei kuulu tietojen lisääminen rekisteriin (selosteen kohta {clause}).',
    sv: 'Att lägga till uppgifter i registret hör inte till ditt uppdrag (beskrivningens punkt {clause}).',
    en: 'Adding to the register is not part of your duty (clause {clause} of the statement).',
  },
  LINE_EMPTY: {
    fi: 'Rivillä ei ole mitään valituissa sarakkeissa.',
    sv: 'Raden har inget i de valda kolumnerna.',
    en: 'The line has nothing in the chosen columns.',
  },
  PERSON_ERASED: {
    fi: 'Henkilö on pyytänyt tietojensa poistamista. Häntä ei lisätä takaisin vanhasta luettelosta.',
    sv: 'Personen har begärt att uppgifterna raderas och läggs inte till på nytt från en gammal lista.',
    en: 'This person asked to be erased, and is not taken back from an old list.',
  },
  COMPANY_CLOSED: {
    fi: 'Asiakassuhde yritykseen on päättynyt. Avaa suhde ensin uudelleen yrityksen sivulla.',
    sv: 'Kundförhållandet med företaget har upphört. Öppna det först på nytt på företagets sida.',
    en: 'The relationship with this company has ended. Reopen it first on its page.',
  },
  COMPANY_NOT_CLEAR: {
    fi: 'Rekisterissä on useita samannimisiä yrityksiä. Lisää riville Y-tunnus.',
    sv: 'Registret har flera företag med samma namn. Lägg till FO-numret på raden.',
    en: 'The register has several companies of this name. Add the business ID to the line.',
  },
}
