import { sql } from 'kysely'
import { contractsBin, draftsBin, opportunitiesBin, productsBin, quoteRequestsBin, quotesBin } from '#dealings'
import { type BinPart, viewsBin } from '#lists'
import { mailBin } from '#mail'
import { segmentsBin } from '#marketing'
import { companiesBin, enquiriesBin, peopleBin } from '#register'
import { workBin } from '#work'

/** What the nightly job destroys besides: drafts of the statement, which those who keep it take back beside the drafts themselves. */
export const otherBins: readonly BinPart[] = [
  { kind: 'statement-draft', table: 'register.statement_draft', fields: [], title: sql`null` },
]

/** The one visible list of what staff may delete and take back for fourteen days. Each module adds its own parts. */
export const binParts: readonly BinPart[] = [
  ...Object.values(workBin),
  enquiriesBin,
  companiesBin,
  peopleBin,
  opportunitiesBin,
  quoteRequestsBin,
  quotesBin,
  contractsBin,
  draftsBin,
  productsBin,
  mailBin,
  segmentsBin,
  viewsBin,
]
