import { Alert, Button, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { caller, Problem, type ProblemBody } from '../api.ts'
import { capital, useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { saidProblem } from '../ui/said-problem.ts'
import { tell } from '../ui/toast.ts'
import type { List, ReportWish, Wish } from './contract.ts'
import { askedOf, exportRecipientsQuery } from './queries.ts'
import { useListTexts } from './texts.ts'
import { useCells } from './useCells.tsx'

const formats = ['xlsx', 'csv', 'csv-comma'] as const
const ourselves = 'ourselves'

type Exported = { wish: Wish; report?: never } | { report: ReportWish; wish?: never }

/** The view, or a report that names somebody, as a file. It can be stopped while it comes. */
export function ExportList({ list, wish, report, onClose }: Exported & { list: List; onClose: () => void }) {
  const isAboutPeople = report !== undefined || list.isAboutPeople
  const everything = useTexts()
  const texts = useListTexts()
  const { number } = useCells()
  const [format, setFormat] = useState<string>('xlsx')
  const [typed, setTyped] = useState<string | null>(null)
  const reason = typed ?? capital(list.reason)
  const [recipient, setRecipient] = useState(ourselves)
  const recipients = useQuery(exportRecipientsQuery).data?.items ?? []
  const [bytes, setBytes] = useState<number | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const stop = useRef<AbortController | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setFault(null)
    setBytes(0)
    stop.current = new AbortController()
    try {
      const asked = {
        ...{ wish: report ?? askedOf(wish), format, ...(isAboutPeople ? { reason } : {}) },
        ...(recipient === ourselves ? {} : { recipient }),
      }
      await download(`/api/v1/lists/${list.name}/${report ? 'report/export' : 'export'}`, asked, {
        signal: stop.current.signal,
        onBytes: setBytes,
      })
      tell(texts.exported)
      onClose()
    } catch (caught) {
      if (caught instanceof DOMException && caught.name === 'AbortError') tell(texts.exportStopped)
      else setFault(caught)
    }
    setBytes(null)
  }
  const cancel = () => {
    stop.current?.abort()
    if (bytes === null) onClose()
  }
  const field = fault instanceof Problem ? fault.detail.field : undefined
  const isRefusedTo = fault instanceof Problem && fault.status === 403 && recipient !== ourselves
  return (
    <Dialog
      opened
      onClose={cancel}
      title={texts.exportTitle(list.title)}
      closeButtonProps={{ 'aria-label': everything.ui.close }}
    >
      <Form onSubmit={submit}>
        <Stack>
          <Text size="sm">{report ? texts.exportReport : texts.exportWhat}</Text>
          <Radio.Group label={texts.exportAs} value={format} onChange={setFormat}>
            <Stack gap={8} mt={8}>
              {formats.map((value) => (
                <Radio key={value} value={value} label={texts.formats[value]} />
              ))}
            </Stack>
          </Radio.Group>
          {isAboutPeople && recipients.length > 0 && (
            <Select
              label={texts.exportTo}
              description={recipient === ourselves ? texts.exportToUs : texts.exportToOthers}
              allowDeselect={false}
              value={recipient}
              error={isRefusedTo ? saidProblem(fault, everything) : undefined}
              onChange={(next) => setRecipient(next ?? ourselves)}
              data={[
                { value: ourselves, label: texts.exportOurselves },
                ...recipients.map(({ id, label, mayGo }) => ({
                  value: id,
                  label: mayGo ? label : `${label} (${texts.exportClosed})`,
                })),
              ]}
            />
          )}
          {isAboutPeople && (
            <TextInput
              data-asks="export-reason"
              label={texts.exportReason}
              description={texts.exportReasonHint}
              required
              maxLength={200}
              value={reason}
              error={field === 'reason' ? saidProblem(fault, everything) : undefined}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          <Text size="xs" c="dimmed">
            {texts.exportMark}
          </Text>
          {fault !== null && field !== 'reason' && !isRefusedTo && (
            <Alert color="red" variant="light" role="alert">
              {saidProblem(fault, everything)}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            {bytes !== null && (
              <Text size="sm" c="dimmed" role="status" className="figures">
                {texts.exporting(number(Math.round(bytes / 1024)))}
              </Text>
            )}
            <Button variant="default" onClick={cancel}>
              {everything.ui.cancel}
            </Button>
            <Button type="submit" loading={bytes !== null}>
              {texts.exportNow}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Dialog>
  )
}

async function download(
  url: string,
  asked: object,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void },
) {
  const answer = await fetch(url, {
    method: 'POST',
    signal,
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      'accept-language': caller.language,
      ...(caller.duty ? { duty: caller.duty } : {}),
    },
    body: JSON.stringify(asked),
  })
  if (!answer.ok || !answer.body) throw new Problem((await answer.json()) as ProblemBody)
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'export'
  let bytes = 0
  const counted = answer.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, next) => {
        bytes += chunk.length
        onBytes(bytes)
        next.enqueue(chunk)
      },
    }),
  )
  save(await new Response(counted).blob(), name)
}

/** Hands a file to the browser's own downloads. */
export function save(blob: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
