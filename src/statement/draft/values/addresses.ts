import type { Entry } from '../notebook.ts'

const swedishCities: Record<string, string> = {
  helsinki: 'Helsingfors',
  espoo: 'Esbo',
  vantaa: 'Vanda',
  turku: 'Åbo',
  tampere: 'Tammerfors',
  vaasa: 'Vasa',
  porvoo: 'Borgå',
  kauniainen: 'Grankulla',
  kirkkonummi: 'Kyrkslätt',
  kokkola: 'Karleby',
  pietarsaari: 'Jakobstad',
  oulu: 'Uleåborg',
  pori: 'Björneborg',
  lahti: 'Lahtis',
  hämeenlinna: 'Tavastehus',
  lappeenranta: 'Villmanstrand',
  salo: 'Salo',
  lohja: 'Lojo',
  loviisa: 'Lovisa',
  raasepori: 'Raseborg',
  hanko: 'Hangö',
  rauma: 'Raumo',
  naantali: 'Nådendal',
  mikkeli: 'S:t Michel',
  savonlinna: 'Nyslott',
  kotka: 'Kotka',
  hamina: 'Fredrikshamn',
  sipoo: 'Sibbo',
  tuusula: 'Träskända',
  kerava: 'Kervo',
  raahe: 'Brahestad',
}
const townLine = /(?<![\d-])(?:FI-)?(\d{5})\s+(\p{Lu}[\p{L}-]{1,30}(?:\s+(?:as|kk|mlk|\p{Lu}{3,}(?![\p{L}])))?)/u
const streetWord = "[\\p{Lu}][\\p{L}.'’-]*(?:\\s+(?:\\p{Lu}?[\\p{L}.'’-]+)){0,3}"
const street = new RegExp(
  `(?:^|[,;:(]\\s*|\\s)(${streetWord})\\s+(\\d{1,4}(?:\\s?[-–]\\s?\\d{1,4})?(?:\\s?[A-Za-z](?![\\p{L}\\d]))?)(?:\\s*(?:as\\.?|lh\\.?)?\\s*(\\d{1,4})|\\s*,?\\s*(\\d{1,2}\\.?\\s?(?:krs|kerros)\\.?))?\\s*,?\\s*$`,
  'u',
)

export interface ReadAddress {
  address: Entry
  /** Whether the street was in the line before the town's. */
  usedBefore: boolean
}

/** A Finnish postal address: town line with what stands before it, or on the line above. */
export function addressIn(plain: string, lineBefore: string): ReadAddress | undefined {
  const bare = unlabelled(plain)
  const town = townLine.exec(bare)
  if (!town?.[1] || !town[2]) return undefined
  const ahead = bare.slice(0, town.index).replace(/[,\s]+$/, '')
  const here = ahead === '' ? {} : wayOf(ahead)
  const usedBefore = Object.keys(here).length === 0 && lineBefore !== ''
  const way = usedBefore ? wayOf(unlabelled(lineBefore).replace(/[,\s]+$/, '')) : here
  const fi = town[2].trim()
  const sv = swedishCities[fi.toLowerCase()]
  const written = sv && fi === fi.toUpperCase() ? sv.toUpperCase() : sv
  return {
    address: {
      ...way,
      postcode: town[1],
      city: { fi, ...(written && fi.toLowerCase() !== sv?.toLowerCase() ? { sv: written } : {}) },
      country: 'FI',
    },
    usedBefore: usedBefore && Object.keys(way).length > 0,
  }
}

/** An address without the label of the form it stood in. */
function unlabelled(words: string): string {
  return words.replace(
    /^(?:katu|käynti|posti|lasku\S*)?\s?osoit\S*(?:\s(?:on|ja \S+))?\s*:?\s*|^postinumero[^:\d]*:?\s*/iu,
    '',
  )
}

export function wayOf(words: string): Entry {
  const box = /(?:^|[\s,(])(?:PL|P\.?L\.?|PB)\s?(\d{1,5})$/u.exec(words)
  if (box?.[1]) {
    const rest = wayOf(words.slice(0, box.index).replace(/[,\s(]+$/, ''))
    return { ...rest, box: box[1] }
  }
  const hit = street.exec(words)
  if (!hit?.[1] || !hit[2]) return {}
  const name = hit[1]
    .replace(/^(?:(?:Käynti|Posti|Katu|Lasku(?:tus)?)?osoit\S*(?:\son)?)\s*/iu, '')
    .replace(/^.*osoit\S*\s+(?:on\s+)?/iu, '')
    .replace(/^.*\s(?:Oy|Ab|Oyj|Ky|ry)\s+/u, '')
    .trim()
  const number = hit[2].replace(/\s+/g, ' ')
  const flat = hit[3]
  return name === '' ? {} : { street: name, number, ...(flat ? { flat } : {}) }
}
