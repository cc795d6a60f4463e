import { Button, Menu } from '@mantine/core'
import { IconArrowBackUp, IconDots, IconFileDescription } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { useAskedFirst } from '../../ui/UnsavedGuard.tsx'
import { AskWhy } from '../chain/AskWhy.tsx'
import { useChainTexts } from '../chain/texts.ts'
import { useMove } from '../chain/useMove.ts'
import { useMakeQuote } from '../quotes/useMakeQuote.tsx'
import type { QuoteRequest } from './contract.ts'
import { useQuoteRequestTexts } from './texts.ts'

type Asked = 'decline' | 'withdrawal' | 'discard' | null

/** What comes next for a request: its quote; all else behind three dots. */
export function QuoteRequestDeeds({
  request,
  savedBefore,
}: {
  request: QuoteRequest
  savedBefore: (next: () => void) => void
}) {
  const said = useQuoteRequestTexts()
  const { more } = useChainTexts()
  const navigate = useNavigate()
  const [asked, ask] = useState<Asked>(null)
  const { first, asking } = useAskedFirst()
  const { id, events, company, person } = request
  const hasDraft = request.quotes.some(({ state }) => state === 'draft')
  const quote = useMakeQuote({ of: `/quote-requests/${id}`, person: company ? null : person })
  const done = { decline: said.declined, withdrawal: said.withdrawn, reopening: said.reopened }
  const move = useMove({
    run: ({ event, reason = null }: { event: keyof typeof done; reason?: string | null }) =>
      api.post(`/quote-requests/${id}/${event}`, { reason }),
    done: ({ event }) => done[event],
    then: () => ask(null),
  })
  const discard = useMove({
    run: async () => {
      await api.delete(`/quote-requests/${id}`)
      await navigate({ to: to.quoteRequests(), ignoreBlocker: true })
    },
    done: said.discarded,
    binned: `quote-request/${id}`,
    fields: false,
  })
  const close = () => {
    move.forget()
    ask(null)
  }
  const can = (event: QuoteRequest['events'][number]) => events.includes(event)
  return (
    <>
      {request.mayQuote && (
        <WriteButton
          leftSection={<IconFileDescription size={16} aria-hidden />}
          loading={quote.isPending}
          onClick={() => savedBefore(quote.make)}
        >
          {hasDraft ? said.openQuote : said.makeQuote}
        </WriteButton>
      )}
      {can('reopening') && (
        <WriteButton
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          loading={move.isPending}
          onClick={() => move.mutate({ event: 'reopening' })}
        >
          {said.reopening}
        </WriteButton>
      )}
      {(can('decline') || request.mayDiscard) && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={more}>
              <IconDots size={17} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {can('decline') && <Menu.Item onClick={() => savedBefore(() => ask('decline'))}>{said.decline}</Menu.Item>}
            {can('withdrawal') && (
              <Menu.Item onClick={() => savedBefore(() => ask('withdrawal'))}>{said.withdrawal}</Menu.Item>
            )}
            {request.mayDiscard && (
              <Menu.Item color="red" onClick={() => first(() => ask('discard'))}>
                {said.discard}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {(asked === 'decline' || asked === 'withdrawal') && (
        <AskWhy
          title={said[asked]}
          text={asked === 'decline' ? said.declineText : said.withdrawalText}
          label={said[asked]}
          asks={{ reason: asked === 'decline' ? said.why : said.whyOptional }}
          opened
          busy={move.isPending}
          fault={move.fault}
          onClose={close}
          onDone={({ reason }) => move.mutate({ event: asked, reason })}
        />
      )}
      {asked === 'discard' && (
        <AskWhy
          title={said.discard}
          text={said.discardText}
          label={said.discard}
          color="red"
          asks={{}}
          opened
          busy={discard.isPending}
          onClose={close}
          onDone={() => discard.mutate()}
        />
      )}
      {asking}
      {quote.dialog}
    </>
  )
}
