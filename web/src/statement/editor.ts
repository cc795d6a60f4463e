import { yaml } from '@codemirror/lang-yaml'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { basicSetup, EditorView } from 'codemirror'
import { nonceOfPage } from '../nonce.ts'
import type { Level } from './contract.ts'

export interface LineMark {
  line: number | null
  level: Level
  text: string
}

export interface EditorHandle {
  put(source: string): void
  mark(marks: LineMark[]): void
  show(line: number): void
  close(): void
}

const severities = { error: 'error', warning: 'warning', note: 'info' } as const

/** A text editor for YAML that marks lines. */
export function makeEditor(
  parent: HTMLElement,
  wish: {
    source: string
    label: string
    dark: boolean
    onChange: (source: string) => void
    onSave: () => void
  },
): EditorHandle {
  let isPutting = false
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: wish.source,
      extensions: [
        keymap.of([
          {
            key: 'Mod-s',
            preventDefault: true,
            run: () => {
              wish.onSave()
              return true
            },
          },
        ]),
        EditorView.cspNonce.of(nonceOfPage()),
        basicSetup,
        yaml(),
        syntaxHighlighting(ink),
        lintGutter(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': wish.label, spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isPutting) wish.onChange(update.state.doc.toString())
        }),
        look(wish.dark),
      ],
    }),
  })
  view.scrollDOM.tabIndex = 0
  const at = (line: number) => view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines))

  return {
    put(source) {
      if (source === view.state.doc.toString()) return
      isPutting = true
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: source } })
      isPutting = false
    },
    mark(marks) {
      const diagnostics = marks.flatMap(({ line, level, text }): Diagnostic[] => {
        if (!line) return []
        const { from, to } = at(line)
        return [{ from, to, severity: severities[level], message: text }]
      })
      view.dispatch(setDiagnostics(view.state, diagnostics))
    },
    show(line) {
      const { from } = at(line)
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) })
      view.focus()
    },
    close: () => view.destroy(),
  }
}

const quiet = 'var(--mantine-color-dimmed)'
const ink = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--desk-clause-ink)' },
  { tag: [tags.string, tags.quote], color: 'var(--desk-quoted)' },
  { tag: [tags.comment, tags.lineComment], color: quiet, fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.bracket], color: quiet },
])

function look(dark: boolean) {
  return EditorView.theme(
    {
      '&': { backgroundColor: 'var(--desk-sheet)', color: 'var(--mantine-color-text)' },
      '.cm-content': { fontFamily: 'var(--mantine-font-family-monospace)', caretColor: 'var(--mantine-color-text)' },
      '.cm-gutters': { backgroundColor: 'var(--desk-ground)', color: quiet, border: 'none' },
      '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--desk-hover)' },
      '.cm-tooltip': {
        backgroundColor: 'var(--desk-sheet)',
        border: '1px solid var(--desk-line)',
        borderRadius: '8px',
      },
    },
    { dark },
  )
}
