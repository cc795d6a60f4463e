import { clausesOf, type Statement } from '../format.ts'
import { type Breach, type Rule, when } from './finding.ts'
import { textIsPublished } from './prose.ts'

/** Section 7: how consent to cookies is asked and taken back. */
export const rulesOfWebsite: readonly Rule[] = [
  {
    code: 'E-COOKIE-ACCEPT-ONLY',
    clause: 'S7.2',
    article: '917/2014 § 205; Art. 7 GDPR',
    find: refusingIsHarder,
    reason: {
      fi: 'Evästeet voi hyväksyä yhdellä painikkeella, mutta kieltää niitä ei voi yhtä helposti.',
      sv: 'Kakor kan godkännas med en knapp, men inte nekas lika lätt.',
      en: 'Cookies are accepted by one button, but cannot be refused as easily.',
    },
    mend: {
      fi: 'Näytä ensimmäisessä näkymässä hyväksyminen, kieltäminen ja valinta yhtä näkyvinä.',
      sv: 'Visa godkänn, neka och välj lika synligt i första vyn.',
      en: 'Show accept, refuse and choose with equal prominence on the first layer.',
    },
  },
  {
    code: 'W-NO-NECESSARY-CATEGORY',
    clause: 'S7.10',
    article: '917/2014 § 205(2)',
    find: necessaryCategoryUnsaid,
    reason: {
      fi: 'Välttämättömien evästeiden ryhmä puuttuu. "Toiminnalliset" eivät ole vapaita suostumuksesta.',
      sv: 'Gruppen nödvändiga kakor saknas. "Funktionella" kakor är inte undantagna från samtycke.',
      en: 'The group of strictly necessary cookies is missing. "Functional" ones are not exempt from consent.',
    },
    mend: {
      fi: 'Lisää välttämättömien evästeiden ryhmä ja luettele siihen vain pakolliset.',
      sv: 'Lägg till en grupp för nödvändiga kakor med bara de oundgängliga.',
      en: 'Add a group of strictly necessary cookies, with only those that are.',
    },
  },
  {
    code: 'E-EMBED-NECESSARY',
    clause: 'S7.11',
    article: '917/2014 § 205; C-40/17',
    find: embedsLoadUnasked,
    reason: {
      fi: 'Upotuksia tai somepainikkeita pidetään pakollisina, vaikka ne ladataan toisen palvelusta ilman lupaa.',
      sv: 'Inbäddningar eller delningsknappar kallas nödvändiga fast de laddas från någon annan utan lov.',
      en: "Embeds or share buttons are called necessary, though they load from someone else's service unasked.",
    },
    mend: {
      fi: 'Näytä upotuksen paikalla kuvaus ja lataa sisältö vasta, kun kävijä sitä pyytää.',
      sv: 'Visa en beskrivning på inbäddningens plats och ladda innehållet först när besökaren ber om det.',
      en: 'Show a placeholder and load the content only when the visitor asks for it.',
    },
  },
  {
    code: 'E-COOKIE-MODEL',
    clause: 'S7.1',
    article: '917/2014 § 205(1); Art. 4(11) GDPR',
    find: ({ cookies }) =>
      when(Boolean(cookies?.consentModel && cookies.consentModel !== 'opt-in'), '/cookies/consentModel'),
    reason: {
      fi: 'Evästeitä asetetaan ilman etukäteistä suostumusta.',
      sv: 'Kakor placeras utan samtycke på förhand.',
      en: 'Cookies are set without consent given beforehand.',
    },
    mend: {
      fi: 'Pyydä suostumus ennen muita kuin välttämättömiä evästeitä.',
      sv: 'Be om samtycke före andra än nödvändiga kakor.',
      en: 'Ask for consent before any cookie that is not strictly necessary.',
    },
  },
  {
    code: 'E-COOKIE-PRETICKED',
    clause: 'S7.10',
    article: 'Art. 4(11) GDPR; C-673/17',
    find: ({ cookies }) =>
      (cookies?.categories ?? []).flatMap((category, at) =>
        !category.exempt && category.default === true
          ? [{ path: `/cookies/categories/${at}`, names: [category.label] }]
          : [],
      ),
    reason: {
      fi: 'Ryhmä {names} on valmiiksi päällä, joten kävijä ei ole antanut siihen suostumusta.',
      sv: 'Gruppen {names} är på från början, så besökaren har inte gett samtycke.',
      en: 'The group {names} is on from the start, so the visitor has not consented to it.',
    },
    mend: {
      fi: 'Pidä ryhmä poissa päältä, kunnes kävijä valitsee sen.',
      sv: 'Håll gruppen avstängd tills besökaren väljer den.',
      en: 'Keep the group off until the visitor chooses it.',
    },
  },
  {
    code: 'E-COOKIE-EXEMPT',
    clause: 'S7.10',
    article: '917/2014 § 205(2)',
    find: ({ cookies }) =>
      (cookies?.categories ?? []).flatMap((category, at) =>
        category.exempt && category.id !== 'necessary'
          ? [{ path: `/cookies/categories/${at}`, names: [category.label] }]
          : [],
      ),
    reason: {
      fi: 'Ryhmää {names} pidetään vapaana suostumuksesta, vaikka vain välttämättömät evästeet ovat sitä.',
      sv: 'Gruppen {names} behandlas som undantagen från samtycke, fast bara nödvändiga kakor är det.',
      en: 'The group {names} is treated as exempt, although only strictly necessary cookies are.',
    },
    mend: {
      fi: 'Pyydä ryhmälle suostumus.',
      sv: 'Be om samtycke för gruppen.',
      en: 'Ask for consent to the group.',
    },
  },
  {
    code: 'E-COOKIE-WALL',
    clause: 'S7.15',
    article: 'Art. 7(4) GDPR; EDPB 05/2020',
    find: ({ cookies }) => when(cookies?.cookieWall?.allowed === true, '/cookies/cookieWall'),
    reason: {
      fi: 'Palvelun käyttö edellyttää evästeiden hyväksymistä, joten suostumus ei ole vapaaehtoinen.',
      sv: 'Tjänsten kräver att kakor godkänns, så samtycket är inte frivilligt.',
      en: 'The service requires accepting cookies, so the consent is not free.',
    },
    mend: {
      fi: 'Anna käyttää palvelua myös pelkillä välttämättömillä evästeillä.',
      sv: 'Låt tjänsten användas även med bara nödvändiga kakor.',
      en: 'Let the service be used with strictly necessary cookies only.',
    },
  },
  {
    code: 'E-COOKIE-WITHDRAWAL',
    clause: 'S7.13',
    article: 'Art. 7(3) GDPR; 917/2014 § 205',
    find: ({ cookies }) =>
      when(
        cookies?.withdrawal?.browserSettings === 'only-way' || cookies?.withdrawal?.inSite === 'none',
        '/cookies/withdrawal',
      ),
    reason: {
      fi: 'Evästesuostumusta ei voi perua sivustolla yhtä helposti kuin sen voi antaa.',
      sv: 'Samtycket till kakor kan inte återkallas på webbplatsen lika lätt som det ges.',
      en: 'Consent to cookies cannot be withdrawn on the site as easily as it is given.',
    },
    mend: {
      fi: 'Lisää jokaisen sivun alareunaan linkki evästevalintoihin.',
      sv: 'Lägg till en länk till kakvalen längst ned på varje sida.',
      en: 'Put a link to the cookie choices at the foot of every page.',
    },
  },
]

function refusingIsHarder(statement: Statement): Breach[] {
  const { cookies } = statement
  const asks = (cookies?.categories ?? []).some(({ exempt }) => !exempt) || (cookies?.services ?? []).length > 0
  const banner = cookies?.banner
  if (!cookies || (!asks && !banner)) return []

  const written = (banner?.asWritten?.startsWith('accept') ?? false) && textIsPublished(statement, banner?.saidIn)
  const built = asks && (!banner?.firstLayer?.includes('reject-all') || banner.equalProminence !== true)
  return when(written || built, '/cookies/banner', clausesOf(banner?.saidIn)[0])
}

function necessaryCategoryUnsaid(statement: Statement): Breach[] {
  const { cookies } = statement
  if (!cookies?.categories?.length && !cookies?.services?.length) return []

  const necessary = cookies.categories?.find(({ id }) => id === 'necessary')
  const clause = clausesOf(cookies.saidIn).includes('S7.10') ? 'S7.10' : (clausesOf(cookies.saidIn).at(-1) ?? 'S7.10')
  const unsaid = necessary?.asWritten === 'absent' && textIsPublished(statement, clause)
  return when(!necessary || unsaid, '/cookies/categories', clause)
}

function embedsLoadUnasked(statement: Statement): Breach[] {
  const embeds = statement.cookies?.embeds
  if (!embeds) return []

  const written = embeds.asWritten === 'necessary' && textIsPublished(statement, embeds.saidIn)
  return when(written || embeds.mode === 'always', '/cookies/embeds', clausesOf(embeds.saidIn)[0])
}
