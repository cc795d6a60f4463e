import { Button, FileButton, Group, Input, Pill, Select } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../api.ts'
import { useFormat } from '../ui/format.ts'
import { accepted } from '../work/accepted-files.ts'
import type { Recipients } from './contract.ts'
import { type LetterFile, mostFiles, mostMegabytes, tooMuch } from './letter-files.ts'
import { attachablesQuery } from './queries.ts'
import { useMailTexts } from './texts.ts'

/** The files of a letter: from one's computer, and from what the register holds of its recipients. */
export function FilesPart({
  files,
  recipients,
  fault,
  onChange,
}: {
  files: LetterFile[]
  recipients: Recipients
  fault: unknown
  onChange: (files: LetterFile[]) => void
}) {
  const said = useMailTexts()
  const [isTooMuch, setTooMuch] = useState(false)
  const add = (more: LetterFile[]) => {
    const next = [...files, ...more.filter(({ key }) => files.every((one) => one.key !== key))]
    setTooMuch(tooMuch(next))
    if (!tooMuch(next)) onChange(next)
  }
  const refused = fault instanceof Problem && fault.detail.field === 'files' ? fault : null
  const about = files[Number(refused?.detail.nth)]?.name
  const limits = said.filesLimit(mostFiles, mostMegabytes)
  return (
    <Input.Wrapper
      label={said.files}
      labelElement="div"
      errorProps={{ mt: 6 }}
      description={limits}
      error={
        isTooMuch ? `${limits} ${said.fileLeftOut}` : refused && [about, refused.message].filter(Boolean).join(': ')
      }
    >
      {files.length > 0 && (
        <Pill.Group mt={6}>
          {files.map(({ key, name, bytes }) => (
            <Pill
              key={key}
              withRemoveButton
              removeButtonProps={{ 'aria-label': said.removeFile(name), 'aria-hidden': false, tabIndex: 0 }}
              onRemove={() => {
                setTooMuch(false)
                onChange(files.filter((one) => one.key !== key))
              }}
            >
              {bytes === null ? name : said.file(name, said.size(Math.max(1, Math.round(bytes / 1000))))}
            </Pill>
          ))}
        </Pill.Group>
      )}
      <Group gap="xs" mt={6} align="flex-start">
        <FileButton
          multiple
          accept={accepted}
          onChange={(chosen) =>
            add(
              chosen.map((file) => ({
                key: `${file.name} ${file.size}`,
                name: file.name,
                bytes: file.size,
                from: { file },
              })),
            )
          }
        >
          {(button) => (
            <Button {...button} size="xs" variant="default" leftSection={<IconPaperclip size={15} aria-hidden />}>
              {said.addFile}
            </Button>
          )}
        </FileButton>
        <FromRegister recipients={recipients} onChoose={(file) => add([file])} />
      </Group>
    </Input.Wrapper>
  )
}

function FromRegister({
  recipients: { to, cc },
  onChoose,
}: {
  recipients: Recipients
  onChoose: (file: LetterFile) => void
}) {
  const said = useMailTexts()
  const { day } = useFormat()
  const all = [...to, ...cc]
  const idsOf = (kind: string) => all.filter((one) => one.kind === kind).map(({ id }) => id)
  const found = useQuery({
    ...attachablesQuery({ people: idsOf('person'), companies: idsOf('company') }),
    retry: false,
  })
  const { documents = [], papers = [] } = found.data ?? {}
  const offered: { group: string; file: LetterFile }[] = [
    ...documents.map(({ id, name, nth, bytes }) => ({
      group: said.documents,
      file: { key: id, name, bytes, from: { document: id, nth } },
    })),
    ...papers.map(({ paper, id, kind, number, at }) => ({
      group: said.papers,
      file: {
        key: id,
        name: `${said.paperKinds[kind] ?? kind} ${number} · ${day(at)}`,
        bytes: null,
        from: { paper, id },
      },
    })),
  ]
  if (offered.length === 0) return null
  return (
    <Select
      aria-label={said.fromRegister}
      placeholder={said.fromRegister}
      size="xs"
      searchable
      flex="1 1 180px"
      maw={340}
      value={null}
      data={[said.documents, said.papers].map((group) => ({
        group,
        items: offered.filter((one) => one.group === group).map(({ file }) => ({ value: file.key, label: file.name })),
      }))}
      onChange={(key) => {
        const chosen = offered.find(({ file }) => file.key === key)
        if (chosen) onChoose(chosen.file)
      }}
    />
  )
}
