import { Document, isScalar, visit } from 'yaml'
import type { Draft } from './draft.ts'
import type { Entry } from './notebook.ts'

const head = [
  ' Drafted by rules from a published statement. Nothing here was invented: what the text does not say is empty.',
  ' `origins` gives the sentence that each value was read from. Check every value, then lint. A dash (—) is a text that is still to be written.',
]

/** The draft as a statement file; sentences that found no place stand as comments at its end. */
export function draftToYaml(draft: Draft): string {
  const document = new Document({
    ...readable(draft.statement),
    ...(Object.keys(draft.origins).length > 0 ? { origins: draft.origins } : {}),
  })
  // YAML 1.1 readers would turn 00520, NO or 2022-12-12 into something else.
  visit(document, {
    Scalar(_, node) {
      if (
        isScalar(node) &&
        typeof node.value === 'string' &&
        /^(?:[\d+.:\-/ ]+|no|yes|on|off|y|n|~)$/i.test(node.value)
      )
        node.type = 'QUOTE_DOUBLE'
    },
  })
  document.commentBefore = head.join('\n')
  if (draft.unplaced.length > 0) {
    document.comment = [
      ' Not placed anywhere:',
      ...draft.unplaced.map(({ sentence, start }) => ` ${start}: ${sentence.replace(/\s+/g, ' ').trim()}`),
    ].join('\n')
  }
  return document.toString({ lineWidth: 140 })
}

/** The keys that every statement file must have, marked open where the text was silent, so that the file can be read and linted. */
function readable(statement: Entry): Entry {
  const open = { fi: '—' }
  const metadata = (statement.metadata ?? {}) as Entry
  const filled = {
    ...statement,
    metadata: { ...metadata, title: metadata.title ?? open },
    register: statement.register ?? { name: open },
  }
  // The order of the keys is the page's order.
  const first = ['apiVersion', 'kind', 'metadata', 'sections', 'register'].flatMap((key) =>
    key in filled ? [[key, (filled as Entry)[key]] as const] : [],
  )
  return { ...Object.fromEntries(first), ...filled }
}
