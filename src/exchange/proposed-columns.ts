import { normaliseBusinessId } from '#platform/business-id'
import { normalisePhone } from '#register'
import type { Field } from '#statement'
import { isOfSeveral, type Target } from './column.ts'
import { isAboutChoices, plainTitle, titles } from './column-title.ts'
import { businessIdCell, phonesIn, postcodeAndCity } from './typed-cell.ts'

const firmForm = /(?:^|\s)(oyj?|abp?|ky|kb|ay|ry|rf|tmi|gmbh|ltd|inc|as|asa|aps|osk|sr|oü)\.?(?:\s|$)/i
const isFirm = (value: string) => firmForm.test(value)
// What most Finnish family names end in; few given names do.
const isFamily = (word = '') =>
  /(nen|lainen|läinen|la|lä|mäki|niemi|ranta|salo|maa|koski|aho|lahti|oja|sson|ström|berg|qvist|lund)$/i.test(word)

/** What values themselves give away, where the header says nothing. */
const looksLike: readonly [Target, (value: string) => boolean][] = [
  ['person.email', (value) => /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]{2,}([;,\s]+[^\s@;,]+@[^\s@;,]+)*$/.test(value)],
  ['org.businessId', (value) => normaliseBusinessId(businessIdCell(value)) !== null],
  ['org.addresses/place', (value) => postcodeAndCity(value) !== null],
  ['person.phone', (value) => /^[+(0\d]/.test(value) && phonesIn(value).every((one) => normalisePhone(one) !== null)],
  ['org.name', isFirm],
  ['org.addresses/postcode', (value) => /^\d{5}$/.test(value)],
]

/** What each column probably is: by its title, then by what stands in it, then by the columns beside it; null where nothing is sure. */
export function proposedColumns(
  header: readonly string[],
  targets: readonly Target[],
  fields: readonly Field[],
  sample: readonly (readonly string[])[] = [],
): (Target | null)[] {
  const plain = header.map(plainTitle)
  const values = header.map((_, at) => sample.map((cells) => cells[at] ?? '').filter(Boolean))
  const taken = new Set<Target>()
  const free = (target: Target) => targets.includes(target) && (!taken.has(target) || isOfSeveral(target))
  const take = (target: Target | undefined) => {
    if (target) taken.add(target)
    return target ?? null
  }
  const named = plain.map((title) =>
    take(
      targets.find((target) => free(target) && isNamed(title, target, fields)) ??
        titles.find(([target, words]) => free(target) && words.test(title))?.[0],
    ),
  )
  const found = named.map((target, at) => {
    if (target || isAboutChoices(plain[at] ?? '')) return target
    const said = values[at] ?? []
    return take(looksLike.find(([one, fits]) => said.length > 0 && free(one) && said.every(fits))?.[0])
  })
  return besideEachOther(found, values, targets)
}

type Found = (Target | null)[]

/** What a title alone leaves open: whose name, in which order, and whose address. */
function besideEachOther(found: Found, values: readonly (readonly string[])[], targets: readonly Target[]): Found {
  const mended = found.map((target, at) => {
    const said = values[at] ?? []
    const most = (fits: (value: string) => boolean) => said.length > 0 && said.filter(fits).length * 2 > said.length
    if (target === 'person.name' && !found.includes('org.name') && targets.includes('org.name') && most(isFirm))
      return 'org.name'
    if (target === 'person.name' && most(isFamilyFirst)) return 'person.name/family-first'
    if (
      (target === 'org.addresses/city' || target === 'org.addresses/postcode') &&
      most((value) => postcodeAndCity(value) !== null)
    )
      return 'org.addresses/place'
    return target
  })
  if (mended.includes('org.name')) return mended
  // Without a company in the file the address is the person's.
  return mended.map((target) => {
    const own = target?.replace(/^org\.addresses\//, 'person.address/')
    return own && targets.includes(own) ? own : target
  })
}

function isFamilyFirst(value: string): boolean {
  const words = value.split(/[\s,]+/)
  return words.length > 1 && (value.includes(',') || (isFamily(words[0]) && !isFamily(words.at(-1))))
}

// A field that the statement added is known by its id and by its labels.
function isNamed(plain: string, target: Target, fields: readonly Field[]) {
  const field = fields.find(({ id }) => id === target)
  return field ? [field.id, ...Object.values(field.label)].some((name) => plainTitle(name) === plain) : false
}
