import type { Language } from '#platform/language'
import { type Block, classInWords, ruleInWords, type Section, sectionsOf, toolInWords } from '#statement'
import { forReading } from '#website'
import { placeOf, rowsIn } from './gather.ts'
import { machineCopy } from './machine-copy.ts'
import type { Package, PackageWish } from './package.ts'
import { packageWords, tableWords } from './package.words.ts'
import { columnLabel, dayWords, momentWords, receiverName, uncoveredOnly, valueWords } from './say-value.ts'

// Art. 15(1)–(2): the copy, and (a)–(h) and the safeguards in the words of the statement itself.
/** Puts everything that was gathered into words: to read, to print, and for a machine. */
export function composePackage(wish: PackageWish): Package {
  const { published, language, gathered } = wish
  const words = packageWords[language]
  const own: [string, Block[]][] = [
    [words.data, dataBlocks(wish)],
    [words.origin, originBlocks(wish)],
    [words.recipients, recipientBlocks(wish)],
    [words.retention, retentionBlocks(wish)],
    [words.looks, lookBlocks(wish)],
  ]
  const sections: Section[] = own.map(([heading, blocks], at) => ({
    number: String(at + 1),
    heading: [heading],
    blocks,
  }))
  const { statement } = published
  const house = {
    register: statement.register.name[language] ?? statement.register.name.fi ?? '',
    controller: statement.controller.legalName ?? '',
  }
  const day = dayWords(wish.madeAt, language)
  return {
    paper: {
      language,
      title: words.title,
      lead: [gathered.name, ...words.lead({ ...house, day, reference: wish.reference, version: published.version })],
      // 4 purposes and bases, 8 recipients, 9 transfers and safeguards, 11 retention, 12 rights, 13 authority, 3 contact.
      sections: [
        ...sections,
        ...sectionsOf(forReading(published), language, ['4', '8', '9', '11', '12', '13', '3'], sections.length + 1),
      ],
      foot: `${words.foot} · ${house.controller} · ${wish.reference}`,
      author: house.controller,
      madeAt: wish.madeAt,
    },
    machine: machineCopy(wish),
  }
}

// C-579/21: employees are not named; opaque ids tell a person nothing. Both stay in the machine's copy only where they link rows.
const unsaid = /^(id|revision|by|owner|team|assigned_to|entered_by|asked_by|sent_by|settled_by|lifted_by|cursor)$|_id$/
const elsewhere = /^register\.(person_source|organisation_source|disclosure|consent_wording)$/

function dataBlocks(wish: PackageWish): Block[] {
  const { gathered, language } = wish
  const words = packageWords[language]
  const blocks = gathered.kept.flatMap(({ kept }) =>
    kept
      .filter(({ table }) => !elsewhere.test(table))
      .flatMap(({ table, rows }): Block[] => [
        { kind: 'heading', text: [tableWords[table]?.[language] ?? table.replace(/^\w+\./, '').replaceAll('_', ' ')] },
        ...rows.map((row, at): Block => ({ kind: 'facts', rows: factsOf(wish, table, row, at) })),
      ]),
  )
  if (blocks.length === 0) return [paragraph(words.nothing)]
  return gathered.strangers.size > 0 ? [paragraph(words.coveredNote), ...blocks] : blocks
}

function factsOf(wish: PackageWish, table: string, row: Record<string, unknown>, at: number) {
  return Object.entries(row).flatMap(([column, value]) => {
    if (unsaid.test(column) || value === null || value === undefined || value === '') return []
    const text =
      typeof value === 'string' ? uncoveredOnly(wish, placeOf(table, row, at, column), value) : valueWords(wish, value)
    const said = typeof value === 'string' ? valueWords(wish, text, column) : text
    return said === '' ? [] : [{ clauses: [], term: [columnLabel(wish, table, column)], text: [said] }]
  })
}

function originBlocks({ gathered, published: { policy }, language }: PackageWish): Block[] {
  const words = packageWords[language]
  const rows = [
    ...rowsIn(gathered.kept, 'register.person_source'),
    ...rowsIn(gathered.kept, 'register.organisation_source'),
  ]
  return rows.length === 0
    ? []
    : [
        table(
          words.originHead,
          rows.map((row) => [
            policy.fields.get(String(row.field))?.label[language] ?? String(row.field),
            [policy.sources.get(String(row.source))?.label[language] ?? String(row.source), row.note]
              .filter(Boolean)
              .join(': '),
            row.obtained_at instanceof Date ? dayWords(row.obtained_at, language) : '',
          ]),
        ),
      ]
}

// Art. 15(1)(c), C-154/21: recipients by name; Art. 15(2): with the safeguard of a transfer.
function recipientBlocks({ gathered, published, language }: PackageWish): Block[] {
  const words = packageWords[language]
  const rows = rowsIn(gathered.kept, 'register.disclosure')
  if (rows.length === 0) return [paragraph(words.noRecipients)]
  return [
    table(
      words.recipientsHead,
      rows.map((row) => [
        receiverName(published, row, language),
        row.at instanceof Date ? dayWords(row.at, language) : '',
        [
          (row.fields as string[] | undefined)
            ?.map((field) => published.policy.fields.get(field)?.label[language] ?? field)
            .join(', '),
          published.policy.purposes.get(String(row.purpose))?.label[language] ?? row.purpose,
        ]
          .filter(Boolean)
          .join(' – '),
        row.transfer_tool ? toolInWords(String(row.transfer_tool) as never, language) : '',
      ]),
    ),
  ]
}

function retentionBlocks({ gathered, published: { statement }, language }: PackageWish): Block[] {
  const classes = [...new Set(gathered.fates.map((fate) => fate.class))]
  const rows = classes.map((name) => {
    const rule = statement.retention?.rules?.find((one) => one.class === name)
    const until = gathered.fates.flatMap((fate) => (fate.class === name && fate.until ? [fate.until] : [])).sort()
    const last = until.at(-1)
    return [
      classInWords(name, language),
      rule ? ruleInWords(rule, language) : '',
      last ? dayWords(new Date(`${last}T12:00:00Z`), language) : '',
    ]
  })
  return rows.length === 0 ? [] : [table(packageWords[language].retentionHead, rows)]
}

function lookBlocks({ gathered, published: { policy }, language }: PackageWish): Block[] {
  const words = packageWords[language]
  if (gathered.looks.length === 0) return [paragraph(words.noLooks)]
  const rows = gathered.looks.map(({ at, duty, purpose }) => [
    momentWords(at, language),
    policy.duties.get(duty)?.label[language] ?? dutyWords[duty]?.[language] ?? duty,
    policy.purposes.get(purpose)?.label[language] ?? purpose,
  ])
  return [table(words.looksHead, rows), paragraph(words.looksNote)]
}

const itself = { fi: 'rekisteri itse', sv: 'registret självt', en: 'the register itself' }
const dutyWords: Record<string, Record<Language, string>> = Object.fromEntries(
  ['intake', 'messenger', 'matching', 'retention', 'rights', 'worker', 'direct_marketing'].map((duty) => [
    duty,
    itself,
  ]),
)

function paragraph(text: string): Block {
  return { kind: 'paragraph', said: [{ clauses: [], text: [text] }] }
}

function table(head: readonly string[], rows: readonly string[][]): Block {
  return {
    kind: 'table',
    caption: [],
    head: head.map((one) => [one]),
    rows: rows.map((cells) => ({ clauses: [], cells: cells.map((cell) => [cell]) })),
  }
}
