import { Alert, Radio, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { api, Problem } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { saidProblem } from '../ui/said-problem.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { SavedView } from './contract.ts'
import { useListTexts } from './texts.ts'

/** Gives a view or a report its name and says who sees it. What was typed stays when the server refuses. */
export function SaveView({
  path,
  held,
  kind,
  wish,
  onClose,
  onSaved,
}: {
  path: string
  /** The one whose name or sharing changes. */
  held: SavedView<unknown> | null
  kind: 'view' | 'report'
  wish: unknown
  onClose: () => void
  onSaved: (saved: SavedView) => void
}) {
  const everything = useTexts()
  const words = useListTexts()
  const texts = kind === 'report' ? { ...words, ...words.ofReport } : words
  const [name, setName] = useState(held?.name ?? '')
  const [shared, setShared] = useState<string>(held?.shared ?? 'own')
  const save = useDeed<void, SavedView>({
    run: () => {
      const said = { kind, name, shared, wish }
      return held ? api.put(path, said, held.revision) : api.post(path, said)
    },
    refreshes: [['views']],
    done: texts.viewSaved,
    then: onSaved,
    quiet: (fault) => fault instanceof Problem,
  })
  const problem = save.error instanceof Problem ? save.error : null
  const isOfName = problem?.detail.field === 'name'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={held ? texts.renameView : texts.saveView}
      closeButtonProps={{ 'aria-label': everything.ui.close }}
    >
      <Form onSubmit={submit}>
        <Stack>
          <TextInput
            label={texts.viewName}
            description={texts.viewNameHint}
            required
            maxLength={80}
            data-autofocus
            value={name}
            error={isOfName && problem ? saidProblem(problem, everything) : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Radio.Group label={texts.shareWith} description={texts.shareHint} value={shared} onChange={setShared}>
            <Stack gap={8} mt={8}>
              {(['own', 'duty', 'everyone'] as const).map((value) => (
                <Radio key={value} value={value} label={texts.shares[value]} />
              ))}
            </Stack>
          </Radio.Group>
          {problem && !isOfName && (
            <Alert color="red" variant="light" role="alert">
              {saidProblem(problem, everything)}
            </Alert>
          )}
          <FormFoot label={everything.ui.save} busy={save.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}
