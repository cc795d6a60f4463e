import type { RefusalCatalogue } from '#platform/problem'

export const erasureRefusals: RefusalCatalogue = {
  LEGAL_HOLD_REVIEW: {
    fi: 'Oikeusvaateen esto tarkistetaan viimeistään kuuden kuukauden kuluttua: valitse päivä tältä väliltä.',
    sv: 'Spärren för ett rättsligt anspråk ska ses över inom sex månader: välj ett datum inom den tiden.',
    en: 'A hold for a legal claim is reviewed within six months: choose a day in that time.',
  },
  LEGAL_HOLD_SCOPE: {
    fi: 'Oikeusvaade ei voi estää näiden tietojen poistamista. Markkinointitietoja ei pidetä koskaan.',
    sv: 'Ett rättsligt anspråk kan inte hindra att de här uppgifterna raderas. Marknadsföringsuppgifter behålls aldrig.',
    en: 'A legal claim cannot hold these data. Marketing data are never held.',
  },
}
