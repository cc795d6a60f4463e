import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Subject } from './contract.ts'
import { addressOf } from './kinds.ts'
import { useKinds } from './texts.kinds.ts'

/** Which deal a piece of work hangs on: the way to it, where the duty sees it. */
export function SubjectLink({ subject: { kind, id, title } }: { subject: Subject }) {
  const { rows } = useKinds()
  const path = addressOf(kind, id)
  const said = [rows[kind], title].filter(Boolean).join(' ')
  if (!path || title === null)
    return (
      <Text span size="xs" c="dimmed">
        {said}
      </Text>
    )
  return (
    <Anchor component={Link} to={path} size="xs" style={{ overflowWrap: 'anywhere' }}>
      {said}
    </Anchor>
  )
}
