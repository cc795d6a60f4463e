import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, Problem } from '../../api.ts'
import { useSpeech, useTexts } from '../../texts/index.tsx'
import { saidProblem } from '../../ui/said-problem.ts'
import { tell, tellProblem } from '../../ui/toast.ts'
import { tellUndoable } from '../../ui/undo.tsx'
import { nameIn } from '../products/units.ts'
import type { Board, Card, LostReason, Opportunity } from './contract.ts'
import { movedBoard } from './moved-board.ts'
import { boardQuery, type Whose } from './queries.ts'
import { usePipelineTexts } from './texts.ts'

interface Move {
  card: Card
  stage: string
  lostReason?: LostReason
  lostNote?: string
  /** A move that takes another back is told in fewer words. */
  back?: boolean
}

/** Moving cards: shown at once, taken back by one press, and explained when somebody else was quicker. */
export function useMoves(whose: Whose) {
  const said = usePipelineTexts()
  const texts = useTexts()
  const { language } = useSpeech()
  const queries = useQueryClient()
  const { queryKey } = boardQuery(whose)
  const stageName = (id: unknown) => {
    const stage = queries.getQueryData<Board>(queryKey)?.columns.find((one) => one.id === id)
    return stage ? nameIn(stage.names, language) : ''
  }

  const move = useMutation<Opportunity, Error, Move, { before: Board | undefined }>({
    scope: { id: 'pipeline' },
    mutationFn: ({ card, stage, lostReason, lostNote }) =>
      api.post<Opportunity>(`/opportunities/${card.id}/stage`, { stage, lostReason, lostNote }, card.revision),
    onMutate: async ({ card, stage }) => {
      await queries.cancelQueries({ queryKey })
      const before = queries.getQueryData<Board>(queryKey)
      if (before) queries.setQueryData(queryKey, movedBoard(before, card, stage))
      return { before }
    },
    onSuccess: (now, { card, stage, back }) => {
      queries.setQueryData<Board>(queryKey, (board) => board && movedBoard(board, now, stage, now.revision))
      if (back) tell(said.movedBack)
      else tellUndoable(said.moved(card.title, stageName(stage)), said.undo, () => undo(card, now))
    },
    onError: (fault, { stage }, context) => {
      if (context?.before) queries.setQueryData(queryKey, context.before)
      if (!(fault instanceof Problem && fault.code === 'OPPORTUNITY_MOVED_MEANWHILE')) {
        tellProblem(saidProblem(fault, texts))
        return
      }
      const at = fault.detail.stage
      if (at === stage) tell(said.alreadyThere(stageName(stage)))
      else tellProblem(said.movedMeanwhile(stageName(at)))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['pipeline'] }),
  })

  const undo = (before: Card, now: Opportunity) =>
    move.mutate({
      card: now,
      stage: before.stage,
      back: true,
      ...(before.lostReason ? { lostReason: before.lostReason } : {}),
    })
  return move
}
