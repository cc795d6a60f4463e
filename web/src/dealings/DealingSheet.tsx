import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { Sheet } from '../ui/Sheet.tsx'

export function DealingSheet({
  title,
  none,
  add,
  foot,
  children,
}: {
  title: string
  none: string
  add: ReactNode
  foot?: ReactNode
  children: ReactNode[]
}) {
  return (
    <Sheet title={title} actions={add || undefined}>
      {children.length === 0 ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <Stack gap={0} className="plain-rows">
          {children}
        </Stack>
      )}
      {foot}
    </Sheet>
  )
}
