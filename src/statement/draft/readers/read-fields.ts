import { type FieldWord, fieldWords } from '../lexicon/fields.ts'
import { openCategory, openList, sensitiveFields } from '../lexicon/open-words.ts'
import { systemWords } from '../lexicon/system-data.ts'
import { camelOf, label } from '../lexicon/word.ts'
import type { Entry, Notebook } from '../notebook.ts'
import { about, type Page, type Sentence } from '../page/page.ts'
import { type Chunk, chunksOf } from '../values/chunks.ts'
import { collects, isBareList, noNoun, startOfList } from './field-list.ts'
import { readOtherSystemData, readSystemData, refuse } from './read-system-data.ts'

const ends = /(?<!\s)\s+(?:tallennetaan|kerätään|käsitellään|kirjataan|rekisteröidään|voidaan|talletetaan)\b.*$/iu
const refuses = /\b(?:ei|emme|eivät)\s+(?:\S+ ){0,3}(?:kerä|tallen|käsit|talle|sisäl|pyyd|rekister|kirjat)/
/** "Muut ... tiedot" with whatever conjunctions between. */
const openGroup = /(?<=^|[\s,;])((?:muut|muita|muuta)\s[^,;.:()]{0,90}?tie(?:dot|toja|toa)(?!\p{L}))/giu
const generic =
  /^(?:\S+ ){0,3}(?:seuraavi\S*|tietoja|tiedot|tieto|henkilötiedot|henkilötietoja|perustiedot|yhteystiedot|yhteystietoja|yhteystieto|asiakastiedot|yritystiedot|yksilöintitiedot|tunnistetiedot|yrityksen tiedot|asiakkaan tiedot|henkilöiden|rekisteröidyn|asiakkaat|asiakkaan|yrityksen|yhteyshenkilön|yhteyshenkilöiden|asiakassuhteen tiedot|asiakassuhdetta koskevat tiedot|rekisteröidystä|rekisteriin|asiakkaista|edustajat|edustajien|potentiaaliset asiakkaat|perus-|yhteys-|asiakas-|asiakasyritysten)$/iu

/** Section 5: what is kept. What the lexicon does not know becomes a field of its own, under the text's own words. */
export function readFields(page: Page, book: Notebook): void {
  const told = about(page, 'data').filter((one) => wanted(page, one))
  const business = told.some(({ low }) => /yrity|organisaati|y-tunnu|yhteisö|yhtiö/.test(low))
  for (const sentence of told) {
    if (refuses.test(sentence.low)) {
      refuse(book, sentence)
      continue
    }
    const mixed = page.sections[sentence.section]?.kinds.some((kind) => kind === 'purpose' || kind === 'basis') === true
    if (mixed && sentence.item && readMixed(book, sentence, business)) continue
    const start = startOfList(sentence)
    if (start === undefined) {
      if (
        page.sections[sentence.section]?.kinds.includes('data') &&
        /kameravalvon|tallennevalvon|puhelu\S* talle/.test(sentence.low)
      )
        readChunk(
          book,
          sentence,
          { words: /puhelu/.test(sentence.low) ? 'puhelutallenteet' : 'kameravalvonta', at: 0 },
          business,
        )
      const sensitive = /(?:kertoa|ilmoittaa|kysy)\S* (?:\S+ ){0,3}(allergi\S*|terveyd\S*|ruokavalio\S*)/.exec(
        sentence.low,
      )?.[1]
      if (sensitive) readChunk(book, sentence, { words: sensitive.replace(/[.,;]$/, ''), at: 0 }, business)
      continue
    }
    const open = openList.exec(sentence.low) ?? (sentence.lead ? openList.exec(sentence.lead.low) : null)
    if (open) markList(book, sentence, 'open', openList.exec(sentence.low)?.index ?? 0)
    const list = `${sentence.plain.slice(0, start)}${sentence.plain.slice(start).replace(ends, '')}`
    const others = [...list.matchAll(openGroup)].filter(({ index }) => index >= start - 1)
    const closed = others.reduce(
      (text, { index, 0: group }) =>
        `${text.slice(0, index)}${' '.repeat(group.length)}${text.slice(index + group.length)}`,
      list,
    )
    for (const { index, 1: words } of others) readChunk(book, sentence, { words: words ?? '', at: index + 1 }, business)
    for (const chunk of chunksOf(closed, start)) readChunk(book, sentence, chunk, business)
    readSystemData(book, sentence)
  }
  const first = told.find((one) => /:$/.test(one.plain)) ?? told.find((one) => book.isPlaced(one))
  const any = Array.isArray(book.at('/dataCategories')) && (book.at('/dataCategories') as unknown[]).length > 0
  if (first && any) {
    book.set('/dataCategoryList/closed', true, first)
    book.said('/dataCategoryList', 'S5.1', first)
  }
  readOtherSystemData(page, book)
}

function wanted(page: Page, sentence: Sentence): boolean {
  const headed = page.sections[sentence.section]?.kinds.includes('data') === true
  if (headed || refuses.test(sentence.low)) return sentence.plain.length < 1500
  if (sentence.kinds.has('cookies') || sentence.kinds.has('rights') || sentence.kinds.has('security')) return false
  if (sentence.lead?.kinds.has('data')) return sentence.lead ? collects.test(sentence.lead.low) || sentence.item : true
  return (
    /(?:kerä|tallen|käsitel|käsittel|sisältä|kirja|talle|kysy|pyyd|kertoa)\S*/.test(sentence.low) &&
    /tieto|nim|osoite|puhelin|tunnu|syntymä|osto|allergi/.test(sentence.low) &&
    !/säily|luovut|siirr|suoja|poist|mukaises|lainsäädän|käytetään|käytämme|saadaan|peruste|lähte/.test(sentence.low)
  )
}

/** "Tilitiedot (nimi, sähköposti): palvelun tarjoaminen": only the head of the line names fields. */
function readMixed(book: Notebook, sentence: Sentence, business: boolean): boolean {
  const head = /^[^():]{2,70}(?:\(([^)]{3,200})\))?\s*(?=[:–])/u.exec(sentence.plain)
  if (!head) return false
  const from = head[1] ? sentence.plain.indexOf(head[1]) : 0
  const fields = sentence.plain.slice(0, head[1] ? from + head[1].length : head[0].length)
  for (const chunk of chunksOf(fields, from)) readChunk(book, sentence, chunk, business)
  return true
}

function readChunk(book: Notebook, sentence: Sentence, chunk: Chunk, business: boolean): void {
  const words = chunk.words
    .replace(
      /^(?:mm\.|muun muassa|esim\.|esimerkiksi|kuten|mahdollinen|mahdolliset|myös|lisäksi|sekä|ja|tarvittaessa|ainakin|vain|ainoastaan|ns\.|em\.)\s+/iu,
      '',
    )
    .replace(/(?<!\s)\s+(?:ym|yms|jne)\.?$/iu, '')
    .trim()
  const low = words.toLowerCase()
  if (
    low.length < 2 ||
    low.split(' ').length > 9 ||
    /^(?:ym|yms|jne|mm|esim|tms|em)$/.test(low.replace(/\.$/, '')) ||
    /^(?:niiden|niihin|sen|siihen|näiden)\s/.test(low)
  )
    return
  if (openCategory.test(low)) {
    const id =
      book.at('/dataCategories') && (book.at('/dataCategories') as Entry[]).some((one) => one.id === 'com.other')
        ? `com.other${camelOf(low).replace(/^./, (letter) => letter.toUpperCase())}`
        : 'com.other'
    const pointer = book.add(
      '/dataCategories',
      {
        id,
        label: /kaupalli/.test(low)
          ? label('Muut kaupalliset tiedot', 'Andra kommersiella uppgifter', 'Other commercial information')
          : { fi: capital(words) },
        saidIn: 'S5.14',
        fields: [],
        status: 'lint-error',
      },
      sentence,
    )
    if (pointer) book.marks.push({ clause: 'S5.14', sentence, at: chunk.at })
    return
  }
  if (/^-|-$/.test(low)) return
  const known = fieldWords.find(([, pattern]) => pattern.test(low))
  if (known) return addKnown(book, sentence, chunk, low, known, business)
  if (!sentence.item && !sentence.plain.includes(':') && !isBareList(sentence)) return
  if (systemWords.some(([, pattern]) => pattern.test(low))) return
  if (
    generic.test(low) ||
    noNoun.test(low) ||
    low.split(' ').length > 6 ||
    !/^[\p{L}]/u.test(low) ||
    /\d{2}|@|https?:/.test(low) ||
    /^(?:asiakas|tieto|henkilö|yritys|organisaatio)$/.test(low)
  )
    return
  const subject = /yrity|organisaat|yhtiö|toimip/.test(low)
    ? 'org'
    : /kauppa|hinta|alennus|laite|huolto|kohde|projekti|kone(?!t)/.test(low)
      ? 'com'
      : 'person'
  const id = `${subject}.${camelOf(low)}`
  book.add(
    '/dataCategories',
    {
      id,
      label: { fi: capital(words) },
      saidIn: 'S5.1',
      type: 'text',
      personal: subject === 'person' ? true : subject === 'org' ? 'when-sole-trader' : 'mixed',
    },
    sentence,
  )
  book.marks.push({ clause: 'S5.1', sentence, at: chunk.at })
}

function addKnown(
  book: Notebook,
  sentence: Sentence,
  chunk: Chunk,
  low: string,
  word: FieldWord,
  business: boolean,
): void {
  const [, , fi, sv, en, clause = 'S5.1', type] = word
  const ofPerson =
    /opiskelija|henkilöst(?:ä|ö)|jäsene|majoittuj|hakija|kuluttaja|osakka|asukka|potilaa|matkustaja|metsänomist|omistaja|yksityisasiak/.test(
      sentence.low,
    ) && !/yrity[^s]*s?en (?:nim|osoi)/.test(sentence.low)
  const company = business && !ofPerson
  const ofCompany = /^(?:yrity|organisaat|yhtiö|yhteisö)\S*:/.test(sentence.low)
  const id =
    word[0] === 'address'
      ? company
        ? 'org.addresses'
        : 'person.address'
      : ofCompany
        ? word[0].replace(/^person\.(name|phone|email)$/, 'org.$1')
        : word[0]
  const personal = id.startsWith('person.')
    ? true
    : id.startsWith('org.') || id === 'com.paymentTerms'
      ? 'when-sole-trader'
      : 'mixed'
  const ofAddress = word[0] === 'address'
  const contact = id === 'person.name' && /yhteyshenkilö/.test(low)
  const shown =
    id === 'org.name'
      ? label('Yrityksen nimi', 'Företagets namn', 'Company name')
      : contact
        ? label('Yhteyshenkilön nimi', 'Kontaktpersonens namn', 'Name of contact person')
        : ofAddress
          ? company
            ? label('Osoitetiedot', 'Adressuppgifter', 'Address data')
            : label('Osoite', 'Adress', 'Address')
          : label(fi, sv, en)
  const core = clause !== 'S5.1' || ofAddress
  const entry: Entry = {
    id,
    label: shown,
    saidIn: clause,
    ...(core ? {} : { type: type ?? 'text' }),
    personal,
    ...(sensitiveFields.has(id) ? { status: 'sensitive' } : {}),
  }
  const before = (book.at('/dataCategories') as unknown[] | undefined)?.length ?? 0
  const pointer = book.add('/dataCategories', entry, sentence)
  if (pointer.endsWith(`/${before}`)) book.marks.push({ clause, sentence, at: chunk.at })
  if (id === 'person.name' && /sähköposti/.test(low)) book.place(sentence)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function markList(book: Notebook, sentence: Sentence, asWritten: 'open' | 'closed', at: number): void {
  book.set('/dataCategoryList/asWritten', asWritten, sentence)
  book.said('/dataCategoryList', 'S5.8', sentence, at === 0 ? 0 : 0)
}
