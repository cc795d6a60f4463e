import { Button, Center, Group, Loader, Modal, Text } from '@mantine/core'
import { IconDownload, IconExternalLink, IconFileOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTexts } from '../texts/index.tsx'
import { Asked } from './Asked.tsx'
import { Empty } from './Empty.tsx'
import { Scrolling } from './Scrolling.tsx'
import { useTopmost } from './topmost.ts'
import { useViewerTexts } from './viewer-texts.ts'
import './viewer.css'

/** How many bytes of a text are shown; the rest is in the file. */
const longestText = 200_000

interface Viewed {
  title: string
  /** How it is shown; null: there is no preview of this kind of file. */
  view: 'pdf' | 'picture' | 'text' | null
  /** Where a PDF lies on this origin, with headers that let the desk frame it. */
  address?: string
  /** The bytes of a picture or a text. */
  file?: () => Promise<Blob>
  /** Under which the bytes are kept while it is open. */
  name: readonly unknown[]
  onTake?: () => void
  onClose: () => void
}

/** A file inside the desk: a PDF in the browser's own viewer, a picture or a text painted from its bytes. Nothing of it is a page of ours. */
export function FileViewer({ title, view, address, file, name, onTake, onClose }: Viewed) {
  const { ui } = useTexts()
  const said = useViewerTexts()
  return (
    <Modal
      opened
      onClose={useTopmost(true, onClose)}
      size="64rem"
      title={title}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      {view === 'pdf' && address && <Pdf title={title} address={address} />}
      {view !== 'pdf' && view !== null && file && <Bytes view={view} title={title} file={file} name={name} />}
      {view === null && (
        <Empty icon={<IconFileOff size={26} />} title={said.none}>
          {said.noneText}
        </Empty>
      )}
      {onTake && (
        <Group justify="flex-end" mt="sm">
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={onTake}>
            {said.download}
          </Button>
        </Group>
      )}
    </Modal>
  )
}

function Pdf({ title, address }: { title: string; address: string }) {
  const said = useViewerTexts()
  const open = (
    <Button
      component="a"
      href={address}
      target="_blank"
      rel="noopener"
      variant="default"
      size="xs"
      leftSection={<IconExternalLink size={15} aria-hidden />}
    >
      {said.open}
    </Button>
  )
  // Phones mostly have no viewer inside a page: then the browser opens the file by itself.
  if (navigator.pdfViewerEnabled === false)
    return (
      <Empty icon={<IconFileOff size={26} />} title={said.noViewer} action={open}>
        {said.noViewerText}
      </Empty>
    )
  return <iframe className="viewer-pdf" title={title} src={`${address}#navpanes=0&view=FitH`} />
}

function Bytes({
  view,
  title,
  file,
  name,
}: Pick<Viewed, 'title' | 'name'> & { view: 'picture' | 'text'; file: () => Promise<Blob> }) {
  const { ui } = useTexts()
  const bytes = useQuery({ queryKey: ['file', ...name], queryFn: file, gcTime: 0 })
  return (
    <Asked
      query={bytes}
      waiting={
        <Center mih={240}>
          <Loader aria-label={ui.loading} role="status" />
        </Center>
      }
    >
      {(blob): ReactNode =>
        view === 'text' ? <Words blob={blob} title={title} /> : <Picture blob={blob} title={title} />
      }
    </Asked>
  )
}

function Words({ blob, title }: { blob: Blob; title: string }) {
  const said = useViewerTexts()
  const { ui } = useTexts()
  const text = useQuery({
    queryKey: ['text', blob.size, title],
    queryFn: () => blob.slice(0, longestText).text(),
    gcTime: 0,
  })
  if (text.data === undefined) return <Loader aria-label={ui.loading} role="status" />
  return (
    <>
      <Scrolling label={title} style={{ maxHeight: '70vh' }}>
        <pre className="viewer-text">{text.data}</pre>
      </Scrolling>
      {blob.size > longestText && (
        <Text size="xs" c="dimmed" mt={6}>
          {said.cut}
        </Text>
      )}
    </>
  )
}

function Picture({ blob, title }: { blob: Blob; title: string }) {
  const said = useViewerTexts()
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
  if (isBroken)
    return (
      <Empty icon={<IconFileOff size={26} />} title={said.broken}>
        {said.brokenText}
      </Empty>
    )
  return <canvas ref={canvas} className="viewer-picture" role="img" aria-label={title} />
}
