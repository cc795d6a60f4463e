import { Group, Stack, Text } from '@mantine/core'
import { IconChecks, IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useFigures } from '../lines/useFigures.ts'
import type { PaymentSeen } from './contract.ts'
import { unallocatedQuery } from './queries.ts'
import { useInvoiceTexts } from './texts.ts'

/** Payments that wait for a person, the oldest first. */
export function AllocateScreen() {
  const said = useInvoiceTexts()
  const waiting = useQuery(unallocatedQuery())
  return (
    <>
      <PageHead
        title={said.allocate}
        under={said.allocateUnder}
        crumbs={[{ to: to.payments(), label: said.payments }]}
      />
      <Asked query={waiting}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconChecks size={26} />} title={said.nothingWaits} />
          ) : (
            <Sheet maw={860}>
              <div className="plain-rows">
                {items.map((one) => (
                  <Waiting key={one.id} payment={one} />
                ))}
              </div>
            </Sheet>
          )
        }
      </Asked>
    </>
  )
}

function Waiting({ payment }: { payment: PaymentSeen }) {
  const said = useInvoiceTexts()
  const { day } = useFormat()
  const { money } = useFigures()
  const { id, payerName, paidOn, reference, message, leftCents, amountCents, way } = payment
  return (
    <Link to={to.payment(id)} style={{ color: 'inherit', textDecoration: 'none', display: 'block' }}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
            {payerName ?? said.ways[way]}
          </Text>
          <Text size="xs" c="dimmed" className="figures" style={{ overflowWrap: 'anywhere' }}>
            {[day(paidOn), reference, message].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Group gap={6} wrap="nowrap">
          <Stack gap={0} align="flex-end">
            <Text size="sm" fw={600} className="figures" style={{ whiteSpace: 'nowrap' }}>
              {money(leftCents)}
            </Text>
            {leftCents !== amountCents && (
              <Text size="xs" c="dimmed" className="figures" style={{ whiteSpace: 'nowrap' }}>
                / {money(amountCents)}
              </Text>
            )}
          </Stack>
          <IconChevronRight size={16} aria-hidden />
        </Group>
      </Group>
    </Link>
  )
}
