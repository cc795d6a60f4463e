import type { Statement } from '../format.ts'

/** JSON pointers of the texts that lack one of the promised languages. */
export function untranslated(statement: Statement): string[] {
  const { primary, translations } = statement.metadata.languages
  const promised = [...new Set([primary, ...translations])]
  // What an earlier text said is a quotation, and a draft's sentences stay in the language they were read in.
  const { origins: _origins, expectedFindings: _expected, unmappedBases: _quoted, ...said } = statement

  return gapsIn(said, '', promised)
}

function gapsIn(value: unknown, path: string, promised: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => gapsIn(item, `${path}/${at}`, promised))
  if (typeof value !== 'object' || value === null) return []

  const entries = Object.entries(value).filter(([key]) => key !== 'asWritten' && key !== 'proposed' && key !== 'city')
  if (typeof (value as { fi?: unknown }).fi === 'string') {
    return promised.every((language) => Object.hasOwn(value, language)) ? [] : [path]
  }
  return entries.flatMap(([key, inner]) => gapsIn(inner, `${path}/${key}`, promised))
}
