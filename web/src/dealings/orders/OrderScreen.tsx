import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { WorkOfDeal } from '../../work/card-parts.ts'
import { AddedPart } from '../AddedPart.tsx'
import { LeftUnbilledPart } from '../billing/LeftUnbilledPart.tsx'
import { useBasisTexts } from '../chain/basis.texts.ts'
import type { Order } from '../chain/contract.ts'
import { DocumentHead } from '../chain/DocumentHead.tsx'
import { Facts } from '../chain/Facts.tsx'
import { OwnerFact } from '../chain/OwnerFact.tsx'
import { ContactLink, PartyLink } from '../chain/PartyLink.tsx'
import { orderQuery } from '../chain/queries.ts'
import { useChainTexts } from '../chain/texts.ts'
import { tones } from '../chain/tones.ts'
import { LinesTable } from '../lines/LinesTable.tsx'
import { useFigures } from '../lines/useFigures.ts'
import { PaperPart } from '../papers/PaperPart.tsx'
import { OrderDeeds } from './OrderDeeds.tsx'

export function OrderScreen() {
  const { order: id = '' } = useParams({ strict: false }) as { order?: string }
  const order = useQuery(orderQuery(id))
  return <Asked query={order}>{(one) => <OrderCard order={one} />}</Asked>
}

function OrderCard({ order }: { order: Order }) {
  const said = useChainTexts()
  const basis = useBasisTexts()
  const { day } = useFormat()
  const { quantity } = useFigures()
  const comingOf = (id: string) => order.coming?.find(({ line }) => line === id)
  return (
    <>
      <DocumentHead
        kind="order"
        document={order}
        list={{ to: to.orders(), label: said.lists.orders }}
        actions={<OrderDeeds order={order} />}
      />
      <div className="columns-2">
        <Stack gap="lg">
          <Sheet title={order.title ?? said.lines}>
            <LinesTable
              lines={order.lines}
              totals={order.totals}
              after={({ id, unit }) => {
                const coming = comingOf(id)
                if (!coming || coming.gone === 0) return null
                return said.goneOf(`${quantity(coming.gone)} ${unit}`, `${quantity(coming.ordered)} ${unit}`)
              }}
            />
            {order.terms && <p className="document-words">{order.terms}</p>}
          </Sheet>
        </Stack>
        <Stack gap="lg">
          <Sheet title={said.customer}>
            <Facts
              facts={[
                [said.customer, <PartyLink key="party" {...order} />],
                [said.contact, order.contact && <ContactLink key="contact" {...order} />],
                [said.orderedOn, day(order.orderedOn)],
                [said.wantedOn, order.wantedOn && day(order.wantedOn)],
                [said.payment, said.paymentTerm(order.paymentDays)],
                [basis.billedFrom, order.billedFrom === 'order' && basis.billedFroms.order],
                [said.buyerReference, order.buyerReference],
                [said.deliveryAddress, order.deliveryAddress && addressText(order.deliveryAddress)],
                [
                  said.owner,
                  (order.may.owner || order.ownerName) && <OwnerFact key="owner" of="orders" document={order} />,
                ],
                [said.why, order.reason],
              ]}
            />
          </Sheet>
          <AddedPart subject="order" of={`/orders/${order.id}`} />
          <LeftUnbilledPart
            kind="order"
            id={order.id}
            left={order.leftUnbilled}
            lines={order.lines}
            mayBill={order.may.invoice}
          />
          <PaperPart document="orders" id={order.id} />
          {order.deliveries && <DeliveriesOfOrder order={order} />}
        </Stack>
      </div>
      <Suspense>
        <WorkOfDeal kind="order" deal={order} />
      </Suspense>
    </>
  )
}

function DeliveriesOfOrder({ order: { deliveries } }: { order: Order }) {
  const said = useChainTexts()
  const { day } = useFormat()
  return (
    <Sheet title={said.lists.deliveries}>
      {deliveries?.length ? (
        <Stack gap={0} className="plain-rows">
          {deliveries.map(({ id, number, state, plannedOn, deliveredOn }) => (
            <Group key={id} justify="space-between">
              <Anchor component={Link} to={to.delivery(id)} size="sm" className="figures">
                {number ?? said.steps.delivery} · {day(deliveredOn ?? plannedOn)}
              </Anchor>
              <StateBadge said={said.states[state] ?? state} tone={tones[state]} />
            </Group>
          ))}
        </Stack>
      ) : (
        <Text size="sm" c="dimmed">
          {said.none.deliveries}
        </Text>
      )}
    </Sheet>
  )
}

export function addressText({ name, street, postcode, city, country }: NonNullable<Order['deliveryAddress']>) {
  return [name, street, `${postcode} ${city}`, country === 'FI' ? null : country].filter(Boolean).join(', ')
}
