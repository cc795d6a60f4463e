import { ActionIcon, FileButton, Group, Menu, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import {
  IconDots,
  IconDownload,
  IconEye,
  IconFile,
  IconFileTypePdf,
  IconPencil,
  IconPhoto,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react'
import { type FormEvent, lazy, Suspense, useRef, useState } from 'react'
import { api } from '../api.ts'
import { useSpeech, useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { useFormat } from '../ui/format.ts'
import { ReasonedButton } from '../ui/ReasonedButton.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { accepted } from './accepted-files.ts'
import type { DocumentVersion, FiledDocument } from './contract.ts'
import { fetchFile, saveFile, sendFile } from './files.ts'
import { SubjectLink } from './SubjectLink.tsx'
import { useWorkTexts } from './texts.ts'

const Preview = lazy(async () => ({ default: (await import('./Preview.tsx')).Preview }))

/** One document: its latest version to look at or take, the earlier ones in its menu. */
export function DocumentRow({
  document,
  mayAdd,
  isOfDeal = false,
}: {
  document: FiledDocument
  mayAdd: boolean
  /** It stands on the deal's own card. */
  isOfDeal?: boolean
}) {
  const said = useWorkTexts()
  const { instant } = useFormat()
  const { language } = useSpeech()
  const [shown, setShown] = useState<DocumentVersion | null>(null)
  const [latest] = document.versions
  const take = useDeed({
    run: async ({ nth, fileName }: DocumentVersion) =>
      saveFile(await fetchFile(`/documents/${document.id}/versions/${nth}/file`), fileName),
    refreshes: [],
  })
  if (!latest) return null
  const Icon =
    latest.mediaType === 'application/pdf'
      ? IconFileTypePdf
      : latest.mediaType.startsWith('image/')
        ? IconPhoto
        : IconFile
  return (
    <div className="document-row">
      <Icon size={22} stroke={1.5} aria-hidden />
      <div style={{ flex: '1 1 200px', minWidth: 0 }}>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {document.name}
        </Text>
        <Text size="xs" c="dimmed" className="figures">
          {[
            instant(latest.at),
            latest.byName,
            sizeOf(latest.bytes, language),
            latest.nth > 1 && said.version(latest.nth),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {!isOfDeal && document.subject && <SubjectLink subject={document.subject} />}
      </div>
      <Group gap={6} wrap="nowrap">
        <ReasonedButton
          size="compact-sm"
          variant="default"
          leftSection={<IconEye size={15} aria-hidden />}
          label={`${said.preview}: ${document.name}`}
          onClick={() => setShown(latest)}
        >
          {said.preview}
        </ReasonedButton>
        <ReasonedButton
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          label={`${said.download}: ${document.name}`}
          loading={take.isPending}
          onClick={() => take.mutate(latest)}
        >
          {said.download}
        </ReasonedButton>
        <DocumentMenu document={document} mayAdd={mayAdd} onShow={setShown} />
      </Group>
      {shown && (
        <Suspense>
          <Preview
            document={document}
            version={shown}
            onTake={() => take.mutate(shown)}
            onClose={() => setShown(null)}
          />
        </Suspense>
      )}
    </div>
  )
}

function DocumentMenu({
  document,
  mayAdd,
  onShow,
}: {
  document: FiledDocument
  mayAdd: boolean
  onShow: (version: DocumentVersion) => void
}) {
  const said = useWorkTexts()
  const { ui } = useTexts()
  const { instant } = useFormat()
  const [isRenamed, renaming] = useDisclosure(false)
  const [isDeleted, deleting] = useDisclosure(false)
  const choose = useRef<() => void>(null)
  const add = useDeed({
    run: (file: File) => sendFile(`/documents/${document.id}/versions`, file),
    done: said.versionAdded,
    refreshes: [['work']],
  })
  const earlier = document.versions.slice(1)
  return (
    <>
      <FileButton accept={accepted} onChange={(file) => file && add.mutate(file)}>
        {({ onClick }) => {
          choose.current = onClick
          return null
        }}
      </FileButton>
      <Menu position="bottom-end" shadow="md" width={270}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`${ui.more}: ${document.name}`}>
            <IconDots size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayAdd && (
            <>
              <Menu.Item leftSection={<IconUpload size={16} aria-hidden />} onClick={() => choose.current?.()}>
                {said.newVersion}
              </Menu.Item>
              <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={renaming.open}>
                {said.rename}
              </Menu.Item>
            </>
          )}
          {document.isOwn && (
            <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={deleting.open}>
              {said.deleteDocument}
            </Menu.Item>
          )}
          {earlier.length > 0 && <Menu.Label>{said.olderVersions(earlier.length)}</Menu.Label>}
          {earlier.map((version) => (
            <Menu.Item
              key={version.nth}
              leftSection={<IconEye size={16} aria-hidden />}
              onClick={() => onShow(version)}
            >
              {said.version(version.nth)} · {instant(version.at)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {isRenamed && <Rename document={document} onClose={renaming.close} />}
      {isDeleted && <Delete document={document} onClose={deleting.close} />}
    </>
  )
}

function Rename({ document, onClose }: { document: FiledDocument; onClose: () => void }) {
  const said = useWorkTexts()
  const { ui } = useTexts()
  const [name, setName] = useState(document.name)
  const rename = useDeed({
    run: () => api.patch(`/documents/${document.id}`, { name }, document.revision),
    done: said.documentRenamed,
    refreshes: [['work']],
    then: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    rename.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={said.rename} closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          <TextInput
            label={said.documentName}
            required
            maxLength={200}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <FormFoot label={ui.save} busy={rename.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}

function Delete({ document, onClose }: { document: FiledDocument; onClose: () => void }) {
  const said = useWorkTexts()
  const { ui } = useTexts()
  const remove = useDeed({
    run: () => api.delete(`/documents/${document.id}`),
    done: said.documentDeleted,
    binned: `document/${document.id}`,
    refreshes: [['work']],
    then: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    remove.mutate()
  }
  return (
    <Dialog opened onClose={onClose} title={document.name} closeButtonProps={{ 'aria-label': ui.close }}>
      <Form onSubmit={submit}>
        <Stack>
          <Text size="sm">{said.deleteSure}</Text>
          <FormFoot label={said.deleteDocument} color="red.9" busy={remove.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Dialog>
  )
}

function sizeOf(bytes: number, language: string) {
  const isSmall = bytes < 1_000_000
  const unit = { style: 'unit', unit: isSmall ? 'kilobyte' : 'megabyte', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(language, unit).format(isSmall ? Math.max(1, Math.round(bytes / 1000)) : bytes / 1e6)
}
