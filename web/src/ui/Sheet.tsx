import { Group, Paper, type PaperProps, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'

/** A titled sheet of paper on the desk. */
export function Sheet({
  title,
  actions,
  children,
  flush = false,
  ...paper
}: {
  title?: ReactNode
  actions?: ReactNode
  children: ReactNode
  flush?: boolean
} & PaperProps) {
  const id = useId()
  return (
    <Paper component="section" aria-labelledby={title ? id : undefined} className="sheet" {...paper}>
      {title && (
        <Group justify="space-between" px="lg" pt="md" pb={flush ? 'sm' : 0} gap="xs">
          <Title order={2} id={id} style={{ flex: '1 1 12rem', overflowWrap: 'anywhere' }}>
            {title}
          </Title>
          {actions}
        </Group>
      )}
      <div
        style={{ padding: flush ? 0 : 'var(--mantine-spacing-md) var(--mantine-spacing-lg) var(--mantine-spacing-lg)' }}
      >
        {children}
      </div>
    </Paper>
  )
}
