import { useDisclosure } from '@mantine/hooks'
import { IconHandStop } from '@tabler/icons-react'
import { WriteButton } from '../access/WriteButton.tsx'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { Choices } from './contract.ts'
import { ObjectionForm } from './ObjectionForm.tsx'
import { useChoicesTexts } from './texts.ts'

/** S12.17: the objection, recorded in one step. */
export function ObjectionDeed({ choices, reason }: { choices: Choices; reason: string | null }) {
  const said = useChoicesTexts()
  const { ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <WriteButton
        size="xs"
        variant="default"
        leftSection={<IconHandStop size={15} aria-hidden />}
        reason={reason}
        onClick={open}
      >
        {said.object}
      </WriteButton>
      <Dialog opened={opened} onClose={close} title={said.objectTitle} closeButtonProps={{ 'aria-label': ui.close }}>
        <ObjectionForm
          path={`/people/${choices.personId}/objections`}
          hint={said.objectHint}
          done={said.objected}
          channels={channelsOf(choices)}
          topics={choices.topics}
          onDone={close}
        />
      </Dialog>
    </>
  )
}

export function channelsOf({ standings, channelNames }: Choices) {
  return standings.map(({ channel }) => ({ value: channel, label: channelNames[channel] ?? channel }))
}
