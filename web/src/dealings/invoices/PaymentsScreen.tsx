import { Anchor, Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ListScreen } from '../../lists/ListScreen.tsx'
import { to } from '../../to.ts'
import { useGroupCompany } from '../group-company.tsx'
import { unallocatedQuery } from './queries.ts'
import { useInvoiceTexts } from './texts.ts'

/** All payments; those that wait for a person are said above. */
export function PaymentsScreen() {
  const said = useInvoiceTexts()
  const whose = useGroupCompany()
  const [first] = useInfiniteQuery(unallocatedQuery(whose.groupCompany)).data?.pages ?? []
  const waiting = first?.items.length ?? 0
  return (
    <ListScreen
      list="payments"
      above={
        waiting > 0 && (
          <Anchor component={Link} to={to.allocate()} display="inline-block" mb="md" fw={600}>
            {first?.next ? said.manyWait(waiting) : said.waitingFor(waiting)}
          </Anchor>
        )
      }
      actions={
        <Button component={Link} to={to.paymentFile()} leftSection={<IconFileImport size={17} aria-hidden />}>
          {said.file}
        </Button>
      }
    />
  )
}
