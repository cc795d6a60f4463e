import type { RefusalCatalogue } from '#platform/problem'

export const productRefusals: RefusalCatalogue = {
  PRODUCT_IN_USE: {
    fi: 'Tuote on tarjouksella, tilauksella tai laskulla, joten sitä ei voi poistaa. Poista se myynnistä: silloin sitä ei enää tarjota, mutta vanhat asiakirjat pysyvät ennallaan.',
    sv: 'Produkten finns på en offert, en order eller en faktura och kan inte raderas. Ta den ur försäljning: då erbjuds den inte längre, men gamla dokument förblir som de är.',
    en: 'The product is on a quote, an order or an invoice and cannot be deleted. Take it off sale instead: it is no longer offered, and old documents stay as they are.',
  },
  PRODUCT_SKU_TAKEN: {
    fi: 'Toisella tuotteella on jo tämä tuotekoodi.',
    sv: 'En annan produkt har redan den här produktkoden.',
    en: 'Another product already has this product code.',
  },
  PRICE_LIST_NOT_CLEAR: {
    fi: 'Samannimisiä tai kaikille yhteisiä hinnastoja on useita. Kerro rivillä hinnaston nimi ja valuutta.',
    sv: 'Det finns flera prislistor med samma namn eller för alla. Ange prislistans namn och valuta på raden.',
    en: 'Several price lists have this name, or are for everybody. Say the list’s name and currency on the line.',
  },
  PRICE_SAID_SINCE: {
    fi: 'Tuotteelle on annettu hinta tuonnin jälkeen, joten riviä ei peruttu.',
    sv: 'Produkten har fått ett pris efter importen, så raden ångrades inte.',
    en: 'The product was given a price after the import, so the line was not undone.',
  },
  VAT_RATE_UNKNOWN: {
    fi: 'Tällaista arvonlisäverokantaa ei ole nyt voimassa.',
    sv: 'En sådan momssats gäller inte nu.',
    en: 'There is no such VAT rate in force today.',
  },
}
