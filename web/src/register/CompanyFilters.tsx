import { Chip, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { colleaguesQuery } from '../access/queries.ts'
import type { SearchWords } from '../search-words.ts'
import { useTexts } from '../texts/index.tsx'
import { useGroupCompanies } from './useGroupCompanies.ts'

export const companyFilterNames = ['state', 'groupCompany', 'owner', 'hasOpenEnquiry', 'updatedSince']

export function CompanyFilters({ words, change }: { words: SearchWords; change: (words: SearchWords) => void }) {
  const { register } = useTexts()
  const colleagues = useQuery(colleaguesQuery)
  const states = ['prospect', 'customer', 'dormant'].map((value) => ({ value, label: register.states[value] ?? value }))
  const members = useGroupCompanies()
  return (
    <>
      <Choose label={register.state} value={words.state} choices={states} onChange={(state) => change({ state })} />
      {members.length > 1 && (
        <Choose
          label={register.groupCompany}
          value={words.groupCompany}
          choices={members.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(groupCompany) => change({ groupCompany })}
        />
      )}
      <Choose
        label={register.owner}
        value={words.owner}
        choices={(colleagues.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(owner) => change({ owner })}
      />
      <Chip
        checked={words.hasOpenEnquiry === 'true'}
        onChange={(on) => change({ hasOpenEnquiry: on ? 'true' : undefined })}
        radius="md"
      >
        {register.openEnquiry}
      </Chip>
    </>
  )
}

export function Choose({
  label,
  value,
  choices,
  onChange,
}: {
  label: string
  value: string | undefined
  choices: { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}) {
  return (
    <Select
      aria-label={label}
      placeholder={label}
      data={choices}
      value={value ?? null}
      clearable
      w={{ base: 'calc(50% - 6px)', xs: 172 }}
      comboboxProps={{ width: 240, position: 'bottom-start' }}
      clearButtonProps={{ 'aria-label': `${label}: ×` }}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      searchable={choices.length > 8}
    />
  )
}
