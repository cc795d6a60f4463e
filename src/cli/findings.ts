import type { Language } from '#platform/language'
import type { findingsOf } from '#statement'
import { tinted } from './terminal.ts'

type Findings = ReturnType<typeof findingsOf>

const groups = {
  errors: { colour: 'red', title: { fi: 'virhettä', sv: 'fel', en: 'errors' } },
  warnings: { colour: 'yellow', title: { fi: 'varoitusta', sv: 'varningar', en: 'warnings' } },
  notes: { colour: 'cyan', title: { fi: 'huomautusta', sv: 'anmärkningar', en: 'notes' } },
} as const
const one = {
  errors: { fi: 'virhe', sv: 'fel', en: 'error' },
  warnings: { fi: 'varoitus', sv: 'varning', en: 'warning' },
  notes: { fi: 'huomautus', sv: 'anmärkning', en: 'note' },
}
const mending = { fi: 'Korjaus', sv: 'Åtgärd', en: 'Mend' }
const nothing = { fi: 'ei virheitä', sv: 'inga fel', en: 'no errors' }
const meant = { fi: 'tarkoititko', sv: 'menade du', en: 'did you mean' }

/** Findings for a person to read: grouped by weight, each with its place, reason and mend. */
export function findingsInWords(file: string, found: Findings, language: Language): string {
  const weights = ['errors', 'warnings', 'notes'] as const
  const parts = weights
    .filter((weight) => found[weight].length > 0)
    .map((weight) => {
      const { colour } = groups[weight]
      const lines = found[weight].map(({ code, clause, line, article, reason, mend }) => {
        const place = tinted('dim', `${file}${line ? `:${line}` : ''}`)
        const law = article ? `, ${article}` : ''
        return `  ${tinted(colour, code)} ${tinted('bold', clause)}${law}  ${place}\n    ${reason[language]}\n    ${mending[language]}: ${mend[language]}\n`
      })
      return `${tinted('bold', counted(weight, found[weight].length, language))}\n${lines.join('')}`
    })

  const counts = weights.map((weight) => counted(weight, found[weight].length, language)).join(', ')
  const verdict = found.errors.length ? tinted('red', counts) : `${tinted('green', nothing[language])} (${counts})`
  return `${[...parts, ''].join('\n')}${file}: ${verdict}\n`
}

/** What keeps a file from being read, as editors and terminals link it: file:line:column. */
export function problemsInWords(file: string, problems: Findings['problems'], language: Language): string {
  return problems
    .map(({ line, column, said, suggestion, code }) => {
      const hint = suggestion && !said[language].includes(suggestion) ? ` (${meant[language]} ${suggestion}?)` : ''
      return `${file}:${line}:${column}: ${tinted('red', said[language])}${hint} ${tinted('dim', code)}\n`
    })
    .join('')
}

function counted(weight: keyof typeof groups, count: number, language: Language) {
  return `${count} ${(count === 1 ? one[weight] : groups[weight].title)[language]}`
}
