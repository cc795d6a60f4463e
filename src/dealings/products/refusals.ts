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
}
