import { Button, Group, Modal, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { useLayoutEffect, useRef, useState } from 'react'
import type { SearchWords } from '../search-words.ts'
import { useTexts } from '../texts/index.tsx'
import { useTopmost } from './topmost.ts'
import { isAnyUnsaved, type Unsaved, wouldLose } from './unsaved.ts'

/** Once on the desk: asks before leaving a page would lose what some form on it says is unsaved. */
export function UnsavedGuard() {
  const queries = useQueryClient()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: async ({ current, next }) => isLeft(current, next) && (await wouldLose(queries)),
    enableBeforeUnload: isAnyUnsaved,
    withResolver: true,
  })
  return <AskToLeave opened={status === 'blocked'} onStay={() => reset?.()} onLeave={() => proceed?.()} />
}

interface Place {
  pathname: string
  search: SearchWords
}

// Sorting and filtering draw nothing anew but the list, and what opens over a page leaves it as it is.
function isLeft({ pathname, search }: Place, next: Place) {
  const parts = ['tab', 'part', 'view', ...(search.open ? ['open'] : [])]
  return pathname !== next.pathname || parts.some((part) => search[part] !== next.search[part])
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
  const typedIn = useRef<Element>(null)
  useLayoutEffect(() => {
    if (!opened) return
    typedIn.current = document.activeElement
    return () => void setTimeout(() => (typedIn.current as HTMLElement | null)?.focus({ preventScroll: true }), 20)
  }, [opened])
  return (
    <Modal
      opened={opened}
      returnFocus={false} // asked twice in a row, its own memory is of the button that is gone
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
