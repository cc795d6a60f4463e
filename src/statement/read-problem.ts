import type { Said } from '#platform/language'

export type ProblemCode = keyof typeof phrases

/** Why a statement file could not be read, and where. */
export interface Problem {
  code: ProblemCode
  line: number
  column: number
  /** JSON pointer to the place in the file. */
  path: string
  said: Said
  /** The word that was probably meant. */
  suggestion?: string
}

/** A problem before its line and column are known. */
export interface Fault {
  code: ProblemCode
  path: string
  /** The key, word or limit that the sentence names. */
  what?: string
  suggestion?: string
}

const phrases = {
  FILE_EMPTY: {
    fi: 'Tiedosto on tyhjä.',
    sv: 'Filen är tom.',
    en: 'The file is empty.',
  },
  FILE_TOO_LARGE: {
    fi: 'Tiedosto on yli yhden megatavun kokoinen. Näin suuri tiedosto ei ole seloste.',
    sv: 'Filen är större än en megabyte. Så stor är ingen registerbeskrivning.',
    en: 'The file is larger than one megabyte. No statement is that large.',
  },
  NOT_UTF8: {
    fi: 'Tiedosto ei ole UTF-8-muotoista tekstiä. Tallenna se UTF-8-muodossa.',
    sv: 'Filen är inte text i UTF-8. Spara den som UTF-8.',
    en: 'The file is not UTF-8 text. Save it as UTF-8.',
  },
  YAML_BROKEN: {
    fi: 'Tiedoston rakenne katkeaa tässä: {what}',
    sv: 'Filens struktur bryts här: {what}',
    en: 'The structure of the file breaks here: {what}',
  },
  MANY_DOCUMENTS: {
    fi: 'Tiedostossa on useampi kuin yksi asiakirja. Yksi tiedosto on yksi seloste.',
    sv: 'Filen innehåller fler än ett dokument. En fil är en beskrivning.',
    en: 'The file holds more than one document. One file is one statement.',
  },
  NESTED_TOO_DEEP: {
    fi: 'Tiedostossa on liian monta sisäkkäistä tasoa.',
    sv: 'Filen har för många nivåer inuti varandra.',
    en: 'The file is nested too deeply.',
  },
  ALIASES_TOO_MANY: {
    fi: 'Tiedostossa viitataan samoihin kohtiin (*) liian monta kertaa.',
    sv: 'Filen hänvisar till samma ställen (*) för många gånger.',
    en: 'The file repeats other parts of itself (*) too many times.',
  },
  ALIAS_UNKNOWN: {
    fi: 'Viitettä *{what} ei ole määritelty ennen tätä kohtaa.',
    sv: 'Hänvisningen *{what} har inte definierats före detta ställe.',
    en: 'The alias *{what} is not defined before this place.',
  },
  TAG_REFUSED: {
    fi: 'Tyyppimerkintää {what} ei hyväksytä.',
    sv: 'Typmärkningen {what} godtas inte.',
    en: 'The tag {what} is not accepted.',
  },
  KEY_TWICE: {
    fi: 'Avain {what} on annettu kahdesti.',
    sv: 'Nyckeln {what} har angetts två gånger.',
    en: 'The key {what} is given twice.',
  },
  KEY_UNKNOWN: {
    fi: 'Avainta {what} ei tunneta tässä kohdassa.',
    sv: 'Nyckeln {what} är okänd på detta ställe.',
    en: 'The key {what} is not known here.',
  },
  KEY_MISSING: {
    fi: 'Avain {what} puuttuu.',
    sv: 'Nyckeln {what} saknas.',
    en: 'The key {what} is missing.',
  },
  TYPE_WRONG: {
    fi: 'Tässä pitää olla {what}.',
    sv: 'Här ska finnas {what}.',
    en: 'This must be {what}.',
  },
  VALUE_UNKNOWN: {
    fi: 'Arvoa {what} ei tunneta tässä kohdassa.',
    sv: 'Värdet {what} är okänt på detta ställe.',
    en: 'The value {what} is not known here.',
  },
  VALUE_MALFORMED: {
    fi: 'Arvo {what} ei ole oikeassa muodossa.',
    sv: 'Värdet {what} har fel form.',
    en: 'The value {what} is not in the right form.',
  },
  DATE_IMPOSSIBLE: {
    fi: 'Päivää {what} ei ole kalenterissa. Kirjoita päivä muodossa VVVV-KK-PP.',
    sv: 'Dagen {what} finns inte i kalendern. Skriv dagen i formen ÅÅÅÅ-MM-DD.',
    en: 'There is no such day as {what}. Write the day as YYYY-MM-DD.',
  },
  BUSINESS_ID_WRONG: {
    fi: 'Y-tunnus {what} ei ole oikein: tarkistusnumero ei täsmää.',
    sv: 'FO-numret {what} är fel: kontrollsiffran stämmer inte.',
    en: 'The business ID {what} is wrong: its check digit does not match.',
  },
  POSTCODE_WRONG: {
    fi: 'Postinumerossa {what} pitää olla viisi numeroa.',
    sv: 'Postnumret {what} ska ha fem siffror.',
    en: 'The postcode {what} must have five digits.',
  },
  ID_TWICE: {
    fi: 'Tunnus {what} on käytössä kahdesti.',
    sv: 'Beteckningen {what} används två gånger.',
    en: 'The id {what} is used twice.',
  },
  REFERENCE_UNKNOWN: {
    fi: 'Tässä viitataan kohteeseen {what}, jota selosteessa ei ole.',
    sv: 'Här hänvisas till {what}, som inte finns i beskrivningen.',
    en: 'This names {what}, which the statement does not have.',
  },
  CHOICES_MISSING: {
    fi: 'Valintatiedolle {what} pitää luetella vaihtoehdot (choices).',
    sv: 'Valuppgiften {what} behöver en lista över alternativ (choices).',
    en: 'The choice field {what} must list its choices.',
  },
  COLUMN_TAKEN: {
    fi: 'Tunnuksesta {what} ei saa omaa saraketta tietokantaan: se on liian pitkä, varattu tai sama kuin toisella tiedolla.',
    sv: 'Beteckningen {what} kan inte få en egen kolumn i databasen: den är för lång, reserverad eller samma som en annan uppgifts.',
    en: 'The id {what} cannot have a column of its own: it is too long, reserved, or the same as another field’s.',
  },
  PROBLEMS_TOO_MANY: {
    fi: 'Virheitä on enemmän kuin tässä luetellaan.',
    sv: 'Det finns fler fel än de som räknas upp här.',
    en: 'There are more problems than are listed here.',
  },
} satisfies Record<string, Said>

const didYouMean: Said = {
  fi: ' Tarkoititko: {suggestion}?',
  sv: ' Menade du: {suggestion}?',
  en: ' Did you mean: {suggestion}?',
}

/** What a problem says in every language. */
export function problemSaid({ code, what, suggestion }: Omit<Fault, 'path'>): Said {
  const fill = (language: keyof Said) =>
    phrases[code][language].replace('{what}', () => what ?? '') +
    (suggestion ? didYouMean[language].replace('{suggestion}', () => suggestion) : '')

  return { fi: fill('fi'), sv: fill('sv'), en: fill('en') }
}
