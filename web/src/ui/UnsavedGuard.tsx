import { Button, Group, Modal, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { SearchWords } from '../search-words.ts'
import { useTexts } from '../texts/index.tsx'
import { useTopmost } from './topmost.ts'
import { isAnyUnsaved, type Unsaved, wouldLose } from './unsaved.ts'

/** Once on the desk: asks before leaving a page would lose what some form on it says is unsaved. */
export function UnsavedGuard() {
  const queries = useQueryClient()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async ({ current, next }) => placeOf(current) !== placeOf(next) && (await wouldLose(queries)),
    enableBeforeUnload: isAnyUnsaved,
    withResolver: true,
  })
  return <AskToLeave opened={status === 'blocked'} onStay={() => reset?.()} onLeave={() => proceed?.()} />
}

// Sorting and filtering draw nothing anew but the list; another tab of a card and another part of a campaign do.
function placeOf({ pathname, search }: { pathname: string; search: SearchWords }) {
  return `${pathname} ${search.tab} ${search.part}`
}

/** Asks before something on a page would lose what is unsaved on it, or in one window (`within`). */
export function useAskedFirst(within?: Unsaved) {
  const queries = useQueryClient()
  const [leaving, setLeaving] = useState<(() => void) | null>(null)
  const isWaiting = useRef(false)
  const first = async (leave: () => void) => {
    if (isWaiting.current) return
    isWaiting.current = true
    const isLost = await wouldLose(queries, within)
    isWaiting.current = false
    if (isLost) setLeaving(() => leave)
    else leave()
  }
  const onLeave = () => {
    setLeaving(null)
    leaving?.()
  }
  return { first, asking: <AskToLeave opened={leaving !== null} onStay={() => setLeaving(null)} onLeave={onLeave} /> }
}

function AskToLeave({ opened, onStay, onLeave }: { opened: boolean; onStay: () => void; onLeave: () => void }) {
  const { ui } = useTexts()
  return (
    <Modal
      opened={opened}
      onClose={useTopmost(opened, onStay)}
      title={ui.unsavedTitle}
      zIndex={400} // above the window that is being closed
      closeButtonProps={{ 'aria-label': ui.unsavedStay }}
    >
      <Text size="sm" mb="lg">
        {ui.unsavedText}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onLeave}>
          {ui.unsavedLeave}
        </Button>
        <Button onClick={onStay} data-autofocus>
          {ui.unsavedStay}
        </Button>
      </Group>
    </Modal>
  )
}
