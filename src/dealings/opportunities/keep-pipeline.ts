import { sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import { needed } from '../products/product.ts'
import { rowsOf } from '../rows.ts'
import type { StageKind } from './opportunity.ts'
import type { OpportunityTables } from './tables.ts'

export interface SaidNames {
  fi: string
  sv?: string | null
  en?: string | null
}

export interface SaidStage {
  /** Absent: a new stage. */
  id?: string
  names: SaidNames
  /** Per cent, of an open stage. */
  probability: number
  kind: StageKind
}

export interface PipelineWords {
  names: SaidNames
  /** In their order. */
  stages: readonly SaidStage[]
  retired?: boolean
}

type Keeping = Act<OpportunityTables>

/** Lays a pipeline with its stages. Answers its id. */
export async function layPipeline(act: Keeping, inForce: InForce, words: PipelineWords): Promise<string> {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  refuseUnlessWhole(words.stages)
  const id = newId(act.at.getTime())
  const [last] = await rowsOf<{ position: number }>(
    act,
    sql`select coalesce(max(position), 0) as position from register.pipeline`,
  )
  await act.db
    .insertInto('register.pipeline')
    .values({ id, ...columnsOf(words.names, 'names'), position: (last?.position ?? 0) + 1, retired_at: null })
    .execute()
  await putStages(act, id, words.stages)
  await act.record({ what: 'pipeline.laid', about: id })
  return id
}

/** Changes a pipeline: its name, its stages and their order, or takes it out of use. A stage with opportunities in it stays. */
export async function changePipeline(
  act: Keeping,
  inForce: InForce,
  { id, revision, words }: { id: string; revision: number; words: PipelineWords },
) {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  refuseUnlessWhole(words.stages)
  const held = await act.db
    .selectFrom('register.pipeline')
    .select(['revision', 'retired_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (held.revision !== revision) throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  if (words.retired) await refuseLast(act, id)
  await dropStages(act, id, words.stages)
  await putStages(act, id, words.stages)
  await act.db
    .updateTable('register.pipeline')
    .set({
      ...columnsOf(words.names, 'names'),
      retired_at: words.retired ? (held.retired_at ?? act.at) : null,
      revision: revision + 1,
    })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'pipeline.changed', about: id })
}

/** Takes a pipeline that is out of use back into use, as it was. Refuses what is in use (`NOT_FOUND`) and an old revision. */
export async function bringBackPipeline(
  act: Keeping,
  inForce: InForce,
  { id, revision }: { id: string; revision: number },
) {
  refuseUnlessWriter(inForce, act, 'com.quotes')
  const held = await act.db
    .selectFrom('register.pipeline')
    .select('revision')
    .where('id', '=', id)
    .where('retired_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (held.revision !== revision) throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  await act.db
    .updateTable('register.pipeline')
    .set({ retired_at: null, revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'pipeline.returned', about: id })
}

function refuseUnlessWhole(stages: readonly SaidStage[]) {
  const kinds = new Set(stages.map(({ kind }) => kind))
  if (kinds.size < 3 || stages.length > 30) throw new Refusal('PIPELINE_NEEDS_STAGES', 422, { field: 'stages' })
  for (const [at, { kind, probability }] of stages.entries())
    if (kind === 'open' && !(Number.isInteger(probability) && probability >= 0 && probability <= 100))
      throw new Refusal('VALUE_NOT_VALID', 422, { field: `stages.${at}.probability` })
}

async function refuseLast(act: Keeping, id: string) {
  const [other] = await rowsOf<{ id: string }>(
    act,
    sql`select id from register.pipeline where retired_at is null and id <> ${id}::uuid limit 1`,
  )
  if (!other) throw new Refusal('PIPELINE_LAST', 409, { field: 'retired' })
}

async function dropStages(act: Keeping, pipeline: string, kept: readonly SaidStage[]) {
  const ids = kept.flatMap(({ id }) => id ?? [])
  const dropped = await act.db
    .selectFrom('register.pipeline_stage as stage')
    .select(['stage.id', 'stage.name_fi'])
    .where('stage.pipeline_id', '=', pipeline)
    .$if(ids.length > 0, (query) => query.where('stage.id', 'not in', ids))
    .execute()
  for (const { id, name_fi } of dropped) {
    // The foreign key counts what this duty does not see, too.
    await act.db
      .deleteFrom('register.pipeline_stage')
      .where('id', '=', id)
      .execute()
      .catch((fault: { code?: string }) => {
        if (fault.code === '23503') throw new Refusal('STAGE_IN_USE', 409, { field: 'stages', stage: name_fi })
        throw fault
      })
  }
}

async function putStages(act: Keeping, pipeline_id: string, stages: readonly SaidStage[]) {
  for (const [at, { id, names, probability, kind }] of stages.entries()) {
    const columns = {
      ...columnsOf(names, `stages.${at}.names`),
      ...{ position: at + 1, kind, probability: kind === 'open' ? probability : kind === 'won' ? 100 : 0 },
    }
    if (!id) {
      const fresh = { id: newId(act.at.getTime()), pipeline_id, ...columns }
      await act.db.insertInto('register.pipeline_stage').values(fresh).execute()
      continue
    }
    const [used] = await rowsOf<{ kind: StageKind; used: boolean }>(
      act,
      sql`select kind, exists (select from register.opportunity held where held.stage_id = stage.id) as used
        from register.pipeline_stage stage where id = ${id}::uuid and pipeline_id = ${pipeline_id}::uuid`,
    )
    if (!used) throw new Refusal('NOT_FOUND', 404, { field: `stages.${at}` })
    if (used.used && used.kind !== kind) throw new Refusal('STAGE_IN_USE', 409, { field: 'stages', stage: names.fi })
    await act.db.updateTable('register.pipeline_stage').set(columns).where('id', '=', id).execute()
  }
}

function columnsOf(names: SaidNames, field: string) {
  const other = (typed: string | null | undefined) => (typed?.trim() ? needed(field, typed, 100) : null)
  return { name_fi: needed(`${field}.fi`, names.fi, 100), name_sv: other(names.sv), name_en: other(names.en) }
}
