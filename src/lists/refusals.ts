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
  LIST_TOO_WIDE: {
    fi: 'Luetteloa ei saatu koottua {limit} sekunnissa. Kirjoita hakuun vähintään kolme merkkiä, rajaa luetteloa tai järjestä se toisen sarakkeen mukaan.',
    sv: 'Listan kunde inte sammanställas på {limit} sekunder. Skriv minst tre tecken i sökfältet, avgränsa listan eller ordna den efter en annan kolumn.',
    en: 'The list could not be put together in {limit} seconds. Search with at least three characters, narrow the list, or sort it by another column.',
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
  BULK_TOO_MANY: {
    fi: 'Kerralla voi muuttaa enintään {limit} riviä. Rajaa luetteloa ja tee muutos osissa.',
    sv: 'Högst {limit} rader kan ändras på en gång. Avgränsa listan och gör ändringen i delar.',
    en: 'At most {limit} rows can be changed at once. Filter the list and make the change in parts.',
  },
  BULK_NOTHING: {
    fi: 'Valinnassa ei ole yhtään riviä, jonka voisi muuttaa.',
    sv: 'Urvalet innehåller inga rader som kan ändras.',
    en: 'There is no row in the choice that could be changed.',
  },
  COLUMN_NOT_EDITABLE: {
    fi: 'Saraketta {field} ei voi muuttaa luettelossa.',
    sv: 'Kolumnen {field} kan inte ändras i listan.',
    en: 'The column {field} cannot be changed in the list.',
  },
  BULK_UNDO_OVER: {
    fi: 'Joukkomuutoksen voi kumota 14 päivän ajan, ja sen tekijä kumoaa sen samassa roolissa.',
    sv: 'En massändring kan ångras i 14 dagar, av den som gjorde den och i samma roll.',
    en: 'A bulk change can be undone for 14 days, by whoever made it and in the same duty.',
  },
}
