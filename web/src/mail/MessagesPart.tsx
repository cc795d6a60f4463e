import { Button, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { WriteButton } from '../access/WriteButton.tsx'
import { Problem } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { ComposeForm } from './ComposeForm.tsx'
import type { Recipient } from './contract.ts'
import { mailboxesQuery, threadsQuery } from './queries.ts'
import { ThreadLine } from './ThreadLine.tsx'
import { useMailTexts } from './texts.ts'

/** Messages with one person or company on its card, and writing to them from there. Nothing for a duty that reads no messages. */
export function MessagesPart({
  person,
  company,
  name = '',
  hasEmail = false,
}: {
  person?: string
  company?: string
  name?: string
  hasEmail?: boolean
}) {
  const said = useMailTexts()
  const { ui } = useTexts()
  const found = useInfiniteQuery({ ...threadsQuery({ show: 'all', person, company, limit: 5 }), retry: false })
  const mayWrite = useQuery({ ...mailboxesQuery, retry: false }).data?.mayAdd ?? false
  const [opened, { open, close }] = useDisclosure(false)
  const id = person ?? company
  const whom: Recipient | null = id ? { id, kind: person ? 'person' : 'company', name } : null
  if (found.error instanceof Problem && found.error.status === 403) return null
  return (
    <Sheet
      title={said.title}
      actions={
        whom &&
        hasEmail &&
        mayWrite && (
          <WriteButton
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPencil size={15} aria-hidden />}
            onClick={open}
          >
            {said.write}
          </WriteButton>
        )
      }
    >
      <Asked query={found}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          return rows.length === 0 ? (
            <Text size="sm" c="dimmed">
              {said.emptyAll}
            </Text>
          ) : (
            <Stack gap={0} mx="calc(-1 * var(--mantine-spacing-md))">
              {rows.map((row) => (
                <ThreadLine key={row.id} row={row} search={{ show: 'all' }} />
              ))}
              {found.hasNextPage && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  mt="xs"
                  loading={found.isFetchingNextPage}
                  onClick={() => found.fetchNextPage()}
                >
                  {ui.loadMore}
                </Button>
              )}
            </Stack>
          )
        }}
      </Asked>
      <Dialog
        opened={opened}
        onClose={close}
        size="lg"
        title={said.writeTo(name)}
        closeButtonProps={{ 'aria-label': ui.close }}
        closeOnClickOutside={false}
      >
        {whom && <ComposeForm recipients={{ to: [whom], cc: [] }} onDone={close} />}
      </Dialog>
    </Sheet>
  )
}
