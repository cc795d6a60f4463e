import { Badge, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { api } from '../api.ts'
import { capital, useSay } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { ReviewOfAccess } from './contract.ts'
import { reviewQuery } from './queries.ts'
import { useAccessTexts } from './texts.ts'
import { useDutyLabels } from './useDutyLabels.ts'
import { WriteButton } from './WriteButton.tsx'

/** S10.3: who holds which duty, on one sheet, and one press that says all of it is still right. */
export function ReviewPart() {
  const review = useQuery(reviewQuery)
  return <Asked query={review}>{(found) => <Review review={found} />}</Asked>
}

function Review({ review: { items, last, dueOn } }: { review: ReviewOfAccess }) {
  const access = useAccessTexts()
  const labels = useDutyLabels()
  const say = useSay()
  const { day } = useFormat()
  const confirm = useDeed({
    run: () => api.post('/access/review', { seen: items.flatMap(({ duties }) => duties.map(({ id }) => id)) }),
    done: access.reviewDone,
    refreshes: [['access-review'], ['evidence']],
  })
  const isLate = dueOn !== null && dueOn < new Date().toISOString().slice(0, 10)
  return (
    <Sheet
      title={access.review}
      actions={
        <WriteButton size="xs" loading={confirm.isPending} onClick={() => confirm.mutate(undefined)}>
          {access.reviewConfirm}
        </WriteButton>
      }
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {access.reviewText}
        </Text>
        <Group gap="xs">
          {isLate && (
            <Badge color="red" variant="light">
              {access.reviewLate}
            </Badge>
          )}
          <Text size="sm">
            {dueOn && access.reviewDue(day(dueOn))}{' '}
            {last ? access.reviewLast(last.by ?? '', day(last.at)) : access.reviewNever}
          </Text>
        </Group>
        <dl className="facts">
          {items.map(({ id, name, duties }) => (
            <Fragment key={id}>
              <dt>{name}</dt>
              <dd>{duties.map(({ duty }) => capital(say(labels[duty])) || duty).join(', ')}</dd>
            </Fragment>
          ))}
        </dl>
      </Stack>
    </Sheet>
  )
}
