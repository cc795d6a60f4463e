import { Refusal } from '#platform/refusal'
import type { Published } from './active.ts'
import { draftStatement, draftToYaml } from './draft/draft.ts'
import { statementYaml } from './render/machine-copies.ts'
import { fromTemplate, type TemplateFacts } from './template/template.ts'

export interface DraftWish {
  from: 'active' | 'template' | 'prose' | 'file'
  facts?: Record<string, unknown>
  prose?: string
  source?: string
}

/** The text a draft begins with: the version in force, the template with a few facts, an old statement's prose, or a file. */
export function draftFrom(wish: DraftWish, current: Published | null): { source: string; origin: string | null } {
  if (wish.from === 'prose' && wish.prose) return { source: draftToYaml(draftStatement(wish.prose)), origin: wish.prose }
  if (wish.from === 'template' && wish.facts) {
    return { source: statementYaml(fromTemplate(wish.facts as unknown as TemplateFacts)), origin: null }
  }
  if (wish.from === 'file' && wish.source !== undefined) return { source: wish.source, origin: null }
  if (wish.from === 'active' && current) return { source: statementYaml(current.statement), origin: null }
  throw new Refusal('INVALID_REQUEST', 422, { field: `body/${wish.from}` })
}
