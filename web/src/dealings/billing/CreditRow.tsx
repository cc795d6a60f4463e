import { ActionIcon, Anchor, Group, Menu, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { useFormat } from '../../ui/format.ts'
import { AskWhy } from '../chain/AskWhy.tsx'
import { useMove } from '../chain/useMove.ts'
import { useFigures } from '../lines/useFigures.ts'
import type { ToCredit } from './contract.ts'
import { useCreditTexts } from './credit.texts.ts'
import { useBillingTexts } from './texts.ts'

/** A contract of which days beyond its end were billed: what they come to, and whether they are credited. */
export function CreditRow({ one, isNamed }: { one: ToCredit; isNamed: boolean }) {
  const said = useCreditTexts()
  const billing = useBillingTexts()
  const { day } = useFormat()
  const { money } = useFigures()
  const [crediting, ask] = useDisclosure(false)
  const [leaving, leave] = useDisclosure(false)
  const { id, number, title, companyName, personName, endsOn, since, until, totalCents, invoices } = one
  const document = [billing.kinds.contract, number].filter(Boolean).join(' ')
  const credit = useMove({
    run: () => api.post('/to-credit/credit-notes', { id, totalCents }),
    done: said.done,
    fields: false,
    then: ask.close,
  })
  const left = useMove<string>({
    run: (reason) => api.post('/to-credit/left-uncredited', { id, totalCents, reason }),
    done: said.leaveDone,
    then: leave.close,
  })
  return (
    <Group gap="sm" justify="space-between" align="flex-start">
      <div style={{ flex: '1 1 15rem', minWidth: 0 }}>
        {isNamed && (
          <>
            <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
              {companyName ?? personName}
            </Text>
            <Anchor component={Link} to={to.contract(id)} size="sm">
              {document} · {title}
            </Anchor>
          </>
        )}
        <Text size="xs" c="dimmed" className="figures">
          {said.ends(day(endsOn))} · {said.days(day(since), day(until))} ·{' '}
          {said.invoices([...new Set(invoices.map((invoice) => invoice.number))])}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" fw={600} className="figures" style={{ whiteSpace: 'nowrap' }}>
          {money(totalCents)}
        </Text>
        <WriteButton size="compact-sm" variant="default" label={`${said.credit}: ${document}`} onClick={ask.open}>
          {said.credit}
        </WriteButton>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={billing.more(document)}>
              <IconDots size={17} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={leave.open}>{said.leave}…</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      <AskWhy
        title={`${said.credit}: ${document} · ${money(totalCents)}`}
        text={said.creditText}
        label={said.credit}
        asks={{}}
        opened={crediting}
        busy={credit.isPending}
        onClose={ask.close}
        onDone={() => credit.mutate()}
      />
      {leaving && (
        <AskWhy
          title={`${said.leave}: ${document} · ${money(totalCents)}`}
          text={said.leaveText}
          label={said.leave}
          asks={{ reason: said.leaveWhy }}
          opened
          busy={left.isPending}
          fault={left.fault}
          onClose={leave.close}
          onDone={({ reason }) => left.mutate(reason)}
        />
      )}
    </Group>
  )
}
