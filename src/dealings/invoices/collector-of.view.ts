import type { Act, Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type Allowed, type Circumstances, refuseUnlessUnder } from '#recipients'
import type { DealingsReach } from '../reach.ts'
import { recipientOf } from './collector.ts'
import { invoicingOf } from './invoicing.ts'

export interface Collector {
  name: string
  to: Allowed
  /** What a debt tells of the debtor: the address on the invoice is the invoice's own. */
  fields: string[]
  ground: string
}

/**
 * The collector of a group company, to whom a debt may be told now. Refuses where the house has named none (`COLLECTOR_MISSING`, 409),
 * and where the statement does not name it (`RECIPIENT_NOT_DECLARED`, 403, S8.4).
 */
export async function collectorOf(
  reach: Act<DealingsReach> | Look<DealingsReach>,
  about: Circumstances,
  groupCompany: string,
): Promise<Collector> {
  const { collector } = await invoicingOf(reach, groupCompany)
  if (!collector) throw new Refusal('COLLECTOR_MISSING', 409, { clause: 'S8.4' })
  const recipient = recipientOf(about.statement, collector)
  const fields = ['com.invoicing', 'person.name'].filter(about.isDeclared)
  const to = refuseUnlessUnder(about, { recipient, fields })
  const declared = about.statement.recipients?.find(({ id }) => id === recipient)
  return { name: collector, to, fields, ground: declared?.ground ?? declared?.law ?? 'eu-gdpr:A6(1)(f)' }
}
