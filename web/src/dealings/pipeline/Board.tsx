import { DndContext, DragOverlay, MouseSensor, pointerWithin, TouchSensor, useSensor, useSensors } from '@dnd-kit/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { api } from '../../api.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { saidProblem } from '../../ui/said-problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { tellUndoable } from '../../ui/undo.tsx'
import { nameIn } from '../products/units.ts'
import { BoardColumn } from './BoardColumn.tsx'
import { CardView } from './CardView.tsx'
import type { Board as BoardSeen, Card } from './contract.ts'
import { LostDialog } from './LostDialog.tsx'
import type { Whose } from './queries.ts'
import { StageStrip } from './StageStrip.tsx'
import { usePipelineTexts } from './texts.ts'
import { useMoves } from './useMoves.tsx'

/** The pipeline as a board: cards go from stage to stage by mouse, by touch, by keyboard, and by a menu. */
export function Board({ board, whose, open }: { board: BoardSeen; whose: Whose; open: (card: Card) => void }) {
  const said = usePipelineTexts()
  const texts = useTexts()
  const { language } = useSpeech()
  const queries = useQueryClient()
  const moves = useMoves(whose)
  const calm = useMediaQuery('(prefers-reduced-motion: reduce)')
  const [dragged, setDragged] = useState<Card | null>(null)
  const [lifted, setLifted] = useState<{ card: Card; to: string } | null>(null)
  const [losing, setLosing] = useState<{ card: Card; stage: string } | null>(null)
  const [told, setTold] = useState('')
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  )
  const { columns } = board
  const nameOf = (id: string) => {
    const column = columns.find((one) => one.id === id)
    return column ? nameIn(column.names, language) : ''
  }
  const move = (card: Card, stage: string) => {
    if (stage === card.stage) return
    if (columns.find(({ id }) => id === stage)?.kind === 'lost') setLosing({ card, stage })
    else {
      moves.mutate({ card, stage })
      setTold(said.dropped(card.title, nameOf(stage)))
    }
  }
  const bin = useMutation({
    mutationFn: (card: Card) => api.delete(`/opportunities/${card.id}`),
    onSuccess: (_, card) => tellUndoable(said.deleted, said.undo, () => void putBack(card)),
    onError: (fault) => tellProblem(saidProblem(fault, texts)),
    onSettled: () => {
      queries.invalidateQueries({ queryKey: ['pipeline'] })
      queries.invalidateQueries({ queryKey: ['bin'] })
    },
  })
  const putBack = async (card: Card) => {
    await api.post(`/bin/opportunity/${card.id}/restoration`)
    await queries.invalidateQueries({ queryKey: ['pipeline'] })
  }
  const onGripKey = (event: KeyboardEvent, card: Card) => {
    const keys = [' ', 'Enter', 'ArrowLeft', 'ArrowRight', 'Escape']
    if (!keys.includes(event.key)) return
    if (!lifted && event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    if (!lifted) {
      setLifted({ card, to: card.stage })
      setTold(said.lifted(card.title, nameOf(card.stage)))
    } else if (event.key === 'Escape') {
      setLifted(null)
      setTold(said.cancelled(card.title))
    } else if (event.key.startsWith('Arrow')) {
      const at = columns.findIndex(({ id }) => id === lifted.to) + (event.key === 'ArrowRight' ? 1 : -1)
      const next = columns[at]
      if (!next) return
      setLifted({ card, to: next.id })
      setTold(said.over(nameIn(next.names, language), at + 1, columns.length))
      document.getElementById(`stage-${next.id}`)?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
    } else {
      setLifted(null)
      if (lifted.to === card.stage) setTold(said.cancelled(card.title))
      else move(lifted.card, lifted.to)
    }
  }
  const deeds = {
    ...{ columns, open, move, onGripKey, today: board.today, mayWrite: board.mayWrite },
    bin: (card: Card) => bin.mutate(card),
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={{ restoreFocus: false, container: document.body, announcements: silent }}
      onDragStart={({ active }) => setDragged((active.data.current as { card: Card }).card)}
      onDragCancel={() => setDragged(null)}
      onDragEnd={({ over }) => {
        if (dragged && over) move(dragged, String(over.id))
        setDragged(null)
      }}
    >
      <StageStrip columns={columns} />
      <div className="board">
        {columns.map((column) => (
          <BoardColumn key={column.id} column={column} deeds={deeds} aimed={lifted?.to === column.id} />
        ))}
      </div>
      <DragOverlay dropAnimation={calm ? null : { duration: 180 }}>
        {dragged && <CardView card={dragged} today={board.today} lifted />}
      </DragOverlay>
      <span id="deal-grip-help" className="unseen">
        {said.gripHelp}
      </span>
      <div role="status" aria-live="assertive" className="unseen" data-testid="board-told">
        {told}
      </div>
      {losing && (
        <LostDialog
          title={losing.card.title}
          busy={moves.isPending}
          onClose={() => setLosing(null)}
          onSay={(why) => {
            moves.mutate({ ...losing, ...why }, { onSuccess: () => setLosing(null) })
            setTold(said.dropped(losing.card.title, nameOf(losing.stage)))
          }}
        />
      )}
    </DndContext>
  )
}

// The board tells in its own words and languages what is moved where.
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}
