import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { StageKind } from './opportunity.ts'
import type { OpportunityTables } from './tables.ts'

export interface Stage {
  id: string
  pipeline_id: string
  probability: number
  kind: StageKind
}

type Piped = { db: Act<OpportunityTables>['db'] }

/** The stage that an opportunity begins in: the one said, else the first open one of the pipeline, else of the first pipeline. */
export async function stageToBegin(
  { db }: Piped,
  { pipeline, stage }: { pipeline?: string | null; stage?: string | null },
): Promise<Stage> {
  if (stage) return stageOf({ db }, stage, pipeline)
  const first = await db
    .selectFrom('register.pipeline_stage as stage')
    .innerJoin('register.pipeline as pipeline', 'pipeline.id', 'stage.pipeline_id')
    .select(['stage.id', 'stage.pipeline_id', 'stage.probability', 'stage.kind'])
    .where('stage.kind', '=', 'open')
    .where('pipeline.retired_at', 'is', null)
    .$if(Boolean(pipeline), (query) => query.where('pipeline.id', '=', pipeline as string))
    .orderBy('pipeline.position')
    .orderBy('pipeline.id')
    .orderBy('stage.position')
    .executeTakeFirst()
  if (!first) throw new Refusal('NOT_FOUND', 404, { field: 'pipeline' })
  return first
}

/** A stage by its id; refuses one of another pipeline. */
export async function stageOf({ db }: Piped, id: string, pipeline?: string | null): Promise<Stage> {
  const stage = await db
    .selectFrom('register.pipeline_stage')
    .select(['id', 'pipeline_id', 'probability', 'kind'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!stage) throw new Refusal('NOT_FOUND', 404, { field: 'stage' })
  if (pipeline && stage.pipeline_id !== pipeline) throw new Refusal('STAGE_NOT_OF_PIPELINE', 422, { field: 'stage' })
  return stage
}

/** The first stage of a kind in a pipeline, such as the one that is won. */
export async function firstStage({ db }: Piped, pipeline: string, kind: StageKind): Promise<Stage | undefined> {
  return db
    .selectFrom('register.pipeline_stage')
    .select(['id', 'pipeline_id', 'probability', 'kind'])
    .where('pipeline_id', '=', pipeline)
    .where('kind', '=', kind)
    .orderBy('position')
    .executeTakeFirst()
}
