import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useSay, useTexts } from '../texts/index.tsx'
import type { Findings } from './contract.ts'
import { type EditorHandle, makeEditor } from './editor.ts'

/** The YAML text with line numbers and the findings marked on their lines. CodeMirror lives outside React. */
export function StatementEditor({
  source,
  findings,
  at,
  onChange,
  onSave,
}: {
  source: string
  findings: Findings | null
  /** The line to bring into sight; a new object each time it is asked. */
  at: { line: number } | null
  onChange: (source: string) => void
  onSave: () => void
}) {
  const { statement: said } = useTexts()
  const say = useSay()
  const dark = useComputedColorScheme('light') === 'dark'
  const place = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorHandle | null>(null)
  const latest = useRef({ onChange, onSave })
  latest.current = { onChange, onSave }

  useEffect(() => {
    if (!place.current) return
    editor.current = makeEditor(place.current, {
      source,
      label: said.editor,
      dark,
      onChange: (text) => latest.current.onChange(text),
      onSave: () => latest.current.onSave(),
    })
    return () => editor.current?.close()
    // The text is the editor's own once it is open.
  }, [dark, said.editor])
  useEffect(() => editor.current?.put(source), [source])
  useEffect(() => {
    const all = findings ? [...findings.errors, ...findings.missing, ...findings.warnings, ...findings.notes] : []
    editor.current?.mark([
      ...all.map(({ line, level, clause, reason }) => ({ line, level, text: `${clause} ${say(reason)}` })),
      ...(findings?.problems ?? []).map(({ line, said: why }) => ({ line, level: 'error' as const, text: say(why) })),
    ])
  }, [findings, say, source])
  useEffect(() => {
    if (at) editor.current?.show(at.line)
  }, [at])

  return <div className="editor-frame" ref={place} />
}
