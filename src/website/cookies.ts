import { createHash } from 'node:crypto'
import { canonicalJson } from '#platform/canonical-json'
import { languages, type Said } from '#platform/language'
import { type Published, periodInWords, type Statement } from '#statement'

/** What section 7 of a statement says of cookies and embeds, made ready for banner, page and receipts. */
export interface Catalogue {
  version: number
  /** Of everything below: a receipt names which catalogue was shown. */
  hash: string
  groups: CookieGroup[]
  embeds: Embed[]
  honoursGpc: boolean
  /** How many months a choice is kept, where something was allowed and where nothing was. */
  months: readonly [allowed: number, refused: number]
}

export interface CookieGroup {
  id: string
  label: Said
  exempt: boolean
  /** Denied where the browser sends Global Privacy Control. */
  ad: boolean
  services: CookieService[]
}

export interface CookieService {
  id: string
  /** Its id and a digest of what was asked: when that grows, the old answer is no answer (S7.17). */
  scope: string
  name: string
  provider: string
  country: string | null
  use: Said | null
  purposes: readonly string[]
  cookies: { name: string; duration: Said | null; party: 'first' | 'third' }[]
  thirdPartyAccess: boolean
  role: 'processor' | 'joint-controller' | 'controller' | null
}

export interface Embed {
  id: string
  provider: string
  country: string | null
  use: Said | null
  joint: boolean
}

type Cookies = NonNullable<Statement['cookies']>
type Service = NonNullable<Cookies['services']>[number]
type Words = { fi: string; sv?: string; en?: string }

/** The catalogue of one version; without services and embeds where the statement has none. */
export function catalogueOf({ statement, version }: Pick<Published, 'statement' | 'version'>): Catalogue {
  const cookies: Cookies = statement.cookies ?? {}
  const said = {
    groups: (cookies.categories ?? []).map((category) => ({
      id: category.id,
      label: inAll(category.label),
      exempt: category.exempt,
      ad: cookies.signals?.gpc?.denies?.includes(category.id) ?? false,
      services: (cookies.services ?? []).filter((one) => one.category === category.id).map(serviceOf),
    })),
    embeds: (cookies.embeds?.providers ?? []).map(({ id, provider, country, use, role }) => ({
      id,
      provider,
      country: country ?? null,
      use: use ? inAll(use) : null,
      joint: role === 'joint-controller',
    })),
    honoursGpc: cookies.signals?.gpc?.honour ?? false,
    months: [monthsOf(cookies.consent?.maxAge, 12), monthsOf(cookies.consent?.repromptAfterRefusal, 6)] as const,
  }
  const { hash } = digestOf(said)
  return { version, hash, ...said, groups: said.groups.filter(({ services }) => services.length > 0) }
}

/** The services that wait for a choice. */
export function askedServices({ groups }: Catalogue): (CookieService & { ad: boolean })[] {
  return groups.filter(({ exempt }) => !exempt).flatMap(({ services, ad }) => services.map((one) => ({ ...one, ad })))
}

/** One hash for a thing said, whatever the order of its keys. */
export function digestOf(said: unknown): { hash: string } {
  return { hash: createHash('sha256').update(canonicalJson(said)).digest('hex') }
}

// S7.17: provider, purpose, category, who else gets in and where: what a consent was about. A longer text is not a new question.
function serviceOf(service: Service): CookieService {
  const { id, provider, country, category, purposes = [], thirdPartyAccess = true, role, use } = service
  const asked = { id, provider, country, category, purposes: [...purposes].sort(), thirdPartyAccess, role }
  return {
    id,
    scope: `${id}.${Number.parseInt(digestOf(withoutNothing(asked)).hash.slice(0, 10), 16).toString(36)}`,
    name: nameOf(service),
    provider,
    country: country ?? null,
    use: use ? inAll(use) : null,
    purposes,
    cookies: (service.cookies ?? []).map(({ name, duration, party }) => ({
      name,
      duration: durationOf(duration ?? service.durations),
      party: party ?? 'third',
    })),
    thirdPartyAccess,
    role: role ?? null,
  }
}

function nameOf({ id, provider }: Service) {
  const known = provider.toLowerCase().includes(id.split('-')[0] ?? '')
  return known || id === 'own-site'
    ? provider
    : `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')} (${provider})`
}

function durationOf(said: string | Words | null | undefined): Said | null {
  if (!said) return null
  if (typeof said !== 'string') return inAll(said)
  const period = /^P\d/.test(said)
  return Object.fromEntries(languages.map((one) => [one, period ? periodInWords(said, one) : said])) as Said
}

function inAll(words: Words): Said {
  return { fi: words.fi, sv: words.sv ?? words.fi, en: words.en ?? words.fi }
}

function monthsOf(period: string | null | undefined, usually: number) {
  const [, years, months] = /^P(?:(\d+)Y)?(?:(\d+)M)?/.exec(period ?? '') ?? []
  return Number(years ?? 0) * 12 + Number(months ?? 0) || usually
}

function withoutNothing(one: object) {
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined && value !== null))
}

/** What one version added to the questions of the one before it, and what it dropped, by the services' names. */
export function growthOf(before: Catalogue | null, after: Catalogue): { added: string[]; dropped: string[] } {
  const [old, now] = [before ? askedServices(before) : [], askedServices(after)]
  const lacks = (list: readonly CookieService[]) => (one: CookieService) =>
    !list.some(({ scope }) => scope === one.scope)
  return {
    added: now.filter(lacks(old)).map(({ name }) => name),
    dropped: old.filter(lacks(now)).map(({ name }) => name),
  }
}
