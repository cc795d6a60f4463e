import { Alert, Anchor, Group, Stack, Text } from '@mantine/core'
import { IconChecks, IconChevronRight, IconPercentage } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { StateBadge } from '../../ui/StateBadge.tsx'
import { GroupCompanyChoice, useGroupCompany } from '../group-company.tsx'
import { dueQuery, runsQuery } from './queries.ts'
import { Round } from './Round.tsx'
import { useReminderTexts } from './texts.ts'

/** A round of reminders: what each would ask for, and how it would go, is seen before any is written. */
export function RemindersScreen() {
  const said = useReminderTexts()
  const whose = useGroupCompany()
  const due = useQuery(dueQuery(whose.groupCompany))
  return (
    <>
      <PageHead
        title={said.remind}
        under={said.under}
        crumbs={[{ to: to.invoices(), label: said.invoices }]}
        actions={<GroupCompanyChoice of={whose} />}
      />
      <Stack gap="lg" maw={1080}>
        <Asked query={due}>
          {(known) => (
            <>
              {known.missingRate && <NoRate half={known.missingRate} />}
              {known.items.length === 0 ? (
                <Empty icon={<IconChecks size={26} />} title={said.nothing}>
                  {known.waiting > 0 && said.waits(known.waiting)}
                </Empty>
              ) : (
                <Round key={known.groupCompany} due={known} />
              )}
            </>
          )}
        </Asked>
        <Earlier groupCompany={whose.groupCompany} />
      </Stack>
    </>
  )
}

function NoRate({ half }: { half: string }) {
  const said = useReminderTexts()
  return (
    <Alert color="yellow" variant="light" icon={<IconPercentage />} title={said.noRate(half)}>
      <Stack gap={6} align="flex-start">
        {said.noRateWhy}
        <Anchor component={Link} to={to.invoicing()} size="sm" fw={600}>
          {said.enterRate}
        </Anchor>
      </Stack>
    </Alert>
  )
}

function Earlier({ groupCompany }: { groupCompany: string | undefined }) {
  const said = useReminderTexts()
  const { instant } = useFormat()
  const runs = useInfiniteQuery(runsQuery(groupCompany))
  const items = runs.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <Sheet title={said.earlier}>
      <div className="plain-rows">
        {items.map(({ id, begunAt, byName, reminders, toPrint, notSent }) => (
          <Link key={id} to={to.reminderRun(id)} style={{ color: 'inherit', textDecoration: 'none', display: 'block' }}>
            <Group justify="space-between" wrap="nowrap" gap="sm">
              <div style={{ minWidth: 0 }}>
                <Text size="sm" fw={600} className="figures">
                  {instant(begunAt)}
                </Text>
                <Text size="xs" c="dimmed">
                  {said.runUnder(byName ?? '', reminders)}
                </Text>
              </div>
              <Group gap={6} wrap="nowrap">
                {notSent > 0 && <StateBadge said={said.notSentOf(notSent)} tone="bad" />}
                {toPrint > 0 && <StateBadge said={said.toPrintOf(toPrint)} tone="wait" />}
                <IconChevronRight size={16} aria-hidden />
              </Group>
            </Group>
          </Link>
        ))}
      </div>
      <MoreRows hasMore={runs.hasNextPage} isFetching={runs.isFetchingNextPage} more={() => runs.fetchNextPage()} />
    </Sheet>
  )
}
