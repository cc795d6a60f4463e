import { Anchor, Button, Menu, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCheck, IconDots, IconFileInvoice } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { AddedPart } from '../AddedPart.tsx'
import { AskWhy } from '../chain/AskWhy.tsx'
import type { Delivery } from '../chain/contract.ts'
import { DocumentHead } from '../chain/DocumentHead.tsx'
import { Facts } from '../chain/Facts.tsx'
import { ContactLink, PartyLink } from '../chain/PartyLink.tsx'
import { deliveryQuery } from '../chain/queries.ts'
import { useChainTexts } from '../chain/texts.ts'
import { useMove } from '../chain/useMove.ts'
import { useFigures } from '../lines/useFigures.ts'
import { addressText } from '../orders/OrderScreen.tsx'
import { PaperPart } from '../papers/PaperPart.tsx'

export function DeliveryScreen() {
  const { delivery: id = '' } = useParams({ strict: false }) as { delivery?: string }
  const delivery = useQuery(deliveryQuery(id))
  return <Asked query={delivery}>{(one) => <DeliveryCard delivery={one} />}</Asked>
}

function DeliveryCard({ delivery }: { delivery: Delivery }) {
  const said = useChainTexts()
  const { day } = useFormat()
  const { quantity } = useFigures()
  return (
    <>
      <DocumentHead
        kind="delivery"
        document={delivery}
        list={{ to: to.deliveries(), label: said.lists.deliveries }}
        actions={<DeliveryDeeds delivery={delivery} />}
      />
      <div className="columns-2">
        <Sheet title={said.lines}>
          <ul className="line-read" aria-label={said.lines}>
            {delivery.lines.map(({ line, text, unit, quantity: some, ordered }) => (
              <li key={line}>
                <div>
                  <Text size="sm" fw={550}>
                    {text ?? said.unseen}
                  </Text>
                  {ordered !== null && (
                    <Text size="xs" c="dimmed" className="figures">
                      {said.orderedOn.toLowerCase()} {quantity(ordered)} {unit}
                    </Text>
                  )}
                </div>
                <span className="figures">
                  {quantity(some)} {unit}
                </span>
              </li>
            ))}
          </ul>
          {delivery.reason && <p className="document-words">{delivery.reason}</p>}
        </Sheet>
        <Stack gap="lg">
          <Sheet title={said.steps.delivery}>
            <Facts
              facts={[
                [said.customer, <PartyLink key="party" {...delivery} />],
                [said.takesIn, delivery.contact && <ContactLink key="contact" {...delivery} />],
                [
                  said.steps.order,
                  <Anchor key="order" component={Link} to={to.order(delivery.order)} inherit>
                    {delivery.orderNumber ?? said.steps.order}
                  </Anchor>,
                ],
                [said.plannedOn, day(delivery.plannedOn)],
                [said.deliveredOn, delivery.deliveredOn && day(delivery.deliveredOn)],
                [said.deliveryAddress, delivery.address && addressText(delivery.address)],
                [said.note, delivery.note],
              ]}
            />
          </Sheet>
          <AddedPart subject="delivery" of={`/deliveries/${delivery.id}`} />
          <PaperPart document="deliveries" id={delivery.id} />
        </Stack>
      </div>
    </>
  )
}

function DeliveryDeeds({ delivery: { id, events, may } }: { delivery: Delivery }) {
  const said = useChainTexts()
  const navigate = useNavigate()
  const [cancelling, cancel] = useDisclosure(false)
  const move = useMove({
    run: (event: Delivery['events'][number]) => api.post(`/deliveries/${id}/state`, { event }),
    done: (event) => (event === 'delivery' ? said.madeNow : said.deliveryCancelled),
    then: cancel.close,
    fields: false,
  })
  const bill = useMove({
    run: () => api.post<{ id: string }>(`/deliveries/${id}/invoice`, {}),
    done: said.invoiced,
    fields: false,
    then: (draft) => navigate({ to: `/invoices/${draft.id}` }),
  })
  return (
    <>
      {events.includes('delivery') && (
        <WriteButton
          leftSection={<IconCheck size={17} aria-hidden />}
          loading={move.isPending}
          onClick={() => move.mutate('delivery')}
        >
          {said.made}
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
      {events.includes('cancellation') && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={said.more}>
              <IconDots size={17} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item color="red" onClick={cancel.open}>
              {said.cancelDelivery}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <AskWhy
        title={said.cancelDelivery}
        label={said.cancelDelivery}
        color="red"
        asks={{}}
        opened={cancelling}
        busy={move.isPending}
        onClose={cancel.close}
        onDone={() => move.mutate('cancellation')}
      />
    </>
  )
}
