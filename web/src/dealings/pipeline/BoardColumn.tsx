import { useDraggable, useDroppable } from '@dnd-kit/core'
import { ActionIcon, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useSpeech } from '../../texts/index.tsx'
import { nameIn } from '../products/units.ts'
import { type CardDeeds, CardView } from './CardView.tsx'
import type { Card, Column } from './contract.ts'
import { QuickAdd } from './QuickAdd.tsx'
import { usePipelineTexts } from './texts.ts'
import { useEuros } from './useEuros.ts'

/** A stage of the pipeline: what stands in it, its sum, whole and weighted, and a quick way to add. */
export function BoardColumn({
  column,
  deeds,
  aimed,
}: {
  column: Column
  deeds: CardDeeds
  /** The card that is being moved would land here. */
  aimed: boolean
}) {
  const said = usePipelineTexts()
  const { language } = useSpeech()
  const euros = useEuros()
  const [adding, setAdding] = useState(false)
  const { setNodeRef, isOver } = useDroppable({ id: column.id })
  const name = nameIn(column.names, language)
  const late = column.cards.filter(
    ({ state, expectedClose }) => state === 'open' && expectedClose && expectedClose < deeds.today,
  ).length
  return (
    <section
      ref={setNodeRef}
      id={`stage-${column.id}`}
      className={`stage ${column.kind}${isOver || aimed ? ' aimed' : ''}`}
      aria-label={`${name}: ${said.count(column.count)}`}
    >
      <header className="stage-head">
        <div className="stage-name">
          <h2>{name}</h2>
          <span className="stage-count figures" aria-hidden>
            {column.count}
          </span>
          {deeds.mayWrite && column.kind === 'open' && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              ml="auto"
              aria-label={said.addTo(name)}
              onClick={() => setAdding(!adding)}
            >
              <IconPlus size={17} aria-hidden />
            </ActionIcon>
          )}
        </div>
        <Text size="sm" fw={600} className="figures">
          {euros(column.valueCents)}
        </Text>
        <Text size="xs" c="dimmed" className="figures">
          {column.kind === 'open' ? said.weighted(euros(column.weightedCents)) : ' '}
          {late > 0 && <span className="stage-late"> · {said.lateCount(late)}</span>}
        </Text>
      </header>
      {adding && <QuickAdd stage={column.id} onClose={() => setAdding(false)} />}
      <ul className="stage-cards" aria-label={name}>
        {column.cards.map((card) => (
          <DraggedCard key={card.id} card={card} deeds={deeds} />
        ))}
      </ul>
      {column.cards.length === 0 && !adding && (
        <Text size="xs" c="dimmed" ta="center" py="lg">
          {isOver || aimed ? said.dropHere : said.noCards}
        </Text>
      )}
      {column.count > column.cards.length && (
        <Text size="xs" c="dimmed" ta="center" pb="sm">
          {said.moreCards(column.count - column.cards.length)}
        </Text>
      )}
    </section>
  )
}

function DraggedCard({ card, deeds }: { card: Card; deeds: CardDeeds }) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: card.id, data: { card }, disabled: !deeds.mayWrite })
  return (
    <li ref={setNodeRef} {...listeners} className={`${deeds.mayWrite ? 'draggable' : ''}${isDragging ? ' away' : ''}`}>
      <CardView card={card} today={deeds.today} deeds={deeds} />
    </li>
  )
}
