import { Combobox, Textarea, useCombobox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Party } from './contract.ts'
import { seeingQuery } from './queries.ts'
import { useWorkTexts } from './texts.ts'

/** A text in which `@` offers the colleagues whose duty sees whom it is about. */
export function MentionText({
  party,
  label,
  value,
  error,
  onChange,
}: {
  party: Party
  label: string
  value: string
  error?: string | null
  onChange: (text: string) => void
}) {
  const said = useWorkTexts()
  const { data: colleagues = [] } = useQuery(seeingQuery(party))
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const box = useRef<HTMLTextAreaElement>(null)
  const typed = /(?:^|\s)@([\p{L}-]*)$/u.exec(value.slice(0, box.current?.selectionStart ?? value.length))
  const word = typed?.[1]?.toLocaleLowerCase()
  const offered =
    word === undefined
      ? []
      : colleagues.filter(({ name }) =>
          (name ?? '')
            .toLocaleLowerCase()
            .split(' ')
            .some((part) => part.startsWith(word)),
        )

  const insert = (name: string) => {
    const at = box.current?.selectionStart ?? value.length
    const before = value.slice(0, at).replace(/@[\p{L}-]*$/u, `@${name} `)
    onChange(before + value.slice(at))
    combobox.closeDropdown()
    requestAnimationFrame(() => box.current?.setSelectionRange(before.length, before.length))
  }
  return (
    <Combobox store={combobox} onOptionSubmit={insert} withinPortal={false}>
      <Combobox.Target>
        <Textarea
          ref={box}
          label={label}
          description={said.noteHint}
          error={error}
          required
          autosize
          minRows={4}
          maxRows={16}
          maxLength={8000}
          data-autofocus
          value={value}
          onChange={(event) => {
            onChange(event.currentTarget.value)
            if (/@[\p{L}-]*$/u.test(event.currentTarget.value.slice(0, event.currentTarget.selectionStart))) {
              combobox.openDropdown()
              combobox.updateSelectedOptionIndex()
            } else combobox.closeDropdown()
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={offered.length === 0}>
        <Combobox.Options mah={220} style={{ overflowY: 'auto' }} aria-label={said.colleagues}>
          {offered.map(({ id, name }) => (
            <Combobox.Option key={id} value={name ?? ''}>
              {name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** Ids of those of the colleagues whom a text mentions. */
export function mentionedIn(text: string, colleagues: readonly { id: string; name: string | null }[]): string[] {
  return colleagues.filter(({ name }) => name && text.includes(`@${name}`)).map(({ id }) => id)
}
