import type { RefusalCatalogue } from '#platform/problem'

export const workRefusals: RefusalCatalogue = {
  NOT_OF_STAFF: {
    fi: 'Valitse työtoveri, jonka tehtävä näkee tämän asian. {field}',
    sv: 'Välj en kollega vars uppgift ser detta ärende. {field}',
    en: 'Choose a colleague whose duty sees this matter. {field}',
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
}
