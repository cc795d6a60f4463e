import { Anchor, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { useFormat } from '../../ui/format.ts'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { useFigures } from '../lines/useFigures.ts'
import type { FilePlan, Outcome } from './contract.ts'
import { useInvoiceTexts } from './texts.ts'
import { outcomeTones } from './tones.ts'

/** What a file of payments would do, row by row; of one that another file brought before a person may say that it is another payment. */
export function PaymentFilePlan({
  plan: { counts, cents, entries },
  another,
  busy,
  onAnother,
}: {
  plan: FilePlan
  another: readonly number[]
  busy: boolean
  onAnother: (another: readonly number[]) => void
}) {
  const said = useInvoiceTexts()
  const { money } = useFigures()
  const told = (Object.keys(counts) as Outcome[]).filter((outcome) => counts[outcome] > 0)
  return (
    <Stack gap="md">
      <Group gap="xs">
        {told.map((outcome) => (
          <StateBadge
            key={outcome}
            said={`${said.outcomes[outcome]}: ${counts[outcome]}`}
            tone={outcomeTones[outcome]}
          />
        ))}
        <Text size="sm" className="figures">
          {said.fileSum(money(cents))}
        </Text>
      </Group>
      <div className="plain-rows">
        {entries.map((entry) => (
          <Row
            key={entry.n}
            entry={entry}
            isAnother={another.includes(entry.n)}
            busy={busy}
            say={(on) => onAnother(on ? [...another, entry.n] : another.filter((n) => n !== entry.n))}
          />
        ))}
      </div>
      {entries.length === 500 && (
        <Text size="xs" c="dimmed">
          {said.firstOnly}
        </Text>
      )}
    </Stack>
  )
}

interface OfRow {
  entry: FilePlan['entries'][number]
  isAnother: boolean
  busy: boolean
  say: (isAnother: boolean) => void
}

function Row({ entry, isAnother, busy, say }: OfRow) {
  const said = useInvoiceTexts()
  const { money } = useFigures()
  const { day, instant } = useFormat()
  const { before, invoice } = entry
  return (
    <Group justify="space-between" gap="sm" align="flex-start" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={550} style={{ overflowWrap: 'anywhere' }}>
          {entry.payerName ?? '–'}
        </Text>
        <Text size="xs" c="dimmed" className="figures" style={{ overflowWrap: 'anywhere' }}>
          {[day(entry.paidOn), entry.reference, entry.message].filter(Boolean).join(' · ')}
        </Text>
        {invoice && (
          <Anchor component={Link} to={to.invoice(invoice.id)} size="xs" display="block">
            {`${said.forInvoice} ${invoice.number} · ${invoice.name}`}
          </Anchor>
        )}
        {before && (
          <Anchor component={Link} to={to.payment(before.id)} size="xs" display="block">
            {said.inFile(said.formats[before.format], instant(before.takenAt))}
          </Anchor>
        )}
        {(before || isAnother) && (
          <Anchor
            component="button"
            type="button"
            size="xs"
            ta="start"
            py={4}
            disabled={busy}
            onClick={() => say(!isAnother)}
          >
            {isAnother ? said.samePayment : said.anotherPayment}
          </Anchor>
        )}
      </div>
      <Stack gap={2} align="flex-end">
        <Text size="sm" className="figures" style={{ whiteSpace: 'nowrap' }}>
          {money(entry.amountCents)}
        </Text>
        <StateBadge said={said.outcomes[entry.outcome]} tone={outcomeTones[entry.outcome]} />
      </Stack>
    </Group>
  )
}
