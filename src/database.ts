import type { AccessTables } from '#access'
import type { ChoicesTables } from '#choices'
import type { DealingsTables } from '#dealings'
import type { ExchangeTables } from '#exchange'
import type { KeepingTables } from '#keeping'
import type { LedgerTables } from '#ledger'
import type { ListsTables } from '#lists'
import type { MailTables } from '#mail'
import type { MarketingTables } from '#marketing'
import type { OversightTables } from '#oversight'
import type { RecipientTables } from '#recipients'
import type { RegisterTables } from '#register'
import type { ErasureTables, RetentionTables, RightsTables } from '#rights'
import type { StatementTables } from '#statement'
import type { WebsiteTables } from '#website'
import type { WorkTables } from '#work'

/** Every table of the register, for the two doors' handles; a module sees only its own through its Tables type. */
export type Database = LedgerTables &
  StatementTables &
  AccessTables &
  ListsTables &
  RegisterTables &
  ChoicesTables &
  RecipientTables &
  OversightTables &
  MailTables &
  MarketingTables &
  RightsTables &
  DealingsTables &
  WorkTables &
  ExchangeTables &
  WebsiteTables &
  KeepingTables &
  ErasureTables &
  RetentionTables
