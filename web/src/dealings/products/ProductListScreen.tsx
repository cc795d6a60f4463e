import { Button } from '@mantine/core'
import { IconPackage } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { ListScreen } from '../../lists/ListScreen.tsx'
import { to } from '../../to.ts'
import { Empty } from '../../ui/Empty.tsx'
import { useProductTexts } from './texts.ts'

/** Products as a list: own columns, filters, views, a file and reports. */
export function ProductListScreen() {
  const said = useProductTexts()
  return (
    <ListScreen
      list="products"
      actions={
        <Button component={Link} to={to.products()} variant="subtle">
          {said.withPrices}
        </Button>
      }
      empty={
        <Empty icon={<IconPackage size={26} />} title={said.empty}>
          {said.emptyText}
        </Empty>
      }
    />
  )
}
