import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer, useRef } from 'react'
import { api, Problem } from '../api.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { FieldWish, Finding, OpenDraft } from './contract.ts'
import type { EditorHandle } from './editor.ts'
import { findingIn } from './finding-in.ts'
import { canBeRead, remembering } from './open-draft.ts'
import { draftQuery } from './queries.ts'
import { answered } from './text-change.ts'
import { useStatementTexts } from './texts.ts'

export type DraftText = ReturnType<typeof useDraftText>
export type MendWay = 'mend' | 'leave-out'

/** The text being typed over the draft that is kept. Every answer of the server takes its place under what was typed. */
export function useDraftText(draft: OpenDraft) {
  const said = useStatementTexts()
  const queries = useQueryClient()
  const { queryKey } = draftQuery(draft.id)
  const address = `/statement/drafts/${draft.id}`
  const editor = useRef<EditorHandle | null>(null)
  // Not state: a key pressed between an answer and its drawing must find the text as it is, not as it was drawn.
  const held = useRef({ kept: draft, text: draft.source, isStale: false }).current
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  const hold = (next: Partial<typeof held>) => {
    Object.assign(held, next)
    redraw()
  }
  const isChanged = () => held.text !== held.kept.source

  const take = (answer: OpenDraft, sent: string) => {
    const kept = remembering(held.kept, answer)
    hold({ kept, text: answered({ sent, answer: kept.source, now: held.text }), isStale: false })
    editor.current?.put(held.text)
    queries.setQueryData(queryKey, kept)
    return kept
  }
  const save = async () => {
    // An answer that was asked for before is older than what is saved now.
    await queries.cancelQueries({ queryKey, exact: true })
    const sent = held.text
    if (!isChanged()) return held.kept
    return take(await api.put<OpenDraft>(address, { source: sent }, held.kept.revision), sent)
  }
  const mend = async (wanted: Finding, was: string, way: MendWay) => {
    // Saving would put this text in the place of theirs: that is decided by a press of its own.
    if (held.isStale) throw notMended(said.saveFirst)
    const saved = await save()
    const finding = findingIn(saved, wanted, was)
    if (!finding) throw notMended(canBeRead(saved) ? said.mendGone : said.readFirst)
    const { code, clause, path } = finding
    const wish = { code, clause, ...(path ? { path } : {}), way }
    take(await api.post<OpenDraft>(`${address}/mends`, wish, saved.revision), saved.source)
  }
  const add = async (wish: Omit<FieldWish, 'choices'> & Partial<FieldWish>) => {
    if (held.isStale) throw notMended(said.saveFirst)
    const saved = await save()
    if (!canBeRead(saved)) throw notMended(said.readFirst)
    const { field, ...answer } = await api.post<OpenDraft & { field: string }>(
      `${address}/fields`,
      wish,
      saved.revision,
    )
    take(answer, saved.source)
    return field
  }
  // What somebody else saved becomes the draft that is kept; what was typed stays over it.
  const meet = (theirs: OpenDraft) => {
    if (theirs.revision <= held.kept.revision) return
    if (isChanged()) hold({ kept: theirs, isStale: true })
    else take(theirs, held.text)
  }
  useEffect(() => meet(draft), [draft])

  // One after the other: each rests on the revision that the one before it made.
  const deed = { scope: address, refreshes: [[...queryKey, 'plan']] }
  const quiet = (fault: unknown) => {
    if (!(fault instanceof Problem) || fault.code !== 'EDITED_MEANWHILE') return false
    queries.invalidateQueries({ queryKey, exact: true })
    return isChanged()
  }
  const saving = useDeed({ ...deed, run: save, done: said.draftSaved, quiet })

  return {
    ...held,
    isChanged: isChanged(),
    isSaving: saving.isPending,
    editor,
    type: (text: string) => hold({ text }),
    drop: () => take(held.kept, held.text),
    save: () => {
      if (isChanged()) saving.mutate()
    },
    /** How a finding is mended, for the row that shows it. */
    mending: { ...deed, run: mend, quiet },
    /** How a field is added, for its form; answers the id of the field. */
    adding: { ...deed, run: add, quiet },
  }
}

function notMended(title: string) {
  return new Problem({ title, status: 409, code: 'NOTHING_TO_MEND' })
}
