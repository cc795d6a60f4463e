import { Button, Stack, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { Asked } from '../ui/Asked.tsx'
import { Form } from '../ui/Form.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { signatureQuery } from './queries.ts'
import { useMailTexts } from './texts.ts'

/** The words under one's own letters. */
export function SignaturePart() {
  const said = useMailTexts()
  const signature = useQuery(signatureQuery)
  return (
    <Sheet title={said.signature}>
      <Asked query={signature}>{({ text }) => <SignatureForm key={text} kept={text} />}</Asked>
    </Sheet>
  )
}

function SignatureForm({ kept }: { kept: string }) {
  const said = useMailTexts()
  const [text, setText] = useState(kept)
  const save = useDeed({
    run: () => api.put('/signature', { text }),
    done: said.signatureKept,
    refreshes: [['mail', 'signature']],
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm" align="flex-start">
        <Textarea
          w="100%"
          aria-label={said.signature}
          description={said.signatureHint}
          autosize
          minRows={3}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" loading={save.isPending} disabled={text === kept}>
          {said.save}
        </Button>
      </Stack>
    </Form>
  )
}
