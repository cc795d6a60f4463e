import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconRefresh, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Clause } from '../statement/Clause.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import type { AudienceNow, Campaign } from './contract.ts'
import { audienceQuery } from './queries.ts'
import { useMarketingTexts } from './texts.ts'

/** How many would get it, on which ground, and why the others would not: with the clause, and a few to look at. */
export function ReachPart({ campaign: { id, revision } }: { campaign: Campaign }) {
  const { reach: said } = useMarketingTexts()
  const audience = useQuery(audienceQuery(id, revision))
  return (
    <Sheet
      title={said.title}
      className="sheet preview"
      actions={
        <Button
          size="compact-sm"
          variant="default"
          loading={audience.isFetching}
          leftSection={<IconRefresh size={15} aria-hidden />}
          onClick={() => audience.refetch()}
        >
          {said.again}
        </Button>
      }
    >
      <Asked query={audience}>
        {(now) =>
          now.meant === 0 ? (
            <Empty icon={<IconUsers size={26} />} title={said.nobody}>
              {said.nobodyText}
            </Empty>
          ) : (
            <ReachNow now={now} />
          )
        }
      </Asked>
    </Sheet>
  )
}

function ReachNow({ now }: { now: AudienceNow }) {
  const { reach: said, grounds } = useMarketingTexts()
  const { number } = useFormat()
  const out = now.meant - now.allowed
  return (
    <Stack gap="lg">
      <div aria-live="polite">
        <Group gap="xl" align="flex-end">
          <Figure count={number(now.allowed)} what={said.allowed} main />
          <Figure count={number(out)} what={said.out} />
        </Group>
        <div className="share" aria-hidden>
          <svg width="100%" height="8" role="presentation" preserveAspectRatio="none" viewBox="0 0 100 8">
            <rect className="share-in" x="0" y="0" height="8" width={(now.allowed / now.meant) * 100} />
          </svg>
        </div>
      </div>
      {now.allowed > 0 && (
        <div>
          <Text fw={600} size="sm" mb={4}>
            {said.grounds}
          </Text>
          <ul className="plain-list">
            {Object.entries(now.byGround).map(([ground, count]) => (
              <li key={ground}>
                <b className="figures">{number(count)}</b> · {grounds[ground] ?? ground}
              </li>
            ))}
          </ul>
        </div>
      )}
      {out === 0 ? <Text size="sm">{said.everybody}</Text> : <LeftOut refused={now.refused} />}
      <Text size="xs" c="dimmed">
        {said.lastWord}
      </Text>
    </Stack>
  )
}

function LeftOut({ refused }: Pick<AudienceNow, 'refused'>) {
  const { reach: said, reasons } = useMarketingTexts()
  const { number } = useFormat()
  return (
    <div>
      <Text fw={600} size="sm" mb={4}>
        {said.why}
      </Text>
      <ul className="left-out">
        {refused.map(({ code, clause, count, examples }) => (
          <li key={code}>
            <span className="left-out-count figures">{number(count)}</span>
            <div>
              <Group gap={8}>
                <Text size="sm" fw={600}>
                  {reasons[code]?.[0] ?? code}
                </Text>
                <Clause id={clause} />
              </Group>
              {reasons[code]?.[1] && (
                <Text size="sm" c="dimmed">
                  {reasons[code][1]}
                </Text>
              )}
              {examples.some(({ name }) => name) && (
                <Text size="sm">
                  {examples.map(({ id, name }, nth) => (
                    <span key={id}>
                      {nth > 0 && ', '}
                      <Anchor component={Link} to={to.person(id)} size="sm">
                        {name}
                      </Anchor>
                    </span>
                  ))}
                  {count > examples.length && ` ${said.andMore(count - examples.length)}`}
                </Text>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function Figure({ count, what, main = false }: { count: string; what: string; main?: boolean }) {
  return (
    <div>
      <Text fz={main ? 40 : 26} fw={660} lh={1.05} className="figures">
        {count}
      </Text>
      <Text size="sm" c="dimmed">
        {what}
      </Text>
    </div>
  )
}
