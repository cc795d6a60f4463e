import { type CookieService, clausesOf } from '../format.ts'
import type { Breach, Rule } from './finding.ts'
import { claimsNobodyIsIdentified, clausesSaying, praiseOfCookies } from './prose.ts'

/** Section 7: what is said of the cookies. */
export const rulesOfCookies: readonly Rule[] = [
  {
    code: 'W-NUDGE',
    clause: 'S7.3',
    article: 'EDPB 03/2022',
    find: (statement) =>
      clausesSaying(statement, 7, praiseOfCookies).map((clause) => ({ clause, path: `/clauses/${clause}` })),
    reason: {
      fi: 'Teksti kehuu evästeitä kertomatta haitoista. Se ohjailee valintaa.',
      sv: 'Texten berömmer kakor utan att nämna nackdelarna. Det styr valet.',
      en: 'The text praises cookies and is silent about the drawbacks. That steers the choice.',
    },
    mend: {
      fi: 'Kerro neutraalisti, mihin evästeitä käytetään.',
      sv: 'Berätta neutralt vad kakorna används till.',
      en: 'Say neutrally what the cookies are used for.',
    },
  },
  {
    code: 'E-CLAIM-IDENT',
    clause: 'S7.8',
    article: 'Art. 4(1) and Rec. 30 GDPR',
    find: (statement) =>
      clausesSaying(statement, 7, claimsNobodyIsIdentified).map((clause) => ({ clause, path: `/clauses/${clause}` })),
    reason: {
      fi: 'Väite, ettei kävijää tunnisteta evästeistä, ei pidä paikkaansa: verkkotunniste on henkilötieto.',
      sv: 'Påståendet att besökaren inte kan identifieras med kakor stämmer inte: en nätidentifierare är en personuppgift.',
      en: 'The claim that cookies identify nobody is untrue: an online identifier is personal data.',
    },
    mend: {
      fi: 'Poista väite ja kerro, mitä tunnisteita evästeissä on.',
      sv: 'Ta bort påståendet och berätta vilka identifierare kakorna innehåller.',
      en: 'Remove the claim and say which identifiers the cookies hold.',
    },
  },
  {
    code: 'W-COOKIE-DURATION',
    clause: 'S7.18',
    article: '917/2014 § 205(1); C-673/17',
    find: ({ cookies }) => serviceBreaches(cookies?.services ?? [], 'S7.18', durationsUnsaid),
    reason: {
      fi: 'Palvelun {names} evästeistä ei kerrota nimiä ja voimassaoloaikoja.',
      sv: 'För tjänsten {names} anges inte kakornas namn och giltighetstid.',
      en: 'The names and durations of the cookies of {names} are not given.',
    },
    mend: {
      fi: 'Luettele evästeet, niiden kesto ja kuka niitä lukee.',
      sv: 'Räkna upp kakorna, deras giltighetstid och vem som läser dem.',
      en: 'List the cookies, how long they last and who reads them.',
    },
  },
  {
    code: 'N-COOKIE-COUNTRY',
    clause: 'S7.18',
    article: 'Art. 13(1)(f) GDPR',
    find: ({ cookies }) => serviceBreaches(cookies?.services ?? [], 'S7.18', ({ country }) => !country),
    reason: {
      fi: 'Palvelusta {names} ei kerrota, mihin maahan tiedot menevät.',
      sv: 'För tjänsten {names} anges inte till vilket land uppgifterna går.',
      en: 'It is not said to which country {names} takes the data.',
    },
    mend: {
      fi: 'Merkitse palveluntarjoajan maa.',
      sv: 'Ange leverantörens land.',
      en: 'Give the country of the provider.',
    },
  },
]

function serviceBreaches(
  services: readonly CookieService[],
  clause: string,
  broken: (service: CookieService) => boolean,
): Breach[] {
  return services.flatMap((service, at) =>
    broken(service)
      ? [
          {
            path: `/cookies/services/${at}`,
            clause: clausesOf(service.saidIn)[0] ?? clause,
            names: [`${service.provider} (${service.id})`],
          },
        ]
      : [],
  )
}

function durationsUnsaid({ cookies, durations }: CookieService): boolean {
  return !cookies?.length || (!durations && cookies.some(({ duration }) => !duration))
}
