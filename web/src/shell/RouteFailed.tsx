import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Failed } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'

export function RouteFailed({ error, reset }: ErrorComponentProps) {
  return <Failed fault={error} again={reset} />
}

export function RouteNotFound() {
  const { ui } = useTexts()
  return (
    <Empty
      icon={<IconMapOff size={26} />}
      order={1}
      title={ui.notFoundTitle}
      action={
        <Button component={Link} to={to.enquiries()} mt="sm">
          {ui.backToStart}
        </Button>
      }
    >
      {ui.notFoundText}
    </Empty>
  )
}
