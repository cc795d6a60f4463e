import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { type Published, paperPdf } from '#statement'
import { dayIn } from './letter.ts'

interface Printed {
  language: Language
  subject: string
  body: string
  /** To whom, line by line. */
  to: readonly string[]
  madeAt: Date
}

/** A letter on paper, to be printed and posted. */
export function letterOnPaper(
  { statement }: Published,
  { language, subject, body, to, madeAt }: Printed,
): Promise<Uint8Array> {
  const controller = statement.controller.legalName ?? ''
  return paperPdf({
    ...{ language, title: subject, author: controller, madeAt, foot: controller },
    lead: [...to, dayIn(language, dayInHelsinki(madeAt))],
    sections: [
      {
        number: '',
        heading: [],
        blocks: body
          .split('\n\n')
          .map((part) => ({ kind: 'paragraph', said: [{ clauses: [], text: [part] }] }) as const),
      },
    ],
  })
}
