import type { Purpose } from '../../format.ts'
import { type Composing, clause, heading, labelOf, list, ownWords, paragraph, saidIn } from '../blocks.ts'
import type { Block, Said } from '../document.ts'
import { capitalised, listed, lowered, type Sayable, say, textOf } from '../text.ts'
import { channelInWords } from '../words.ts'
import { aboutBases, basesInWords } from './bases.ts'

/** Section 4: what the data are used for, and on which basis. */
export function aboutPurposes(composing: Composing): Block[] {
  const { statement, language } = composing
  const purposes = statement.purposes
  const daily = purposes.filter((purpose) => purpose.messageClass !== 'marketing')

  return [
    ...paragraph(clause(composing, 'S4.5', words.necessary[language])),
    ...list(daily.map((purpose) => inOneItem(composing, purpose))),
    ...paragraph(clause(composing, 'S4.4', daily.length > 0 && words.lifeCycle[language])),
    ...purposes
      .filter((purpose) => purpose.messageClass === 'marketing')
      .flatMap((purpose) => marketing(composing, purpose)),
    ...aboutBases(composing),
  ]
}

const home: Record<string, string> = {
  'customer-relationship': 'S4.1',
  'customer-communication': 'S4.2',
  'service-delivery': 'S4.3',
}

function inOneItem(composing: Composing, purpose: Purpose): Said {
  const { language } = composing
  const id = home[purpose.id] ?? saidIn(purpose)[0]
  const label = labelOf(purpose, language)
  const explained = words.explained[language][purpose.id as keyof (typeof words.explained)['fi']]
  const own = id ? ownWords(composing, id) : null

  return {
    clauses: id ? [id] : [],
    text: own ?? say`${bold(label)}${explained ? say` – ${explained}` : '.'} ${basesInWords(purpose, language)}`,
  }
}

function marketing(composing: Composing, purpose: Purpose): Block[] {
  const { language } = composing
  const topics = listed(
    (purpose.topics ?? []).map((topic) => lowered(labelOf(topic, language))),
    language,
  )
  const channels = listed(
    (purpose.channels ?? []).map((channel) => channelInWords(channel, language)),
    language,
  )

  return [
    heading(labelOf(purpose, language)),
    ...paragraph(
      clause(composing, 'S4.10', words.marketing[language]),
      clause(composing, 'S4.11', topics.length > 0 && words.topics[language](topics)),
      clause(composing, 'S4.12', channels.length > 0 && words.channels[language](channels)),
    ),
    ...paragraph({
      clauses: [],
      text: textOf(
        (purpose.eligibility ?? []).some(({ law }) => communications.test(law ?? '')) && words.act[language],
      ),
    }),
    ...list((purpose.eligibility ?? []).map((rule) => ({ clauses: [], text: textOf(ground(composing, rule)) }))),
    ...paragraph({ clauses: [], text: basesInWords(purpose, language) }),
  ]
}

function ground({ language }: Composing, rule: NonNullable<Purpose['eligibility']>[number]): Sayable {
  const channel = capitalised(channelInWords(rule.channel, language))
  const law = rule.law ? ` (${lawInWords(rule.law, language)})` : ''

  return say`${channel} ${words.recipients[language][rule.recipient]}: ${words.grounds[language][rule.require]}${law}.`
}

// "917/2014 § 200(1)" is how the file names a paragraph; people read "200 § 1 mom.", under an act that is named once.
function lawInWords(law: string, language: Composing['language']) {
  const [, section, moment] = communications.exec(law) ?? []
  if (!section) return law
  if (language === 'en') return `section ${section}${moment ? `(${moment})` : ''}`
  return `${section} §${moment ? ` ${moment} mom.` : ''}`
}

const communications = /^917\/2014 § (\d+)(?:\((\d+)\))?$/

function bold(label: ReturnType<typeof labelOf>) {
  return label.map((piece) => (typeof piece === 'string' ? { text: piece, strong: true as const } : piece))
}

const words = {
  necessary: {
    fi: 'Keräämme vain sen, mitä tarvitsemme asiakassuhteen aloittamiseen, hoitamiseen ja kehittämiseen sekä palvelujemme tuottamiseen. Käytämme tietoja vain näihin tarkoituksiin:',
    sv: 'Vi samlar bara in det som behövs för att inleda, sköta och utveckla kundrelationen och för att producera våra tjänster. Uppgifterna används endast för följande ändamål:',
    en: 'We collect only what we need to begin, look after and develop a customer relationship and to provide our services. We use the data for these purposes and no others:',
  },
  explained: {
    fi: {
      'customer-relationship': 'tarjoukset, tilaukset, sopimukset ja laskut sekä yhteistyön jatko.',
      'customer-communication':
        'viestit, joita asiointi edellyttää: vahvistukset, toimitus- ja laskutusasiat sekä vastaukset kysymyksiisi. Näissä viesteissä ei ole mainontaa.',
      'service-delivery': 'yhteydenotot, joita työn tekeminen, toimitus tai takuuasia vaatii.',
    },
    sv: {
      'customer-relationship': 'offerter, beställningar, avtal och fakturor samt det fortsatta samarbetet.',
      'customer-communication':
        'meddelanden som ärendet kräver: bekräftelser, leverans- och faktureringsfrågor och svar på dina frågor. De innehåller ingen reklam.',
      'service-delivery': 'de kontakter som arbetet, leveransen eller ett garantiärende kräver.',
    },
    en: {
      'customer-relationship': 'quotes, orders, contracts and invoices, and our work together after them.',
      'customer-communication':
        'the messages that doing business takes: confirmations, deliveries, invoices and answers to your questions. They carry no advertising.',
      'service-delivery': 'the contacts that doing the work, delivering it or settling a warranty matter requires.',
    },
  },
  lifeCycle: {
    fi: 'Tarkoitukset ovat voimassa niin kauan kuin asiakassuhde kestää. Sen jälkeen tietoja säilytetään vain kohdassa 11 kerrotuista syistä.',
    sv: 'Ändamålen gäller så länge kundrelationen varar. Därefter bevaras uppgifter endast av de skäl som anges i avsnitt 11.',
    en: 'These purposes last as long as the customer relationship does. After that, data are kept only for the reasons given in section 11.',
  },
  marketing: {
    fi: 'Saatamme lähettää sinulle suoramarkkinointia. Voit kieltää sen milloin tahansa syytä kertomatta.',
    sv: 'Vi kan skicka direktmarknadsföring till dig. Du kan när som helst säga nej utan att ange skäl.',
    en: 'We may send you direct marketing. You can say no at any time without giving a reason.',
  },
  topics: {
    fi: (topics: Sayable) => say`Aiheita ovat ${topics}, eikä muista aiheista lähetetä mitään.`,
    sv: (topics: Sayable) => say`Ämnena är ${topics}; ingenting skickas om annat.`,
    en: (topics: Sayable) => say`The topics are ${topics}; nothing is sent about anything else.`,
  },
  channels: {
    fi: (channels: Sayable) => say`Markkinoimme vain ${channels}.`,
    sv: (channels: Sayable) => say`Vi marknadsför endast ${channels}.`,
    en: (channels: Sayable) => say`We market only ${channels}.`,
  },
  act: {
    fi: 'Ennen jokaista lähetystä järjestelmä tarkistaa, että laki sähköisen viestinnän palveluista (917/2014) sallii sen:',
    sv: 'Före varje utskick kontrollerar systemet att lagen om tjänster inom elektronisk kommunikation (917/2014) tillåter det:',
    en: 'Before anything is sent, the system checks that the Act on Electronic Communications Services (917/2014) allows it:',
  },
  recipients: {
    fi: {
      'natural-person': 'yksityishenkilölle',
      'work-address': 'työosoitteeseen',
      'legal-person': 'yritykselle tai yhteisölle',
      any: 'kaikille',
    },
    sv: {
      'natural-person': 'till privatpersoner',
      'work-address': 'till arbetsadresser',
      'legal-person': 'till företag och andra organisationer',
      any: 'till alla',
    },
    en: {
      'natural-person': 'to private persons',
      'work-address': 'to work addresses',
      'legal-person': 'to companies and other organisations',
      any: 'to everyone',
    },
  },
  grounds: {
    fi: {
      consent: 'jos olet antanut suostumuksesi',
      'existing-customer': 'jos olet jo ostanut meiltä, samankaltaisista tuotteista ja palveluista, kunnes kiellät',
      'role-relevance': 'jos aihe liittyy työtehtävääsi etkä ole kieltänyt markkinointia',
      'not-refused': 'ellei organisaatio ole kieltänyt markkinointia',
      'not-objected-and-not-on-ban-list': 'ellet ole kieltänyt sitä meillä tai yleisellä kieltolistalla',
    },
    sv: {
      consent: 'om du har gett ditt samtycke',
      'existing-customer': 'om du redan har köpt av oss, om liknande produkter och tjänster, tills du säger nej',
      'role-relevance': 'om ämnet hör till dina arbetsuppgifter och du inte har förbjudit marknadsföring',
      'not-refused': 'om organisationen inte har förbjudit marknadsföring',
      'not-objected-and-not-on-ban-list': 'om du inte har förbjudit det hos oss eller i en allmän spärrtjänst',
    },
    en: {
      consent: 'if you have given your consent',
      'existing-customer': 'if you have bought from us, about similar products and services, until you say no',
      'role-relevance': 'if the topic belongs to your job and you have not objected',
      'not-refused': 'unless the organisation has refused marketing',
      'not-objected-and-not-on-ban-list': 'unless you have objected with us or on a general opt-out list',
    },
  },
} as const
