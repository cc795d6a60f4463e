import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { meQuery } from '../access/queries.ts'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { ownTexts } from '../texts/own.ts'
import { to } from '../to.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { Enquiry } from './contract.ts'

const useSaid = ownTexts({
  fi: { remove: 'Poista yhteydenotto', removed: 'Yhteydenotto on roskakorissa 14 päivää' },
  sv: { remove: 'Ta bort förfrågan', removed: 'Förfrågan ligger i papperskorgen i 14 dagar' },
  en: { remove: 'Delete the enquiry', removed: 'The enquiry is in the bin for 14 days' },
})

/** Spam and mistakes go into the bin; the list opens, and the toast takes it back. */
export function DeleteEnquiry({ id, mayDelete = false }: Pick<Enquiry, 'id' | 'mayDelete'>) {
  const said = useSaid()
  const navigate = useNavigate()
  const me = useQuery(meQuery).data
  const remove = useDeed({
    run: async () => {
      await api.delete(`/enquiries/${id}`)
      // Left before anything is asked anew: there is nothing here to read any more.
      await navigate({ to: to.enquiries(), ignoreBlocker: true })
    },
    done: said.removed,
    binned: `enquiry/${id}`,
  })
  if (!mayDelete || me?.readOnly) return null
  return (
    <WriteButton color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove.mutate()}>
      {said.remove}
    </WriteButton>
  )
}
