import { choicesKeyIn, noteSale, object, suppressAddresses } from '#choices'
import { type Act, type Occasion, perform } from '#ledger'
import type { Language } from '#platform/language'
import { inForce, provenanceOf } from '#register'
import type { ChainRunning } from '../chain-schema.routes.ts'
import type { DealingsReach } from '../reach.ts'
import { type Accepted, acceptQuote } from './answer-quote.ts'
import type { QuoteLink } from './quote-link.ts'
import { takeEmail } from './take-email.ts'

/** What the customer wrote as they accepted. */
export interface SaidOnPage {
  name: string
  /** Empty: they gave none. */
  email: string
  language: Language
  /** Whether the page told of marketing to the address and of the right to refuse it (§ 200(3) of laki 917/2014). */
  isTold: boolean
  /** They refused it there and then. */
  refuses: boolean
}

type Choosing = Parameters<typeof noteSale>[0]

/** S6.3: the customer accepts on the page: an order, the address they gave for it, and a private buyer's fact of sale, in one deed. */
export async function acceptOnPage(running: ChainRunning, occasion: Occasion, link: QuoteLink, said: SaidOnPage) {
  const { source } = provenanceOf(running.policy(), { source: 'order' }, occasion)
  const refused = await perform(running.db, occasion, async (act) => {
    const accepted = await acceptQuote(act, { ...link, via: 'page', name: said.name, source: source.id })
    if (accepted.isNew) return keepSale(act, running, { accepted, said })
    await act.record({ what: 'quote.found', about: link.quoteId })
    return null
  })
  if (!refused) return
  await perform(running.db, { ...occasion, duty: 'matching', reach: 'all' }, (act) =>
    suppressAddresses(act as unknown as Parameters<typeof suppressAddresses>[0], choicesKeyIn(running), refused),
  )
}

// § 200(3) of laki 917/2014: the address is a ground only where it came with the sale, and they were told as they gave it.
async function keepSale(
  act: Act<DealingsReach>,
  running: ChainRunning,
  { accepted, said }: { accepted: Accepted; said: SaidOnPage },
): Promise<string | null> {
  const { personId, groupCompany, orderId, productGroup } = accepted
  const { email: typed, language } = said
  const taken = typed
    ? await takeEmail(act, inForce(running), { orderId, typed, toldIn: personId ? language : null })
    : null
  if (!personId) return null
  await noteSale(act as unknown as Choosing, {
    ...{ personId, groupCompany, soldAt: act.at, emailId: taken?.emailId ?? null },
    productGroup: taken?.productGroup ?? productGroup,
    toldOfRefusal: taken !== null && said.isTold,
    deal: { kind: 'order', id: orderId },
  })
  if (!taken || !said.refuses) return null
  await object(act as unknown as Choosing, { personId, scope: 'channel', channel: 'email', via: 'web-form' })
  return personId
}
