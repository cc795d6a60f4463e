import type { Purpose, Statement } from '../format.ts'
import { clausesOf } from '../format.ts'
import { type Breach, oneBreach, type Rule, when } from './finding.ts'
import { clausesSaying, inAnyLanguage, repealedBasis, vagueInterest } from './prose.ts'

const legitimateInterest = 'eu-gdpr:A6-1-f'

/** Section 4: why data are used and on which basis. */
export const rulesOfPurposes: readonly Rule[] = [
  {
    code: 'E-BASIS-LEGACY',
    clause: 'S4.8',
    article: 'Art. 6(1) GDPR',
    find: legacyBases,
    reason: {
      fi: '"Asiallinen yhteys" on kumotun henkilötietolain peruste. Tietosuoja-asetus ei tunne sitä.',
      sv: '"Saklig anknytning" är en grund i den upphävda personuppgiftslagen. Förordningen känner inte till den.',
      en: 'A "relevant connection" was a basis of the repealed Personal Data Act. The GDPR knows no such basis.',
    },
    mend: {
      fi: 'Korvaa se 6 artiklan perusteella, yleensä oikeutetulla edulla ja tasapainotestillä, tai jätä se pois.',
      sv: 'Ersätt den med en grund i artikel 6, oftast berättigat intresse med intresseavvägning, eller lämna bort den.',
      en: 'Replace it with a basis of Art. 6, usually legitimate interest with a balancing test, or leave it out.',
    },
  },
  {
    code: 'E-LIA-MISSING',
    clause: 'S4.9',
    article: 'Art. 6(1)(f) and 5(2) GDPR',
    find: (statement) => interestBreach(statement, withoutBalancing),
    reason: {
      fi: 'Käsittely nojaa oikeutettuun etuun, mutta tasapainotestiä ei ole ({names}).',
      sv: 'Behandlingen grundas på berättigat intresse, men intresseavvägning saknas ({names}).',
      en: 'Processing rests on legitimate interest, but there is no balancing test ({names}).',
    },
    mend: {
      fi: 'Tee tasapainotesti ja merkitse sen tunnus, tulos, tekijä ja päivä, tai jätä peruste pois.',
      sv: 'Gör en intresseavvägning och ange dess beteckning, resultat, utförare och datum, eller lämna bort grunden.',
      en: 'Make the balancing test and give its reference, outcome, reviewer and date, or leave the basis out.',
    },
  },
  {
    code: 'E-LIA-FAILED',
    clause: 'S4.9',
    article: 'Art. 6(1)(f) GDPR',
    find: (statement) => interestBreach(statement, balancingFailed),
    reason: {
      fi: 'Tasapainotestin mukaan etu ei syrjäytä rekisteröidyn oikeuksia, tai tulos puuttuu ({names}).',
      sv: 'Enligt intresseavvägningen väger intresset inte tyngre, eller så saknas resultatet ({names}).',
      en: 'By the balancing test the interest does not prevail, or the outcome is missing ({names}).',
    },
    mend: {
      fi: 'Valitse toinen peruste tai jätä tarkoitus pois. Jos etu painaa enemmän, kirjaa tulos.',
      sv: 'Välj en annan grund eller lämna bort ändamålet. Om intresset väger tyngre, anteckna resultatet.',
      en: 'Choose another basis or leave the purpose out. If the interest does prevail, record it.',
    },
  },
  {
    code: 'W-LI-VAGUE',
    clause: 'S4.9',
    article: 'Art. 13(1)(d) GDPR',
    find: (statement) => interestBreach(statement, interestIsVague),
    reason: {
      fi: 'Oikeutettua etua ei ole yksilöity: lukija ei saa tietää, mikä etu on kyseessä ({names}).',
      sv: 'Det berättigade intresset är inte preciserat: läsaren får inte veta vilket intresse det gäller ({names}).',
      en: 'The legitimate interest is not specific: the reader does not learn which interest it is ({names}).',
    },
    mend: {
      fi: 'Kirjoita jokaiselle tarkoitukselle oma, todellinen etu.',
      sv: 'Skriv ett eget, verkligt intresse för varje ändamål.',
      en: 'Write the actual interest of each purpose.',
    },
  },
  {
    code: 'E-PURPOSE-NONE',
    clause: 'S4.1',
    article: 'Art. 5(1)(b) and 13(1)(c) GDPR',
    find: ({ purposes }) => when(purposes.length === 0, '/purposes'),
    reason: {
      fi: 'Käsittelyllä ei ole yhtään tarkoitusta.',
      sv: 'Behandlingen har inget ändamål.',
      en: 'There is no purpose of processing.',
    },
    mend: {
      fi: 'Luettele tarkoitukset, joihin tietoja käytetään.',
      sv: 'Räkna upp de ändamål som uppgifterna används för.',
      en: 'List the purposes the data are used for.',
    },
  },
  {
    code: 'E-BASIS-MISSING',
    clause: 'S4.6',
    article: 'Art. 6(1) and 13(1)(c) GDPR',
    find: ({ purposes }) =>
      purposeBreaches(purposes, ({ basis, eligibility }) => !basis?.length && !eligibility?.length),
    reason: {
      fi: 'Tarkoitukselta {names} puuttuu oikeusperuste.',
      sv: 'Ändamålet {names} saknar rättslig grund.',
      en: 'The purpose {names} has no legal basis.',
    },
    mend: {
      fi: 'Anna tarkoitukselle 6 artiklan mukainen peruste.',
      sv: 'Ange en grund enligt artikel 6 för ändamålet.',
      en: 'Give the purpose a basis of Art. 6.',
    },
  },
  {
    code: 'E-BASIS-REPRESENTATIVE',
    clause: 'S4.6',
    article: 'Art. 6(1)(b) GDPR',
    find: ({ purposes }) =>
      purposeBreaches(purposes, ({ basis }) =>
        Boolean(basis?.some((one) => one.when === 'subject-represents-org' && one.ref === 'eu-gdpr:A6-1-b')),
      ),
    reason: {
      fi: 'Sopimusperuste koskee vain henkilöä, joka itse on sopijapuoli, ei yrityksen edustajaa ({names}).',
      sv: 'Avtalsgrunden gäller bara den som själv är avtalspart, inte ett företags företrädare ({names}).',
      en: "The contract basis covers only a person who is the party, not a company's representative ({names}).",
    },
    mend: {
      fi: 'Käytä edustajille oikeutettua etua ja tee tasapainotesti.',
      sv: 'Använd berättigat intresse för företrädare och gör en intresseavvägning.',
      en: 'Use legitimate interest for representatives, with a balancing test.',
    },
  },
  {
    code: 'E-MARKETING-CHANNEL',
    clause: 'S4.12',
    article: '917/2014 § 200–203; Art. 13(1)(c) GDPR',
    find: ({ purposes }) =>
      purposeBreaches(purposes, ({ messageClass, channels }) => messageClass === 'marketing' && !channels?.length),
    reason: {
      fi: 'Markkinoinnin kanavia ei ole lueteltu ({names}).',
      sv: 'Marknadsföringens kanaler är inte uppräknade ({names}).',
      en: 'The channels of marketing are not listed ({names}).',
    },
    mend: {
      fi: 'Luettele kanavat, esimerkiksi sähköposti ja posti.',
      sv: 'Räkna upp kanalerna, till exempel e-post och post.',
      en: 'List the channels, for instance e-mail and post.',
    },
  },
  {
    code: 'E-MARKETING-CONSENT',
    clause: 'S4.12',
    article: '917/2014 § 200(1)',
    find: ({ purposes }) => purposeBreaches(purposes, mailsPeopleWithoutGround),
    reason: {
      fi: 'Luonnolliselle henkilölle saa markkinoida sähköisesti vain suostumuksella tai asiakassuhteen perusteella ({names}).',
      sv: 'Elektronisk marknadsföring till fysiska personer kräver samtycke eller kundförhållande ({names}).',
      en: 'Electronic marketing to natural persons needs consent or an existing-customer ground ({names}).',
    },
    mend: {
      fi: 'Vaadi suostumus tai aiempi osto samalta myyjältä.',
      sv: 'Kräv samtycke eller ett tidigare köp hos samma säljare.',
      en: 'Require consent, or an earlier purchase from the same seller.',
    },
  },
  {
    code: 'W-CHANNEL-RULE',
    clause: 'S4.12',
    article: '917/2014 § 200–202',
    find: ({ purposes }) =>
      purposeBreaches(purposes, ({ channels, eligibility }) =>
        Boolean(channels?.some((channel) => !eligibility?.some((entry) => entry.channel === channel))),
      ),
    reason: {
      fi: 'Kanava on ilmoitettu, mutta ei kerrota, kenelle siinä saa lähettää ({names}).',
      sv: 'En kanal är angiven, men inte till vem man får skicka i den ({names}).',
      en: 'A channel is declared without saying who may be reached by it ({names}).',
    },
    mend: {
      fi: 'Lisää kanavalle ehto tai poista kanava.',
      sv: 'Lägg till ett villkor för kanalen eller ta bort den.',
      en: 'Add a condition for the channel, or remove it.',
    },
  },
]

function legacyBases(statement: Statement): Breach[] {
  const written = (statement.unmappedBases ?? []).map(({ saidIn }, at) => ({
    clause: clausesOf(saidIn)[0] ?? 'S4.8',
    path: `/unmappedBases/${at}`,
  }))
  // Where the file says which bases it could not map, that is what counts; prose speaks for files that do not.
  if (statement.unmappedBases) return written

  return clausesSaying(statement, 4, repealedBasis).map((clause) => ({ clause, path: `/clauses/${clause}` }))
}

function purposeBreaches(purposes: readonly Purpose[], broken: (purpose: Purpose) => boolean): Breach[] {
  return purposes.flatMap((purpose, at) =>
    broken(purpose) ? [{ path: `/purposes/${at}`, names: [purpose.label] }] : [],
  )
}

/** One breach for all purposes, on the clause that tells the interest. */
function interestBreach({ purposes }: Statement, broken: (purpose: Purpose) => boolean): Breach[] {
  const found = purposes.filter(broken)
  const first = purposes.findIndex(broken)
  return oneBreach(
    found.map(({ label }) => label),
    `/purposes/${first}`,
  )
}

function interestsOf({ basis }: Purpose) {
  return (basis ?? []).filter(({ ref }) => ref === legitimateInterest)
}

export function withoutBalancing(purpose: Purpose): boolean {
  return interestsOf(purpose).some(({ lia }) => !lia)
}

/** Whether marketing rests on an interest that the purpose itself does not declare and balance. */
export function marketsWithoutBalancing(purpose: Purpose): boolean {
  const usesInterest = purpose.eligibility?.some(({ basis }) => basis === legitimateInterest) ?? false
  return usesInterest && interestsOf(purpose).length === 0
}

function balancingFailed(purpose: Purpose): boolean {
  return interestsOf(purpose).some(({ lia }) => lia && lia.outcome !== 'interest-prevails')
}

function interestIsVague(purpose: Purpose): boolean {
  return interestsOf(purpose).some(({ interest, lia }) => {
    const said = interest ?? lia?.interest
    return !said || said.fi.length < 15 || inAnyLanguage(said, vagueInterest)
  })
}

function mailsPeopleWithoutGround({ eligibility }: Purpose): boolean {
  return Boolean(
    eligibility?.some(
      ({ channel, recipient, require }) =>
        (channel === 'email' || channel === 'sms' || channel === 'push') &&
        (recipient === 'natural-person' || recipient === 'any') &&
        require !== 'consent' &&
        require !== 'existing-customer',
    ),
  )
}
