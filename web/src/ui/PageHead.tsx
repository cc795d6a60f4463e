import { Anchor, Box, Breadcrumbs, Group, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'

export interface Crumb {
  to: string
  label: string
}

export function PageHead({
  title,
  under,
  crumbs,
  actions,
}: {
  title: string
  under?: ReactNode
  crumbs?: Crumb[]
  actions?: ReactNode
}) {
  // The browser's tab and history are outside React.
  useEffect(() => {
    document.title = `${title} · Seloste`
  }, [title])
  return (
    <Box component="header" mb="lg">
      {crumbs && (
        <Breadcrumbs mb={6} separatorMargin={6} fz="sm">
          {crumbs.map((crumb) => (
            <Anchor key={crumb.to} component={Link} to={crumb.to} size="sm" c="dimmed">
              {crumb.label}
            </Anchor>
          ))}
        </Breadcrumbs>
      )}
      <Group justify="space-between" align="flex-start" gap="sm">
        <Box maw={760} miw={0} className={under ? 'page-words' : undefined}>
          <Title order={1} style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Title>
          {under && (
            <Text component="div" c="dimmed" size="sm" mt={4}>
              {under}
            </Text>
          )}
        </Box>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
    </Box>
  )
}
