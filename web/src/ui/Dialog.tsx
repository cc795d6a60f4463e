import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core'
import { type ReactNode, useContext, useState } from 'react'
import { FurtherDeeds } from './further-deeds.ts'
import { useTopmost } from './topmost.ts'
import { useAskedFirst } from './UnsavedGuard.tsx'
import { type Unsaved, WithinDialogs } from './unsaved.ts'

/** A window over the page. Closed by its cross, beside it or by Escape, it asks first when something typed in it is not saved. */
export function Dialog(props: ModalProps) {
  const { close, around } = useWindow(props)
  return around(<Modal {...props} onClose={close} />)
}

/** A window at the side of the page, closed as a `Dialog` is. */
export function SideDialog(props: DrawerProps) {
  const { close, around } = useWindow(props)
  return around(<Drawer {...props} onClose={close} />)
}

// What is typed in a window over another is unsaved in both.
function useWindow({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const outer = useContext(WithinDialogs)
  const [unsaved] = useState<Unsaved>(() => new Map())
  const [within] = useState(() => [...outer, unsaved])
  const { first, asking } = useAskedFirst(unsaved)
  return {
    close: useTopmost(opened, () => first(onClose)),
    around: (shown: ReactNode) => (
      <WithinDialogs value={within}>
        <FurtherDeeds value={null}>{shown}</FurtherDeeds>
        {asking}
      </WithinDialogs>
    ),
  }
}
