import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sources } from './sources.ts'

const empty = ['manager', 'helper', 'helpers', 'util', 'utils', 'common', 'base', 'data', 'info']
const vague = ['handle', 'process', 'do']

/** The law's own words, which hold one of the empty words. */
const lawful = [
  'personal-data',
  'data-subject',
  'data-category',
  'data-categories',
  'system-data',
  'provision-of-data',
  'common-password',
]

/** Words that belong to the modules: the platform may not know them. */
const domain =
  /\b(consent|statement|enquir(y|ies)|organi[sz]ations?|campaigns?|customers?|invoices?|newsletters?|erasure|objection|suppression|controller|processor|data subject)\b/i

/** Names of files and of exported things that say nothing. */
export function emptyNames(root: string): string[] {
  return sources(root).flatMap((file) => {
    const exported = readFileSync(join(root, file), 'utf8').matchAll(
      /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm,
    )
    const names = [basename(file), ...[...exported].map(([, name = '']) => name)]
    return names.filter(saysNothing).map((name) => `${file}: ${name}`)
  })
}

/** Lines of the platform that know a word of the domain. */
export function domainWordsInPlatform(root: string): string[] {
  const platform = sources(root).filter(
    (file) => file.startsWith('src/platform/') && !/\.(test|fixture)\.ts$/.test(file),
  )
  return platform.flatMap((file) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n')
    return lines.flatMap((line, index) => {
      const [word] = domain.exec(line) ?? []
      return word ? [`${file}:${index + 1}: ${word}`] : []
    })
  })
}

function saysNothing(name: string): boolean {
  const kebab = name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
  const words = lawful.reduce((text, phrase) => text.replace(phrase, ''), kebab).split(/[-._]+/)
  return vague.includes(words[0] ?? '') || words.some((word) => empty.includes(word))
}
