import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { api } from '../../api.ts'
import type { Subject } from '../../register/contract.ts'
import { MergeChoices } from '../../register/MergeChoices.tsx'
import { useMergeTexts } from '../../register/merge.texts.ts'
import { useTexts } from '../../texts/index.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Form } from '../../ui/Form.tsx'
import { FormFoot } from '../../ui/FormFoot.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import type { Pair } from './PairsPart.tsx'
import { useDuplicateTexts } from './texts.ts'

/** Two cards side by side, and which of their values stays. */
export function MergePair({ subject, pair, onClose }: { subject: Subject; pair: Pair; onClose: () => void }) {
  const said = useDuplicateTexts()
  const words = useMergeTexts()
  const { ui } = useTexts()
  const [[kept, gone], setTwo] = useState([pair.one.id, pair.other.id] as const)
  const [take, setTake] = useState<string[]>([])
  const [isDone, setDone] = useState(false)
  const merge = useDeed({
    run: async () => {
      await api.post(`/${subject === 'person' ? 'people' : 'companies'}/${kept}/merges`, { from: gone, take })
      flushSync(() => setDone(true)) // the card that is gone is not asked for again
    },
    refreshes: [['duplicates'], ['merges'], ['people'], ['companies']],
    done: words.merged,
    then: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    merge.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={said.compareTitle} size="xl" closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          <Text size="sm">{said.compareText}</Text>
          <Button
            variant="default"
            leftSection={<IconArrowsExchange size={16} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => {
              setTwo([gone, kept])
              setTake([])
            }}
          >
            {said.swap}
          </Button>
          {!isDone && <MergeChoices subject={subject} kept={kept} gone={gone} take={take} onTake={setTake} />}
          <Alert color="petrol">{words.strictest}</Alert>
          <FormFoot label={words.confirm} busy={merge.isPending} onCancel={onClose} color="red.9" />
        </Stack>
      </Form>
    </Dialog>
  )
}
