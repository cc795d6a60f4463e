import { enterProduct, openPriceList, setPrice } from '#dealings'
import { type Act, type Occasion, perform } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import type { InForce } from '#register'
import type { Running } from '#statement'
import type { Database } from '../database.ts'

const products = [
  ['LP-05', 'Ilmalämpöpumppu 5 kW', 'Luftvärmepump 5 kW', 'Air-source heat pump 5 kW', 'pcs', 1490],
  ['LP-08', 'Ilmalämpöpumppu 8 kW', 'Luftvärmepump 8 kW', 'Air-source heat pump 8 kW', 'pcs', 1990],
  ['VILP-12', 'Vesi-ilmalämpöpumppu 12 kW', 'Luft-vattenvärmepump 12 kW', 'Air-to-water heat pump 12 kW', 'pcs', 7850],
  ['MLP-30', 'Maalämpöpumppu 30 kW', 'Bergvärmepump 30 kW', 'Ground-source heat pump 30 kW', 'pcs', 18_400],
  [
    'LATAUS-22',
    'Sähköauton latausasema 22 kW',
    'Laddstation för elbil 22 kW',
    'Car charging station 22 kW',
    'pcs',
    1280,
  ],
  ['AP-430', 'Aurinkopaneeli 430 W', 'Solpanel 430 W', 'Solar panel 430 W', 'pcs', 118],
  ['INV-10', 'Invertteri 10 kW', 'Inverter 10 kW', 'Inverter 10 kW', 'pcs', 1640],
  ['ASENNUS', 'Asennustyö', 'Montering', 'Installation work', 'h', 68],
  ['HUOLTO', 'Vuosihuolto', 'Årsservice', 'Yearly service', 'lot', 189],
  ['MATKA', 'Matkakulut', 'Resekostnader', 'Travel', 'km', 0.62],
] as const

/** What is sold, at prices that rose once. Answers the products' ids by their codes. */
export async function enterProducts(
  register: Running<Database>,
  { rules, occasion }: { rules: InForce; occasion: Occasion },
): Promise<ReadonlyMap<string, string>> {
  return perform(register.db, occasion, async (whole) => {
    const act = whole as unknown as Act<never>
    const startsOn = dayInHelsinki(act.at)
    const list = await openPriceList(act, rules, { name: 'Ohjehinnat', startsOn })
    const ids = new Map<string, string>()
    for (const [sku, fi, sv, en, unit, euros] of products) {
      const group = sku.includes('LP-') ? 'lämpöpumput' : null
      const words = { sku, names: { fi, sv, en }, group, unit, vatCategory: 'S' as const, vatRate: 2550 }
      const product = await enterProduct(act, rules, words)
      const unitPrice = Math.round(euros * 10_000)
      await setPrice(act, rules, { priceList: list, product, unitPrice: Math.round(unitPrice * 0.96), from: startsOn })
      await setPrice(act, rules, { priceList: list, product, unitPrice, from: addDays(startsOn, 365) })
      ids.set(sku, product)
    }
    return ids
  })
}
