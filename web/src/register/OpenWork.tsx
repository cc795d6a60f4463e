import { Alert, Anchor, List, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { to } from '../to.ts'
import { type OpenKind, useOpenWorkTexts } from './open-work.texts.ts'

export interface OpenOfKind {
  kind: OpenKind
  count: number
  items: { id: string; number: string | null }[]
}

const pathOf: Record<OpenKind, (id: string) => string> = {
  contract: to.contract,
  assignment: to.assignment,
  order: to.order,
  delivery: to.delivery,
  invoice: to.invoice,
  complaint: to.complaint,
  quote: to.quote,
  'quote-request': to.quoteRequest,
  opportunity: to.opportunity,
  enquiry: to.enquiry,
}

/** C1: what must be settled before a relationship may end, and the way to each that this duty sees. */
export function OpenWork({ open }: { open: readonly OpenOfKind[] }) {
  const said = useOpenWorkTexts()
  return (
    <Alert color="yellow" title={said.title}>
      <Text size="sm" mb="xs">
        {said.text}
      </Text>
      <OpenItems open={open} />
    </Alert>
  )
}

/** What is open, kind by kind, and the way to each that this duty sees. */
export function OpenItems({ open }: { open: readonly OpenOfKind[] }) {
  const said = useOpenWorkTexts()
  return (
    <List size="sm" spacing={4}>
      {open.map(({ kind, count, items }) => (
        <List.Item key={kind}>
          {said.kinds[kind]}:{' '}
          {items.slice(0, 5).map(({ id, number }, n) => (
            <Fragment key={id}>
              {n > 0 && ', '}
              <Anchor component={Link} to={pathOf[kind](id)} size="sm" c="inherit" underline="always">
                {number ?? said.unnamed}
              </Anchor>
            </Fragment>
          ))}
          {items.length === 0 && said.elsewhere(count)}
          {items.length > 0 && count > 5 && ` ${said.more(count - 5)}`}
        </List.Item>
      ))}
    </List>
  )
}
