import { Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { nameOfPerson } from '../../register/names.ts'
import { peopleQuery } from '../../register/queries.ts'
import { useChainTexts } from './texts.ts'

/** Who at the company a document is for. */
export function ContactChoice({
  company,
  value,
  named,
  label,
  error,
  onChange,
}: {
  company: string
  value: string | null
  /** Who the document already names, also when they are not of the company's people (any more). */
  named?: { contact: string | null; contactName: string | null }
  label?: string
  error?: string | undefined
  onChange: (contact: string | null) => void
}) {
  const said = useChainTexts()
  const pages = useInfiniteQuery(peopleQuery({ company })).data?.pages ?? []
  const people = pages.flatMap(({ items }) => items)
  const choices = people.map((one) => ({ value: one.id, label: nameOfPerson(one) || said.unseen }))
  const isMissing = named?.contact && people.every(({ id }) => id !== named.contact)
  return (
    <Select
      label={label ?? said.contact}
      placeholder={said.noContact}
      clearable
      searchable
      miw={170}
      error={error}
      data={isMissing ? [{ value: named.contact ?? '', label: named.contactName ?? said.unseen }, ...choices] : choices}
      value={value}
      onChange={onChange}
    />
  )
}
