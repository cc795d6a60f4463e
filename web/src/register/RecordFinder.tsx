import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../texts/index.tsx'
import type { Found } from './contract.ts'
import { searchQuery } from './queries.ts'

/** Choosing a company or a person by typing a part of its name. */
export function RecordFinder({
  label,
  placeholder,
  kinds = ['person', 'company'],
  onChoose,
  another,
}: {
  label: string
  placeholder?: string
  kinds?: string[]
  onChoose: (found: Found) => void
  /** What can be made of the typed name when nothing that was found is meant. */
  another?: { label: (typed: string) => string; onChoose: (typed: string) => void }
}) {
  const { shell } = useTexts()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 150)
  const found = useQuery(searchQuery(asked))
  const hits = (found.data ?? []).filter(({ kind }) => kinds.includes(kind))
  const isSettled = asked.length >= 2 && asked === typed.trim() && !found.isFetching
  return (
    <Select
      aria-label={label}
      placeholder={placeholder ?? shell.findHint}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      value={null}
      data-autofocus
      nothingFoundMessage={
        found.isFetching ? shell.searching : asked.length < 2 ? shell.searchShort : shell.searchNothing
      }
      filter={({ options }) => options}
      data={[
        ...hits.map((hit) => ({
          value: hit.id,
          label: [hit.title, shell.kinds[hit.kind], hit.subtitle].filter(Boolean).join(' · '),
        })),
        ...(another && isSettled ? [{ value: anew, label: another.label(asked) }] : []),
      ]}
      onChange={(id) => {
        if (id === anew) return another?.onChoose(asked)
        const hit = hits.find((one) => one.id === id)
        if (hit) onChoose(hit)
      }}
    />
  )
}

const anew = 'another'
