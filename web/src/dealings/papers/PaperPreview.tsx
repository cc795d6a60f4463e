import { Modal } from '@mantine/core'
import { useTexts } from '../../texts/index.tsx'

/** A paper in the browser's own reader, without leaving the desk. */
export function PaperPreview({ title, href, onClose }: { title: string; href: string; onClose: () => void }) {
  const { ui } = useTexts()
  return (
    <Modal opened onClose={onClose} title={title} size={860} closeButtonProps={{ 'aria-label': ui.close }}>
      <iframe
        title={title}
        src={`${href}#toolbar=0&view=FitH`}
        style={{ border: 0, width: '100%', height: 'min(78vh, 1100px)', borderRadius: 6 }}
      />
    </Modal>
  )
}
