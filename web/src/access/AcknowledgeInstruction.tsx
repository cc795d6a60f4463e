import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useSay } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Scrolling } from '../ui/Scrolling.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { instructionQuery } from './queries.ts'
import { useAccessTexts } from './texts.ts'

export function AcknowledgeInstruction() {
  const access = useAccessTexts()
  const say = useSay()
  const instruction = useQuery(instructionQuery)
  const acknowledge = useDeed({
    run: (version: number) => api.post('/instruction/acknowledgement', { version }),
    done: access.acknowledged,
  })
  return (
    <Asked query={instruction}>
      {(given) =>
        given ? (
          <>
            <Text size="sm" c="dimmed">
              {access.instruction} · {access.instructionVersion(given.version)}
            </Text>
            <Scrolling label={access.instruction} style={{ maxHeight: '50dvh', overflowY: 'auto' }}>
              <div className="prose">{say(given.text)}</div>
            </Scrolling>
            <Button
              data-asks="instruction"
              data-asks-alone
              loading={acknowledge.isPending}
              onClick={() => acknowledge.mutate(given.version)}
            >
              {access.acknowledge}
            </Button>
          </>
        ) : (
          <Text>{access.instructionNone}</Text>
        )
      }
    </Asked>
  )
}
