import { Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { WriteButton } from '../access/WriteButton.tsx'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { StateBadge, type Tone } from '../ui/StateBadge.tsx'
import type { Paper } from './contract.ts'
import { DestroyPaper } from './DestroyPaper.tsx'
import { useOversightTexts } from './texts.ts'

const tones: Record<Paper['state'], Tone> = { open: 'calm', 'due-soon': 'wait', overdue: 'bad', destroyed: 'good' }

export function PaperRow({ paper }: { paper: Paper }) {
  const said = useOversightTexts()
  const { ui } = useTexts()
  const { day } = useFormat()
  const [opened, { open, close }] = useDisclosure(false)
  const { what, location, state, people, destroyBy, destroyedAt, method, witnessName, certificate, madeByName } = paper
  const facts = destroyedAt
    ? [
        said.destroyedOn(day(destroyedAt)),
        method && said.methods[method],
        witnessName && said.seenBy(witnessName),
        certificate && said.certified(certificate),
      ]
    : [said.destroyByDay(day(destroyBy)), said.peopleCount(people.length), paper.reason, madeByName]
  return (
    <li className="oversight-row">
      <div>
        <strong>{what}</strong>
        <Text size="sm">{location}</Text>
        <Text size="xs" c="dimmed" className="figures">
          {facts.filter(Boolean).join(' · ')}
        </Text>
      </div>
      <Group gap="xs" className="oversight-state">
        <StateBadge said={said.paperStates[state] ?? state} tone={tones[state]} />
        {!destroyedAt && (
          <WriteButton
            size="xs"
            variant="default"
            leftSection={<IconTrash size={15} aria-hidden />}
            onClick={open}
            label={`${said.destroy}: ${what}`}
          >
            {said.destroy}
          </WriteButton>
        )}
      </Group>
      <Dialog
        opened={opened}
        onClose={close}
        title={said.destroyTitle(what)}
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        {opened && <DestroyPaper id={paper.id} onDone={close} />}
      </Dialog>
    </li>
  )
}
