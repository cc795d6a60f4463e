import { Anchor, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import type { Cookies, State } from './contract.ts'
import { useWebsiteTexts } from './texts.ts'

const states: State[] = ['given', 'refused', 'withdrawn']

/** How often which choice was made under the statement in force; counts, and nobody behind them. */
export function CountsPart({ cookies }: { cookies: Cookies }) {
  const said = useWebsiteTexts()
  const { number } = useFormat()
  const { version } = cookies.catalogue
  const own = cookies.choices.filter((one) => one.version === version && one.way !== 'embed')
  const sum = (state: State) =>
    own.filter((one) => one.state === state).reduce((total, { receipts }) => total + receipts, 0)
  const isEmpty = !cookies.choices.some((one) => one.version === version)
  return (
    <Sheet title={said.counts}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {isEmpty ? said.noCounts : `${said.thisVersion(version)}. ${said.countsText}`}
        </Text>
        {!isEmpty && (
          <>
            <SimpleGrid cols={{ base: 1, xs: 3 }}>
              {states.map((state) => (
                <div key={state}>
                  <Text fz="1.7rem" fw={640} className="figures">
                    {number(sum(state))}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {said.states[state]}
                  </Text>
                </div>
              ))}
            </SimpleGrid>
            <Services cookies={cookies} />
            <Anchor
              href={`/api/v1/cookies/versions/${version}/receipts?limit=10000`}
              size="sm"
              download="receipts.jsonld"
            >
              {said.proof}
            </Anchor>
          </>
        )}
      </Stack>
    </Sheet>
  )
}

function Services({ cookies: { services, catalogue } }: { cookies: Cookies }) {
  const said = useWebsiteTexts()
  const nameOf = (id: string) =>
    catalogue.groups.flatMap((group) => group.services).find((one) => one.id === id)?.name ??
    catalogue.embeds.find((one) => one.id === id)?.provider ??
    id
  return (
    <Stack gap="xs">
      {services.map(({ service, allowed, refused }) => (
        <div key={service}>
          <Group justify="space-between" gap="xs">
            <Text size="sm">{nameOf(service)}</Text>
            <Text size="sm" c="dimmed" className="figures">
              {`${said.allowed} ${allowed} · ${said.refused} ${refused}`}
            </Text>
          </Group>
          <Progress
            value={(100 * allowed) / Math.max(1, allowed + refused)}
            aria-label={`${nameOf(service)}: ${said.allowed}`}
          />
        </div>
      ))}
    </Stack>
  )
}
