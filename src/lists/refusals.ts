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
  VIEW_KEEPS_NO_NAMES: {
    fi: 'Näkymään ei tallenneta henkilön nimeä eikä yhteystietoja. Poista rajaus {field} ja tallenna uudelleen.',
    sv: 'I en vy sparas varken en persons namn eller kontaktuppgifter. Ta bort avgränsningen {field} och spara på nytt.',
    en: 'A view keeps neither the name nor the contacts of a person. Remove the filter {field} and save again.',
  },
  VIEW_OF_ANOTHER: {
    fi: 'Tämä näkymä on toisen tekemä. Tallenna siitä oma näkymäsi.',
    sv: 'Vyn är gjord av någon annan. Spara en egen vy utifrån den.',
    en: 'Somebody else made this view. Save one of your own from it.',
  },
}
