import type { CookieService, Cookies } from '../../format.ts'
import { type Composing, clause, heading, labelOf, list, ownWords, paragraph, saidIn, table } from '../blocks.ts'
import type { Block, Row } from '../document.ts'
import { capitalised, link, listed, pick, type Sayable, say, strong, textOf } from '../text.ts'
import { periodInWords } from '../words.ts'
import { cookieWords as words } from './cookies.words.ts'

/** Section 7: cookies and other storage on the visitor's device. Act 917/2014, section 205. */
export function aboutCookies(composing: Composing): Block[] {
  const { statement, language } = composing
  const cookies = statement.cookies
  const services = cookies?.services ?? []
  if (!cookies || services.length === 0) return paragraph(clause(composing, 'S7.1', words.none[language]))

  return [
    ...paragraph(
      clause(composing, 'S7.1', words.uses[language]),
      clause(composing, 'S7.2', bannerInWords(composing, cookies)),
      clause(composing, 'S7.3', null),
    ),
    ...paragraph(
      ...['S7.4', 'S7.5', 'S7.6', 'S7.7', 'S7.8'].map((id) => clause(composing, id, technical(composing, cookies, id))),
    ),
    ...paragraph(clause(composing, 'S7.9', null), clause(composing, 'S7.10', words.categories[language])),
    ...list(
      [true, false].flatMap((exempt) => {
        const group = (cookies.categories ?? []).filter((category) => category.exempt === exempt)
        return group.length > 0
          ? [{ clauses: group.flatMap((one) => saidIn(one)), text: categoriesInWords(composing, group, exempt) }]
          : []
      }),
    ),
    ...table(
      words.caption[language],
      words.head[language],
      services.map((service) => rowOf(composing, service, cookies)),
    ),
    ...embeds(composing, cookies),
    heading(words.choiceHeading[language]),
    ...paragraph(
      clause(composing, 'S7.13', cookies.withdrawal?.inSite === 'every-page-footer' && words.withdraw[language]),
      clause(composing, 'S7.14', null),
      clause(composing, 'S7.15', cookies.cookieWall?.allowed === false && words.noWall[language]),
      { clauses: [], text: textOf(cookies.signals?.gpc?.honour && words.gpc[language]) },
      { clauses: [], text: textOf(askAgain(composing, cookies)) },
    ),
    ...paragraph(
      clause(composing, 'S7.16', links(composing, cookies)),
      clause(composing, 'S7.17', words.changes[language]),
    ),
  ]
}

// Nothing is promised of the banner that the file does not say of it.
function bannerInWords({ language }: Composing, { banner, consentModel }: Cookies): Sayable {
  const offers = banner?.firstLayer ?? []
  if (!(['accept-all', 'reject-all', 'choose'] as const).every((offer) => offers.includes(offer))) return null

  return say`${words.banner[language]} ${banner?.equalProminence && words.equal[language]} ${consentModel === 'opt-in' && words.optIn[language]}`
}

function technical({ language }: Composing, cookies: Cookies, id: string): Sayable {
  if (id === 'S7.4') return words.what[language]
  if (id === 'S7.5') return cookies.technical?.firstPartyOnlyBeforeConsent && words.firstParty[language]
  if (id === 'S7.6') return cookies.technical?.hostOnly && words.hostOnly[language]
  return null
}

function categoriesInWords(
  { language }: Composing,
  group: readonly NonNullable<Cookies['categories']>[number][],
  exempt: boolean,
) {
  const labels = group.map((category) => {
    const label = pick(category.label, language)
    return typeof label === 'string' ? strong(label) : label
  })
  return say`${listed(labels, language)} – ${exempt ? words.exempt[language] : words.asked[language]}`
}

function rowOf(composing: Composing, service: CookieService, cookies: Cookies): Row {
  const { language } = composing
  const category = cookies.categories?.find(({ id }) => id === service.category)
  const [first] = saidIn(service)
  const use = (first && ownWords(composing, first)) || textOf(capitalised(pick(service.use, language)))
  const kept = (service.cookies ?? []).map((cookie) => {
    const duration = pick(cookie.duration, language)
    return duration
      ? say`${cookie.name} (${/^P\d/.test(String(duration)) ? periodInWords(String(duration), language) : duration})`
      : say`${cookie.name}`
  })

  return {
    clauses: saidIn(service),
    cells: [
      serviceInWords(composing, service),
      category ? labelOf(category, language) : textOf(service.category),
      use.length > 0 ? use : textOf('–'),
      kept.length > 0
        ? kept.reduce((line, one, at) => (at === 0 ? one : say`${line}, ${one}`))
        : textOf(pick(service.durations, language) ?? '–'),
      textOf(service.thirdPartyAccess === false ? words.ours[language] : words.theirs[language](service.provider)),
    ],
  }
}

function serviceInWords({ statement }: Composing, service: CookieService) {
  const known = service.provider.toLowerCase().includes(service.id.split('-')[0] ?? '')
  return service.provider === statement.controller.legalName || known
    ? textOf(service.provider)
    : say`${serviceName(service)} (${service.provider})`
}

function serviceName({ id }: CookieService) {
  return id
    .split('-')
    .map((word) => (word === 'hubspot' ? 'HubSpot' : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ')
}

function embeds(composing: Composing, { embeds: embedded }: Cookies): Block[] {
  const { language } = composing
  if (!embedded) return []
  const providers = listed(
    (embedded.providers ?? []).map(({ provider }) => provider),
    language,
  )

  return paragraph(
    clause(composing, 'S7.11', embedded.mode === 'click-to-load' && words.embeds[language]),
    clause(composing, 'S7.12', providers.length > 0 && say`${words.embedProviders[language]} ${providers}.`),
  )
}

function askAgain({ language }: Composing, { consent }: Cookies): Sayable {
  if (!consent?.maxAge) return null
  return words.again[language](
    periodInWords(consent.maxAge, language),
    periodInWords(consent.repromptAfterRefusal, language),
  )
}

function links({ language }: Composing, cookies: Cookies): Sayable {
  const addresses = (cookies.links ?? []).map((address) => link(new URL(address).host, address))
  return addresses.length > 0 && say`${words.more[language]} ${listed(addresses, language)}.`
}
