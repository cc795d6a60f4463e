import type { Right, RightName } from '../../format.ts'
import { type Composing, clause, heading, list, paragraph, saidIn } from '../blocks.ts'
import type { Block, Said } from '../document.ts'
import { link, pick, type Sayable, say, textOf } from '../text.ts'
import { periodInWords } from '../words.ts'
import { reach } from './parties.ts'
import { provisionWords, rightWords, usingWords } from './rights.words.ts'

/** Section 12: what a person may ask, and how. Art. 12–22 GDPR. */
export function aboutRights(composing: Composing): Block[] {
  const { statement, language } = composing
  const rights = statement.rights
  const using = usingWords[language]
  const due = firstDue(composing)

  return [
    ...paragraph(
      { clauses: [], text: using.how(reach(composing)) },
      { clauses: [], text: textOf(due && using.due(periodInWords(due, language))) },
      {
        clauses: identityClauses(composing),
        text: textOf(rights?.access?.identity === 'proportionate' && using.identity),
      },
    ),
    ...order.flatMap((name) => rightBlocks(composing, name, rights?.[name])),
    ...more(composing),
    ...paragraph(
      clause(composing, 'S12.1', publication(composing)),
      clause(composing, 'S12.2', rights?.publication?.separateDelivery && using.delivery),
    ),
  ]
}

const order = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'objectionToMarketing',
  'portability',
  'withdrawalOfConsent',
  'complaint',
] as const

function rightBlocks(composing: Composing, name: RightName, right: Right | null | undefined): Block[] {
  if (!right) return []
  const { language } = composing
  const { title, text } = rightWords[name][language]
  const [what, ...others] = saidIn(right)
  const details = others.map((id) => clause(composing, id, detail(composing, id, right)))
  const unsaid = details.filter((said) => said.text.length === 0).flatMap(({ clauses }) => clauses)
  const first = what ? clause(composing, what, text) : { clauses: [], text: [text] }

  return [
    { kind: 'heading', text: [title], anchor: `right-${name}` },
    ...paragraph(
      { ...first, clauses: [...first.clauses, ...unsaid] },
      name === 'objectionToMarketing' && { clauses: [], text: [usingWords[language].immediately] },
      ...details,
    ),
    ...list(blockers(composing, right)),
  ]
}

// Art. 12(6) GDPR: one rule of identity for every right, said once; these clauses are where statements usually say it.
function identityClauses({ statement }: Composing): string[] {
  const said = Object.values(statement.rights ?? {}).flatMap((right) => saidIn(right as Right | null))
  return ['S12.5', 'S12.12'].filter((id) => said.includes(id) && !statement.clauses?.[id])
}

function detail({ language }: Composing, id: string, right: Right): Sayable {
  const using = usingWords[language]
  if (id === 'S12.10' && right.sla) return using.corrected
  if (id === 'S12.13' && right.due) return using.erasedIn(periodInWords(right.due, language))
  if (id === 'S12.14' && !right.asWritten?.requester) return using.agent
  if (id === 'S12.15' && right.blockers?.length) return using.blockers
  if (id === 'S12.18') return using.unsubscribe
  return null
}

function blockers({ language }: Composing, right: Right): Said[] {
  return (right.blockers ?? []).map((blocker) => {
    const text = usingWords[language].blockerNames[blocker.id as 'law'] ?? blocker.id
    return { clauses: saidIn(blocker).filter((id) => id.startsWith('S12.')), text: [text] }
  })
}

// Art. 13(2)(e) and (f) GDPR: whether data must be given, and whether a machine decides.
function more(composing: Composing): Block[] {
  const { statement, language } = composing
  const { automatedDecisions: decisions, provisionOfData: provision } = statement
  const own = provisionWords[language]
  const decided = decisions && (pick(decisions.text, language) ?? (decisions.used ? null : own.noDecisions))
  const given = provision && (pick(provision.text, language) ?? own[provision.mandatory])

  return [
    ...(decided
      ? [heading(own.decisionsTitle), ...paragraph({ clauses: saidIn(decisions), text: textOf(decided) })]
      : []),
    ...(given ? [heading(own.provisionTitle), ...paragraph({ clauses: saidIn(provision), text: textOf(given) })] : []),
  ]
}

function publication({ statement, language }: Composing): Sayable {
  const url = statement.rights?.publication?.url
  return url
    ? say`${usingWords[language].published} ${link(url.replace(/^https?:\/\//, ''), url)}.`
    : usingWords[language].publishedHere
}

function firstDue({ statement }: Composing) {
  return statement.rights?.access?.due ?? statement.rights?.erasure?.due ?? null
}
