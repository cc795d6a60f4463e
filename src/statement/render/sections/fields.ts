import type { Language } from '#platform/language'
import type { DataCategory } from '../../format.ts'
import { type Composing, clause, heading, labelOf, list, paragraph, saidIn, table } from '../blocks.ts'
import type { Block, Row } from '../document.ts'
import { ruleInWords, ruleOf } from '../periods.ts'
import { capitalised, type Inline, listed, lowered, pick, plain, say, type Text, textOf } from '../text.ts'
import { basisInWords } from '../words.ts'
import { basesOf } from './bases.ts'

/** Section 5: what is kept, why, on which basis, who sees it, how long. */
export function aboutFields(composing: Composing): Block[] {
  const { statement, language } = composing
  const fields = declaredFields(composing)
  const later = fields.filter((field) => field.fromStage && field.fromStage !== 'prospect')

  return [
    ...paragraph(clause(composing, 'S5.1', statement.dataCategoryList?.closed !== false && words.closed[language])),
    ...table(
      words.caption[language],
      words.head[language],
      together(
        fields.map((field) => rowOf(composing, field)),
        language,
      ),
    ),
    ...paragraph({ clauses: [], text: textOf(seesAll(composing)) }),
    ...paragraph(
      clause(composing, 'S5.8', later.length > 0 && words.later[language](labelled(later, language))),
      clause(composing, 'S5.14', null),
      clause(
        composing,
        'S5.15',
        (statement.forbiddenData ?? []).length > 0 && words.forbidden[language](forbidden(composing)),
      ),
    ),
    ...systemData(composing),
  ]
}

export function declaredFields({ statement }: Pick<Composing, 'statement'>): DataCategory[] {
  return statement.dataCategories.filter((field) => field.status !== 'lint-error')
}

/** The purposes a field serves: those of the duties that may read it. The privacy duty reads for the person, not for these. */
export function purposesOf({ statement }: Pick<Composing, 'statement'>, field: DataCategory) {
  const served = new Set(dutiesOf({ statement }, field).flatMap((duty) => (duty.id === 'privacy' ? [] : duty.purposes)))
  return statement.purposes.filter((purpose) => served.has(purpose.id))
}

export function dutiesOf({ statement }: Pick<Composing, 'statement'>, field: DataCategory) {
  return (statement.duties ?? []).filter((duty) => duty.reads.includes(field.id))
}

function rowOf(composing: Composing, field: DataCategory): Row {
  const { statement, language } = composing
  const purposes = purposesOf(composing, field)
  const bases = [...new Set(purposes.flatMap(basesOf).map((ref) => basisInWords(ref, language)))]
  const rule = ruleOf(field, statement)

  return {
    clauses: saidIn(field),
    cells: [
      labelOf(field, language),
      everyPurpose(composing, purposes) ?? capitalised(labelled(purposes, language)),
      capitalised(listed(bases, language)),
      capitalised(
        labelled(
          dutiesOf(composing, field).filter((duty) => !readsAll(composing, duty)),
          language,
        ),
      ),
      textOf(rule ? ruleInWords(rule, language) : '–'),
    ].map((cell) => (cell.length > 0 ? cell : textOf('–'))),
  }
}

function readsAll(composing: Composing, duty: { reads: readonly string[] }) {
  const fields = declaredFields(composing)
  return fields.length > 0 && fields.every(({ id }) => duty.reads.includes(id))
}

function seesAll(composing: Composing): Text {
  const { statement, language } = composing
  const duties = (statement.duties ?? []).filter((duty) => readsAll(composing, duty))
  return duties.length > 0 ? [`${words.seesAll[language]}: `, ...labelled(duties, language), '.'] : []
}

// Fields that are used alike stand on one row: five rows are read, eleven are skipped.
function together(rows: readonly Row[], language: Language): Row[] {
  const alike = Map.groupBy(rows, ({ cells: [, ...use] }) => use.map(plain).join('|'))

  return [...alike.values()].map((same) => ({
    clauses: same.flatMap(({ clauses }) => clauses),
    cells: [
      capitalised(
        listed(
          same.map(({ cells: [name] }) => lowered(name)),
          language,
        ),
      ),
      ...(same[0]?.cells.slice(1) ?? []),
    ],
  }))
}

function everyPurpose({ statement, language }: Composing, purposes: readonly unknown[]): Text | null {
  const others = statement.purposes.filter((purpose) => !purposes.includes(purpose))
  if (purposes.length < 3 || others.length > 1) return null

  return others.length === 0
    ? textOf(words.all[language])
    : [`${words.allBut[language]} `, ...labelled(others, language)]
}

type Labelled = Parameters<typeof labelOf>[0]

function labelled(things: readonly Labelled[], language: Language): Text {
  return listed(
    things.map((thing) => lowered(labelOf(thing, language))),
    language,
  )
}

function forbidden({ statement, language }: Composing): Text {
  return listed(
    (statement.forbiddenData ?? []).map(
      (name) => words.forbiddenNames[language][name as keyof (typeof words.forbiddenNames)['fi']] ?? name,
    ),
    language,
  )
}

function systemData(composing: Composing): Block[] {
  const { statement, language } = composing
  const kept = statement.systemData ?? []
  if (kept.length === 0) return []

  return [
    heading(words.systemHeading[language]),
    ...list(
      kept.map((one) => ({
        clauses: saidIn(one),
        text: systemText(pick(one.label, language), words.system[language][one.id], one.id),
      })),
    ),
  ]
}

// The suppression list is the one name that does not explain itself.
function systemText(label: Inline | null, explained: string, id: string): Text {
  if (!label) return capitalised(explained)
  return id === 'sys.suppression' ? say`${label} – ${explained}` : textOf(label)
}

const words = {
  closed: {
    fi: 'Rekisterissä on vain nämä tiedot. Muita tietoja järjestelmä ei ota vastaan.',
    sv: 'Registret innehåller endast dessa uppgifter. Systemet tar inte emot andra.',
    en: 'The register holds these data and no others. The system accepts nothing else.',
  },
  caption: { fi: 'Tiedot, joita keräämme', sv: 'Uppgifter som vi samlar in', en: 'The data we collect' },
  head: {
    fi: ['Tieto', 'Miksi', 'Käsittelyn peruste', 'Kuka näkee', 'Kuinka kauan'],
    sv: ['Uppgift', 'Varför', 'Rättslig grund', 'Vem ser', 'Hur länge'],
    en: ['Data', 'Why', 'Legal basis', 'Who sees it', 'How long'],
  },
  all: { fi: 'Kaikki kohdan 4 tarkoitukset', sv: 'Alla ändamål i avsnitt 4', en: 'All purposes of section 4' },
  allBut: {
    fi: 'Kaikki kohdan 4 tarkoitukset paitsi',
    sv: 'Alla ändamål i avsnitt 4 utom',
    en: 'All purposes of section 4 except',
  },
  seesAll: {
    fi: 'Lisäksi pääsy kaikkiin tietoihin',
    sv: 'Dessutom tillgång till alla uppgifter',
    en: 'Besides these, access to all of the data',
  },
  later: {
    fi: (fields: Text) => [`Vasta asiakassuhteen alettua keräämme seuraavat: `, ...fields, '.'],
    sv: (fields: Text) => ['Först när kundrelationen har inletts samlar vi in: ', ...fields, '.'],
    en: (fields: Text) => ['Only once the customer relationship has begun do we collect: ', ...fields, '.'],
  },
  forbidden: {
    fi: (names: Text) => ['Rekisteriin ei koskaan tallenneta seuraavia: ', ...names, '.'],
    sv: (names: Text) => ['Följande registreras aldrig: ', ...names, '.'],
    en: (names: Text) => ['The register never holds: ', ...names, '.'],
  },
  forbiddenNames: {
    fi: {
      hetu: 'henkilötunnus',
      'eu-gdpr:A9-categories': 'arkaluonteiset tiedot (esimerkiksi terveystiedot)',
      'eu-gdpr:A10-offences': 'rikostiedot',
      'bank-account': 'tilinumero',
      'id-document-copy': 'henkilöllisyystodistuksen jäljennös',
    },
    sv: {
      hetu: 'personbeteckning',
      'eu-gdpr:A9-categories': 'känsliga uppgifter (till exempel om hälsa)',
      'eu-gdpr:A10-offences': 'uppgifter om brott',
      'bank-account': 'kontonummer',
      'id-document-copy': 'kopior av identitetshandlingar',
    },
    en: {
      hetu: 'personal identity codes',
      'eu-gdpr:A9-categories': 'special categories of data (health, for instance)',
      'eu-gdpr:A10-offences': 'data on offences',
      'bank-account': 'bank account numbers',
      'id-document-copy': 'copies of identity documents',
    },
  },
  systemHeading: {
    fi: 'Tiedot, jotka syntyvät rekisteriä käytettäessä',
    sv: 'Uppgifter som uppstår när registret används',
    en: 'Data that arise when the register is used',
  },
  system: {
    fi: {
      'sys.consent': 'mihin olet suostunut tai minkä kieltänyt, milloin ja miten.',
      'sys.suppression': 'salattu tiiviste osoitteesta, jotta kielto pitää silloinkin, kun muut tietosi on poistettu.',
      'sys.messages': 'mitä sinulle on lähetetty ja milloin.',
      'sys.cases': 'tietosuojaa koskevat pyyntösi ja niihin annetut vastaukset.',
      'sys.audit': 'milloin ja mitä tarkoitusta varten tietojasi on katsottu tai muutettu.',
    },
    sv: {
      'sys.consent': 'vad du har samtyckt till eller förbjudit, när och hur.',
      'sys.suppression':
        'ett nyckelskyddat hashvärde av adressen, så att förbudet gäller även när dina övriga uppgifter har raderats.',
      'sys.messages': 'vad som har skickats till dig och när.',
      'sys.cases': 'dina begäranden om dataskydd och svaren på dem.',
      'sys.audit': 'när och för vilket ändamål dina uppgifter har lästs eller ändrats.',
    },
    en: {
      'sys.consent': 'what you have agreed or objected to, when and how.',
      'sys.suppression':
        'a keyed hash of the address, so that your objection holds even after your other data are erased.',
      'sys.messages': 'what has been sent to you, and when.',
      'sys.cases': 'your data protection requests and the replies to them.',
      'sys.audit': 'when and for which purpose your data were looked at or changed.',
    },
  },
} as const
