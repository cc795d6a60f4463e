import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees } from '#register'
import { may } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import type { StageKind } from './opportunity.ts'
import { type CardSeen, cardColumns, peopleOf, stageColumns } from './pieces.ts'

interface Names {
  fi: string
  sv: string | null
  en: string | null
}

export interface StageSeen {
  id: string
  names: Names
  probability: number
  kind: StageKind
}

export interface PipelineSeen {
  id: string
  names: Names
  retiredAt: string | null
  revision: number
  stages: StageSeen[]
}

export interface BoardWish {
  /** The first one in use where nothing is said. */
  pipeline?: string
  /** A member of staff, or `me`. */
  owner?: string
  groupCompany?: string
}

const mostCards = 100

/** Every pipeline with its stages, those in use first. */
export async function pipelinesSeen(look: Look<DealingsReach>, inForce: InForce): Promise<PipelineSeen[]> {
  refuseUnlessSees(inForce, look, ['com.quotes'])
  look.saw([], [])
  return rowsOf<PipelineSeen>(
    look,
    sql`select pipeline.id, json_build_object('fi', pipeline.name_fi, 'sv', pipeline.name_sv, 'en', pipeline.name_en) as names,
        pipeline.retired_at as "retiredAt", pipeline.revision,
        (select json_agg(one order by one.position) from
          (select ${stageColumns}, stage.position from register.pipeline_stage stage where stage.pipeline_id = pipeline.id) one) as stages
      from register.pipeline order by pipeline.retired_at is not null, pipeline.position, pipeline.id`,
  )
}

/**
 * One pipeline as a board: by stage its cards (the nearest close first, a hundred at most), how many there are, their sum in cents and the
 * sum as their probabilities let expect. Of what is won and lost, the last thirty days.
 */
export async function boardOf(look: Look<DealingsReach>, inForce: InForce, wish: BoardWish) {
  const pipelines = await pipelinesSeen(look, inForce)
  const pipeline = wish.pipeline
    ? pipelines.find(({ id }) => id === wish.pipeline)
    : pipelines.find(({ retiredAt }) => retiredAt === null)
  if (!pipeline) throw new Refusal('NOT_FOUND', 404, { field: 'pipeline' })
  const today = dayInHelsinki(look.at)
  const on = onBoard(wish, look.by, addDays(today, -30))

  const sums = await rowsOf<{ stage: string; count: number; valueCents: number; weightedCents: number }>(
    look,
    sql`select stage.id as stage, count(*)::integer as count, coalesce(sum(opportunity.value_cents), 0)::float8 as "valueCents",
        coalesce(sum(floor((opportunity.value_cents * coalesce(opportunity.probability, stage.probability) + 50) / 100)), 0)::float8 as "weightedCents"
      from register.pipeline_stage stage join register.opportunity on opportunity.stage_id = stage.id and opportunity.pipeline_id = stage.pipeline_id
      where stage.pipeline_id = ${pipeline.id}::uuid and ${on} group by stage.id`,
  )
  const cards = await rowsOf<CardSeen>(
    look,
    sql`select card.* from register.pipeline_stage stage
      cross join lateral (
        select ${cardColumns(inForce, look)} from register.opportunity
        where opportunity.pipeline_id = stage.pipeline_id and opportunity.stage_id = stage.id and ${on}
        order by opportunity.expected_close nulls last, opportunity.id limit ${mostCards}) card
      where stage.pipeline_id = ${pipeline.id}::uuid`,
  )
  const people = peopleOf(cards)
  look.saw(people, people.length > 0 ? ['com.quotes', 'person.name'] : [])
  return {
    today,
    pipeline: pipeline.id,
    pipelines,
    columns: pipeline.stages.map((stage) => {
      const sum = sums.find((one) => one.stage === stage.id)
      return {
        ...stage,
        cards: cards.filter((card) => card.stage === stage.id),
        ...{ count: sum?.count ?? 0, valueCents: sum?.valueCents ?? 0, weightedCents: sum?.weightedCents ?? 0 },
      }
    }),
    mayWrite: may(inForce.policy, look.duty, look.purpose, 'com.quotes', 'write').allowed,
  }
}

function onBoard({ owner, groupCompany }: BoardWish, by: string, since: string): RawBuilder<unknown> {
  return sql.join(
    [
      sql`opportunity.binned_at is null`,
      sql`(opportunity.closed_on is null or opportunity.closed_on >= ${since}::date)`,
      ...(owner ? [sql`opportunity.owner = ${owner === 'me' ? by : owner}`] : []),
      ...(groupCompany ? [sql`opportunity.group_company = ${groupCompany}`] : []),
    ],
    sql` and `,
  )
}
