import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { to } from '../to.ts'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import type { RightsRequest } from './contract.ts'
import { useRightsTexts } from './texts.ts'
import { useStep } from './useStep.ts'

/** Art. 19, S10.7–8: the recipients who have not confirmed, and the papers that are still there. */
export function WaitingPart({ request }: { request: RightsRequest }) {
  const said = useRightsTexts()
  const { day } = useFormat()
  const search = useStep(request, 'paper-search', said.paperSearchNow)
  const { receipts, papers, paperSearchedAt, kind } = request
  if (receipts.length + papers.length === 0) return null
  return (
    <Sheet title={said.waiting}>
      <Stack gap="sm">
        {receipts.length > 0 && (
          <div>
            <Text fw={500}>{said.waitingReceipts}</Text>
            {receipts.map(({ id, receiver, receiverName }) => (
              <Text key={id} size="sm">
                {receiverName ?? receiver}
              </Text>
            ))}
            <Anchor component={Link} to={to.receipts()} size="sm">
              {said.toOversight}
            </Anchor>
          </div>
        )}
        {papers.length > 0 && (
          <div>
            <Text fw={500}>{said.waitingPapers}</Text>
            {papers.map(({ id, what, location, destroyBy }) => (
              <Text key={id} size="sm">
                {[what, location, said.until(day(destroyBy))].join(' · ')}
              </Text>
            ))}
            <Group gap="xs" mt={6}>
              <Anchor component={Link} to={to.papers()} size="sm">
                {said.toOversight}
              </Anchor>
              {kind === 'access' && !paperSearchedAt && (
                <Button size="xs" loading={search.isPending} onClick={() => search.mutate({})}>
                  {said.paperSearch}
                </Button>
              )}
            </Group>
          </div>
        )}
      </Stack>
    </Sheet>
  )
}
