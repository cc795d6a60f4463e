import type { Kept } from '../contract.ts'
import { reasonOf } from '../statement/reason.ts'
import type { Texts } from '../texts/index.tsx'

/** Why this duty may not look after a record's relationships: those who write its name may. */
export function reasonToKeep({ may }: Kept, texts: Texts) {
  return reasonOf(may?.fields?.['org.name']?.write ?? may?.fields?.['person.name']?.write, texts)
}
