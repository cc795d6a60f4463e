export { type ListsPorts, listDesk } from './asked-list.routes.ts'
export { listsHolding } from './bulk/bulk-holding.ts'
export { forgetBulkEdits } from './bulk/forget-bulk-edits.ts'
export { resumeBulkEdits } from './bulk/run-bulk-edit.ts'
export type { DayAsked, DayPart } from './day-part.ts'
export type { FinderPart } from './finder-part.ts'
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
export { fieldsShown, listRows, shownColumns } from './list-rows.view.ts'
export type { ListWish } from './list-wish.ts'
export { listsMaps } from './maps.ts'
export { listsRefusals } from './refusals.ts'
export { listsRoutes } from './routes.ts'
export type { SeenColumn, SeenList } from './seen-list.ts'
export { peopleShown } from './select-sql.ts'
export type { ListsTables } from './tables.ts'
export type { TimelinePart, TimelineParty } from './timeline-part.ts'
export { WishSchema } from './wish-schema.routes.ts'
export type { TriggerAsked, WorkTrigger } from './work-trigger.ts'
