import { readFileSync } from 'node:fs'
import { statementHash } from '../canonical.ts'
import type { Statement } from '../format.ts'
import { readStatement } from '../read.ts'
import type { PublishedVersion } from './document.ts'
import type { PageLinks } from './page.ts'

/** The demo group's statement, read from the file that ships with the project. */
export function valoStatement(): Statement {
  const { statement, problems } = readStatement(
    readFileSync(new URL('../../../examples/valo-group.yaml', import.meta.url)),
  )
  if (!statement) throw new Error(`examples/valo-group.yaml: ${JSON.stringify(problems[0])}`)
  return statement
}

export function published(
  statement: Statement = valoStatement(),
  more: Partial<PublishedVersion> = {},
): PublishedVersion {
  return {
    version: statement.metadata.version,
    statement,
    hash: statementHash(statement),
    publishedAt: '2026-02-16T10:00:00.000Z',
    effectiveFrom: '2026-02-16',
    supersedes: null,
    changeClass: 'material',
    ...more,
  }
}

export const links: PageLinks = {
  css: '/public.css',
  languages: { fi: '/statement?lang=fi', sv: '/statement?lang=sv', en: '/statement?lang=en' },
  versions: '/statement/versions',
  pdf: '/statement.pdf',
  yaml: '/statement.yaml',
  json: '/statement.json',
  jsonld: '/statement.jsonld',
  record: '/statement/record',
}
