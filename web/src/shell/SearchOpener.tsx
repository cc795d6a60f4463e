import { Kbd, Text } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTexts } from '../texts/index.tsx'
import { modKey } from './mod-key.ts'
import { openFinder } from './open-finder.ts'

export function SearchOpener() {
  const { shell } = useTexts()
  return (
    <button type="button" className="search-opener" onClick={openFinder} aria-keyshortcuts="Control+K Meta+K">
      <IconSearch size={17} aria-hidden />
      <Text component="span" size="sm" truncate flex={1} ta="left">
        {shell.search}
      </Text>
      <Kbd size="xs" visibleFrom="sm" aria-hidden>
        {modKey} K
      </Kbd>
    </button>
  )
}
