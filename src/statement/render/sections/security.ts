import type { Statement } from '../../format.ts'
import { type Composing, clause, list, ownWords, paragraph, saidIn } from '../blocks.ts'
import type { Block } from '../document.ts'
import { pick, say, textOf } from '../text.ts'
import { countryInWords } from '../words.ts'

type Measure = NonNullable<Statement['security']>[number]

/** Section 10: how the data are protected. */
export function aboutSecurity(composing: Composing): Block[] {
  const { statement, language } = composing
  const hosting = statement.hosting
  const where = countryInWords(hosting?.country, language)
  const place = where ? ` (${where})` : ''

  return [
    ...list(
      (statement.security ?? []).map((measure) => ({
        clauses: saidIn(measure),
        text: measureInWords(composing, measure),
      })),
    ),
    ...paragraph(
      clause(
        composing,
        'S10.5',
        hosting?.self
          ? `${words.self[language]}${place}.`
          : hosting?.provider && say`${words.hosted[language]} ${hosting.provider}${place}.`,
      ),
    ),
  ]
}

/** Art. 30(1)(g) GDPR: the same measures stand in the records of processing. */
export function measureInWords(composing: Composing, measure: Measure) {
  const [first] = saidIn(measure)
  const own = first ? ownWords(composing, first) : null

  return (
    own ??
    textOf(
      pick(measure.text, composing.language) ?? words.measures[composing.language][measure.id as 'nda'] ?? measure.id,
    )
  )
}

const words = {
  self: {
    fi: 'Rekisteri sijaitsee omalla palvelimellamme',
    sv: 'Registret finns på vår egen server',
    en: 'The register stands on our own server',
  },
  hosted: {
    fi: 'Rekisterin palvelinympäristön tarjoaa',
    sv: 'Registrets servermiljö tillhandahålls av',
    en: 'The register is hosted by',
  },
  measures: {
    fi: {
      instructions:
        'Rekisterin käyttöön on ohje. Jokainen käyttäjä kuittaa sen luetuksi, ja ilman kuittausta rekisteri ei aukea.',
      'personal-accounts': 'Jokaisella käyttäjällä on oma tunnus ja vahva kirjautuminen. Yhteisiä tunnuksia ei ole.',
      'need-to-know':
        'Kukin näkee vain ne tiedot, joita hänen tehtävänsä edellyttää. Oikeudet tarkistetaan säännöllisesti.',
      nda: 'Käyttäjätunnus aukeaa vasta, kun salassapitosopimus on allekirjoitettu.',
      'hosting-contract': 'Palvelinympäristön ylläpidosta ja suojauksesta on kirjallinen sopimus.',
      'paper-locked': 'Paperille tulostetut tiedot pidetään lukkojen takana, ja niistä on luettelo.',
      'paper-destroyed': 'Tarpeettomat paperit tuhotaan tietoturvallisesti, ja tuhoaminen kirjataan.',
      'restore-drill': 'Varmuuskopioiden palauttamista harjoitellaan vähintään puolivuosittain.',
      encryption: 'Tiedot kulkevat ja säilyvät salattuina.',
      backups: 'Tiedot varmuuskopioidaan, ja palautusta harjoitellaan.',
      'access-log': 'Jokaisesta tietojen katselusta jää merkintä lokiin.',
    },
    sv: {
      instructions:
        'Det finns anvisningar för användningen. Varje användare kvitterar dem, och utan kvittering öppnas inte registret.',
      'personal-accounts': 'Varje användare har ett eget konto och stark inloggning. Gemensamma konton finns inte.',
      'need-to-know': 'Var och en ser endast de uppgifter som arbetet kräver. Rättigheterna granskas regelbundet.',
      nda: 'Kontot öppnas först när en sekretessförbindelse har undertecknats.',
      'hosting-contract': 'Det finns ett skriftligt avtal om servermiljöns drift och skydd.',
      'paper-locked': 'Utskrivna uppgifter förvaras bakom lås, och de är förtecknade.',
      'paper-destroyed': 'Onödiga papper förstörs på ett säkert sätt, och det antecknas.',
      'restore-drill': 'Återställning av säkerhetskopior övas minst varje halvår.',
      encryption: 'Uppgifterna överförs och lagras krypterade.',
      backups: 'Uppgifterna säkerhetskopieras, och återställning övas.',
      'access-log': 'Varje läsning av uppgifter antecknas i en logg.',
    },
    en: {
      instructions:
        'There are instructions for using the register. Every user confirms having read them; without that the register does not open.',
      'personal-accounts': 'Every user has an account of their own and strong sign-in. There are no shared accounts.',
      'need-to-know': 'Each sees only the data their work takes. Rights are reviewed regularly.',
      nda: 'An account opens only once a confidentiality undertaking is signed.',
      'hosting-contract': 'A written contract covers the running and protection of the servers.',
      'paper-locked': 'Printed data are kept under lock and key, and listed.',
      'paper-destroyed': 'Paper no longer needed is destroyed securely, and this is recorded.',
      'restore-drill': 'Restoring from backup is rehearsed at least twice a year.',
      encryption: 'Data travel and rest encrypted.',
      backups: 'Data are backed up, and restoring is rehearsed.',
      'access-log': 'Every look at the data leaves a line in the log.',
    },
  },
} as const
