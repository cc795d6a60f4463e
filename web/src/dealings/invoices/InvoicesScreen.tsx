import { Button } from '@mantine/core'
import { IconCalendarDue, IconFileInvoice, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { ListScreen } from '../../lists/ListScreen.tsx'
import { to } from '../../to.ts'
import { Empty } from '../../ui/Empty.tsx'
import { useInvoiceTexts } from './texts.ts'

/** All invoices, and the ways on from them. */
export function InvoicesScreen() {
  const said = useInvoiceTexts()
  return (
    <ListScreen
      list="invoices"
      actions={
        <>
          <Button component={Link} to={to.toBill()} variant="subtle">
            {said.toBill}
          </Button>
          <Button component={Link} to={to.aged()} variant="subtle">
            {said.aged}
          </Button>
          <Button
            component={Link}
            to={to.reminders()}
            variant="default"
            leftSection={<IconCalendarDue size={17} aria-hidden />}
          >
            {said.remind}
          </Button>
          <Button component={Link} to={to.newInvoice()} leftSection={<IconPlus size={17} aria-hidden />}>
            {said.newInvoice}
          </Button>
        </>
      }
      empty={
        <Empty icon={<IconFileInvoice size={26} />} title={said.none}>
          {said.noneUnder}
        </Empty>
      }
    />
  )
}
