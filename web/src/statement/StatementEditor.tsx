import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useSay } from '../texts/index.tsx'
import { makeEditor } from './editor.ts'
import { allOf } from './open-draft.ts'
import { useStatementTexts } from './texts.ts'
import type { DraftText } from './useDraftText.ts'

/** A line to bring into sight, and the text that it is counted in; a new object each time it is asked. */
export interface Place {
  line: number
  of: string
}

/** The YAML text with line numbers and the findings marked on their lines. CodeMirror lives outside React. */
export function StatementEditor({ text, at }: { text: DraftText; at: Place | null }) {
  const said = useStatementTexts()
  const say = useSay()
  const dark = useComputedColorScheme('light') === 'dark'
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(text)
  latest.current = text
  const { editor, kept } = text

  useEffect(() => {
    if (!place.current) return
    const made = makeEditor(place.current, {
      source: latest.current.text,
      label: said.editor,
      dark,
      onChange: (typed) => latest.current.type(typed),
      onSave: () => latest.current.save(),
    })
    editor.current = made
    return () => {
      editor.current = null
      made.close()
    }
    // The text is the editor's own once it is open.
  }, [dark, said.editor, editor])
  useEffect(() => {
    const seen = kept.lastRead ?? kept
    editor.current?.mark([
      ...allOf(seen.findings).map(({ line, level, clause, reason }) => ({
        line,
        of: seen.source,
        level,
        text: `${clause} ${say(reason)}`,
      })),
      ...kept.findings.problems.map(({ line, said: why }) => ({
        line,
        of: kept.source,
        level: 'error' as const,
        text: say(why),
      })),
    ])
  }, [kept, say, editor, dark])
  useEffect(() => {
    if (at) editor.current?.show(at.line, at.of)
  }, [at, editor])

  return <div className="editor-frame" ref={place} />
}
