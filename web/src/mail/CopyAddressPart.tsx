import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { Asked } from '../ui/Asked.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { copyAddressQuery, mailboxesQuery } from './queries.ts'
import { useMailTexts } from './texts.ts'

/** One's own address for blind copies of what one writes elsewhere. */
export function CopyAddressPart() {
  const said = useMailTexts()
  const query = useQuery(copyAddressQuery)
  const hasInbox = useQuery(mailboxesQuery).data?.items.some(({ opensEnquiries }) => opensEnquiries)
  const make = useDeed({
    run: () => api.post('/copy-address', {}),
    done: said.copyRenewed,
    refreshes: [['mail', 'copy-address']],
  })
  return (
    <Sheet title={said.copy}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm" c="dimmed">
          {hasInbox ? said.copyText : said.copyNone}
        </Text>
        <Asked query={query}>
          {({ address }) => (
            <>
              {address && (
                <Code block w="100%" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
                  {address}
                </Code>
              )}
              <Group gap="xs">
                {address && (
                  <CopyButton value={address}>
                    {({ copied, copy }) => (
                      <Button
                        size="xs"
                        variant="default"
                        leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                        onClick={copy}
                      >
                        {copied ? said.copied : said.copyIt}
                      </Button>
                    )}
                  </CopyButton>
                )}
                {hasInbox && (
                  <WriteButton
                    size="xs"
                    variant={address ? 'subtle' : 'default'}
                    loading={make.isPending}
                    onClick={() => make.mutate()}
                  >
                    {address ? said.copyRenew : said.copyMake}
                  </WriteButton>
                )}
              </Group>
            </>
          )}
        </Asked>
      </Stack>
    </Sheet>
  )
}
