import type { RefusalCatalogue } from '#platform/problem'

export const letterRefusals: RefusalCatalogue = {
  CAMPAIGN_NOT_BY_POST: {
    fi: 'Tämä kampanja ei lähde postitse, joten siitä ei tehdä kirjeitä.',
    sv: 'Den här kampanjen går inte per post, så inga brev görs av den.',
    en: 'This campaign does not go by post, so no letters are made of it.',
  },
  NOTHING_TO_POST: {
    fi: 'Postiin vietäviä kirjeitä ei ole. Tee ensin kirjeet.',
    sv: 'Det finns inga brev att posta. Gör breven först.',
    en: 'There are no letters to post. Make the letters first.',
  },
  NOTHING_TO_PRINT: {
    fi: 'Kampanjassa ei ole sisältöä, joten kirjettä ei voi tehdä.',
    sv: 'Kampanjen har inget innehåll, så brevet kan inte göras.',
    en: 'The campaign has no content, so the letter cannot be made.',
  },
  POSTING_DAY_NOT_VALID: {
    fi: 'Postituspäivä on aikaisintaan päivä, jona kirjeet tehtiin ({printedOn}), ja viimeistään tämä päivä.',
    sv: 'Postningsdagen är tidigast den dag då breven gjordes ({printedOn}) och senast i dag.',
    en: 'The day of posting is at the earliest the day the letters were made ({printedOn}) and at the latest today.',
  },
  LETTER_CODE_NOT_VALID: {
    fi: 'Kirjeen tunnuksessa on kaksitoista merkkiä: numeroita ja kirjaimia A–F.',
    sv: 'Brevets kod har tolv tecken: siffror och bokstäverna A–F.',
    en: 'A letter code has twelve characters: digits and the letters A to F.',
  },
  LETTER_UNKNOWN: {
    fi: 'Tällä tunnuksella ei ole postitettua kirjettä. Tarkista tunnus kirjeen osoitekentän yläpuolelta.',
    sv: 'Inget postat brev har den här koden. Kontrollera koden ovanför brevets adressfält.',
    en: 'No posted letter has this code. Check it above the address on the letter.',
  },
}
