import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { parse } from 'yaml'
import { useSay } from '../texts/index.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { Finding, OpenDraft, Span } from './contract.ts'
import { allOf } from './open-draft.ts'
import { useStatementTexts } from './texts.ts'

interface Piece {
  text: string
  findings: Finding[] | null
}

/** The old statement with the sentences that values were read from, and the findings beside them. */
export function ProsePart({
  prose,
  seen,
  shown,
  onShow,
}: {
  prose: string
  /** The draft as it could last be read. */
  seen: OpenDraft
  shown: Finding | null
  onShow: (place: { line: number | null }, of: OpenDraft, finding?: Finding) => void
}) {
  const said = useStatementTexts()
  const say = useSay()
  const pieces = useMemo(() => piecesOf(prose, originsIn(seen.source), allOf(seen.findings)), [prose, seen])
  return (
    <Sheet title={said.prose}>
      <div className="prose" lang="fi">
        {pieces.map((piece, nth) =>
          piece.findings === null ? (
            piece.text
          ) : (
            <span key={nth}>
              {piece.findings.length > 0 ? <mark>{piece.text}</mark> : <span className="read-from">{piece.text}</span>}
              {piece.findings.map((finding) => (
                <button
                  key={`${finding.code}-${finding.path}`}
                  type="button"
                  className={`beside ${finding.level}`}
                  aria-pressed={finding === shown}
                  onClick={() => onShow(finding, seen, finding)}
                >
                  <Text span size="xs" fw={620}>
                    {finding.clause}
                  </Text>{' '}
                  {say(finding.reason)}
                </button>
              ))}
            </span>
          ),
        )}
      </div>
    </Sheet>
  )
}

function originsIn(source: string): Record<string, Span> {
  try {
    return (parse(source) as { origins?: Record<string, Span> } | null)?.origins ?? {}
  } catch {
    return {} // half-typed YAML: the sentences come back when it reads again
  }
}

function piecesOf(prose: string, origins: Record<string, Span>, all: Finding[]): Piece[] {
  const spans = new Map<string, { start: number; end: number; findings: Finding[] }>()
  for (const [path, { start, end }] of Object.entries(origins)) {
    const key = `${start}-${end}`
    const span = spans.get(key) ?? { start, end, findings: [] }
    span.findings.push(...all.filter((finding) => isAt(finding.path, path) && !span.findings.includes(finding)))
    spans.set(key, span)
  }
  const pieces: Piece[] = []
  let at = 0
  for (const span of [...spans.values()].sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue
    pieces.push(
      { text: prose.slice(at, span.start), findings: null },
      { text: prose.slice(span.start, span.end), findings: span.findings },
    )
    at = span.end
  }
  return [...pieces, { text: prose.slice(at), findings: null }]
}

function isAt(path: string | undefined, origin: string) {
  return path !== undefined && (path === origin || path.startsWith(`${origin}/`) || origin.startsWith(`${path}/`))
}
