import type { Statement } from '../format.ts'
import { type Breach, type Rule, when } from './finding.ts'
import { classNames } from './names.ts'
import { lastsAtLeast } from './period.ts'

/** What the law limits in any section: how short, how long, how often. */
export const rulesOfLimits: readonly Rule[] = [
  {
    code: 'W-RETENTION-BOOKKEEPING',
    clause: 'S11.1',
    article: '1336/1997 2:10 §',
    find: bookkeepingCutShort,
    reason: {
      fi: 'Kirjanpitoaineistoa säilytetään lyhyemmän ajan kuin kirjanpitolaki vaatii ({names}).',
      sv: 'Bokföringsmaterialet bevaras kortare tid än bokföringslagen kräver ({names}).',
      en: 'Bookkeeping material is kept for less time than the Accounting Act asks ({names}).',
    },
    mend: {
      fi: 'Säilytä tositteet kuusi vuotta ja kirjanpitokirjat kymmenen vuotta.',
      sv: 'Bevara verifikaten i sex år och bokföringsböckerna i tio år.',
      en: 'Keep vouchers for six years and books for ten.',
    },
  },
  {
    code: 'N-COOKIE-NAG',
    clause: 'S7.2',
    article: 'Art. 7(4) GDPR; EDPB 03/2022',
    find: ({ cookies }) => {
      const again = cookies?.consent?.repromptAfterRefusal
      return when(Boolean(again && !lastsAtLeast(again, 180)), '/cookies/consent/repromptAfterRefusal')
    },
    reason: {
      fi: 'Evästeet kieltäneeltä kysytään uudelleen alle puolessa vuodessa.',
      sv: 'Den som nekat kakor tillfrågas på nytt inom ett halvt år.',
      en: 'Whoever refused cookies is asked again within half a year.',
    },
    mend: {
      fi: 'Kysy uudelleen aikaisintaan kuuden kuukauden kuluttua.',
      sv: 'Fråga på nytt tidigast efter sex månader.',
      en: 'Ask again after six months at the earliest.',
    },
  },
  {
    code: 'W-EXTENSION-LONG',
    clause: 'S12.4',
    article: 'Art. 12(3) GDPR',
    find: ({ rights }) =>
      (['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'] as const).flatMap((name) => {
        const extension = rights?.[name]?.extension
        return when(Boolean(extension && lastsAtLeast(extension, 63)), `/rights/${name}/extension`)
      }),
    reason: {
      fi: 'Vastausaikaa jatketaan enemmän kuin kahdella kuukaudella.',
      sv: 'Svarstiden förlängs med mer än två månader.',
      en: 'The time to answer is extended by more than two months.',
    },
    mend: {
      fi: 'Jatka määräaikaa enintään kahdella kuukaudella ja kerro syy ensimmäisen kuukauden aikana.',
      sv: 'Förläng fristen med högst två månader och ange skälet inom den första månaden.',
      en: 'Extend by two months at most, and say why within the first month.',
    },
  },
  {
    code: 'E-ADM-LOGIC',
    clause: 'S12',
    article: 'Art. 13(2)(f) and 22 GDPR',
    find: ({ automatedDecisions }) =>
      when(automatedDecisions?.used === true && !automatedDecisions.text, '/automatedDecisions'),
    reason: {
      fi: 'Automaattisia päätöksiä tehdään, mutta niiden logiikkaa ja seurauksia ei kerrota.',
      sv: 'Automatiserade beslut fattas, men deras logik och följder förklaras inte.',
      en: 'Automated decisions are made, but their logic and consequences are not told.',
    },
    mend: {
      fi: 'Kerro, miten päätös syntyy, mitä siitä seuraa ja miten sen saa ihmisen käsiteltäväksi.',
      sv: 'Berätta hur beslutet uppstår, vad det leder till och hur man får det prövat av en människa.',
      en: 'Say how the decision comes about, what follows, and how a human being can be asked to review it.',
    },
  },
  {
    code: 'E-SERVICE-PROMOTES',
    clause: 'S4.2',
    article: '917/2014 § 200; C-654/23',
    find: ({ purposes }) =>
      purposes.flatMap(({ messageClass, topics, label }, at) =>
        messageClass === 'service' && topics?.length ? [{ path: `/purposes/${at}`, names: [label] }] : [],
      ),
    reason: {
      fi: 'Asiakasviestinnässä on markkinoinnin aiheita. Mainostava viesti on suoramarkkinointia, vaikka sitä kutsuttaisiin tiedotteeksi ({names}).',
      sv: 'Kundkommunikationen har marknadsföringsämnen. Ett reklammeddelande är direktmarknadsföring även om det kallas information ({names}).',
      en: 'Service messages carry marketing topics. A promoting message is direct marketing, whatever it is called ({names}).',
    },
    mend: {
      fi: 'Siirrä aiheet suoramarkkinoinnin tarkoitukseen.',
      sv: 'Flytta ämnena till ändamålet direktmarknadsföring.',
      en: 'Move the topics to the purpose of direct marketing.',
    },
  },
]

const yearsByLaw: Readonly<Record<string, number>> = { 'invoice-voucher': 6, 'accounting-book': 10 }

function bookkeepingCutShort({ retention }: Statement): Breach[] {
  return (retention?.rules ?? []).flatMap((rule, at) => {
    const years = yearsByLaw[rule.class]
    const short = years !== undefined && rule.period && !lastsAtLeast(rule.period, years * 365)
    return short ? [{ path: `/retention/rules/${at}`, names: [classNames[rule.class] ?? rule.class] }] : []
  })
}
