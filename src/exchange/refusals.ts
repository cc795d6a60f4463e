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
  COLUMN_MISSING: {
    fi: 'Valitse, missä sarakkeessa on tieto, jota jokainen rivi tarvitsee.',
    sv: 'Välj vilken kolumn som innehåller den uppgift som varje rad behöver.',
    en: 'Choose the column which holds what every line needs.',
  },
  LINE_TWICE: {
    fi: 'Tiedostossa on jo aiempi rivi samasta kohteesta. Vain ensimmäinen tuodaan.',
    sv: 'Filen har redan en tidigare rad om samma sak. Bara den första importeras.',
    en: 'The file has an earlier line about the same thing. Only the first is imported.',
  },
  FIGURE_NOT_READ: {
    fi: 'Lukua ei voi lukea kohdassa {field}. Kirjoita se muodossa 1234,50.',
    sv: 'Talet i {field} kan inte läsas. Skriv det som 1234,50.',
    en: 'The figure in {field} cannot be read. Write it as 1234,50.',
  },
  FIGURE_NOT_CLEAR: {
    fi: 'Luvun voi lukea kahdella tavalla kohdassa {field}. Kirjoita se ilman tuhaterotinta ja kahdella desimaalilla, esimerkiksi 1234,00.',
    sv: 'Talet i {field} kan läsas på två sätt. Skriv det utan tusentalsavskiljare och med två decimaler, till exempel 1234,00.',
    en: 'The figure in {field} may mean two things. Write it without a thousands separator and with two decimals, as 1234,00.',
  },
  FIGURE_TOO_FINE: {
    fi: 'Luvussa on liikaa desimaaleja kohdassa {field}. Pyöristä se.',
    sv: 'Talet i {field} har för många decimaler. Avrunda det.',
    en: 'The figure in {field} has too many decimals. Round it.',
  },
  FIGURE_NEGATIVE: {
    fi: 'Luku ei voi olla negatiivinen kohdassa {field}.',
    sv: 'Talet i {field} kan inte vara negativt.',
    en: 'The figure in {field} cannot be negative.',
  },
  NOTHING_TO_IMPORT: {
    fi: 'Rooliisi ei kuulu tietojen lisääminen rekisteriin (selosteen kohta {clause}).',
    sv: 'Att lägga till uppgifter i registret hör inte till din roll (beskrivningens punkt {clause}).',
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
  FILE_KIND_UNKNOWN: {
    fi: 'Tätä tiedostoa ei voi lukea. Tallenna se muodossa CSV, XLSX tai vCard.',
    sv: 'Filen kan inte läsas. Spara den som CSV, XLSX eller vCard.',
    en: 'This file cannot be read. Save it as CSV, XLSX or vCard.',
  },
  FILE_DAMAGED: {
    fi: 'Tiedosto on vioittunut, eikä sitä voi lukea loppuun.',
    sv: 'Filen är skadad och kan inte läsas till slut.',
    en: 'The file is damaged and cannot be read to its end.',
  },
  FILE_ERASED: {
    fi: 'Tiedosto on jo poistettu. Tuo se uudelleen.',
    sv: 'Filen har redan raderats. Importera den på nytt.',
    en: 'The file is erased already. Bring it again.',
  },
  SHEET_NOT_FOUND: {
    fi: 'Työkirjassa ei ole yhtään taulukkoa.',
    sv: 'Arbetsboken har inget kalkylblad.',
    en: 'The workbook has no sheet.',
  },
  LINE_HOLDS_NUL: {
    fi: 'Rivillä on merkkejä, joita ei voi tallentaa (NUL).',
    sv: 'Raden har tecken som inte kan sparas (NUL).',
    en: 'The line holds characters that cannot be kept (NUL).',
  },
  LINE_TOO_LONG: {
    fi: 'Rivillä on liian pitkä solu.',
    sv: 'Raden har en för lång cell.',
    en: 'The line has a cell that is too long.',
  },
  LINE_NOT_TAKEN: {
    fi: 'Rekisteri ei hyväksynyt riviä. Tarkista sen tiedot.',
    sv: 'Registret godkände inte raden. Kontrollera uppgifterna.',
    en: 'The register did not take the line. Check what it says.',
  },
  DAY_NOT_READ: {
    fi: 'Päivämäärää ei voi lukea kohdassa {field}. Kirjoita se muodossa 31.12.2025 tai 2025-12-31.',
    sv: 'Datumet i {field} kan inte läsas. Skriv det som 31.12.2025 eller 2025-12-31.',
    en: 'The date in {field} cannot be read. Write it as 31.12.2025 or 2025-12-31.',
  },
  HELD_UNSEEN: {
    fi: 'Rekisterissä on jo tämä henkilö tai yritys, mutta tietoja ei näytetä roolillesi. Kysy tietosuojasta.',
    sv: 'Personen eller företaget finns redan i registret men visas inte för din roll. Fråga dataskyddet.',
    en: 'The register holds this person or company already, but your duty does not see it. Ask privacy.',
  },
  IMPORT_STATE: {
    fi: 'Tuonti ei ole enää siinä vaiheessa. Lataa sivu uudelleen.',
    sv: 'Importen är inte längre i det skedet. Ladda om sidan.',
    en: 'The import is no longer at that step. Load the page again.',
  },
  KEY_NOT_IN_FILE: {
    fi: 'Tunnisteeksi käy vain oma teksti- tai numerokenttä, jolle tiedostossa on sarake.',
    sv: 'Som nyckel duger bara ett eget text- eller talfält som har en kolumn i filen.',
    en: 'Only an added text or number field with a column in the file can be the key.',
  },
  HANGS_ON_IT: {
    fi: 'Tietoihin liittyy jo muuta, joten niitä ei poistettu.',
    sv: 'Annat hänger redan på uppgifterna, så de raderades inte.',
    en: 'Something else hangs on the record already, so it was not removed.',
  },
  CHANGED_SINCE: {
    fi: 'Tietoja on muutettu tuonnin jälkeen, joten niitä ei palautettu.',
    sv: 'Uppgifterna har ändrats efter importen och återställdes inte.',
    en: 'The values were changed after the import, so they were not put back.',
  },
  EXPORT_NOT_OF_DUTY: {
    fi: 'Rooli {duty} ei oikeuta viemään henkilötietoja tiedostoon (selosteen kohta {clause}).',
    sv: 'Rollen {duty} ger inte rätt att ta ut personuppgifter som fil (beskrivningens punkt {clause}).',
    en: 'The duty {duty} takes no personal data out as a file (clause {clause} of the statement).',
  },
  EXPORT_REASON_MISSING: {
    fi: 'Kerro, mihin tiedostoa käytetään. Perustelu tulee tiedoston alkuun.',
    sv: 'Ange vad filen används till. Motiveringen står i början av filen.',
    en: 'Say what the file is used for. The reason stands at its beginning.',
  },
}
