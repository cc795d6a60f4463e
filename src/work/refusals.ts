import type { RefusalCatalogue } from '#platform/problem'

export const workRefusals: RefusalCatalogue = {
  NOT_OF_STAFF: {
    fi: 'Valitse työtoveri, jonka rooli näkee tämän asian.',
    sv: 'Välj en kollega vars roll ser detta ärende.',
    en: 'Choose a colleague whose duty sees this matter.',
  },
  NOT_YOUR_OWN: {
    fi: 'Vain kirjoittaja voi muuttaa tätä tai poistaa tämän.',
    sv: 'Bara skribenten kan ändra eller ta bort detta.',
    en: 'Only whoever wrote this may change or delete it.',
  },
  TASK_DONE: {
    fi: 'Tehtävä on jo merkitty tehdyksi.',
    sv: 'Uppgiften är redan markerad som gjord.',
    en: 'The task has already been marked as done.',
  },
  DOCUMENT_TYPE: {
    fi: 'Tätä tiedostoa ei oteta vastaan. Kelpaavat PDF, PNG, JPG, tavalliset toimisto-ohjelmien tiedostot ilman makroja sekä teksti, ja tiedoston päätteen on vastattava sisältöä.',
    sv: 'Filen tas inte emot. Godkända är PDF, PNG, JPG, vanliga kontorsfiler utan makron samt text, och filändelsen ska motsvara innehållet.',
    en: 'This file is not taken in. PDF, PNG, JPG, common office files without macros and plain text are, and the ending must match what the file is.',
  },
  DOCUMENT_EMPTY: {
    fi: 'Tiedosto on tyhjä.',
    sv: 'Filen är tom.',
    en: 'The file is empty.',
  },
  RULE_NOT_POSSIBLE: {
    fi: 'Sääntöä ei voi tehdä näin. Tarkista tämä kohta.',
    sv: 'Regeln kan inte göras så här. Kontrollera den här punkten.',
    en: 'The rule cannot be made like this. Check this part.',
  },
  BINNED_PLACE_TAKEN: {
    fi: 'Tilalle on jo tehty uusi. Poista se ensin, jos haluat vanhan takaisin.',
    sv: 'En ny har redan gjorts i stället. Radera den först om du vill ha tillbaka den gamla.',
    en: 'A new one has already been made in its place. Delete that first if you want the old one back.',
  },
}
