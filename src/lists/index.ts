export { type ListsPorts, listDesk } from './asked-list.routes.ts'
export { type BinPart, daysInBin } from './bin/bin-part.ts'
export { intoBin, isHeldInBin, withBin } from './bin/into-bin.ts'
export { listsHolding } from './bulk/bulk-holding.ts'
export { forgetBulkEdits } from './bulk/forget-bulk-edits.ts'
export { resumeBulkEdits } from './bulk/run-bulk-edit.ts'
export type { ContactPart } from './contact-part.ts'
export type { DayAsked, DayPart } from './day-part.ts'
export { fewReached } from './few-reached.ts'
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
  Searched,
  Words,
} from './list-definition.ts'
export { fieldsShown, listRows, shownColumns } from './list-rows.view.ts'
export type { ListWish } from './list-wish.ts'
export { listsMaps } from './maps.ts'
export { newestWith } from './newest-with.ts'
export { listsRefusals } from './refusals.ts'
export { type Measure, type ReportWish, reportNames, reportTaken } from './report-rows.view.ts'
export { listsRoutes } from './routes.ts'
export { limitSql } from './rows.ts'
export type { SeenColumn, SeenList } from './seen-list.ts'
export { peopleShown } from './select-sql.ts'
export type { ListsTables } from './tables.ts'
export type { TimelinePage, TimelinePart, TimelineParty } from './timeline-part.ts'
export { viewsBin } from './views/views-bin.ts'
export { ReportSchema, WishSchema } from './wish-schema.routes.ts'
export { wordsFound } from './words-found.view.ts'
export type { TriggerAsked, WorkTrigger } from './work-trigger.ts'
