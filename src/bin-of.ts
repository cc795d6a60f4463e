import { contractsBin, draftsBin, opportunitiesBin, productsBin, quoteRequestsBin, quotesBin } from '#dealings'
import { type BinPart, viewsBin } from '#lists'
import { mailBin } from '#mail'
import { segmentsBin } from '#marketing'
import { enquiriesBin } from '#register'
import { workBin } from '#work'

/** The one visible list of what staff may delete and take back for fourteen days. Each module adds its own parts. */
export const binParts: readonly BinPart[] = [
  ...Object.values(workBin),
  enquiriesBin,
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
