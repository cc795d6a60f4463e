import { Group, Stack } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import type { FormEvent } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { NewContent } from '../../ui/NewContent.tsx'
import type { QuoteRequest } from './contract.ts'
import { RequestFields } from './RequestFields.tsx'
import { useQuoteRequestTexts } from './texts.ts'
import type { TypedOfRequest } from './useTypedRequest.ts'

/** A request that waits for its answer: what was said of it is set right as it becomes clearer. */
export function QuoteRequestForm({ request, form }: { request: QuoteRequest; form: TypedOfRequest }) {
  const said = useQuoteRequestTexts()
  const { typed, type, isChanged, save, news } = form
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <RequestFields typed={typed} fault={save.fault} company={request.company} named={request} onType={type} />
        <NewContent news={news} />
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
