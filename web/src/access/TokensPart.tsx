import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKey } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { useSay, useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { MadeToken, Me, Token } from './contract.ts'
import { NewToken } from './NewToken.tsx'
import { tokensQuery } from './queries.ts'
import { ShownOnce } from './ShownOnce.tsx'
import { useAccessTexts } from './texts.ts'
import { useDutyLabels } from './useDutyLabels.ts'

/** Keys for one's own programs, each under one of one's duties. */
export function TokensPart({ me }: { me: Me }) {
  const { ui } = useTexts()
  const { tokens: said } = useAccessTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const [made, setMade] = useState<MadeToken | null>(null)
  const tokens = useQuery(tokensQuery)
  const leave = () => {
    close()
    setMade(null)
  }
  return (
    <Sheet
      title={said.title}
      actions={
        <Button variant="default" size="xs" leftSection={<IconKey size={15} aria-hidden />} onClick={open}>
          {said.make}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {said.text}
      </Text>
      <Asked query={tokens}>
        {(all) =>
          all.length === 0 ? (
            <Text size="sm">{said.none}</Text>
          ) : (
            <div className="plain-rows">
              {all.map((one) => (
                <TokenRow key={one.id} token={one} />
              ))}
            </div>
          )
        }
      </Asked>
      <Dialog opened={opened} onClose={leave} title={said.make} closeButtonProps={{ 'aria-label': ui.close }}>
        {made ? (
          <ShownOnce secret={made.secret} label={said.secret} onDone={leave}>
            {said.once}
          </ShownOnce>
        ) : (
          <NewToken duties={me.duties} onMade={setMade} onCancel={leave} />
        )}
      </Dialog>
    </Sheet>
  )
}

function TokenRow({ token: { id, label, duty, expiresAt, usedAt } }: { token: Token }) {
  const { tokens: said, lastUsed } = useAccessTexts()
  const { day, instant } = useFormat()
  const say = useSay()
  const labels = useDutyLabels()
  const end = useDeed({
    run: () => api.delete(`/tokens/${id}`),
    done: said.ended,
    refreshes: [['tokens']],
  })
  return (
    <Group justify="space-between" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {label}
        </Text>
        <Text size="xs" c="dimmed" className="figures">
          {[
            say(labels[duty]) || duty,
            said.until(day(expiresAt)),
            usedAt ? `${lastUsed} ${instant(usedAt)}` : said.neverUsed,
          ].join(' · ')}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        style={{ flex: 'none' }}
        loading={end.isPending}
        onClick={() => end.mutate()}
        aria-label={`${said.end}: ${label}`}
      >
        {said.end}
      </Button>
    </Group>
  )
}
