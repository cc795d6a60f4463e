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
export type { TimelinePart, TimelineParty } from './timeline-part.ts'
