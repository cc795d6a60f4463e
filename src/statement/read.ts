import { LineCounter, parseDocument } from 'yaml'
import { type Statement, statementShape } from './format.ts'
import { faultsOfMeaning } from './read-meaning.ts'
import { type Fault, type Problem, type ProblemCode, problemSaid } from './read-problem.ts'
import { parentOf, Reading, type Shape } from './read-value.ts'

export type { Problem } from './read-problem.ts'

const mostBytes = 1_048_576

export interface ReadStatement {
  statement: Statement | null
  problems: Problem[]
}

/** Reads a statement file (YAML 1.2 or JSON) strictly; there is a statement only when there is no problem. */
export function readStatement(file: string | Uint8Array): ReadStatement {
  const size = typeof file === 'string' ? Buffer.byteLength(file, 'utf8') : file.byteLength
  if (size > mostBytes) return refused('FILE_TOO_LARGE')

  const decoded = decode(file)
  if (decoded === null) return refused('NOT_UTF8')
  if (decoded.trim() === '') return refused('FILE_EMPTY')

  return readText(withJsonIndentation(decoded))
}

function readText(source: string): ReadStatement {
  const lines = new LineCounter()
  const document = parseDocument(source, {
    version: '1.2',
    // Every scalar arrives as it is written, so 00520, NO and +358 stay text where the format says text.
    schema: 'failsafe',
    // The parser compares every key with every other: 32 s for 60 000 keys. Reading finds doubles by itself.
    uniqueKeys: false,
    lineCounter: lines,
    prettyErrors: false,
  })
  const broken = document.errors[0]
  if (broken) {
    const { code, what } = brokenBecause(broken.code, broken.message)
    const { line, col } = lines.linePos(broken.pos[0])
    return { statement: null, problems: [{ code, line, column: col, path: '', said: problemSaid({ code, what }) }] }
  }

  const reading = new Reading(document)
  // The schema object is JSON Schema by construction; Shape is the part of it that reading looks at.
  const read = reading.read(document.contents, statementShape as unknown as Shape, '')
  const faults = reading.faults.length > 0 ? reading.faults : faultsOfMeaning(read as Statement)
  if (reading.stopped) faults.push({ code: 'PROBLEMS_TOO_MANY', path: '' })

  const problems = faults.map((fault) => placed(fault, reading.offsets, lines))
  return { statement: problems.length > 0 ? null : (read as Statement), problems }
}

function placed({ path, ...fault }: Fault, offsets: Map<string, number>, lines: LineCounter): Problem {
  let place = path
  while (!offsets.has(place) && place !== '') place = parentOf(place)

  const { line, col } = lines.linePos(offsets.get(place) ?? 0)
  const { code, suggestion } = fault
  return {
    code,
    line: Math.max(line, 1),
    column: Math.max(col, 1),
    path,
    said: problemSaid(fault),
    ...(suggestion ? { suggestion } : {}),
  }
}

function brokenBecause(parserCode: string, message: string): { code: ProblemCode; what: string } {
  const what = message.split('\n')[0] ?? ''
  if (parserCode === 'MULTIPLE_DOCS') return { code: 'MANY_DOCUMENTS', what }
  if (parserCode === 'RESOURCE_EXHAUSTION') return { code: 'NESTED_TOO_DEEP', what }
  if (parserCode === 'DUPLICATE_KEY') return { code: 'KEY_TWICE', what }
  return { code: 'YAML_BROKEN', what }
}

function decode(file: string | Uint8Array): string | null {
  if (typeof file === 'string') return file.isWellFormed() ? file.replace(/^\uFEFF/, '') : null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return null
  }
}

// JSON may be indented with tabs, which YAML refuses. A JSON string never spans lines, so this changes no value.
function withJsonIndentation(source: string): string {
  if (!/^\s*\{/.test(source)) return source
  return source.replace(/^[\t ]*\t[\t ]*/gm, (indent) => ' '.repeat(indent.length))
}

function refused(code: ProblemCode): ReadStatement {
  return { statement: null, problems: [{ code, line: 1, column: 1, path: '', said: problemSaid({ code }) }] }
}
