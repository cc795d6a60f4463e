import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTexts } from '../texts/index.tsx'

export function ListSearch({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (asked: string | undefined) => void
}) {
  const { ui } = useTexts()
  const [typed, setTyped] = useState(value)
  const field = useRef<HTMLInputElement>(null)
  const later = useDebouncedCallback((asked: string) => onChange(asked || undefined), 220)
  useHotkeys([['/', () => field.current?.focus()]])
  const type = (asked: string) => {
    setTyped(asked)
    later(asked.trim())
  }
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      flex={{ base: '1 1 100%', xs: '3 1 180px' }}
      maw={380}
      miw={0}
      onChange={(event) => type(event.currentTarget.value)}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed ? (
          <CloseButton size="sm" aria-label={ui.clearFilters} onClick={() => type('')} />
        ) : (
          <Kbd size="xs" visibleFrom="sm" aria-hidden>
            /
          </Kbd>
        )
      }
    />
  )
}
