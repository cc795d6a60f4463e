import type { Statement } from '../format.ts'

export const headings: NonNullable<Statement['sections']> = {
  '1': { fi: 'Rekisterin nimi', sv: 'Registrets namn', en: 'Name of the register' },
  '2': { fi: 'Rekisterinpitäjä', sv: 'Personuppgiftsansvarig', en: 'Controller' },
  '3': { fi: 'Yhteystiedot tietosuoja-asioissa', sv: 'Kontakt i dataskyddsfrågor', en: 'Contact for data protection' },
  '4': {
    fi: 'Käsittelyn tarkoitukset ja perusteet',
    sv: 'Ändamål och rättsliga grunder',
    en: 'Purposes and legal bases',
  },
  '5': { fi: 'Mitä tietoja käsittelemme', sv: 'Vilka uppgifter vi behandlar', en: 'What data we process' },
  '6': { fi: 'Mistä tiedot saadaan', sv: 'Varifrån uppgifterna fås', en: 'Where the data come from' },
  '7': { fi: 'Evästeet', sv: 'Kakor', en: 'Cookies' },
  '8': { fi: 'Kenelle tietoja luovutetaan', sv: 'Till vem uppgifter lämnas ut', en: 'To whom data are disclosed' },
  '9': {
    fi: 'Palveluntarjoajat ja siirrot ETA-alueen ulkopuolelle',
    sv: 'Tjänsteleverantörer och överföringar utanför EES',
    en: 'Service providers and transfers outside the EEA',
  },
  '10': { fi: 'Miten tiedot suojataan', sv: 'Hur uppgifterna skyddas', en: 'How the data are protected' },
  '11': { fi: 'Säilytysajat', sv: 'Lagringstider', en: 'How long data are kept' },
  '12': { fi: 'Rekisteröidyn oikeudet', sv: 'Den registrerades rättigheter', en: 'Rights of the data subject' },
  '13': { fi: 'Valvontaviranomainen', sv: 'Tillsynsmyndighet', en: 'Supervisory authority' },
}
