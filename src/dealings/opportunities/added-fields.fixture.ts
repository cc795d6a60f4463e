import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { stringify } from 'yaml'
import { readStatement, type Statement } from '#statement'
import { noon } from '#test/register'

export const added = [
  { id: 'opportunity.campaign', type: 'text', label: { fi: 'Kampanja', sv: 'Kampanj', en: 'Campaign' } },
  {
    ...{ id: 'opportunity.rival', type: 'choice', label: { fi: 'Kilpailija', sv: 'Konkurrent', en: 'Rival' } },
    choices: [
      { id: 'aurora', label: { fi: 'Aurora', sv: 'Aurora', en: 'Aurora' } },
      { id: 'none', label: { fi: 'ei ole', sv: 'ingen', en: 'none' } },
    ],
  },
  { id: 'opportunity.halls', type: 'number', label: { fi: 'Halleja', sv: 'Hallar', en: 'Halls' } },
  { id: 'opportunity.visitOn', type: 'date', label: { fi: 'Katselmus', sv: 'Besiktning', en: 'Visit' } },
  { id: 'opportunity.urgent', type: 'boolean', label: { fi: 'Kiireellinen', sv: 'Brådskande', en: 'Urgent' } },
] as const

const { statement } = readStatement(
  await readFile(new URL('../../../examples/valo-group.yaml', import.meta.url), 'utf8'),
)
assert.ok(statement)
const bare = structuredClone(statement)
/** Valo's statement with these fields of opportunities: sales and privacy write them, billing reads the number of halls. */
export const withFields = (fields: readonly object[]) => {
  const next = structuredClone(bare) as Statement
  for (const field of fields as (typeof added)[number][]) {
    next.dataCategories.push(
      structuredClone({ saidIn: 'S5.9', personal: true, fromStage: 'prospect', ...field }) as never,
    )
    for (const { id, reads, writes } of next.duties ?? []) {
      if (id === 'sales' || id === 'privacy') for (const list of [reads, writes]) list.push(field.id)
      if (id === 'billing' && field.id === 'opportunity.halls') reads.push(field.id)
    }
  }
  return stringify(next, { version: '1.2' })
}

export const tomas = { by: 'tomas', duty: 'admin', purpose: 'statement', at: noon, under: '1' }
