import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { AskToLeave } from './UnsavedGuard.tsx'
import { type Unsaved, WithinDialog, wouldLose } from './unsaved.ts'

/** A window over the page. Closed by its cross, beside it or by Escape, it asks first when something typed in it is not saved. */
export function Dialog(props: ModalProps) {
  const { unsaved, asking, close } = useClosing(props.onClose)
  return (
    <WithinDialog value={unsaved}>
      <Modal {...props} onClose={close} />
      {asking}
    </WithinDialog>
  )
}

/** A window at the side of the page, closed as a `Dialog` is. */
export function SideDialog(props: DrawerProps) {
  const { unsaved, asking, close } = useClosing(props.onClose)
  return (
    <WithinDialog value={unsaved}>
      <Drawer {...props} onClose={close} />
      {asking}
    </WithinDialog>
  )
}

function useClosing(onClose: () => void) {
  const queries = useQueryClient()
  const [unsaved] = useState<Unsaved>(() => new Map())
  const [isAsked, ask] = useState(false)
  const leave = () => {
    ask(false)
    onClose()
  }
  const close = async () => {
    if (unsaved.size === 0) return onClose()
    if (await wouldLose(queries, unsaved)) ask(true)
    else onClose()
  }
  const asking = <AskToLeave opened={isAsked} onStay={() => ask(false)} onLeave={leave} />
  return { unsaved, asking, close }
}
