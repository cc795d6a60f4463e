import { Stack, Text, ThemeIcon, Title } from '@mantine/core'
import type { ReactNode } from 'react'

export function Empty({
  icon,
  title,
  children,
  action,
  order = 2,
}: {
  icon: ReactNode
  order?: 1 | 2
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <ThemeIcon size={52} radius="xl" variant="light" aria-hidden>
        {icon}
      </ThemeIcon>
      <Title order={order} mt={6}>
        {title}
      </Title>
      {children && (
        <Text c="dimmed" maw={420} size="sm">
          {children}
        </Text>
      )}
      {action}
    </Stack>
  )
}
