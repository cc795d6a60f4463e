import { Button, Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useFurtherDeeds } from './further-deeds.ts'

/** A deed that another program does, such as writing by one's own mail. Among further deeds (`MoreDeeds`), a line of their menu. */
export function DeedLink({
  variant,
  ...line
}: {
  href: string
  variant: string
  leftSection: ReactNode
  children: ReactNode
}) {
  const further = useFurtherDeeds()
  if (!further) return <Button component="a" variant={variant} {...line} />
  return further.place && createPortal(<Menu.Item component="a" {...line} />, further.place)
}
