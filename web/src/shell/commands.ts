import { IconArrowRight, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../access/queries.ts'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { useFinderTexts } from './finder.texts.ts'
import { placesOf } from './places.ts'

const fresh = [
  ['com.activities', 'newTask', to.newTask()],
  ['com.enquiries', 'newEnquiry', to.newEnquiry()],
  ['com.quotes', 'newOpportunity', to.newOpportunity()],
  ['com.quotes', 'newQuoteRequest', to.newQuoteRequest()],
  ['com.quotes', 'newQuote', to.newQuote()],
  ['com.orders', 'newOrder', to.newOrder()],
  ['com.invoicing', 'newInvoice', to.newInvoice()],
  ['sys.messages', 'newCampaign', to.newCampaign()],
] as const

/** What one may begin, and where one may go. */
export function useCommands() {
  const { shell } = useTexts()
  const said = useFinderTexts()
  const { data: me } = useQuery(meQuery)
  const writes = (field: string) => me?.writes.includes(field) ?? false
  return [
    ...(writes('org.name') ? [{ label: shell.newCompany, path: to.newCompany(), Icon: IconPlus }] : []),
    ...(writes('person.name') ? [{ label: shell.newPerson, path: to.newPerson(), Icon: IconPlus }] : []),
    ...fresh
      .filter(([field]) => writes(field))
      .map(([, command, path]) => ({ label: said[command], path, Icon: IconPlus })),
    ...placesOf(me ?? { duties: [], reads: [] }).map(({ name, path }) => ({
      ...{ label: shell.goTo(shell.places[name]), path, Icon: IconArrowRight },
    })),
    { label: shell.goTo(shell.places.profile), path: to.profile(), Icon: IconArrowRight },
  ]
}
