import type { TimelinePart } from '#lists'

/** The one visible list of what stands on the timeline of a company or a person. Each module adds its own parts. */
export const timelineParts: readonly TimelinePart[] = []
