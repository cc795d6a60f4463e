import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { SaidByColumn } from '#register'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import type { StageKind } from './opportunity.ts'

/** Where an opportunity stands that is held already. */
export interface Standing {
  pipeline: string
  state: StageKind
}

export interface StageMeant {
  id: string
  kind: StageKind
}

interface Staged extends StageMeant {
  pipeline: string
  isNamed: boolean
}

/**
 * The stage that a line means; null where it means none. What is held is looked for in its own pipeline first, and stays at its stage where the
 * line names none and neither its pipeline nor its state differs. Refuses what no pipeline has, or several have.
 */
export async function stageOfLine(
  act: Act<DealingsReach>,
  said: SaidByColumn,
  held: Standing | null,
): Promise<StageMeant | null> {
  const [pipeline, stage] = [text(said, 'pipeline'), text(said, 'stage')]
  const state = (said.state ?? null) as StageKind | null
  if (!pipeline && !stage && !state) return null
  const stages = await stagesOf(act, { pipeline, stage, own: held?.pipeline ?? null })
  if (stages.length === 0) throw new Refusal('NOT_OF_PIPELINES', 422, { field: 'pipeline' })
  const own = stages.filter((one) => one.pipeline === held?.pipeline)
  const meant = [own, stages].map((among) => among.filter(({ isNamed }) => isNamed)).find((some) => some.length > 0)
  if (stage && meant?.length !== 1) throw new Refusal('NOT_OF_PIPELINES', 422, { field: 'stage' })
  const named = meant?.[0]
  if (named && named.kind === (state ?? named.kind)) return named
  // What is closed elsewhere often keeps its last open stage: its state says where it stands.
  if (named && state === 'open') throw new Refusal('STAGE_AND_STATE_DIFFER', 422, { field: 'state' })
  const among = (named ?? own[0] ?? stages[0])?.pipeline
  const kind = state ?? held?.state ?? 'open'
  if (held && among === held.pipeline && kind === held.state) return null
  return stages.find((one) => one.pipeline === among && one.kind === kind) ?? null
}

interface Asked {
  pipeline: string | null
  stage: string | null
  own: string | null
}

/** Every stage of the pipelines that a line may mean, in their order; what is held may stand in a pipeline that is out of use. */
function stagesOf(act: Act<DealingsReach>, { pipeline, stage, own }: Asked): Promise<Staged[]> {
  return rowsOf<Staged>(
    act,
    sql`select stage.id, stage.pipeline_id as pipeline, stage.kind, ${stage ? named(sql`stage`, stage) : sql`false`} as "isNamed"
      from register.pipeline_stage stage join register.pipeline on pipeline.id = stage.pipeline_id
      where (pipeline.retired_at is null or pipeline.id = ${own}::uuid) and ${pipeline ? named(sql`pipeline`, pipeline) : sql`true`}
      order by pipeline.position, pipeline.id, stage.position`,
  )
}

const named = (table: RawBuilder<unknown>, name: string) =>
  sql`seloste.folded(${name}::text) in (seloste.folded(${table}.name_fi), seloste.folded(${table}.name_sv), seloste.folded(${table}.name_en))`

const text = (said: SaidByColumn, id: string) => String(said[id] ?? '').trim() || null
