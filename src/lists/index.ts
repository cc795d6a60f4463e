export type { TimelinePart, TimelineParty } from './timeline-part.ts'
