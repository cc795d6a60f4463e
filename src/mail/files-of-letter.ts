import { look, type Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import { checkedFile, fileOfDocument } from '#work'
import type { LetterFile, MailRunning, PaperFiles } from './reach.ts'

/** From one's computer, its bytes in base64; a version of a document; or the paper of a deal, such as one of the `invoices`. */
export type FileWish =
  | { name: string; content: string }
  | { document: string; nth: number }
  | { paper: string; id: string }

// Mail grows by a third on its way, and many servers refuse more than twenty megabytes.
export const [mostFiles, mostMegabytes] = [10, 10]

/**
 * The files of a letter, each as whoever writes it may read it. Refuses, naming the field `files` and the place in it (`nth`), what is too
 * much (`MAIL_FILES_TOO_LARGE`), what no document may be (`DOCUMENT_TYPE`, `DOCUMENT_EMPTY`), a draft (`PAPER_IS_DRAFT`) and what is not seen.
 */
export async function filesOfLetter(
  running: MailRunning,
  papers: PaperFiles | undefined,
  { occasion, wishes }: { occasion: Occasion; wishes: readonly FileWish[] },
): Promise<LetterFile[]> {
  const tooMuch = () =>
    new Refusal('MAIL_FILES_TOO_LARGE', 413, { field: 'files', most: mostFiles, limit: mostMegabytes })
  if (wishes.length > mostFiles) throw tooMuch()
  const files: LetterFile[] = []
  for (const [nth, wish] of wishes.entries()) {
    files.push(
      await fileOf(running, papers, { occasion, wish }).catch((fault: unknown) => {
        if (!(fault instanceof Refusal)) throw fault
        throw new Refusal(fault.code, fault.status, { ...fault.detail, field: 'files', nth })
      }),
    )
    if (files.reduce((sum, { content }) => sum + content.length, 0) > mostMegabytes * 1e6) throw tooMuch()
  }
  return files
}

async function fileOf(
  running: MailRunning,
  papers: PaperFiles | undefined,
  { occasion, wish }: { occasion: Occasion; wish: FileWish },
): Promise<LetterFile> {
  if ('paper' in wish) {
    if (!papers) throw new Refusal('NOT_FOUND', 404)
    return papers.file(occasion, wish)
  }
  if ('document' in wish) {
    const named: string[] = []
    const held = await look(running.db, occasion, (view) => {
      const saw = (people: readonly string[], fields: readonly string[]) => {
        named.push(...people)
        view.saw(people, fields)
      }
      return fileOfDocument({ ...view, saw } as never, inForce(running), { id: wish.document, nth: wish.nth })
    })
    const { fileName: name, mediaType: type, bytes: content } = held
    return { name, type, content, fields: ['com.activities'], people: named }
  }
  const bytes = Buffer.from(wish.content, 'base64')
  if (bytes.toString('base64') !== wish.content) throw new Refusal('VALUE_NOT_VALID', 422) // it would go cut at what is broken
  const file = checkedFile({ fileName: wish.name, bytes })
  return { name: file.fileName, type: file.mediaType, content: file.bytes, fields: [], people: [] }
}
