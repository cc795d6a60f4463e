import { Paper, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { taskQuery } from './queries.ts'
import { TaskRow } from './TaskRow.tsx'
import { useWorkTexts } from './texts.ts'
import './work.css'

/** One task by its own address: where a reminder leads. */
export function TaskScreen() {
  const said = useWorkTexts()
  const { task: id = '' } = useParams({ strict: false }) as { task?: string }
  const task = useQuery(taskQuery(id))
  return (
    <Stack gap={0} maw={720}>
      <PageHead title={said.task} crumbs={[{ to: to.tasks(), label: said.tasks }]} />
      <Asked query={task}>
        {(one) => (
          <Paper className="sheet">
            <TaskRow task={one} />
            {one.text && (
              <Text size="sm" px="lg" pb="lg" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {one.text}
              </Text>
            )}
          </Paper>
        )}
      </Asked>
    </Stack>
  )
}
