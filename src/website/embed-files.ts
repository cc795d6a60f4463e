import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { canonicalJson } from '#platform/canonical-json'
import type { Language } from '#platform/language'
import type { Published } from '#statement'
import { address } from './addresses.ts'
import { bannerWordsOf, embedLinesOf, linesOf, wordsHashOf } from './cookie-words.ts'
import { catalogueTexts } from './cookies.texts.ts'
import { askedServices, type Catalogue } from './cookies.ts'

/** A file as it goes out: its bytes, the same packed, and its name for a browser that asks whether it changed. */
export interface SentFile {
  text: string
  packed: Buffer
  etag: string
}

/** The gate's file: the services of the statement in force before the code that holds them. */
export function gateFile(code: string, catalogue: Catalogue, signal: boolean): SentFile {
  const asked = askedServices(catalogue).map(({ scope, ad }) => ({ scope, ...(ad ? { ad: 1 } : {}) }))
  const free = catalogue.groups.filter(({ exempt }) => exempt).flatMap(({ services }) => services.map(({ id }) => id))
  return fileOf(
    'SELOSTE',
    { version: catalogue.version, hash: catalogue.hash.slice(0, 16), gpc: catalogue.honoursGpc, signal, free, asked },
    code,
  )
}

/** The widget's file in one language: the words of the banner and of the catalogue before the code that shows them. */
export function widgetFile(
  code: string,
  catalogue: Catalogue,
  published: Published,
  where: { language: Language; publicUrl: string },
): SentFile {
  const { language, publicUrl } = where
  return fileOf(
    'WORDS',
    {
      hash: wordsHashOf(catalogue, language).slice(0, 16),
      words: bannerWordsOf(catalogue, language),
      months: catalogue.months,
      groups: catalogue.groups.map(({ label, exempt, services }) => ({
        label: label[language],
        note: catalogueTexts[exempt ? 'exempt' : 'asked'][language],
        services: services.map((service) => ({
          scope: service.scope,
          ...(exempt ? { free: 1 } : {}),
          name: service.name,
          lines: linesOf(service, language),
          kept: service.cookies.map(({ name }) => name),
        })),
      })),
      embeds: Object.fromEntries(catalogue.embeds.map((one) => [one.id, embedLinesOf(one, published, language)])),
      page: `${publicUrl}/${address.cookies(language)}`,
      statement: `${publicUrl}/${address.statement(language)}`,
    },
    code,
  )
}

export function plainFile(text: string): SentFile {
  return {
    text,
    packed: gzipSync(text, { level: 9 }),
    etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 20)}"`,
  }
}

// In a block of its own the constant is seen by the code after it and by nothing else on the page.
function fileOf(name: string, value: unknown, code: string): SentFile {
  return plainFile(`{const ${name}=${canonicalJson(value).replaceAll('<', '\\u003c')};${code.trim()}}\n`)
}
