import { Group, Stack } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { UnsavedGuard } from '../../ui/UnsavedGuard.tsx'
import { useMove } from '../chain/useMove.ts'
import type { QuoteRequest } from './contract.ts'
import { RequestFields, requestOf, type TypedRequest } from './RequestFields.tsx'
import { useQuoteRequestTexts } from './texts.ts'

const typedOf = ({ title, wish, answerBy, wantedOn, buyerReference, contact, owner, lines }: QuoteRequest) => ({
  ...{ title, wish: wish ?? '', answerBy: answerBy ?? '', wantedOn: wantedOn ?? '', contact, owner, lines },
  buyerReference: buyerReference ?? '',
})

/** A request that waits for its answer: what was said of it is set right as it becomes clearer. */
export function QuoteRequestForm({ request }: { request: QuoteRequest }) {
  const said = useQuoteRequestTexts()
  const [typed, setTyped] = useState<TypedRequest>(() => typedOf(request))
  const isChanged = JSON.stringify(typed) !== JSON.stringify(typedOf(request))
  const save = useMove({
    run: () => api.patch(`/quote-requests/${request.id}`, changesOf(typed, request), request.revision),
    done: said.saved,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit}>
      <UnsavedGuard when={isChanged && !save.isPending && !save.isSuccess} />
      <Stack>
        <RequestFields
          typed={typed}
          fault={save.fault}
          company={request.company}
          onType={(part) => setTyped({ ...typed, ...part })}
        />
        <Group justify="flex-end">
          <WriteButton
            type="submit"
            variant="default"
            disabled={!isChanged}
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            loading={save.isPending}
          >
            {said.save}
          </WriteButton>
        </Group>
      </Stack>
    </form>
  )
}

// A person's own request has no contact to choose.
function changesOf(typed: TypedRequest, { company }: QuoteRequest) {
  const { contact, ...rest } = requestOf(typed)
  return company ? { ...rest, contact } : rest
}
