import type { Said } from '#platform/language'

/** Headings where the statement gives none of its own. */
export const sectionHeadings: Record<string, Said> = {
  '1': { fi: 'Rekisteri', sv: 'Registret', en: 'The register' },
  '2': { fi: 'Rekisterinpitäjä', sv: 'Personuppgiftsansvarig', en: 'Controller' },
  '3': { fi: 'Yhteyshenkilö', sv: 'Kontaktperson', en: 'Contact' },
  '4': { fi: 'Mihin tietoja käytetään', sv: 'Vad uppgifterna används till', en: 'What the data are used for' },
  '5': { fi: 'Mitä tietoja keräämme', sv: 'Vilka uppgifter vi samlar in', en: 'What data we collect' },
  '6': { fi: 'Mistä tiedot saadaan', sv: 'Varifrån uppgifterna kommer', en: 'Where the data come from' },
  '7': { fi: 'Evästeet', sv: 'Kakor', en: 'Cookies' },
  '8': { fi: 'Kenelle tietoja luovutetaan', sv: 'Till vem uppgifter lämnas ut', en: 'To whom data are disclosed' },
  '9': {
    fi: 'Palveluntarjoajat ja siirrot EU:n ulkopuolelle',
    sv: 'Tjänsteleverantörer och överföringar utanför EU',
    en: 'Service providers and transfers outside the EU',
  },
  '10': { fi: 'Miten tietoja suojataan', sv: 'Hur uppgifterna skyddas', en: 'How the data are protected' },
  '11': {
    fi: 'Kuinka kauan tietoja säilytetään',
    sv: 'Hur länge uppgifterna bevaras',
    en: 'How long the data are kept',
  },
  '12': { fi: 'Oikeutesi', sv: 'Dina rättigheter', en: 'Your rights' },
  '13': { fi: 'Valvontaviranomainen', sv: 'Tillsynsmyndighet', en: 'Supervisory authority' },
}
