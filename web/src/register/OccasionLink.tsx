import { ActionIcon } from '@mantine/core'
import { IconFileDescription } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Occasioned } from '../contract.ts'
import { to } from '../to.ts'
import { useOccasionTexts } from './occasion.texts.ts'

const pathOf: Record<Occasioned['kind'], (id: string) => string> = {
  enquiry: to.enquiry,
  'quote-request': to.quoteRequest,
  quote: to.quote,
  order: to.order,
  contract: to.contract,
  invoice: to.invoice,
}

/** The way from a value to the quote request, order or contract that it came with (S6.2–S6.4). */
export function OccasionLink({ document: { kind, id } }: { document: Occasioned }) {
  const said = useOccasionTexts()
  return (
    <ActionIcon
      component={Link}
      to={pathOf[kind](id)}
      size={24}
      variant="subtle"
      color="gray"
      aria-label={said.open(said.kinds[kind])}
      title={said.open(said.kinds[kind])}
    >
      <IconFileDescription size={14} aria-hidden />
    </ActionIcon>
  )
}
