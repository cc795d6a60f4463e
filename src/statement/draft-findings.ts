import { LineCounter, parseDocument } from 'yaml'
import { Refusal } from '#platform/refusal'
import type { Statement } from './format.ts'
import { type Finding, lint, publishable } from './lint.ts'
import { mendByLeavingOut, mends } from './mend.ts'
import { type Problem, readStatement } from './read.ts'
import { rewritten } from './rewritten.ts'

/** A finding in a draft: on which line, and whether one press mends it or leaves the thing out. */
export interface DraftFinding extends Finding {
  line: number | null
  mendable: boolean
  leavable: boolean
}

export interface DraftFindings {
  problems: Problem[]
  errors: DraftFinding[]
  warnings: DraftFinding[]
  notes: DraftFinding[]
  /** What publishing needs besides having no errors. */
  missing: DraftFinding[]
}

/** Everything that is wrong with a draft, each at its place. */
export function findingsOf(source: string): DraftFindings {
  const { statement, problems } = readStatement(source)
  if (!statement) return { problems, errors: [], warnings: [], notes: [], missing: [] }

  const lineOf = linesOf(source)
  const placed = (finding: Finding): DraftFinding => ({
    ...finding,
    line: lineOf(finding.path),
    mendable: mends(statement, finding) !== null,
    leavable: mendByLeavingOut(statement, finding) !== null,
  })
  const found = lint(statement)
  const errors = found.filter(({ level }) => level === 'error')
  const known = new Set(errors.map(({ code, clause }) => `${code}@${clause}`))

  return {
    problems,
    errors: errors.map(placed),
    warnings: found.filter(({ level }) => level === 'warning').map(placed),
    notes: found.filter(({ level }) => level === 'note').map(placed),
    missing: publishable(statement)
      .filter(({ code, clause }) => !known.has(`${code}@${clause}`))
      .map(placed),
  }
}

export interface MendWish {
  code: string
  clause: string
  path?: string
  way: 'mend' | 'leave-out'
}

/** The draft's text with one finding mended, or with the thing left out of text and policy alike. */
export function mended(source: string, { code, clause, path, way }: MendWish): string {
  const { statement } = readStatement(source)
  if (!statement) throw new Refusal('STATEMENT_UNREADABLE', 422)
  const finding = [...lint(statement), ...publishable(statement)].find(
    (candidate) =>
      candidate.code === code && candidate.clause === clause && (path === undefined || candidate.path === path),
  )
  const next: Statement | null = finding ? (way === 'mend' ? mends : mendByLeavingOut)(statement, finding) : null
  if (!next) throw new Refusal('NOTHING_TO_MEND', 409, { clause })
  return rewritten(source, statement, next)
}

function linesOf(source: string): (path: string | undefined) => number | null {
  const lines = new LineCounter()
  const document = parseDocument(source, { version: '1.2', schema: 'failsafe', lineCounter: lines, uniqueKeys: false })

  return (path) => {
    if (path === undefined) return null
    const steps = path
      .split('/')
      .slice(1)
      .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    for (let length = steps.length; length > 0; length--) {
      const node = document.getIn(
        steps.slice(0, length).map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
        true,
      ) as { range?: [number, number, number] } | undefined
      if (node?.range) return lines.linePos(node.range[0]).line
    }
    return null
  }
}
