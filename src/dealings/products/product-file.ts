import type { ImportColumn } from '#register'
import { units } from './product.ts'

const whole = (words: string) => new RegExp(`^(?:${words})$`)
const named = '(?:tuote|tuotteen )?nimi|nimike|name|product name|namn|produktnamn|benämning'
const inSwedish = '(?:ruotsiksi|ruotsi|på svenska|svenska|in swedish|swedish|sv)'
const inEnglish = '(?:englanniksi|englanti|på engelska|engelska|in english|english|en)'
const inFinnish = '(?:suomeksi|suomi|på finska|finska|in finnish|finnish|fi)'

/** The columns of a file of products with their prices, as offices call them. */
export const productFile: readonly ImportColumn[] = [
  {
    id: 'sku',
    label: { fi: 'Tuotekoodi', sv: 'Produktkod', en: 'Product code' },
    titles: whole(
      '(?:tuote|nimike|artikkeli) ?(?:koodi|numero|tunnus|id)|koodi|sku|(?:produkt|artikel) ?(?:kod|numero|nummer|nr|id)|(?:product|item|article) ?(?:code|numero|number|id)|code|kod',
    ),
    isNeeded: true,
  },
  {
    id: 'names.sv',
    label: { fi: 'Nimi ruotsiksi', sv: 'Namn på svenska', en: 'Name in Swedish' },
    titles: whole(`(?:${named}) ${inSwedish}`),
  },
  {
    id: 'names.en',
    label: { fi: 'Nimi englanniksi', sv: 'Namn på engelska', en: 'Name in English' },
    titles: whole(`(?:${named}) ${inEnglish}`),
  },
  {
    id: 'names.fi',
    label: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
    titles: whole(`(?:${named})(?: ${inFinnish})?|tuote|produkt|product|item|kuvaus|selite|beskrivning|description`),
  },
  {
    id: 'group',
    label: { fi: 'Tuoteryhmä', sv: 'Produktgrupp', en: 'Product group' },
    titles: whole('(?:tuote)?ryhmä|kategoria|(?:produkt)?grupp|kategori|(?:product )?group|category'),
  },
  {
    id: 'unit',
    label: { fi: 'Yksikkö', sv: 'Enhet', en: 'Unit' },
    titles: whole('(?:myynti)?yks(?:ikkö)?|enhet|unit|uom'),
  },
  {
    id: 'vatRate',
    label: { fi: 'Arvonlisäverokanta', sv: 'Momssats', en: 'VAT rate' },
    titles: whole(
      'alv|alv ?(?:kanta|prosentti|pros)|(?:arvonlisä)?vero ?(?:kanta|prosentti)|moms(?:sats)?|vat(?: rate)?',
    ),
    type: { decimals: 2, mayBeShare: true },
  },
  {
    id: 'vatCategory',
    label: { fi: 'Verollisuus', sv: 'Skattekategori', en: 'VAT category' },
    titles: whole('alv ?(?:luokka|koodi|peruste)|verokoodi|verollisuus|moms ?(?:kod|kategori)|vat (?:code|category)'),
    type: {
      choices: {
        S: /^(s|verollinen|normaali|skattepliktig|standard)$/,
        Z: /^(z|nollaverokanta|nolla|0 ?%?|nollskattesats|zero( rated)?)$/,
        E: /^(e|veroton|vapautettu|skattefri|exempt)$/,
        AE: /^(ae|käännetty( alv| vero)?|omvänd( skattskyldighet)?|reverse( charge)?)$/,
        K: /^(k|yhteisömyynti|unionsintern|intra-?community)$/,
        G: /^(g|vienti|export)$/,
        O: /^(o|alv:?n ulkopuolella|utanför moms(en)?|outside( scope)?)$/,
      },
    },
  },
  {
    id: 'price',
    label: { fi: 'Veroton hinta', sv: 'Pris utan moms', en: 'Price without VAT' },
    titles: whole(
      '(?:veroton |netto|myynti|yksikkö|lista|a )?hinta(?: (?:eur|euroa|veroton|\\(?alv 0 ?%?\\)?))?|(?:enhets|à |netto|försäljnings|lista)?pris(?: (?:eur|(?:utan|exkl) moms|moms 0 ?%))?|(?:unit |net |list |sales )?price(?: (?:eur|without vat|excl vat|net))?',
    ),
    type: { decimals: 4 },
  },
  {
    id: 'priceList',
    label: { fi: 'Hinnasto', sv: 'Prislista', en: 'Price list' },
    titles: whole('hinnasto|hintalista|hintaryhmä|prislista|prisgrupp|price ?(?:list|book)'),
  },
  {
    id: 'from',
    label: { fi: 'Hinta alkaen', sv: 'Pris från', en: 'Price from' },
    titles: whole(
      '(?:hinta |voimassa )?(?:alkaen|alk)|voimassa|alku ?(?:pvm|päivä)|(?:gäller |pris )?från|startdatum|(?:valid |price )?from|effective(?: from| date)?|start date',
    ),
    type: 'day',
  },
  {
    id: 'currency',
    label: { fi: 'Valuutta', sv: 'Valuta', en: 'Currency' },
    titles: whole('valuutta|valuta|currency'),
  },
]

const alsoCalled: Record<string, RegExp> = {
  pcs: /^(kappale(tta)?|styck|piece|ea|each)$/,
  h: /^(tunti|tuntia|t|timme|tim|hour)$/,
  day: /^(päivä|dygn|days)$/,
  month: /^(kuukausi|månad|months)$/,
  year: /^(vuosi|år|years)$/,
  m: /^(metri|meter|metre|jm)$/,
  m2: /^(m2|neliö|neliömetri)$/,
  m3: /^(m3|kuutio)$/,
  kg: /^(kilo|kilogramma)$/,
  l: /^(litra|liter|litre)$/,
  lot: /^(lot|erä)$/,
}

/** A unit as the register keeps it: its id where it has one, in whatever language it was written; else as it is. */
export function unitMeant(typed: string): string {
  const plain = typed.trim().toLowerCase().replace(/\.$/, '')
  const known = Object.entries(units).find(
    ([id, words]) => id === plain || Object.values(words).includes(plain as never) || alsoCalled[id]?.test(plain),
  )
  return known?.[0] ?? typed
}
