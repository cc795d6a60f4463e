import { Refusal } from '#platform/refusal'
import type { Published } from './active.ts'
import { draftStatement, draftToYaml } from './draft/draft.ts'
import { statementYaml } from './statement-yaml.ts'
import type { TemplateFacts } from './template/facts.ts'
import { fromTemplate } from './template/template.ts'
import { factsFrom, wrongAnswers } from './template/wizard.ts'

export interface DraftWish {
  from: 'active' | 'template' | 'prose' | 'file'
  facts?: Record<string, string>
  prose?: string
  source?: string
}

export interface DraftBeginning {
  source: string
  /** The old prose it was read from, where there was one. */
  origin: string | null
}

/** The text a draft begins with: the version in force, the template with a few facts, an old statement's prose, or a file. */
export function draftFrom(wish: DraftWish, current: Published | null, at: Date): DraftBeginning {
  if (wish.from === 'prose' && wish.prose?.trim())
    return { source: draftToYaml(draftStatement(wish.prose)), origin: wish.prose }
  if (wish.from === 'template' && wish.facts) return { source: fromAnswers(wish.facts, at), origin: null }
  if (wish.from === 'file' && wish.source !== undefined) return { source: wish.source, origin: null }
  if (wish.from === 'active' && current) return { source: statementYaml(current.statement), origin: null }
  throw new Refusal('INVALID_REQUEST', 422, { field: `body/${wish.from === 'file' ? 'source' : wish.from}` })
}

function fromAnswers(answers: Record<string, string>, at: Date): string {
  const facts = factsFrom(answers)
  const wrong = wrongAnswers(facts)[0]
  if (wrong) throw new Refusal('WIZARD_ANSWER', 422, { field: `facts/${wrong.id}` })
  return statementYaml(fromTemplate(facts as TemplateFacts, at.toISOString().slice(0, 10)))
}
