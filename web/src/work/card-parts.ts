import { lazy } from 'react'

// What work shows on the cards travels when its part of the card is opened.
export const Timeline = lazy(async () => ({ default: (await import('./Timeline.tsx')).Timeline }))
export const DocumentsPart = lazy(async () => ({ default: (await import('./DocumentsPart.tsx')).DocumentsPart }))
export const WorkOfDeal = lazy(async () => ({ default: (await import('./WorkOfDeal.tsx')).WorkOfDeal }))
export const NextSteps = lazy(async () => ({ default: (await import('./NextSteps.tsx')).NextSteps }))
