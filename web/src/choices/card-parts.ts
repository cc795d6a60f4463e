import { lazy } from 'react'

// What people chose travels with the card that shows it, and not with the first load.
export const ChoicesPart = lazy(async () => ({ default: (await import('./ChoicesPart.tsx')).ChoicesPart }))
export const RefusalPart = lazy(async () => ({ default: (await import('./RefusalPart.tsx')).RefusalPart }))
