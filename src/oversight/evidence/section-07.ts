import { sql } from 'kysely'
import { type Check, holds, none, prose, type Witness, words } from './check.ts'

const services = ({ statement }: Witness) => statement.cookies?.services ?? []
const saidIn = (witness: Witness, clause: string) =>
  services(witness).filter((one) => [one.saidIn ?? []].flat().includes(clause))

const held = (clause: string, slug: string) =>
  holds(
    clause,
    slug,
    words(
      'Palvelu odottaa valintaa, ja sen evästeet, kesto ja maa kerrotaan',
      'Tjänsten väntar på valet, och dess kakor, tid och land anges',
      'The service waits for the choice; its cookies, durations and country are told',
    ),
    (witness) => {
      const exempt = (witness.statement.cookies?.categories ?? []).filter((one) => one.exempt).map(({ id }) => id)
      const said = saidIn(witness, clause)
      return (
        said.length > 0 &&
        said.every(
          ({ category, cookies = [], country }) =>
            !exempt.includes(category ?? '') &&
            Boolean(country) &&
            cookies.length > 0 &&
            cookies.every(({ duration }) => duration),
        )
      )
    },
  )

/** Cookies. */
export const section7: readonly Check[] = [
  holds(
    'S7.1',
    'inventory',
    words(
      'Evästetaulukko on kaikkien nähtävänä ja nimeää jokaisen palvelun',
      'Kaktabellen är offentlig och nämner varje tjänst',
      'The cookie table is public and names every service',
    ),
    async (witness) => {
      const { status, body } = await witness.visit('/fi/cookies/')
      return (
        status === 200 &&
        services(witness).every(({ provider }) => body.includes((provider ?? '').replaceAll('&', '&amp;')))
      )
    },
  ),
  holds(
    'S7.2',
    'reject-as-easy',
    words(
      'Hyväksyminen, hylkääminen ja valitseminen ovat vierekkäin ja samanarvoisia',
      'Godkänna, neka och välja står bredvid varandra på lika villkor',
      'Accepting, refusing and choosing stand side by side, alike',
    ),
    ({ statement }) => {
      const { firstLayer = [], equalProminence } = statement.cookies?.banner ?? {}
      return (
        equalProminence === true &&
        ['accept-all', 'reject-all', 'choose'].every((one) => firstLayer.includes(one as 'choose'))
      )
    },
  ),
  prose(
    'S7.3',
    words(
      'Evästeiden hyödyistä kerrotaan tekstissä, ei valinnan vieressä',
      'Kakornas nytta beskrivs i texten, inte vid valet',
      'The use of cookies is told in the text, not beside the choice',
    ),
  ),
  prose('S7.4', words('Evästeen määritelmä', 'Definitionen av en kaka', 'What a cookie is')),
  holds(
    'S7.5',
    'first-party-only',
    words(
      'Selosteen sivut eivät hae mitään muilta palvelimilta',
      'Beskrivningens sidor hämtar ingenting från andra servrar',
      'The pages of the statement fetch nothing from other servers',
    ),
    async ({ statement, visit }) => {
      const { body } = await visit('/fi/')
      return (
        statement.cookies?.technical?.firstPartyOnlyBeforeConsent !== false &&
        !/<(?:script|img|iframe|link)[^>]+(?:src|href)="(?:https?:)?\/\/[^"]*\.(?:js|css|png|gif|woff2?)/i.test(body)
      )
    },
  ),
  holds(
    'S7.6',
    'no-cookie-on-reading',
    words(
      'Selosteen lukeminen ei aseta evästettä',
      'Att läsa beskrivningen sätter ingen kaka',
      'Reading the statement sets no cookie',
    ),
    async ({ visit }) => {
      const pages = await Promise.all(['/fi/', '/fi/contact/', '/fi/cookies/'].map(visit))
      return pages.every(({ headers }) => !headers['set-cookie'])
    },
  ),
  holds(
    'S7.7',
    'content-security-policy',
    words(
      'Sivut kieltävät selainta ajamasta muuta kuin omaa koodia',
      'Sidorna förbjuder webbläsaren att köra annat än egen kod',
      'The pages forbid the browser to run any code but their own',
    ),
    async ({ visit }) => {
      const policy = (await visit('/fi/')).headers['content-security-policy'] ?? ''
      return /default-src|script-src/.test(policy) && !/script-src[^;]*'unsafe-(inline|eval)'/.test(policy)
    },
  ),
  none(
    'S7.8',
    'visits-not-joined',
    words(
      'Evästekuitissa ei ole mitään, mikä yhdistäisi sen ihmiseen',
      'Inget i kakkvittot kan kopplas till en person',
      'Nothing in a cookie receipt joins it to a person',
    ),
    () => sql`
      select count(*) as n from information_schema.columns
      where table_schema = 'register' and table_name = 'cookie_receipt' and column_name ~ 'person|email|address|ip|agent|visitor'`,
  ),
  holds(
    'S7.9',
    'uses-named',
    words(
      'Jokaisella palvelulla on ainakin yksi selosteen käyttötarkoitus',
      'Varje tjänst har minst ett av beskrivningens ändamål',
      'Every service has at least one purpose of the statement',
    ),
    (witness) => {
      const known = witness.statement.cookies?.purposes ?? []
      return services(witness).every(
        ({ purposes = [] }) => purposes.length > 0 && purposes.every((one) => known.includes(one)),
      )
    },
  ),
  holds(
    'S7.10',
    'off-by-default',
    words(
      'Ryhmät ovat aluksi pois päältä, ja välttämättömät on erotettu',
      'Grupperna är avstängda från början och de nödvändiga är åtskilda',
      'Categories are off at first, and the strictly necessary stand apart',
    ),
    ({ statement }) => {
      const categories = statement.cookies?.categories ?? []
      return categories.some(({ exempt }) => exempt) && categories.every((one) => one.exempt || one.default !== true)
    },
  ),
  holds(
    'S7.11',
    'click-to-load',
    words(
      'Upotus latautuu vasta, kun sitä painetaan',
      'En inbäddning laddas först när man trycker på den',
      'An embed loads only when it is pressed',
    ),
    ({ statement }) => statement.cookies?.embeds?.mode === 'click-to-load',
  ),
  holds(
    'S7.12',
    'embed-providers',
    words(
      'Upotuksesta kerrotaan tarjoaja, tarkoitus, maa ja rooli',
      'För en inbäddning anges leverantör, ändamål, land och roll',
      'Of an embed its provider, use, country and role are told',
    ),
    ({ statement }) =>
      (statement.cookies?.embeds?.providers ?? []).every(
        ({ provider, country, role, use }) => provider && country && role && use,
      ),
  ),
  holds(
    'S7.13',
    'withdrawal-on-site',
    words(
      'Valinnan voi muuttaa sivustolla joka sivulta',
      'Valet kan ändras på webbplatsen, från varje sida',
      'The choice can be changed on the site, from every page',
    ),
    async ({ statement, visit }) =>
      statement.cookies?.withdrawal?.inSite === 'every-page-footer' &&
      /cookies\//.test((await visit('/fi/contact/')).body),
  ),
  holds(
    'S7.14',
    'links-safe',
    words(
      'Ohjeisiin vievät linkit ovat suojattuja',
      'Länkarna till anvisningarna är skyddade',
      'Links to instructions are secure',
    ),
    ({ statement }) => (statement.cookies?.links ?? []).every((link) => link.startsWith('https://')),
  ),
  holds(
    'S7.15',
    'no-wall',
    words(
      'Sivut ja lomake toimivat, vaikka kaikki evästeet kieltää',
      'Sidorna och formuläret fungerar även om alla kakor nekas',
      'Pages and form work with every cookie refused',
    ),
    async ({ statement, visit }) =>
      statement.cookies?.cookieWall?.allowed === false && (await visit('/fi/contact/')).status === 200,
  ),
  holds(
    'S7.16',
    'names-current',
    words(
      'Viranomaisista käytetään nykyisiä nimiä',
      'Myndigheternas nuvarande namn används',
      'Authorities go by their present names',
    ),
    ({ statement }) => !/viestintäviras|kommunikationsverket/i.test(JSON.stringify(statement.cookies ?? {})),
  ),
  none(
    'S7.17',
    'choices-renewed',
    words(
      'Valinta vanhenee, eikä vanhentunutta kuittia säilytetä',
      'Valet föråldras, och ett föråldrat kvitto sparas inte',
      'A choice expires, and an expired receipt is not kept',
    ),
    ({ now }) =>
      sql`select count(*) as n from register.cookie_receipt where ends_at + interval '2 days' < ${now}::timestamptz`,
  ),
  held('S7.18', 'visitor-statistics'),
  held('S7.19', 'ad-targeting'),
  held('S7.20', 'visits-and-messages'),
  held('S7.21', 'ad-reporting'),
]
