import { Button, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowRight, IconCheck, IconDots, IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { AskWhy } from '../chain/AskWhy.tsx'
import type { Quote } from '../chain/contract.ts'
import { useChainTexts } from '../chain/texts.ts'
import { useDiscard } from '../chain/useDiscard.tsx'
import { useMove } from '../chain/useMove.ts'

/** What comes next for a quote, as the one plain button; all else behind three dots. A draft is sent from its form. */
export function QuoteDeeds({ quote }: { quote: Quote }) {
  const said = useChainTexts()
  const [accepting, accept] = useDisclosure(false)
  const [declining, decline] = useDisclosure(false)
  const [withdrawing, withdraw] = useDisclosure(false)
  const { id, events, order, state } = quote
  const who = quote.contactName ?? (quote.company ? null : quote.personName) ?? ''
  const discard = useDiscard('quotes', id)
  const mayDiscard = quote.number === null && events.length > 0
  const version = quote.versions.find((one) => one.state === 'sent')?.version
  const revise = useMove({ run: () => api.post(`/quotes/${id}/revision`, {}), done: said.revised, fields: false })
  const takeBack = useMove({
    run: () => api.post(`/quotes/${id}/withdrawal`, {}),
    done: said.withdrawnNow,
    then: withdraw.close,
    fields: false,
  })
  const agree = useMove({
    run: ({ name }: { name: string }) => api.post(`/quotes/${id}/acceptance`, { version, name }),
    done: said.acceptedNow,
    then: accept.close,
  })
  const refuse = useMove({
    run: ({ name, reason }: { name: string; reason: string }) =>
      api.post(`/quotes/${id}/decline`, { version, name, ...(reason ? { reason } : {}) }),
    done: said.declinedNow,
    then: decline.close,
  })
  const can = (event: Quote['events'][number]) => events.includes(event)
  const mayAccept = can('acceptance') && quote.mayOrder
  const isOver = ['declined', 'expired', 'withdrawn'].includes(state)
  return (
    <>
      {order && (
        <Button component={Link} to={to.order(order)} rightSection={<IconArrowRight size={16} aria-hidden />}>
          {said.toOrder}
        </Button>
      )}
      {mayAccept && state === 'sent' && (
        <WriteButton leftSection={<IconCheck size={16} aria-hidden />} onClick={accept.open}>
          {said.accept}
        </WriteButton>
      )}
      {can('revision') && isOver && (
        <WriteButton
          leftSection={<IconPencil size={16} aria-hidden />}
          loading={revise.isPending}
          onClick={() => revise.mutate()}
        >
          {said.revise}
        </WriteButton>
      )}
      {(can('revision') || can('decline') || can('withdrawal') || mayDiscard) && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={said.more}>
              <IconDots size={17} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {can('revision') && !isOver && <Menu.Item onClick={() => revise.mutate()}>{said.revise}</Menu.Item>}
            {mayAccept && state !== 'sent' && <Menu.Item onClick={accept.open}>{said.accept}</Menu.Item>}
            {can('decline') && <Menu.Item onClick={decline.open}>{said.decline}</Menu.Item>}
            {mayDiscard && discard.item}
            {can('withdrawal') && !mayDiscard && (
              <Menu.Item color="red" onClick={withdraw.open}>
                {said.withdraw}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {discard.question}
      <AskWhy
        title={said.accept}
        text={said.acceptText}
        label={said.accept}
        asks={{ name: said.byWhom }}
        suggested={who}
        opened={accepting}
        busy={agree.isPending}
        fault={agree.fault}
        onClose={accept.close}
        onDone={agree.mutate}
      />
      <AskWhy
        title={said.decline}
        label={said.decline}
        asks={{ name: said.byWhom, reason: said.whyOptional }}
        suggested={who}
        opened={declining}
        busy={refuse.isPending}
        fault={refuse.fault}
        onClose={decline.close}
        onDone={refuse.mutate}
      />
      <AskWhy
        title={said.withdraw}
        text={said.withdrawText}
        label={said.withdraw}
        color="red"
        asks={{}}
        opened={withdrawing}
        busy={takeBack.isPending}
        onClose={withdraw.close}
        onDone={() => takeBack.mutate()}
      />
    </>
  )
}
