import type { RefusalCatalogue } from '#platform/problem'

export const quoteRequestRefusals: RefusalCatalogue = {
  QUOTE_REQUEST_STATE: {
    fi: 'Tarjouspyyntöön on jo vastattu tai se on suljettu. Avaa se uudelleen, jos sitä pitää vielä käsitellä.',
    sv: 'Offertförfrågan är redan besvarad eller avslutad. Öppna den på nytt om den ännu ska behandlas.',
    en: 'The request for a quote has been answered or closed already. Reopen it if there is still something to do.',
  },
  QUOTE_REQUEST_WHY: {
    fi: 'Kerro, miksi pyyntöön ei tarjota. Syy auttaa, kun asiakas kysyy uudelleen.',
    sv: 'Ange varför ingen offert lämnas. Orsaken behövs när kunden frågar på nytt.',
    en: 'Say why no quote is made. The reason helps when the customer asks again.',
  },
  QUOTE_REQUEST_DAY_PAST: {
    fi: 'Päivä on jo mennyt. Valitse tämä päivä tai myöhempi.',
    sv: 'Dagen har redan passerat. Välj i dag eller en senare dag.',
    en: 'The day has passed already. Choose today or a later day.',
  },
  QUOTE_REQUEST_OF_ENQUIRY: {
    fi: 'Yhteydenotosta on jo kirjattu tarjouspyyntö.',
    sv: 'En offertförfrågan har redan antecknats utifrån förfrågan.',
    en: 'A request for a quote has already been noted of this enquiry.',
  },
  QUOTE_REQUEST_HAS_QUOTE: {
    fi: 'Pyynnöstä on tehty tarjous, joten sitä ei voi poistaa. Poista ensin tarjousluonnos tai sulje pyyntö.',
    sv: 'Det finns en offert av förfrågan, så den kan inte raderas. Radera först offertutkastet eller avsluta förfrågan.',
    en: 'A quote has been made of the request, so it cannot be deleted. Delete the draft quote first, or close the request.',
  },
}
