export type { DayAsked, DayPart } from './day-part.ts'
export type {
  Choice,
  ColumnEdit,
  ColumnType,
  ListColumn,
  ListDefinition,
  Reference,
  References,
  RowChange,
} from './list-definition.ts'
export { listsRefusals } from './refusals.ts'
export { type ListsPorts, listsRoutes } from './routes.ts'
export type { TimelinePart, TimelineParty } from './timeline-part.ts'
export type { TriggerAsked, WorkTrigger } from './work-trigger.ts'
