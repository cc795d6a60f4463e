import { Alert, Group, Menu, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../access/queries.ts'
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

/** The restrictions in force: whether each still stands, and how it ends: told first (Art. 18(3)), then lifted. */
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
  const { id, toldAt, reviewOn } = restriction
  const isKeeper = useQuery(meQuery).data?.duties.some((duty) => duty.id === 'privacy')
  const review = useDeed({ run: () => api.post(`/restrictions/${id}/review`), done: said.reviewed })
  const tell = useDeed<string>({
    run: (via) => api.post(`/restrictions/${id}/lifting-notice`, { via }),
    done: said.toldDone,
  })
  const lift = useDeed({ run: () => api.post(`/restrictions/${id}/lifting`), done: said.lifted })
  return (
    <Alert color="yellow" icon={<IconHandStop />} title={said.restrictedSince(day(restriction.since))}>
      <Text size="sm">{said.reasons[restriction.reason] ?? restriction.reason}</Text>
      <Text size="xs">{said.reviewBy(day(reviewOn))}</Text>
      {toldAt && (
        <Text size="xs">
          {said.told(day(toldAt))} · {said.vias[restriction.toldVia ?? ''] ?? restriction.toldVia}
        </Text>
      )}
      <Group gap="xs" mt="xs">
        {isKeeper && (
          <WriteButton
            size="xs"
            variant="default"
            reason={reason}
            loading={review.isPending}
            onClick={() => review.mutate()}
            data-asks="restriction-review"
            data-asks-alone
          >
            {said.review}
          </WriteButton>
        )}
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
