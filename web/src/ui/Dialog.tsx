import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core'
import { useState } from 'react'
import { FurtherDeeds } from './further-deeds.ts'
import { useAskedFirst } from './UnsavedGuard.tsx'
import { type Unsaved, WithinDialog } from './unsaved.ts'

/** A window over the page. Closed by its cross, beside it or by Escape, it asks first when something typed in it is not saved. */
export function Dialog({ onClose, ...props }: ModalProps) {
  const [unsaved] = useState<Unsaved>(() => new Map())
  const { first, asking } = useAskedFirst(unsaved)
  return (
    <WithinDialog value={unsaved}>
      <FurtherDeeds value={null}>
        <Modal {...props} onClose={() => first(onClose)} />
      </FurtherDeeds>
      {asking}
    </WithinDialog>
  )
}

/** A window at the side of the page, closed as a `Dialog` is. */
export function SideDialog({ onClose, ...props }: DrawerProps) {
  const [unsaved] = useState<Unsaved>(() => new Map())
  const { first, asking } = useAskedFirst(unsaved)
  return (
    <WithinDialog value={unsaved}>
      <FurtherDeeds value={null}>
        <Drawer {...props} onClose={() => first(onClose)} />
      </FurtherDeeds>
      {asking}
    </WithinDialog>
  )
}
