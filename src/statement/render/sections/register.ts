import { type Composing, clause, paragraph, saidIn, table } from '../blocks.ts'
import type { Block } from '../document.ts'
import { pick, say, strong, textOf } from '../text.ts'

type Group = NonNullable<Composing['statement']['group']>

/** Section 1: which register this is, and whose. */
export function aboutRegister(composing: Composing): Block[] {
  const { statement, language } = composing
  const name = pick(statement.register.name, language)
  const group = statement.group

  return [
    ...paragraph(clause(composing, 'S1.1', name && say`${typeof name === 'string' ? strong(name) : name}.`)),
    ...(group?.members?.length ? companies(composing, group) : []),
  ]
}

function companies(composing: Composing, group: Group): Block[] {
  const { language } = composing
  const members = group.members ?? []
  const roles = words.roles[language]

  return [
    ...paragraph(clause(composing, 'S1.2', say`${words.shared[language]} ${arrangement(composing, group)}`)),
    ...table(
      words.caption[language],
      words.head[language],
      members.map((member, at) => ({
        clauses: at === 0 ? saidIn(group) : [],
        cells: [textOf(member.name), textOf(member.businessId ?? '–'), textOf(roles[member.role ?? 'controller'])],
      })),
    ),
  ]
}

// Art. 26(2) GDPR: the essence of the arrangement is made available to the people in the register.
function arrangement({ language }: Composing, group: Group) {
  if (!group.arrangement) return null
  const essence = pick(group.essence, language)

  return essence
    ? say`${words.arrangement[group.arrangement][language]} ${essence}`
    : words.arrangement[group.arrangement][language]
}

const words = {
  shared: {
    fi: 'Rekisteri on konsernin yhtiöille yhteinen. Sitä käyttävät vain tässä luetellut yhtiöt.',
    sv: 'Registret är gemensamt för koncernens bolag. Endast de bolag som räknas upp här använder det.',
    en: 'The companies of the group share this register. Only the companies listed here use it.',
  },
  arrangement: {
    'joint-controllers': {
      fi: 'Yhtiöt ovat yhteisrekisterinpitäjiä: ne ovat sopineet keskenään, kuka vastaa mistäkin, ja voit käyttää oikeuksiasi minkä tahansa niistä kautta.',
      sv: 'Bolagen är gemensamt personuppgiftsansvariga: de har kommit överens om vem som ansvarar för vad, och du kan utöva dina rättigheter hos vilket som helst av dem.',
      en: 'The companies are joint controllers: they have agreed who answers for what, and you may use your rights through any of them.',
    },
    'controller-processor': {
      fi: 'Yksi yhtiö on rekisterinpitäjä, ja muut käsittelevät tietoja sen lukuun kirjallisen sopimuksen mukaan.',
      sv: 'Ett bolag är personuppgiftsansvarigt, och de övriga behandlar uppgifter för dess räkning enligt skriftligt avtal.',
      en: 'One company is the controller; the others process data on its behalf under a written agreement.',
    },
    separate: {
      fi: 'Kukin yhtiö vastaa itse omien asiakkaidensa tiedoista.',
      sv: 'Varje bolag ansvarar självt för uppgifterna om sina egna kunder.',
      en: 'Each company answers for the data of its own customers.',
    },
  },
  caption: {
    fi: 'Rekisteriä käyttävät yhtiöt',
    sv: 'Bolag som använder registret',
    en: 'Companies using the register',
  },
  head: {
    fi: ['Yhtiö', 'Y-tunnus', 'Rooli'],
    sv: ['Bolag', 'FO-nummer', 'Roll'],
    en: ['Company', 'Business ID', 'Role'],
  },
  roles: {
    fi: {
      controller: 'Rekisterinpitäjä',
      'joint-controller': 'Yhteisrekisterinpitäjä',
      processor: 'Henkilötietojen käsittelijä',
    },
    sv: {
      controller: 'Personuppgiftsansvarig',
      'joint-controller': 'Gemensamt personuppgiftsansvarig',
      processor: 'Personuppgiftsbiträde',
    },
    en: { controller: 'Controller', 'joint-controller': 'Joint controller', processor: 'Processor' },
  },
} as const
