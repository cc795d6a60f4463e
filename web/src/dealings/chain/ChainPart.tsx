import { Group, Menu, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { NewAssignment } from '../assignments/NewAssignment.tsx'
import type { Party } from '../contract.ts'
import { NewContract } from '../contracts/NewContract.tsx'
import { useFigures } from '../lines/useFigures.ts'
import { useNewQuote } from '../quotes/useNewQuote.tsx'
import './chain.css'
import type { ChainList, ChainOfParty, DocumentSeen } from './contract.ts'
import { chainOfPartyQuery } from './queries.ts'
import { useChainTexts } from './texts.ts'
import { tones } from './tones.ts'
import { usePartyBehind } from './usePartyBehind.tsx'

const NewQuoteRequest = lazy(async () => ({
  default: (await import('../quote-requests/NewQuoteRequest.tsx')).NewQuoteRequest,
}))

type Listed = keyof ChainOfParty

const pathOf: Record<Listed, (id: string) => string> = {
  quoteRequests: to.quoteRequest,
  quotes: to.quote,
  orders: to.order,
  deliveries: to.delivery,
  contracts: to.contract,
  assignments: to.assignment,
}
const order: readonly Listed[] = ['quoteRequests', 'quotes', 'orders', 'deliveries', 'contracts', 'assignments']

/** Quotes, orders, deliveries, contracts and assignments on the card of a company or a person; nothing where none are read. */
export function ChainPart(party: Party) {
  const chain = useQuery(chainOfPartyQuery(party))
  return (
    <Asked query={chain}>
      {(lists) => (order.some((name) => lists[name]) ? <Lists {...{ party, lists }} /> : null)}
    </Asked>
  )
}

function Lists({ party, lists }: { party: Party; lists: ChainOfParty }) {
  const said = useChainTexts()
  const filled = order.filter((name) => lists[name]?.items.length)
  return (
    <Sheet title={said.sales} actions={<AddToChain party={party} lists={lists} />}>
      {filled.length === 0 ? (
        <Text size="sm" c="dimmed">
          {said.noSales}
        </Text>
      ) : (
        <Stack gap="md">
          {filled.map((name) => (
            <section key={name} aria-label={said.lists[name]}>
              <Text size="xs" c="dimmed" fw={600} mb={4}>
                {said.lists[name]}
              </Text>
              <Stack gap={6}>
                {lists[name]?.items.map((one) => (
                  <Row key={one.id} name={name} one={one} />
                ))}
              </Stack>
            </section>
          ))}
        </Stack>
      )}
    </Sheet>
  )
}

function Row({ name, one: { id, number, title, state, day: on, totalCents } }: { name: Listed; one: DocumentSeen }) {
  const said = useChainTexts()
  const { day } = useFormat()
  const { money } = useFigures()
  const isAsked = name === 'quoteRequests'
  // A delivery has its number when it has gone; before that it is planned, not a draft.
  const unnumbered = isAsked ? null : name === 'deliveries' ? said.steps.delivery : said.draftOf
  return (
    <Link to={pathOf[name](id)} className="document-row">
      <span style={{ minWidth: 0 }}>
        <Text span size="sm" component="strong" fw={600}>
          {[number ?? unnumbered, title].filter(Boolean).join(' · ')}
        </Text>
        <Text size="xs" c="dimmed" className="figures" component="span" display="block">
          {[day(on), totalCents === null ? null : money(totalCents)].filter(Boolean).join(' · ')}
        </Text>
      </span>
      <StateBadge
        said={(isAsked && said.states[`quote-request:${state}`]) || said.states[state] || state}
        tone={isAsked && state === 'declined' ? 'calm' : tones[state]}
      />
    </Link>
  )
}

function AddToChain({ party, lists }: { party: Party; lists: ChainOfParty }) {
  const said = useChainTexts()
  const navigate = useNavigate()
  const [adding, setAdding] = useState<'request' | 'contract' | 'assignment' | null>(null)
  const { behind, begin, dialog } = usePartyBehind(party)
  const quote = useNewQuote()
  const may = (name: ChainList) => lists[name]?.mayAdd ?? false
  if (!may('quotes') && !may('orders') && !may('contracts')) return null
  return (
    <Group gap={4}>
      {may('quotes') && (
        <WriteButton
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={15} aria-hidden />}
          loading={quote.isPending}
          onClick={() => begin(quote.begin)}
        >
          {said.add.quotes}
        </WriteButton>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <WriteButton size="compact-sm" variant="subtle" aria-label={said.more}>
            …
          </WriteButton>
        </Menu.Target>
        <Menu.Dropdown>
          {may('quotes') && (
            <Menu.Item onClick={() => begin(() => setAdding('request'))}>{said.add.quoteRequests}</Menu.Item>
          )}
          {may('orders') && (
            <Menu.Item onClick={() => begin((whose) => navigate({ to: to.newOrder(), search: whose as never }))}>
              {said.add.orders}
            </Menu.Item>
          )}
          {may('contracts') && (
            <Menu.Item onClick={() => begin(() => setAdding('contract'))}>{said.add.contracts}</Menu.Item>
          )}
          {may('contracts') && (
            <Menu.Item onClick={() => begin(() => setAdding('assignment'))}>{said.add.assignments}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {adding === 'request' && (
        <Suspense>
          <NewQuoteRequest party={behind} onClose={() => setAdding(null)} />
        </Suspense>
      )}
      {adding === 'contract' && <NewContract party={behind} onClose={() => setAdding(null)} />}
      {adding === 'assignment' && <NewAssignment party={behind} onClose={() => setAdding(null)} />}
      {dialog}
      {quote.dialog}
    </Group>
  )
}
