import { Button, Center, Loader, Modal, Stack, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import type { DocumentVersion, FiledDocument } from './contract.ts'
import { fetchFile } from './files.ts'
import { useWorkTexts } from './texts.ts'

/** A picture is painted from its bytes; a PDF opens in the browser's own viewer. Nothing of either is a page of ours. */
export function Preview({
  document,
  version,
  onClose,
}: {
  document: FiledDocument
  version: DocumentVersion
  onClose: () => void
}) {
  const said = useWorkTexts()
  const { ui } = useTexts()
  const file = useQuery({
    queryKey: ['file', document.id, version.nth],
    queryFn: () => fetchFile(`/documents/${document.id}/versions/${version.nth}/file`),
    gcTime: 0,
  })
  return (
    <Modal opened onClose={onClose} size="80rem" title={document.name} closeButtonProps={{ 'aria-label': ui.close }}>
      <Asked
        query={file}
        waiting={
          <Center mih={240}>
            <Loader aria-label={ui.loading} role="status" />
          </Center>
        }
      >
        {(blob) =>
          version.mediaType === 'application/pdf' ? (
            <Stack align="center" py="xl">
              <Text size="sm">{version.fileName}</Text>
              <Button
                leftSection={<IconExternalLink size={16} aria-hidden />}
                onClick={() => openPdf(blob)}
                data-autofocus
              >
                {said.preview}
              </Button>
            </Stack>
          ) : (
            <Picture blob={blob} label={document.name} />
          )
        }
      </Asked>
    </Modal>
  )
}

function openPdf(blob: Blob) {
  const address = URL.createObjectURL(new Blob([blob], { type: 'application/pdf' }))
  window.open(address, '_blank', 'noopener')
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function Picture({ blob, label }: { blob: Blob; label: string }) {
  const said = useWorkTexts()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isBroken, setBroken] = useState(false)
  // A canvas is outside React; painting needs no address that the page's own policy would have to allow.
  useEffect(() => {
    let isGone = false
    createImageBitmap(blob).then(
      (picture) => {
        const place = canvas.current
        if (!place || isGone) return
        const scale = Math.min(1, 2400 / Math.max(picture.width, picture.height))
        place.width = Math.round(picture.width * scale)
        place.height = Math.round(picture.height * scale)
        place.getContext('2d')?.drawImage(picture, 0, 0, place.width, place.height)
        picture.close()
      },
      () => setBroken(true),
    )
    return () => {
      isGone = true
    }
  }, [blob])
  if (isBroken) return <Text size="sm">{said.noPreview}</Text>
  return <canvas ref={canvas} className="document-preview" role="img" aria-label={label} />
}
