import { Button, Stack, Tabs } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { tell } from '../../ui/toast.ts'
import { useDeed } from '../../ui/useDeed.ts'
import { MergesPart } from './MergesPart.tsx'
import { PairsPart } from './PairsPart.tsx'
import { useDuplicateTexts } from './texts.ts'

/** Cards that may be one, and those that were made one. */
export function DuplicatesScreen() {
  const said = useDuplicateTexts()
  const { shell } = useTexts()
  const [tab, setTab] = useState<string | null>('person')
  const search = useDeed({
    run: () => api.post<{ pairs: number }>('/duplicates/search'),
    refreshes: [['duplicates']],
    then: ({ pairs }) => tell(said.searched(pairs)),
  })
  return (
    <>
      <PageHead
        title={said.title}
        under={said.under}
        crumbs={[{ to: to.people(), label: shell.places.people }]}
        actions={
          <Button
            variant="default"
            loading={search.isPending}
            leftSection={<IconSearch size={16} aria-hidden />}
            onClick={() => search.mutate()}
          >
            {said.search}
          </Button>
        }
      />
      <Stack gap="lg" maw={980}>
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="person">{said.people}</Tabs.Tab>
            <Tabs.Tab value="organisation">{said.companies}</Tabs.Tab>
            <Tabs.Tab value="merges">{said.merges}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="person" pt="md">
            <PairsPart subject="person" />
          </Tabs.Panel>
          <Tabs.Panel value="organisation" pt="md">
            <PairsPart subject="organisation" />
          </Tabs.Panel>
          <Tabs.Panel value="merges" pt="md">
            <MergesPart />
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </>
  )
}
