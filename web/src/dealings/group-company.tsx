import { Select } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Named } from '../contract.ts'
import { statementQuery } from '../statement/queries.ts'
import { useAskedFirst } from '../ui/UnsavedGuard.tsx'
import { useGroupCompanyTexts } from './group-company.texts.ts'

const kept = 'seloste.groupCompany'
const none: Named[] = []

/**
 * Whose billing is on the desk: what this browser was last told, where several companies share the register. Nothing is shown before that is
 * known: a form shown earlier would be drawn anew, and lose what was typed in it meanwhile.
 */
export function useGroupCompany() {
  const companies = useSuspenseQuery(statementQuery).data?.statement.group?.members ?? none
  const [chosen, setChosen] = useState(() => localStorage.getItem(kept))
  const known = companies.find(({ id }) => id === chosen) ?? companies[0]
  return {
    companies,
    groupCompany: known?.id,
    choose: (id: string) => {
      localStorage.setItem(kept, id)
      setChosen(id)
    },
  }
}

/** The choice itself; where there is nothing to choose, nothing is shown. */
export function GroupCompanyChoice({ of, label }: { of: ReturnType<typeof useGroupCompany>; label?: boolean }) {
  const said = useGroupCompanyTexts()
  const { first, asking } = useAskedFirst()
  if (of.companies.length < 2) return null
  return (
    <>
      <Select
        {...(label ? { label: said.company } : { 'aria-label': said.company })}
        allowDeselect={false}
        w={{ base: '100%', xs: 220 }}
        data={of.companies.map(({ id, name }) => ({ value: id, label: name }))}
        value={of.groupCompany ?? null}
        onChange={(id) => id && id !== of.groupCompany && first(() => of.choose(id))}
      />
      {asking}
    </>
  )
}
