import { Anchor, MultiSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { searchQuery } from '../register/queries.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import type { Recipient } from './contract.ts'
import { useMailTexts } from './texts.ts'

/** To whom a letter goes: people and companies of the register, found by a part of their name or address. Nobody else is written to. */
export function RecipientsField({
  label,
  chosen,
  others,
  error,
  required = false,
  onChange,
}: {
  label: string
  chosen: Recipient[]
  /** Those in the other field of the letter: they are not offered here. */
  others: Recipient[]
  error?: string | false | undefined
  required?: boolean
  onChange: (chosen: Recipient[]) => void
}) {
  const said = useMailTexts()
  const { shell } = useTexts()
  const field = useRef<HTMLInputElement>(null)
  // On a phone the field lies far above the button that was pressed.
  useEffect(() => {
    if (error) field.current?.scrollIntoView({ block: 'center' })
  }, [error])
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 150)
  const found = useQuery(searchQuery(asked))
  const taken = new Set([...chosen, ...others].map(({ id }) => id))
  const hits =
    asked.length < 2
      ? []
      : (found.data ?? []).filter(
          ({ id, kind, closed }) => !closed && !taken.has(id) && (kind === 'person' || kind === 'company'),
        )
  const nothing = found.isFetching ? shell.searching : asked.length < 2 ? shell.searchShort : said.notOfRegister
  const named = (id: string): Recipient | undefined => {
    const hit = hits.find((one) => one.id === id)
    return (
      chosen.find((one) => one.id === id) ?? (hit && { id, kind: hit.kind as Recipient['kind'], name: hit.title ?? '' })
    )
  }
  return (
    <MultiSelect
      ref={field}
      label={label}
      required={required}
      description={
        required && (
          <>
            {said.onlyOfRegister}{' '}
            <Anchor component={Link} to={to.newPerson()} target="_blank" inherit underline="always">
              {said.addPersonFirst}
            </Anchor>
          </>
        )
      }
      searchable
      placeholder={chosen.length === 0 ? said.findRecipient : undefined}
      searchValue={typed}
      onSearchChange={setTyped}
      // Open while something is looked for: else it would lie over the next field.
      dropdownOpened={typed.trim() !== ''}
      onDropdownClose={() => setTyped('')}
      hidePickedOptions
      filter={({ options }) => options}
      data={[
        ...chosen.map(({ id, name }) => ({ value: id, label: name })),
        ...hits.map((hit) => ({
          value: hit.id,
          label: [hit.title, shell.kinds[hit.kind], hit.subtitle].filter(Boolean).join(' · '),
        })),
        // A list that holds nothing is none to a screen reader: what it would say is its one line.
        ...(hits.length === 0 ? [{ value: 'none', label: nothing, disabled: true }] : []),
      ]}
      value={chosen.map(({ id }) => id)}
      error={error}
      onChange={(ids) => {
        onChange(ids.flatMap((id) => named(id) ?? []))
        setTyped('')
      }}
    />
  )
}
