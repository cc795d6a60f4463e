import { useQueryClient } from '@tanstack/react-query'
import { type ComponentProps, type FormEvent, type MouseEvent, useRef, useState } from 'react'
import { useUnsaved } from './unsaved.ts'

/**
 * A form whose words are lost when it is left: what is typed or chosen in it is unsaved until a deed that its submission began is done.
 * A form of a kept record uses `useTyped`, which knows what is changed.
 */
export function Form({
  onSubmit,
  ...form
}: ComponentProps<'form'> & { onSubmit: (event: FormEvent<HTMLFormElement>) => void }) {
  const deeds = useQueryClient().getMutationCache()
  const [isTyped, setTyped] = useState(false)
  const typedAt = useRef(0)
  const forget = useUnsaved(isTyped)
  const typed = () => {
    typedAt.current = performance.now()
    setTyped(true)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const sentAt = performance.now()
    const begun = new Set<unknown>()
    const noting = deeds.subscribe(({ type, mutation }) => type === 'added' && begun.add(mutation))
    onSubmit(event)
    noting()
    if (begun.size === 0) return
    const stop = deeds.subscribe(({ mutation }) => {
      if (!begun.has(mutation) || !mutation || !['success', 'error'].includes(mutation.state.status)) return
      stop()
      if (mutation.state.status !== 'success' || typedAt.current > sentAt) return
      forget()
      setTyped(false)
    })
  }
  // The list that an option stands in is drawn outside of the form.
  const chosen = ({ target }: MouseEvent) => {
    if (target instanceof Element && target.closest('[role=option]')) typed()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: what is chosen from a list by key is clicked too
    <form
      {...form}
      onSubmit={submit}
      onInput={({ target }) => (target instanceof HTMLInputElement && target.type === 'search') || typed()}
      onClick={chosen}
    />
  )
}
