import type { Words } from '../contract.ts'

interface Service {
  id: string
  scope: string
  name: string
  provider: string
  country: string | null
  use: Words | null
  cookies: { name: string; duration: Words | null; party: 'first' | 'third' }[]
  thirdPartyAccess: boolean
}

export interface Group {
  id: string
  label: Words
  exempt: boolean
  ad: boolean
  services: Service[]
}

export type State = 'given' | 'refused' | 'withdrawn'
export type Way = 'banner' | 'chooser' | 'embed' | 'no-script'

export interface Choices {
  version: number
  state: State
  way: Way
  receipts: number
}

export interface ServiceCount {
  service: string
  allowed: number
  refused: number
}

export interface Snippet {
  head: string
  service: string
  embed: string
  footer: string
  form: string
  csp: string
}

/** What the desk knows of the cookies: the catalogue in force, what to put on the site, counts, and what each version changed. */
export interface Cookies {
  catalogue: {
    version: number
    groups: Group[]
    embeds: { id: string; provider: string; country: string | null }[]
    honoursGpc: boolean
    months: [number, number]
  }
  websites: string[]
  snippet: Snippet
  choices: Choices[]
  services: ServiceCount[]
  versions: { version: number; publishedAt: string; added: string[]; dropped: string[] }[]
}
