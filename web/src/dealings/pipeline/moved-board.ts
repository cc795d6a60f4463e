import type { Board, Card, Column } from './contract.ts'

/** The board as it stands once a card has moved to a stage: its sums go with it. */
export function movedBoard(board: Board, card: Card, to: string, revision = card.revision): Board {
  const target = board.columns.find(({ id }) => id === to)
  if (!target) return board
  const probability = target.kind === 'open' && card.state === 'open' ? card.probability : target.probability
  const moved: Card = {
    ...card,
    stage: to,
    state: target.kind,
    probability,
    revision,
    stageSince: new Date().toISOString(),
  }
  return {
    ...board,
    columns: board.columns.map((column) => {
      const held = column.cards.find(({ id }) => id === card.id)
      if (column.id === to)
        return held
          ? { ...column, cards: column.cards.map((one) => (one.id === card.id ? moved : one)) }
          : joined(column, moved)
      return held ? without(column, held) : column
    }),
  }
}

function joined(column: Column, card: Card): Column {
  return { ...summed(column, card, 1), cards: [...column.cards, card].sort(byClose) }
}

function without(column: Column, card: Card): Column {
  return { ...summed(column, card, -1), cards: column.cards.filter(({ id }) => id !== card.id) }
}

function summed(column: Column, { valueCents, probability }: Card, sign: 1 | -1): Column {
  const value = valueCents ?? 0
  return {
    ...column,
    count: column.count + sign,
    valueCents: column.valueCents + sign * value,
    weightedCents: column.weightedCents + sign * Math.floor((value * probability + 50) / 100),
  }
}

function byClose(one: Card, other: Card) {
  return (one.expectedClose ?? '9').localeCompare(other.expectedClose ?? '9') || one.id.localeCompare(other.id)
}
