import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { printDuties } from './duties.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
mkdirSync(`${root}/docs/duties`, { recursive: true })
writeFileSync(`${root}/docs/duties/README.md`, printDuties(root))
