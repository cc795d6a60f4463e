import { Alert, Group, Menu, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { reasonOf } from '../statement/reason.ts'
import { useTexts } from '../texts/index.tsx'
import { useFormat } from '../ui/format.ts'
import { useDeed } from '../ui/useDeed.ts'
import { capitalised } from './capitalised.ts'
import type { Choices, Restriction } from './contract.ts'
import { useChoicesTexts } from './texts.ts'

const ways = ['phone', 'email', 'letter', 'in-person']

/** The restrictions in force, and how one ends: told first (Art. 18(3)), then lifted. */
export function RestrictionRows({ choices }: { choices: Choices }) {
  const texts = useTexts()
  const reason = reasonOf(choices.may.write, texts)
  return choices.restrictions
    .filter(({ liftedAt }) => liftedAt === null)
    .map((one) => <RestrictionRow key={one.id} restriction={one} reason={reason} />)
}

function RestrictionRow({ restriction, reason }: { restriction: Restriction; reason: string | null }) {
  const said = useChoicesTexts()
  const { day } = useFormat()
  const { id, toldAt } = restriction
  const tell = useDeed<string>({
    run: (via) => api.post(`/restrictions/${id}/lifting-notice`, { via }),
    done: said.toldDone,
  })
  const lift = useDeed({ run: () => api.post(`/restrictions/${id}/lifting`), done: said.lifted })
  return (
    <Alert color="yellow" icon={<IconHandStop />} title={said.restrictedSince(day(restriction.since))}>
      <Text size="sm">{said.reasons[restriction.reason] ?? restriction.reason}</Text>
      {toldAt && (
        <Text size="xs">
          {said.told(day(toldAt))} · {said.vias[restriction.toldVia ?? ''] ?? restriction.toldVia}
        </Text>
      )}
      <Group gap="xs" mt="xs">
        {!toldAt && (
          <Menu position="bottom-start" disabled={reason !== null}>
            <Menu.Target>
              <WriteButton size="xs" variant="default" reason={reason} loading={tell.isPending}>
                {said.tell}
              </WriteButton>
            </Menu.Target>
            <Menu.Dropdown data-asks="lifting-notice" data-asks-alone>
              {ways.map((way) => (
                <Menu.Item key={way} onClick={() => tell.mutate(way)}>
                  {capitalised(said.vias[way] ?? way)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        <WriteButton
          size="xs"
          variant="default"
          reason={reason ?? (toldAt ? null : said.liftHint)}
          loading={lift.isPending}
          onClick={() => lift.mutate()}
        >
          {said.lift}
        </WriteButton>
      </Group>
    </Alert>
  )
}
