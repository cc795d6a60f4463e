import { ownTexts } from '../../texts/own.ts'

const fi = {
  delivered: 'Toimitettu tuote',
  delivery: 'toimitus',
  none: 'Valitse toimituksista',
  product: 'Tuote',
  productHint: 'Hae nimellä tai tuotekoodilla',
  nothing: 'Tuotetta ei löytynyt.',
  credit: 'Hyvitä',
  creditTitle: 'Hyvitä reklamaatio',
  whichInvoice: 'Mikä lasku hyvitetään',
  noInvoice: 'Asiakkaalla ei ole laskua, jonka voisi hyvittää.',
  creditReason: (day: string) => `Reklamaatio ${day}`,
  creditedOn: (day: string) => `hyvitetty ${day}`,
  creditedBy: (number: string, sum: string) => `Hyvityslasku ${number} (${sum})`,
}

const sv: typeof fi = {
  delivered: 'Levererad vara',
  delivery: 'leverans',
  none: 'Välj bland leveranserna',
  product: 'Produkt',
  productHint: 'Sök på namn eller artikelnummer',
  nothing: 'Produkten hittades inte.',
  credit: 'Kreditera',
  creditTitle: 'Kreditera reklamationen',
  whichInvoice: 'Vilken faktura krediteras',
  noInvoice: 'Kunden har ingen faktura som kan krediteras.',
  creditReason: (day) => `Reklamation ${day}`,
  creditedOn: (day) => `krediterad ${day}`,
  creditedBy: (number, sum) => `Kreditnota ${number} (${sum})`,
}

const en: typeof fi = {
  delivered: 'Delivered item',
  delivery: 'delivery',
  none: 'Choose from the deliveries',
  product: 'Product',
  productHint: 'Search by name or SKU',
  nothing: 'No such product.',
  credit: 'Credit',
  creditTitle: 'Credit the complaint',
  whichInvoice: 'Which invoice is credited',
  noInvoice: 'The customer has no invoice that could be credited.',
  creditReason: (day) => `Complaint of ${day}`,
  creditedOn: (day) => `credited ${day}`,
  creditedBy: (number, sum) => `Credit note ${number} (${sum})`,
}

export const useGoodsTexts = ownTexts({ fi, sv, en })
