import { clausesOf, type Statement } from '../format.ts'
import { type Breach, type Rule, when } from './finding.ts'

/** Where a published text says one thing in one section and another elsewhere. */
export const rulesOfContradictions: readonly Rule[] = [
  {
    code: 'N-COOKIE-CONTRADICTION',
    clause: 'S7.5',
    article: 'Art. 5(1)(a) GDPR',
    find: ({ metadata, cookies }) =>
      when(
        metadata.fidelity === 'as-written' &&
          clausesOf(cookies?.technical?.saidIn).length > 0 &&
          (cookies?.services ?? []).length > 0,
        '/cookies/technical',
        clausesOf(cookies?.technical?.saidIn)[0],
      ),
    reason: {
      fi: 'Tekstin mukaan evästeet ovat sivuston omia, mutta samalla luetellaan muiden palveluja.',
      sv: 'Enligt texten är kakorna webbplatsens egna, men samtidigt räknas andras tjänster upp.',
      en: "The text says that cookies are the site's own, and lists the services of others.",
    },
    mend: {
      fi: 'Kerro erikseen omista evästeistä ja muiden evästeistä.',
      sv: 'Berätta separat om egna kakor och om andras.',
      en: "Tell of the site's own cookies and of others' separately.",
    },
  },
  {
    code: 'N-TRANSFER-CONTRADICTION',
    clause: 'S9.3',
    article: 'Art. 5(1)(a) GDPR',
    find: ({ metadata, transfers }) =>
      when(
        metadata.fidelity === 'as-written' &&
          transfers?.default === 'deny-outside-EEA' &&
          (transfers.list ?? []).length > 0,
        '/transfers/default',
        clausesOf(transfers?.saidIn)[0],
      ),
    reason: {
      fi: 'Tekstin mukaan tietoja ei yleensä siirretä ETA-alueen ulkopuolelle, mutta siirtoja on.',
      sv: 'Enligt texten överförs uppgifter i regel inte utanför EES, men överföringar finns.',
      en: 'The text says that as a rule nothing leaves the EEA, yet there are transfers.',
    },
    mend: {
      fi: 'Kerro siirrot suoraan, palvelu kerrallaan.',
      sv: 'Berätta rakt ut om överföringarna, tjänst för tjänst.',
      en: 'Tell of the transfers outright, service by service.',
    },
  },
  {
    code: 'N-CHANNEL-CONTRADICTION',
    clause: 'S4.12',
    article: 'Art. 5(1)(a) GDPR',
    find: adsBesideChannels,
    reason: {
      fi: 'Tekstin mukaan markkinoidaan vain luetelluissa kanavissa, mutta evästeillä kohdennetaan myös mainoksia.',
      sv: 'Enligt texten sker marknadsföring bara i de uppräknade kanalerna, men kakor används också för att rikta annonser.',
      en: 'The text markets by the listed channels only, yet cookies are used to target ads.',
    },
    mend: {
      fi: 'Kerro verkkomainonnasta markkinoinnin yhteydessä tai luovu siitä.',
      sv: 'Berätta om webbannonseringen i samband med marknadsföringen eller avstå från den.',
      en: 'Tell of the web ads where marketing is told, or give them up.',
    },
  },
  {
    code: 'N-IDENTITY-CONTRADICTION',
    clause: 'S12.8',
    article: 'Art. 12(2) and 12(6) GDPR',
    find: signedAndUnsigned,
    reason: {
      fi: 'Tarkastus- tai poistopyyntö vaatii allekirjoituksen, oikaisupyyntö ei. Erolle ei ole perustetta.',
      sv: 'En begäran om tillgång eller radering kräver underskrift, en om rättelse inte. Skillnaden saknar grund.',
      en: 'Access or erasure takes a signature, rectification does not. There is no reason for the difference.',
    },
    mend: {
      fi: 'Varmista henkilöllisyys kaikissa pyynnöissä samalla, kevyimmällä riittävällä tavalla.',
      sv: 'Kontrollera identiteten på samma, lättaste tillräckliga sätt i alla begäranden.',
      en: 'Check identity the same way in all requests: by the lightest that suffices.',
    },
  },
]

function adsBesideChannels({ metadata, purposes, cookies }: Statement): Breach[] {
  if (metadata.fidelity !== 'as-written') return []

  const at = purposes.findIndex(({ messageClass }) => messageClass === 'marketing')
  const ads = (cookies?.services ?? []).some(
    ({ purposes: uses, category }) => uses?.includes('marketing') || category.startsWith('ad-'),
  )
  return when(at >= 0 && ads, `/purposes/${at}`)
}

function signedAndUnsigned({ metadata, rights }: Statement): Breach[] {
  if (metadata.fidelity !== 'as-written' || !rights?.rectification || rights.rectification.asWritten?.identity)
    return []

  return when(
    Boolean(rights.access?.asWritten?.identity || rights.erasure?.asWritten?.identity),
    '/rights/rectification',
  )
}
