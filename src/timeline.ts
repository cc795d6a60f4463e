import { choicesTimeline } from '#choices'
import {
  chainDay,
  chainTimeline,
  chainTriggers,
  dealingsFinder,
  invoicingDay,
  invoicingTimeline,
  invoicingTriggers,
  opportunitiesDay,
  opportunitiesTimeline,
  opportunityTriggers,
  papersTimeline,
} from '#dealings'
import type { DayPart, FinderPart, TimelinePart, WorkTrigger } from '#lists'
import { mailFinder, mailTimeline } from '#mail'
import { campaignsTimeline, marketingFinder } from '#marketing'
import { registerDay, registerFinder, registerTimeline, registerTriggers } from '#register'
import { requestsTimeline } from '#rights'
import { workDay, workFinder, workTimeline } from '#work'

/** The one visible list of what stands on the timeline of a company or a person. Each module adds its own parts. */
export const timelineParts: readonly TimelinePart[] = [
  ...registerTimeline,
  ...workTimeline,
  mailTimeline,
  ...papersTimeline,
  ...opportunitiesTimeline,
  ...chainTimeline,
  ...invoicingTimeline,
  ...choicesTimeline,
  ...campaignsTimeline,
  ...requestsTimeline,
]

/** What waits for somebody today, in the order of "my day". */
export const dayParts: readonly DayPart[] = [
  ...workDay,
  ...registerDay,
  ...opportunitiesDay,
  ...chainDay,
  ...invoicingDay,
]

/** What when–then rules may start upon. */
export const workTriggers: readonly WorkTrigger[] = [
  ...registerTriggers,
  ...opportunityTriggers,
  ...chainTriggers,
  ...invoicingTriggers,
]

/** What ⌘K finds besides people and companies, in this order. */
export const finderParts: readonly FinderPart[] = [
  ...dealingsFinder,
  ...workFinder,
  ...registerFinder,
  ...mailFinder,
  ...marketingFinder,
]
