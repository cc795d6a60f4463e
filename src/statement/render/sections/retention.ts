import type { Language } from '#platform/language'
import type { RetentionRule, Statement } from '../../format.ts'
import { type Composing, clause, paragraph, saidIn, table } from '../blocks.ts'
import type { Block } from '../document.ts'
import { classInWords, fateInWords, ruleInWords } from '../periods.ts'
import { capitalised, listed, say, type Text, textOf } from '../text.ts'
import { groundOf, periodInWords } from '../words.ts'

type End = NonNullable<NonNullable<Statement['retention']>['relationshipEnd']>['anyOf'][number]

/** Section 11: how long data stay. Art. 13(2)(a) GDPR. */
export function aboutRetention(composing: Composing): Block[] {
  const { statement, language } = composing
  const retention = statement.retention
  const rules = retention?.rules ?? []
  const ends = retention?.relationshipEnd?.anyOf ?? []

  return [
    ...paragraph(
      clause(composing, saidIn(retention, ['S11.1'])[0] ?? 'S11.1', rules.length > 0 && words.automatic[language]),
      clause(composing, 'S11.2', ends.length > 0 && words.ends[language](endings(ends, composing))),
    ),
    ...table(
      words.caption[language],
      words.head[language],
      rules.map((rule) => ({
        clauses: [],
        cells: [textOf(classInWords(rule.class, language)), lasting(rule, language)],
      })),
    ),
  ]
}

function lasting(rule: RetentionRule, language: Language): Text {
  const law = groundOf(rule.ground, language)
  const how =
    rule.then === 'erase'
      ? ruleInWords(rule, language)
      : `${ruleInWords(rule, language)}; ${fateInWords(rule, language)}`

  return capitalised(law.length > 0 ? say`${how} (${law})` : how)
}

function endings(ends: readonly End[], { language }: Composing): Text {
  const texts = ends.map((end) =>
    typeof end === 'string'
      ? words.events[language][end]
      : words.inactive[language](periodInWords(end.inactive, language)),
  )
  const either = { fi: ' tai ', sv: ' eller ', en: ' or ' }[language]
  if (texts.length < 2) return listed(texts, language)

  return say`${texts.slice(0, -1).join(', ')}${either}${texts.at(-1)}`
}

const words = {
  automatic: {
    fi: 'Kullakin tiedolla on oma määräaikansa. Kun se on kulunut, järjestelmä poistaa tiedon itse, pyytämättä.',
    sv: 'Varje slag av uppgift har sin egen tidsgräns. När den har gått ut raderar systemet uppgiften självt, utan begäran.',
    en: 'Each kind of data has a time limit of its own. When it has passed, the system erases the data by itself, unasked.',
  },
  ends: {
    fi: (events: Text) => say`Asiakassuhde päättyy, kun ${events}.`,
    sv: (events: Text) => say`Kundrelationen upphör när ${events}.`,
    en: (events: Text) => say`The customer relationship ends when ${events}.`,
  },
  events: {
    fi: {
      'contract-ended': 'sopimus päättyy',
      'org-ceased': 'organisaatio lakkaa',
      'person-left-org': 'henkilö lähtee organisaatiosta',
    },
    sv: {
      'contract-ended': 'avtalet upphör',
      'org-ceased': 'organisationen upphör',
      'person-left-org': 'personen lämnar organisationen',
    },
    en: {
      'contract-ended': 'the contract ends',
      'org-ceased': 'the organisation ceases to exist',
      'person-left-org': 'the person leaves the organisation',
    },
  },
  inactive: {
    fi: (period: string) =>
      `asiointia ei ole ollut ${period.replace('kk', 'kuukauteen').replace(/vuotta|vuosi/, 'vuoteen')}`,
    sv: (period: string) => `inga kontakter har förekommit på ${period}`,
    en: (period: string) => `there have been no dealings for ${period}`,
  },
  caption: { fi: 'Säilytysajat', sv: 'Bevaringstider', en: 'How long data are kept' },
  head: {
    fi: ['Tiedot', 'Kuinka kauan'],
    sv: ['Uppgifter', 'Hur länge'],
    en: ['Data', 'How long'],
  },
} as const
