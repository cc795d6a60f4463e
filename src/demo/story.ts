/** The demo group's customers: all invented. Business IDs are counted from 9990000 on, where no company is. */
export interface StoryCompany {
  name: string
  city: string
  postcode: string
  street: string
  heating: 'district-heating' | 'oil' | 'heat-pump' | 'electric'
  people: { given: string; family: string; role: string }[]
}

const begins = [
  'Koivun',
  'Mäntylän',
  'Järven',
  'Kallion',
  'Lähteen',
  'Niemen',
  'Saaren',
  'Harjun',
  'Virran',
  'Rannan',
  'Pellon',
  'Suon',
  'Tuulen',
  'Pohjan',
  'Etelän',
  'Meren',
  'Kuuran',
  'Hallan',
  'Roudan',
  'Sulan',
]
const trades = [
  'Kiinteistöt Oy',
  'Leipomo Oy',
  'Varasto Oy',
  'Metalli Oy',
  'Hoiva Oy',
  'Panimo Oy',
  'Puutarha Oy',
  'Logistiikka Oy',
  'Huoneistot Oy',
  'Urheiluhalli ry',
]
const cities = [
  ['Helsinki', '00520'],
  ['Espoo', '02100'],
  ['Tampere', '33100'],
  ['Turku', '20100'],
  ['Oulu', '90100'],
  ['Jyväskylä', '40100'],
  ['Kuopio', '70100'],
  ['Vaasa', '65100'],
  ['Porvoo', '06100'],
  ['Hämeenlinna', '13100'],
] as const
const streets = [
  'Tehtaankatu',
  'Satamatie',
  'Asemakatu',
  'Myllytie',
  'Koulukatu',
  'Rantatie',
  'Metsäpolku',
  'Kauppakatu',
]
const givens = [
  'Aino',
  'Eero',
  'Helvi',
  'Ilmari',
  'Jaana',
  'Kerttu',
  'Lauri',
  'Marjatta',
  'Niilo',
  'Outi',
  'Pekka',
  'Raili',
  'Seppo',
  'Tuula',
  'Urho',
  'Väinö',
  'Yrjö',
  'Åke',
  'Ängla',
  'Östen',
]
const families = [
  'Mäki',
  'Korpela',
  'Haapala',
  'Lehtinen',
  'Nyberg',
  'Östman',
  'Rautio',
  'Salonen',
  'Tuominen',
  'Vuorela',
  'Ylönen',
  'Ahola',
  'Björkman',
  'Heikkinen',
  'Ikonen',
  'Jokela',
  'Kivelä',
  'Lindfors',
  'Mänty',
  'Niskanen',
]
const roles = [
  'Toimitusjohtaja',
  'Isännöitsijä',
  'Ostopäällikkö',
  'Kiinteistöpäällikkö',
  'Talousjohtaja',
  'Huoltovastaava',
]
const heatings = ['district-heating', 'oil', 'heat-pump', 'electric'] as const

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

export function storyCompanies(count: number): StoryCompany[] {
  return Array.from({ length: count }, (_, n) => {
    const [city, postcode] = at(cities, n * 3)
    return {
      name: `${at(begins, n)} ${at(trades, Math.floor(n / begins.length) + n * 7)}`,
      city,
      postcode,
      street: `${at(streets, n * 5)} ${1 + ((n * 13) % 58)}`,
      heating: at(heatings, n * 3),
      people: Array.from({ length: 1 + (n % 3) }, (__, m) => ({
        given: at(givens, n * 3 + m * 7),
        family: at(families, n * 7 + m * 3),
        role: at(roles, n + m),
      })),
    }
  })
}

export interface StoryEnquiry {
  daysAgo: number
  name: string
  email: string
  phone?: string
  message: string
  language: 'fi' | 'sv' | 'en'
}

export const storyEnquiries: StoryEnquiry[] = [
  {
    daysAgo: 41,
    name: 'Orvokki Hietala',
    email: 'orvokki.hietala@kuuranleipa.example',
    phone: '010 000 0141',
    language: 'fi',
    message:
      'Hei! Leipomomme sähkösopimus päättyy kesällä. Voisitteko tarjota kahden vuoden sopimusta kolmeen toimipisteeseen?',
  },
  {
    daysAgo: 33,
    name: 'Göran Ekholm',
    email: 'goran.ekholm@hallaverk.example',
    language: 'sv',
    message: 'God dag! Vi behöver service av värmepumpen i vårt lager i Vasa. När kan ni komma?',
  },
  {
    daysAgo: 27,
    name: 'Sirkka Vainio',
    email: 'sirkka.vainio@rantakoti.example',
    phone: '010 000 0127',
    language: 'fi',
    message: 'Taloyhtiömme harkitsee siirtymistä öljystä maalämpöön. Saisimmeko arvion kustannuksista ja aikataulusta?',
  },
  {
    daysAgo: 19,
    name: 'Nigel Harrow',
    email: 'nigel.harrow@northfold.example',
    language: 'en',
    message:
      'We are opening a small brewery in Turku and need a quote for electricity and a service contract for the boiler.',
  },
  {
    daysAgo: 12,
    name: 'Tapio Lahtela',
    email: 'tapio.lahtela@suovirta.example',
    phone: '010 000 0112',
    language: 'fi',
    message: 'Viime laskussa on kaksi kertaa sama huoltokäynti. Tarkistaisitteko?',
  },
  {
    daysAgo: 8,
    name: 'Anna-Lena Berg',
    email: 'annalena.berg@skargardsbo.example',
    language: 'sv',
    message: 'Hur lång är garantin på installationen som ni gjorde i höstas?',
  },
  {
    daysAgo: 5,
    name: 'Jorma Kytölä',
    email: 'jorma.kytola@routametalli.example',
    phone: '010 000 0105',
    language: 'fi',
    message: 'Tarvitsisimme huoltosopimuksen kahdelle hallille Tampereella. Kuka teiltä voisi käydä paikan päällä?',
  },
  {
    daysAgo: 3,
    name: 'Elina Määttä',
    email: 'elina.maatta@tuulihoiva.example',
    language: 'fi',
    message: 'Voiko sopimuksen siirtää uudelle yhtiölle, kun toimintamme yhtiöitetään vuodenvaihteessa?',
  },
  {
    daysAgo: 1,
    name: 'Pirjo Salmela',
    email: 'pirjo.salmela@lahdepuutarha.example',
    phone: '010 000 0101',
    language: 'fi',
    message: 'Kasvihuoneen lämmitys pätkii öisin. Pääseekö joku katsomaan vielä tällä viikolla?',
  },
  {
    daysAgo: 0,
    name: 'Kaj Söderlund',
    email: 'kaj.soderlund@merilager.example',
    language: 'sv',
    message: 'Vi vill gärna ha en offert på fjärrvärme till vår nya lagerhall i Borgå.',
  },
]
