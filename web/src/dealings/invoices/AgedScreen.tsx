import { Anchor, Group, Table, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChecks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { GroupCompanyChoice, useGroupCompany } from '../group-company.tsx'
import { useFigures } from '../lines/useFigures.ts'
import type { Aged } from './contract.ts'
import { agedQuery } from './queries.ts'
import { useInvoiceTexts } from './texts.ts'

/** Who owes how much, and since when. */
export function AgedScreen() {
  const said = useInvoiceTexts()
  const { day } = useFormat()
  const whose = useGroupCompany()
  const aged = useQuery(agedQuery(whose.groupCompany))
  return (
    <>
      <PageHead
        title={said.aged}
        under={aged.data && said.agedUnder(day(aged.data.today))}
        crumbs={[{ to: to.invoices(), label: said.invoices }]}
        actions={<GroupCompanyChoice of={whose} />}
      />
      <Asked query={aged}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconChecks size={26} />} title={said.noneOwed} />
          ) : (
            <Balances items={items} />
          )
        }
      </Asked>
    </>
  )
}

function Balances({ items }: { items: Aged['items'] }) {
  const said = useInvoiceTexts()
  const { money } = useFigures()
  const isNarrow = useMediaQuery('(max-width: 860px)') ?? false
  const sums = said.ages.map((_, n) => items.reduce((all, { ages }) => all + (ages[n] ?? 0), 0))
  const open = items.reduce((all, one) => all + one.open, 0)
  if (isNarrow)
    return (
      <Sheet>
        <div className="plain-rows">
          {items.map((one) => (
            <div key={one.organisationId ?? one.personId}>
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <Debtor one={one} />
                <Text size="sm" fw={600} className="figures">
                  {money(one.open)}
                </Text>
              </Group>
              <Text size="xs" c="dimmed" className="figures">
                {said.ages.flatMap((age, n) => (one.ages[n] ? [`${age}: ${money(one.ages[n])}`] : [])).join(' · ')}
              </Text>
            </div>
          ))}
          <Group justify="space-between">
            <Text fw={650}>{said.sum}</Text>
            <Text fw={650} className="figures">
              {money(open)}
            </Text>
          </Group>
        </div>
      </Sheet>
    )
  return (
    <Sheet flush>
      <Table verticalSpacing="xs" horizontalSpacing="lg">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{said.payer}</Table.Th>
            {[...said.ages, said.sum].map((head) => (
              <Table.Th key={head} ta="right">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((one) => (
            <Table.Tr key={one.organisationId ?? one.personId}>
              <Table.Td>
                <Debtor one={one} />
              </Table.Td>
              {said.ages.map((age, n) => (
                <Table.Td key={age} ta="right" className="figures">
                  {one.ages[n] ? money(one.ages[n]) : ''}
                </Table.Td>
              ))}
              <Table.Td ta="right" fw={600} className="figures">
                {money(one.open)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th>{said.sum}</Table.Th>
            {[...sums, open].map((cents, n) => (
              <Table.Th key={n} ta="right" className="figures">
                {cents ? money(cents) : ''}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Sheet>
  )
}

function Debtor({ one: { organisationId, personId, name, invoices } }: { one: Aged['items'][number] }) {
  const said = useInvoiceTexts()
  return (
    <div style={{ minWidth: 0 }}>
      <Anchor component={Link} to={to.account({ company: organisationId, person: personId })} size="sm">
        {name}
      </Anchor>
      <Text size="xs" c="dimmed">
        {said.count(invoices)}
      </Text>
    </div>
  )
}
