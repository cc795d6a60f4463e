import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { useFigures } from '../lines/useFigures.ts'
import type { InvoiceSeen } from './contract.ts'
import { useInvoiceTexts } from './texts.ts'

/** Its sum, what was credited and paid, and what is open. */
export function BalancePart({ invoice }: { invoice: InvoiceSeen }) {
  const said = useInvoiceTexts()
  const { money } = useFigures()
  const { amountCents, creditedCents, paidCents, openCents } = invoice
  const rows = [
    [said.total, amountCents],
    ...(creditedCents === 0 ? [] : [[said.credited, -creditedCents] as const]),
    ...(paidCents === 0 ? [] : [[said.paid, -paidCents] as const]),
  ] as const
  return (
    <Sheet title={said.balance}>
      {rows.map(([label, cents]) => (
        <Group key={label} justify="space-between" py={3}>
          <Text size="sm" c="dimmed">
            {label}
          </Text>
          <Text size="sm" className="figures">
            {money(cents)}
          </Text>
        </Group>
      ))}
      <Group justify="space-between" pt={8} mt={6} style={{ borderTop: '1px solid var(--desk-line)' }}>
        <Text fw={650}>{said.open}</Text>
        <Text fw={650} fz="lg" className="figures">
          {money(openCents)}
        </Text>
      </Group>
      {invoice.status === 'collection' && <WithCollector id={invoice.id} mayWrite={invoice.mayWrite} />}
      <Anchor component={Link} to={to.account({ company: invoice.organisationId, person: invoice.personId })} size="sm">
        {said.account}
      </Anchor>
    </Sheet>
  )
}

function WithCollector({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const said = useInvoiceTexts()
  return (
    <Stack gap={8} my="sm" align="flex-start">
      <Text size="sm" c="dimmed">
        {said.withCollector}
      </Text>
      {mayWrite && (
        <Button
          component="a"
          href={`/api/v1/invoices/${id}/collection.csv`}
          download
          variant="default"
          h="auto"
          mih={36}
          py={6}
          styles={{ label: { whiteSpace: 'normal' } }}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {said.collectionFile}
        </Button>
      )}
    </Stack>
  )
}
