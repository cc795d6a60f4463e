import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { api } from '../api.ts'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { RequestLetter, RightsRequest } from './contract.ts'
import { useRightsTexts } from './texts.ts'

export function LettersPart({ request: { letters } }: { request: RightsRequest }) {
  const said = useRightsTexts()
  if (letters.length === 0) return null
  return (
    <div id="letters">
      <Sheet title={said.letters}>
        <Stack gap="sm">
          {letters.map((letter) => (
            <Row key={letter.id} letter={letter} />
          ))}
        </Stack>
      </Sheet>
    </div>
  )
}

function Row({ letter }: { letter: RequestLetter }) {
  const said = useRightsTexts()
  const { instant } = useFormat()
  const { id, kind, way, state, madeAt, sentAt, body, language } = letter
  const post = useDeed({
    run: () => api.post(`/request-letters/${id}/posting`, {}),
    done: said.postedNow,
    refreshes: [['requests']],
  })
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text fw={500}>{said.letterKinds[kind] ?? kind}</Text>
        <StateBadge
          said={said.letterStates[state] ?? state}
          tone={state === 'sent' || state === 'given' ? 'good' : state === 'failed' ? 'bad' : 'wait'}
        />
      </Group>
      <Text size="xs" c="dimmed" className="figures">
        {[said.ways[way], instant(sentAt ?? madeAt)].join(' · ')}
      </Text>
      {body && (
        <details>
          <summary>{said.body}</summary>
          <p className="message-text" lang={language}>
            {body}
          </p>
        </details>
      )}
      {body && (
        <Group gap="xs" mt={6}>
          <Button
            component="a"
            href={`/api/v1/request-letters/${id}/letter.pdf`}
            target="_blank"
            variant="default"
            size="xs"
            leftSection={<IconPrinter size={14} aria-hidden />}
          >
            {said.print}
          </Button>
          {state === 'draft' && (
            <Button size="xs" loading={post.isPending} onClick={() => post.mutate()}>
              {said.posted}
            </Button>
          )}
        </Group>
      )}
    </div>
  )
}
