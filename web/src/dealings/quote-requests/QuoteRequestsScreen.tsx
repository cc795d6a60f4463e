import { useDisclosure } from '@mantine/hooks'
import { IconMessageQuestion, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../../access/queries.ts'
import { WriteButton } from '../../access/WriteButton.tsx'
import { ListScreen } from '../../lists/ListScreen.tsx'
import { useNewAsked } from '../../new-asked.ts'
import { Empty } from '../../ui/Empty.tsx'
import { NewQuoteRequest } from './NewQuoteRequest.tsx'
import { useQuoteRequestTexts } from './texts.ts'

/** Every request for a quote, by the day on which it must be answered. */
export function QuoteRequestsScreen() {
  const said = useQuoteRequestTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const mayAdd = useQuery(meQuery).data?.writes.includes('com.quotes') ?? false
  useNewAsked(open, mayAdd)
  const add = mayAdd && (
    <WriteButton leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {said.add}
    </WriteButton>
  )
  return (
    <>
      <ListScreen
        list="quote-requests"
        actions={add}
        empty={
          <Empty icon={<IconMessageQuestion size={26} />} title={said.emptyTitle} action={add}>
            {said.emptyText}
          </Empty>
        }
      />
      {opened && <NewQuoteRequest onClose={close} />}
    </>
  )
}
