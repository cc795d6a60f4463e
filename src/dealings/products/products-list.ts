import { sql } from 'kysely'
import type { Choice, ListColumn, ListDefinition } from '#lists'
import type { Language } from '#platform/language'
import { units, type VatCategory, vatCategories } from './product.ts'

const of = (column: string) => sql.ref(`product.${column}`)
const said = (fi: string, sv: string, en: string) => ({ fi, sv, en })

const taxed: Record<VatCategory, Choice['label']> = {
  S: said('Verollinen', 'Skattepliktig', 'Standard rate'),
  Z: said('Nollaverokanta', 'Nollskattesats', 'Zero rate'),
  E: said('Veroton', 'Skattefri', 'Exempt'),
  AE: said('Käännetty verovelvollisuus', 'Omvänd skattskyldighet', 'Reverse charge'),
  K: said('Yhteisömyynti', 'Unionsintern försäljning', 'Intra-Community supply'),
  G: said('Vienti', 'Export', 'Export'),
  O: said('Ei arvonlisäveroa', 'Utanför momsen', 'Outside VAT'),
}
const states: readonly Choice[] = [
  { id: 'sold', label: said('Myynnissä', 'Till försäljning', 'Sold'), tone: 'good' },
  { id: 'retired', label: said('Poistunut', 'Utgången', 'Retired'), tone: 'calm' },
]
const words = { index: 'register.product_by_words', joined: true }
/** The name of a product in the reader's language; in Finnish where it has none. */
export function productName(language: Language, table = 'product') {
  const finnish = sql.ref(`${table}.name_fi`)
  return language === 'fi' ? finnish : sql`coalesce(${sql.ref(`${table}.name_${language}`)}, ${finnish})`
}
const text = (id: string, column: string, label: Choice['label']): ListColumn => ({
  ...{ id, type: 'text', label, sql: of(column) },
})

/** Everything that is or was sold, but for what is in the bin. It is about nobody. */
export const productsList: ListDefinition = {
  name: 'products',
  title: said('Tuotteet', 'Produkter', 'Products'),
  table: 'register.product',
  field: [],
  opens: '/products/$id',
  shown: ['said', 'sku', 'group', 'unit', 'vatCategory', 'vatRate', 'state'],
  sort: 'sku',
  quick: ['state', 'vatCategory'],
  where: sql`product.binned_at is null`,
  search: {
    in: [
      {
        words,
        holds: (test) =>
          test(
            sql`product.sku || ' ' || product.name_fi || ' ' || coalesce(product.name_sv, '') || ' ' || coalesce(product.name_en, '')`,
          ),
      },
    ],
  },
  columns: [
    {
      ...{ id: 'said', type: 'text', filled: true, sql: productName },
      // Not as a file of products calls its Finnish name: what is exported in Swedish and brought back keeps each name in its place.
      label: said('Tuotteen nimi', 'Produktens namn', 'Name of product'),
    },
    { ...text('name', 'name_fi', said('Nimi suomeksi', 'Namn på finska', 'Name in Finnish')), filled: true },
    { ...text('sku', 'sku', said('Tuotekoodi', 'Produktkod', 'Product code')), filled: true },
    text('nameSv', 'name_sv', said('Nimi ruotsiksi', 'Namn på svenska', 'Name in Swedish')),
    text('nameEn', 'name_en', said('Nimi englanniksi', 'Namn på engelska', 'Name in English')),
    { ...text('group', 'product_group', said('Tuoteryhmä', 'Produktgrupp', 'Product group')), groupable: true },
    {
      ...{ id: 'unit', type: 'choice', filled: true, sql: of('unit') },
      label: said('Yksikkö', 'Enhet', 'Unit'),
      choices: Object.entries(units).map(([id, label]) => ({ id, label })),
    },
    {
      ...{ id: 'vatCategory', type: 'choice', filled: true, sql: of('vat_category') },
      label: said('Arvonlisävero', 'Moms', 'VAT'),
      choices: vatCategories.map((id) => ({ id, label: taxed[id] })),
    },
    {
      ...{ id: 'vatRate', type: 'number', sql: sql`product.vat_rate / 100.0` },
      label: said('Verokanta (%)', 'Skattesats (%)', 'VAT rate (%)'),
    },
    {
      ...{ id: 'state', type: 'choice', filled: true, choices: states },
      label: said('Tila', 'Status', 'State'),
      sql: sql`case when product.retired_at is null then 'sold' else 'retired' end`,
    },
    {
      ...{ id: 'enteredAt', type: 'instant', filled: true, sql: of('entered_at') },
      label: said('Lisätty', 'Tillagd', 'Added'),
    },
    {
      ...{ id: 'changedAt', type: 'instant', filled: true, sql: of('changed_at') },
      label: said('Muutettu', 'Ändrad', 'Changed'),
    },
  ],
}
