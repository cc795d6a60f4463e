import { Button, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots, IconFileInvoice, IconTruckDelivery } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { NewAssignment } from '../assignments/NewAssignment.tsx'
import { AskWhy } from '../chain/AskWhy.tsx'
import { useBasisTexts } from '../chain/basis.texts.ts'
import type { Order, OrderEvent } from '../chain/contract.ts'
import { useChainTexts } from '../chain/texts.ts'
import { useMove } from '../chain/useMove.ts'
import { NewContract } from '../contracts/NewContract.tsx'
import { PlanDelivery } from './PlanDelivery.tsx'

/** What comes next for an order: something to deliver, something to bill, or its end. */
export function OrderDeeds({ order }: { order: Order }) {
  const said = useChainTexts()
  const basis = useBasisTexts()
  const navigate = useNavigate()
  const [planning, plan] = useDisclosure(false)
  const [contracting, contract] = useDisclosure(false)
  const [assigning, assign] = useDisclosure(false)
  const [cancelling, cancel] = useDisclosure(false)
  const [closing, close] = useDisclosure(false)
  const { id, may, events, state } = order
  const move = useMove({
    run: (wish: { event: OrderEvent; reason?: string }) => api.post(`/orders/${id}/state`, wish),
    done: said.orderMoved,
    then: () => {
      cancel.close()
      close.close()
    },
  })
  const bill = useMove({
    run: () => api.post<{ id: string }>(`/orders/${id}/invoice`, {}),
    done: said.invoiced,
    fields: false,
    then: (draft) => navigate({ to: `/invoices/${draft.id}` }),
  })
  const billFrom = useMove({
    run: (billedFrom: Order['billedFrom']) => api.post(`/orders/${id}/billing`, { billedFrom }),
    done: basis.billedFromDone,
    fields: false,
  })
  const otherBasis = order.billedFrom === 'order' ? 'deliveries' : 'order'
  const party = order.company ? { company: order.company } : { person: order.person ?? '' }
  const hasLeft = order.coming?.some(({ left }) => left > 0) ?? false
  const isPartly = order.coming?.some(({ gone }) => gone > 0) ?? false
  const endText = state === 'open' ? said.closeShort : said.close
  return (
    <>
      {may.deliver && hasLeft && (
        <WriteButton leftSection={<IconTruckDelivery size={17} aria-hidden />} onClick={plan.open}>
          {isPartly ? said.deliverRest : said.deliver}
        </WriteButton>
      )}
      {may.invoice && (
        <WriteButton
          leftSection={<IconFileInvoice size={17} aria-hidden />}
          loading={bill.isPending}
          onClick={() => bill.mutate()}
        >
          {said.invoice}
        </WriteButton>
      )}
      {events.includes('closure') && state === 'delivered' && (
        <WriteButton variant="default" loading={move.isPending} onClick={() => move.mutate({ event: 'closure' })}>
          {said.close}
        </WriteButton>
      )}
      {(may.contract || may.deliver || may.billedFrom || events.length > 0) && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={said.more}>
              <IconDots size={17} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {may.contract && <Menu.Item onClick={contract.open}>{said.makeContract}</Menu.Item>}
            {may.contract && <Menu.Item onClick={assign.open}>{said.makeAssignment}</Menu.Item>}
            {may.deliver && !hasLeft && <Menu.Item onClick={plan.open}>{said.deliver}</Menu.Item>}
            {events.includes('closure') && state === 'open' && <Menu.Item onClick={close.open}>{endText}</Menu.Item>}
            {may.billedFrom && (
              <Menu.Item onClick={() => billFrom.mutate(otherBasis)}>
                {otherBasis === 'order' ? basis.billFromOrder : basis.billFromDeliveries}
              </Menu.Item>
            )}
            {events.includes('reopening') && (
              <Menu.Item onClick={() => move.mutate({ event: 'reopening' })}>{said.reopen}</Menu.Item>
            )}
            {events.includes('cancellation') && (
              <Menu.Item color="red" onClick={cancel.open}>
                {said.cancelOrder}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {planning && <PlanDelivery order={order} onClose={plan.close} />}
      {contracting && <NewContract party={party} order={id} title={order.title ?? ''} onClose={contract.close} />}
      {assigning && <NewAssignment party={party} order={id} title={order.title ?? ''} onClose={assign.close} />}
      <AskWhy
        title={said.cancelOrder}
        text={said.cancelText}
        label={said.cancelOrder}
        color="red"
        asks={{ reason: said.why }}
        opened={cancelling}
        busy={move.isPending}
        fault={move.fault}
        onClose={cancel.close}
        onDone={({ reason }) => move.mutate({ event: 'cancellation', reason })}
      />
      <AskWhy
        title={said.closeShort}
        text={said.closeText}
        label={said.closeShort}
        asks={{ reason: said.why }}
        opened={closing}
        busy={move.isPending}
        fault={move.fault}
        onClose={close.close}
        onDone={({ reason }) => move.mutate({ event: 'closure', reason })}
      />
    </>
  )
}
