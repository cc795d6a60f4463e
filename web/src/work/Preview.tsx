import { FileViewer } from '../ui/FileViewer.tsx'
import type { DocumentVersion, FiledDocument } from './contract.ts'
import { fetchFile } from './files.ts'
import { useRemembered } from './remember-opened.ts'

/** One version of a document inside the desk. */
export function Preview({
  document: { id, name },
  version: { nth, view },
  onTake,
  onClose,
}: {
  document: FiledDocument
  version: DocumentVersion
  onTake: () => void
  onClose: () => void
}) {
  useRemembered('document', id)
  const path = `/documents/${id}/versions/${nth}`
  return (
    <FileViewer
      title={name}
      view={view}
      address={`/api/v1${path}/view`}
      file={() => fetchFile(`${path}/file`)}
      name={[id, nth]}
      onTake={onTake}
      onClose={onClose}
    />
  )
}
