import type { RefusalCatalogue } from '#platform/problem'

export const listsRefusals: RefusalCatalogue = {
  LIST_COLUMN_UNKNOWN: {
    fi: 'Luettelossa ei ole saraketta {field}. Rekisteriseloste ei enää sisällä tätä tietoa, tai sarake on poistettu.',
    sv: 'Listan har ingen kolumn {field}. Registerbeskrivningen innehåller inte längre uppgiften, eller så har kolumnen tagits bort.',
    en: 'The list has no column {field}. The statement no longer declares it, or the column was taken away.',
  },
  FILTER_NOT_VALID: {
    fi: 'Rajaus, järjestys tai ryhmittely ei kelpaa kohdassa {field}.',
    sv: 'Avgränsningen, ordningen eller grupperingen är ogiltig vid {field}.',
    en: 'The filter, order or grouping is not valid at {field}.',
  },
}
