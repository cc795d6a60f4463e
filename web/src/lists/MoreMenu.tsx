import { Button, Menu } from '@mantine/core'
import { IconChartBar, IconDots, IconFileExport, IconHistory } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { to } from '../to.ts'
import { wordsOf } from './address.ts'
import type { List, Wish } from './contract.ts'
import { useListTexts } from './texts.ts'

/** What is done with a list less often. */
export function MoreMenu({
  list,
  wish,
  onChanges,
  onExport,
}: {
  list: List
  wish: Wish
  onChanges: () => void
  /** Where it has no button of its own. */
  onExport: (() => void) | null
}) {
  const texts = useListTexts()
  const navigate = useNavigate()
  const { filter } = wordsOf(wish, list)
  const report = () => navigate({ to: to.report('new'), search: { list: list.name, ...(filter ? { filter } : {}) } })
  return (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <Button variant="default" px="sm" aria-label={texts.more}>
          <IconDots size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {onExport && (
          <Menu.Item leftSection={<IconFileExport size={16} aria-hidden />} onClick={onExport}>
            {texts.export}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconChartBar size={16} aria-hidden />} onClick={report}>
          {texts.report}
        </Menu.Item>
        {list.columns.some(({ edit }) => edit) && (
          <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} onClick={onChanges}>
            {texts.changes}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
