import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { IconSitemap } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import { RecordFinder } from '../RecordFinder.tsx'
import { useTreeTexts } from './texts.ts'
import './tree.css'

interface CompanyInTree {
  id: string
  name: string
  parent: string | null
  depth: number
  revision: number
}

const treeQuery = (id: string) =>
  queryOptions({
    queryKey: ['companies', 'tree', id],
    queryFn: ({ signal }) => api.get<{ items: CompanyInTree[]; mayWrite: boolean }>(`/companies/${id}/tree`, signal),
  })

/** The group that a company belongs to, whole, with this company marked. */
export function CompanyTree({ company }: { company: string }) {
  const said = useTreeTexts()
  const [placing, setPlacing] = useState(false)
  const tree = useQuery(treeQuery(company))
  const own = tree.data?.items.find(({ id }) => id === company)
  const place = useDeed<string | null>({
    run: (parent) => api.put(`/companies/${company}/parent`, { parent }, own?.revision),
    done: (parent) => (parent ? said.placed : said.removed),
    refreshes: [['companies']],
    then: () => setPlacing(false),
  })
  return (
    <Sheet
      title={said.title}
      actions={
        tree.data?.mayWrite &&
        !placing && (
          <WriteButton
            size="compact-sm"
            variant="subtle"
            leftSection={<IconSitemap size={15} aria-hidden />}
            onClick={() => setPlacing(true)}
          >
            {own?.parent ? said.change : said.place}
          </WriteButton>
        )
      }
    >
      <Asked query={tree}>
        {({ items }) => (
          <Stack gap="sm">
            {placing && (
              <Group gap="xs" align="flex-end">
                <div style={{ flex: 1 }}>
                  <RecordFinder label={said.find} kinds={['company']} onChoose={({ id }) => place.mutate(id)} />
                </div>
                {own?.parent && (
                  <Button variant="default" loading={place.isPending} onClick={() => place.mutate(null)}>
                    {said.remove}
                  </Button>
                )}
              </Group>
            )}
            {items.length < 2 ? (
              <Text size="sm" c="dimmed">
                {said.alone}
              </Text>
            ) : (
              <ul className="company-tree">
                {items.map(({ id, name, depth }) => (
                  <li key={id} style={{ paddingInlineStart: depth * 18 }} data-depth={depth}>
                    {id === company ? (
                      <span aria-current="true">
                        {name} <span className="unseen">({said.here})</span>
                      </span>
                    ) : (
                      <Anchor component={Link} size="sm" to={to.company(id)}>
                        {name}
                      </Anchor>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Stack>
        )}
      </Asked>
    </Sheet>
  )
}
