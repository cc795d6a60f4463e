import { useQuery } from '@tanstack/react-query'
import { statementQuery } from '../statement/queries.ts'
import { useSay } from '../texts/index.tsx'

/** A field by its label in the statement in force; one that it names no more, by its id. */
export function useFieldLabels() {
  const say = useSay()
  const statement = useQuery(statementQuery).data?.statement
  return (field: string) => {
    const all = [...(statement?.dataCategories ?? []), ...(statement?.systemData ?? [])]
    return say(all.find(({ id }) => id === field)?.label) || field
  }
}
