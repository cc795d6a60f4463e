import type { RefusalCatalogue } from '#platform/problem'

export const invoiceRefusals: RefusalCatalogue = {
  SERIES_BEGUN: {
    fi: 'Sarjasta on jo annettu numeroita, eikä sen alkua voi enää muuttaa.',
    sv: 'Serien har redan gett nummer och dess början kan inte längre ändras.',
    en: 'The series has already given numbers; its beginning can no longer be changed.',
  },
  NEGATIVE_QUANTITY: {
    fi: 'Määrä ei voi olla negatiivinen. Hyvitä hyvityslaskulla.',
    sv: 'Mängden kan inte vara negativ. Kreditera med en kreditnota.',
    en: 'The quantity cannot be negative. Use a credit note to credit.',
  },
  VAT_RATE_NOT_IN_FORCE: {
    fi: 'Tämä verokanta ei ollut voimassa toimituspäivänä. Valitse voimassa ollut kanta tai tarkista päivä.',
    sv: 'Den här skattesatsen gällde inte på leveransdagen. Välj en gällande sats eller kontrollera dagen.',
    en: 'This VAT rate was not in force on the day of supply. Choose one that was, or check the day.',
  },
  VAT_RATE_NOT_OF_CATEGORY: {
    fi: 'Verokanta ja veron laji eivät sovi yhteen: vain yleisessä verollisessa myynnissä on prosentti, ja siinä on aina.',
    sv: 'Skattesatsen och skattekategorin passar inte ihop: bara skattepliktig försäljning har en procentsats, och den har alltid en.',
    en: 'The VAT rate and category do not go together: only standard-rated sales bear a percentage, and they always do.',
  },
}
