import type { RefusalCatalogue } from '#platform/problem'

export const chainRefusals: RefusalCatalogue = {
  QUOTE_STATE: {
    fi: 'Tarjous on tilassa, jossa tätä ei voi tehdä. Annettua tarjousta muutetaan uudella versiolla.',
    sv: 'Offerten är i ett läge där detta inte kan göras. En lämnad offert ändras med en ny version.',
    en: 'The quote is in a state where this cannot be done. A quote that was issued changes by a new version.',
  },
  QUOTE_NOT_ANSWERABLE: {
    fi: 'Tähän tarjouksen versioon ei voi enää vastata: se on korvattu, peruttu tai siihen on jo vastattu.',
    sv: 'Den här versionen av offerten kan inte längre besvaras: den har ersatts, återkallats eller redan besvarats.',
    en: 'This version of the quote can no longer be answered: it was replaced, withdrawn or answered already.',
  },
  QUOTE_EXPIRED: {
    fi: 'Tarjouksen voimassaolo päättyi {day}.',
    sv: 'Offerten gällde till {day}.',
    en: 'The quote was valid until {day}.',
  },
  ORDER_STATE: {
    fi: 'Tilaus on tilassa, jossa tätä ei voi tehdä.',
    sv: 'Beställningen är i ett läge där detta inte kan göras.',
    en: 'The order is in a state where this cannot be done.',
  },
  ORDER_HAS_GONE_OUT: {
    fi: 'Tilauksesta on jo toimitettu tai suunniteltu toimitettavaksi jotakin, joten sitä ei voi perua. Päätä se vajaana.',
    sv: 'Något av beställningen har redan levererats eller planerats, så den kan inte avbokas. Avsluta den i stället.',
    en: 'Something of the order has gone out or is planned to, so it cannot be cancelled. Close it short instead.',
  },
  ORDER_NOTHING_TO_BILL: {
    fi: 'Kaikki toimitettu on jo laskutettu.',
    sv: 'Allt som levererats har redan fakturerats.',
    en: 'All that was delivered has been invoiced.',
  },
  DELIVERY_STATE: {
    fi: 'Toimitus on jo tehty tai peruttu.',
    sv: 'Leveransen är redan gjord eller inställd.',
    en: 'The delivery has been made or cancelled already.',
  },
  MORE_THAN_ORDERED: {
    fi: 'Toimitettaisiin enemmän kuin on tilattu. Kirjaa syy.',
    sv: 'Mer än vad som beställts skulle levereras. Ange orsaken.',
    en: 'More would go out than was ordered. Give the reason.',
  },
  CONTRACT_STATE: {
    fi: 'Sopimus on tilassa, jossa tätä ei voi tehdä. Allekirjoitettua sopimusta ei muuteta: tee uusi sopimus.',
    sv: 'Avtalet är i ett läge där detta inte kan göras. Ett undertecknat avtal ändras inte: gör ett nytt avtal.',
    en: 'The contract is in a state where this cannot be done. A signed contract is not changed: make a new one.',
  },
  CONTRACT_BILLED: {
    fi: 'Tämä laskutuskausi on jo laskutettu tai laskun luonnos on olemassa. Seuraavan voi laskuttaa kauden vaihduttua ({day} jälkeen).',
    sv: 'Den här faktureringsperioden är redan fakturerad eller har ett utkast. Nästa kan faktureras när perioden byter (efter {day}).',
    en: 'This billing period has been billed already, or has a draft. The next may be billed when the period changes (after {day}).',
  },
  WAITS_OTHERWISE: {
    fi: 'Laskutettava on muuttunut sen jälkeen, kun katsoit sitä. Tarkista rivi ja yritä uudelleen.',
    sv: 'Det som ska faktureras har ändrats sedan du såg det. Kontrollera raden och försök igen.',
    en: 'What is to be billed has changed since you saw it. Check the row and try again.',
  },
  CREDITS_OTHERWISE: {
    fi: 'Hyvitettävä on muuttunut sen jälkeen, kun katsoit sitä. Tarkista summa ja yritä uudelleen.',
    sv: 'Det som ska krediteras har ändrats sedan du såg det. Kontrollera summan och försök igen.',
    en: 'What is to be credited has changed since you saw it. Check the sum and try again.',
  },
  BILLED_BEFORE_BEGUN: {
    fi: 'Sopimus alkaa vasta {day}; sitä aiempaa aikaa ei ole voitu laskuttaa.',
    sv: 'Avtalet börjar först {day}, så det kan inte ha fakturerats före det.',
    en: 'The contract begins on {day}, so it cannot have been billed before that.',
  },
  ASSIGNMENT_STATE: {
    fi: 'Toimeksianto on tilassa, jossa tätä ei voi tehdä.',
    sv: 'Uppdraget är i ett läge där detta inte kan göras.',
    en: 'The assignment is in a state where this cannot be done.',
  },
  ALREADY_ON_LIST: {
    fi: 'Hän on jo toimeksiannon yhteyslistalla.',
    sv: 'Personen finns redan på uppdragets kontaktlista.',
    en: 'They are on the contact list of the assignment already.',
  },
}
