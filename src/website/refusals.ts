import type { RefusalCatalogue } from '#platform/problem'

export const websiteRefusals: RefusalCatalogue = {
  SERVICE_NOT_DECLARED: {
    fi: 'Valinnassa oli palvelu, jota selosteen evästeluettelossa ei ole. Sitä ei tallennettu.',
    sv: 'Valet gällde en tjänst som inte finns i beskrivningens kaklista. Det sparades inte.',
    en: 'The choice named a service that is not in the statement’s list of cookies. It was not stored.',
  },
  CHOICE_OUTDATED: {
    fi: 'Evästeluettelo on muuttunut sen jälkeen, kun se näytettiin. Tarkista luettelo ja valitse uudelleen.',
    sv: 'Kaklistan har ändrats sedan den visades. Läs listan och välj på nytt.',
    en: 'The list of cookies has changed since it was shown. Look at it and choose again.',
  },
}
