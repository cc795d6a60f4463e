import { Anchor, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { api, queryOf } from '../../api.ts'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { chainKey } from '../chain/queries.ts'
import { GroupCompanyChoice, useGroupCompany } from '../group-company.tsx'
import { useFigures } from '../lines/useFigures.ts'
import { CreditsPart } from './CreditsPart.tsx'
import type { Account, OpenItem } from './contract.ts'
import { useAccountTexts } from './texts.ts'

export function CompanyAccountScreen() {
  const { company: id = '' } = useParams({ strict: false }) as { company?: string }
  return <AccountScreen path={`/companies/${id}/account`} card={to.company(id)} />
}

export function PersonAccountScreen() {
  const { person: id = '' } = useParams({ strict: false }) as { person?: string }
  return <AccountScreen path={`/people/${id}/account`} card={to.person(id)} />
}

/** What a customer owes, since when, and what of theirs is not used yet. */
function AccountScreen({ path, card }: { path: string; card: string }) {
  const said = useAccountTexts()
  const { day } = useFormat()
  const whose = useGroupCompany()
  const { groupCompany } = whose
  const account = useQuery({
    queryKey: [...chainKey, 'account', path, groupCompany ?? null],
    queryFn: ({ signal }) => api.get<Account>(`${path}${queryOf({ groupCompany })}`, signal),
  })
  const name = account.data?.items[0]?.name
  return (
    <>
      <PageHead
        title={name ? said.titleOf(name) : said.title}
        under={account.data && said.under(day(account.data.today))}
        crumbs={[
          { to: to.invoices(), label: said.invoices },
          { to: to.aged(), label: said.aged },
          { to: card, label: name ?? said.card },
        ]}
        actions={<GroupCompanyChoice of={whose} />}
      />
      <Asked query={account}>{(known) => <Known account={known} />}</Asked>
    </>
  )
}

function Known({ account }: { account: Account }) {
  const said = useAccountTexts()
  const { money } = useFigures()
  const { items, payments, ages, openCents, chargesCents, creditCents } = account
  const open = items.filter((one) => one.openCents > 0)
  if (items.length === 0 && payments.length === 0) return <Empty icon={<IconChecks size={26} />} title={said.nothing} />
  const sums = [
    [said.open, openCents],
    ...(chargesCents > 0 ? [[said.charges, chargesCents] as const] : []),
    ...(creditCents !== 0 ? [[said.credit, -creditCents] as const] : []),
  ] as const
  return (
    <div className="columns-2">
      <Stack gap="lg">
        {open.length > 0 && (
          <Sheet title={said.items}>
            <div className="plain-rows">
              {open.map((one) => (
                <Item key={one.id} item={one} />
              ))}
            </div>
          </Sheet>
        )}
        <CreditsPart account={account} />
      </Stack>
      <Sheet title={said.balance}>
        {sums.map(([label, cents]) => (
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
          <Text fw={650}>{said.balance}</Text>
          <Text fw={650} fz="lg" className="figures">
            {money(openCents + chargesCents - creditCents)}
          </Text>
        </Group>
        <SimpleGrid cols={2} mt="md" spacing="xs">
          {said.ages.map((age, n) => (
            <div key={age}>
              <Text size="xs" c="dimmed">
                {age}
              </Text>
              <Text size="sm" className="figures">
                {money(ages[n] ?? 0)}
              </Text>
            </div>
          ))}
        </SimpleGrid>
      </Sheet>
    </div>
  )
}

function Item({ item }: { item: OpenItem }) {
  const said = useAccountTexts()
  const { day } = useFormat()
  const { money } = useFigures()
  const { id, number, dueOn, amountCents, openCents, chargesCents, late, status } = item
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Anchor component={Link} to={to.invoice(id)} size="sm" fw={600}>
          {number}
        </Anchor>
        <Text size="xs" c="dimmed" className="figures">
          {[
            said.due(day(dueOn)),
            late > 0 && said.late(late),
            status === 'collection' && said.inCollection,
            chargesCents > 0 && said.withCharges(money(chargesCents)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <div style={{ textAlign: 'right' }}>
        <Text size="sm" fw={600} className="figures" style={{ whiteSpace: 'nowrap' }}>
          {money(openCents)}
        </Text>
        {openCents !== amountCents && (
          <Text size="xs" c="dimmed" className="figures" style={{ whiteSpace: 'nowrap' }}>
            / {money(amountCents)}
          </Text>
        )}
      </div>
    </Group>
  )
}
