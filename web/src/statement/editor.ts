import { yaml } from '@codemirror/lang-yaml'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { EditorSelection, EditorState } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { basicSetup, EditorView } from 'codemirror'
import { nonceOfPage } from '../nonce.ts'
import type { Level } from './contract.ts'
import { changeOf, linesCarried } from './text-change.ts'

export interface LineMark {
  line: number | null
  /** The text that the line is counted in. */
  of: string
  level: Level
  text: string
}

export interface EditorHandle {
  /** Replaces what differs, in one step; the cursor stays with its line. */
  put(source: string): void
  mark(marks: LineMark[]): void
  /** Brings a line of a text into sight, wherever it stands now. */
  show(line: number, of: string): void
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
  const carrier = () => {
    const carried = new Map<string, (line: number) => number>()
    return (line: number, of: string) => {
      const carry = carried.get(of) ?? linesCarried(of, view.state.doc.toString())
      carried.set(of, carry)
      return view.state.doc.line(carry(line))
    }
  }

  return {
    put(source) {
      const { doc, selection } = view.state
      const changes = changeOf(doc.toString(), source)
      if (changes.empty) return
      // What comes before a line pushes a cursor at its start; what comes after a word does not.
      const carry = (at: number) => changes.mapPos(at, at === doc.lineAt(at).from ? 1 : -1)
      const ranges = selection.ranges.map(({ anchor, head }) => EditorSelection.range(carry(anchor), carry(head)))
      isPutting = true
      view.dispatch({ changes, selection: EditorSelection.create(ranges, selection.mainIndex) })
      isPutting = false
    },
    mark(marks) {
      const at = carrier()
      const diagnostics = marks.flatMap(({ line, of, level, text }): Diagnostic[] => {
        if (!line) return []
        const { from, to } = at(line, of)
        return [{ from, to, severity: severities[level], message: text }]
      })
      view.dispatch(setDiagnostics(view.state, diagnostics))
    },
    show(line, of) {
      const { from } = carrier()(line, of)
      view.dispatch({ selection: { anchor: from } })
      view.focus()
      bringIntoSight(view, from)
    },
    close: () => view.destroy(),
  }
}

// Lines that were never in sight are guessed to be so and so high, and long ones wrap: the guess is mended as one comes near.
function bringIntoSight(view: EditorView, at: number, tries = 10) {
  view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'center' }) })
  const box = view.scrollDOM.getBoundingClientRect()
  requestAnimationFrame(() => {
    const line = view.coordsAtPos(at)
    const isSeen = line && line.top >= box.top && line.bottom <= box.bottom
    if (!isSeen && tries > 0 && at <= view.state.doc.length) bringIntoSight(view, at, tries - 1)
  })
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
