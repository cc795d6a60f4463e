import { lazy } from 'react'

// What oversight shows on a person's card travels by itself: the card is opened all day, these are looked at now and then.
export const PaperPart = lazy(async () => ({ default: (await import('./PaperPart.tsx')).PaperPart }))
export const DisclosurePart = lazy(async () => ({ default: (await import('./DisclosurePart.tsx')).DisclosurePart }))
