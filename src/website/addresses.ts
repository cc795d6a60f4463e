import { posix } from 'node:path'
import type { Language } from '#platform/language'

/** Every public address, from the website's root without a leading slash. Permanent: versions are never moved. */
export const address = {
  css: () => 'public.css',
  statement: (language: Language) => `${language}/`,
  versions: (language: Language) => `${language}/versions/`,
  version: (language: Language, version: number) => `${language}/versions/${version}/`,
  difference: (language: Language, from: number, to: number) => `${language}/versions/${from}/difference/${to}/`,
  pdf: (language: Language, version: number) => `${language}/versions/${version}/statement.pdf`,
  machine: (version: number, kind: 'yaml' | 'json' | 'jsonld') => `versions/${version}/statement.${kind}`,
  contact: (language: Language) => `${language}/contact/`,
  cookies: (language: Language) => `${language}/cookies/`,
  cookiesOf: (language: Language, version: number) => `${language}/versions/${version}/cookies/`,
  recipients: (language: Language) => `${language}/recipients/`,
  embed: (language: Language) => `${language}/embed/`,
}

/**
 * Links as seen from one page, relative: so the same pages work at the root, under a path of the company's own site behind a
 * proxy, and as files.
 */
export function linksFrom(page: string) {
  const folder = page.endsWith('/') ? page : posix.dirname(page)
  return (target: string) => {
    const path = posix.relative(`/${folder}`, `/${target}`)
    return `${path === '' ? '.' : path}${target.endsWith('/') ? '/' : ''}`
  }
}
