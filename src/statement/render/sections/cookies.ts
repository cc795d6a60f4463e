import type { CookieService, Cookies } from '../../format.ts'
import { type Composing, clause, heading, labelOf, list, ownWords, paragraph, saidIn, table } from '../blocks.ts'
import type { Block, Row } from '../document.ts'
import { capitalised, link, listed, pick, type Sayable, say, strong, textOf } from '../text.ts'
import { periodInWords } from '../words.ts'

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

const words = {
  none: {
    fi: 'Verkkosivumme eivät tallenna laitteellesi muuta kuin sen, mikä on pyytämäsi palvelun kannalta välttämätöntä. Siksi emme kysy evästeistä mitään.',
    sv: 'Vår webbplats sparar inget annat på din enhet än det som är nödvändigt för den tjänst du bett om. Därför frågar vi inget om kakor.',
    en: 'Our website stores nothing on your device beyond what the service you asked for needs. That is why we ask you nothing about cookies.',
  },
  uses: {
    fi: 'Verkkosivuillamme on evästeitä.',
    sv: 'Det finns kakor på vår webbplats.',
    en: 'There are cookies on our website.',
  },
  banner: {
    fi: 'Ensimmäisellä käynnilläsi voit hyväksyä kaikki, hylätä kaikki tai valita itse.',
    sv: 'Vid ditt första besök kan du godkänna alla, avvisa alla eller välja själv.',
    en: 'On your first visit you can accept all, reject all or choose for yourself.',
  },
  equal: {
    fi: 'Vaihtoehdot ovat samanarvoiset.',
    sv: 'Alternativen är likvärdiga.',
    en: 'The options are equal.',
  },
  optIn: {
    fi: 'Ennen valintaasi tallennetaan vain välttämätön.',
    sv: 'Före ditt val sparas bara det nödvändiga.',
    en: 'Before you choose, only the necessary is stored.',
  },
  what: {
    fi: 'Eväste on tieto, jonka selain panee muistiin laitteellesi; samat säännöt koskevat muutakin laitteelle tallentamista.',
    sv: 'En kaka är en uppgift som webbläsaren lägger på minnet i din enhet; samma regler gäller för all annan lagring på enheten.',
    en: 'A cookie is a note that the browser keeps on your device; the same rules apply to anything else stored there.',
  },
  firstParty: {
    fi: 'Ennen valintaasi sivumme eivät ota yhteyttä ulkopuolisiin palveluihin.',
    sv: 'Före ditt val tar våra sidor ingen kontakt med utomstående tjänster.',
    en: 'Before you choose, our pages contact no outside service.',
  },
  hostOnly: {
    fi: 'Omat evästeemme näkyvät vain omalle palvelimellemme.',
    sv: 'Våra egna kakor syns endast för vår egen server.',
    en: 'Our own cookies are visible to our own server only.',
  },
  categories: { fi: 'Voit valita ryhmittäin:', sv: 'Du kan välja gruppvis:', en: 'You can choose by group:' },
  exempt: {
    fi: 'aina käytössä, koska sivut eivät toimi ilman niitä.',
    sv: 'alltid på, eftersom sidorna inte fungerar utan dem.',
    en: 'always on, because the pages do not work without them.',
  },
  asked: { fi: 'vain suostumuksellasi.', sv: 'endast med ditt samtycke.', en: 'only with your consent.' },
  caption: { fi: 'Evästeitä käyttävät palvelut', sv: 'Tjänster som använder kakor', en: 'Services that use cookies' },
  head: {
    fi: ['Palvelu', 'Ryhmä', 'Mihin', 'Evästeet ja kesto', 'Kuka näkee'],
    sv: ['Tjänst', 'Grupp', 'Till vad', 'Kakor och tid', 'Vem ser'],
    en: ['Service', 'Group', 'What for', 'Cookies and how long', 'Who sees them'],
  },
  ours: { fi: 'Vain me', sv: 'Endast vi', en: 'Only we' },
  theirs: {
    fi: (provider: string) => `Me ja ${provider}`,
    sv: (provider: string) => `Vi och ${provider}`,
    en: (provider: string) => `We and ${provider}`,
  },
  embeds: {
    fi: 'Videot ja muut upotukset latautuvat vasta, kun napsautat niitä.',
    sv: 'Videor och annat inbäddat innehåll laddas först när du klickar på det.',
    en: 'Videos and other embedded content load only when you click them.',
  },
  embedProviders: {
    fi: 'Silloin tietoja laitteestasi saa myös sisällön tarjoaja:',
    sv: 'Då får även den som tillhandahåller innehållet uppgifter om din enhet:',
    en: 'Then the provider of the content also receives data about your device:',
  },
  choiceHeading: {
    fi: 'Valintasi ja sen muuttaminen',
    sv: 'Ditt val och hur du ändrar det',
    en: 'Your choice and changing it',
  },
  withdraw: {
    fi: 'Voit muuttaa valintaasi tai perua suostumuksesi milloin tahansa jokaisen sivun alareunasta. Evästeet voi poistaa myös selaimen asetuksista.',
    sv: 'Du kan när som helst ändra ditt val eller återta ditt samtycke längst ned på varje sida. Kakor kan också raderas i webbläsarens inställningar.',
    en: 'You can change your choice or withdraw your consent at any time at the foot of every page. Cookies can also be deleted in the browser.',
  },
  noWall: {
    fi: 'Kaikki toiminnot ovat käytettävissä, vaikka hylkäisit evästeet.',
    sv: 'Alla funktioner går att använda även om du avvisar kakorna.',
    en: 'Everything works even if you reject the cookies.',
  },
  gpc: {
    fi: 'Selaimesi GPC-merkki (Global Privacy Control) tulkitaan mainosevästeiden kielloksi.',
    sv: 'Signalen GPC (Global Privacy Control) från din webbläsare tolkas som ett nej till reklamkakor.',
    en: 'The GPC signal (Global Privacy Control) of your browser counts as a refusal of advertising cookies.',
  },
  again: {
    fi: (max: string, after: string) =>
      `Kysymme valintaasi uudelleen ${max} kuluttua${after ? `, hylkäämisen jälkeen aikaisintaan ${after} kuluttua` : ''}.`,
    sv: (max: string, after: string) =>
      `Vi frågar på nytt efter ${max}${after ? `, efter ett nej tidigast efter ${after}` : ''}.`,
    en: (max: string, after: string) =>
      `We ask again after ${max}${after ? `, and after a refusal not before ${after} have passed` : ''}.`,
  },
  more: { fi: 'Lisää evästeistä:', sv: 'Mer om kakor:', en: 'More about cookies:' },
  changes: {
    fi: 'Jos evästeet muuttuvat, kysymme uusista erikseen.',
    sv: 'Om kakorna ändras frågar vi särskilt om de nya.',
    en: 'If the cookies change, we ask about the new ones separately.',
  },
} as const
