import { lazy } from 'react'

// Messages travel with the card that shows them, and not with the first load.
export const MessagesPart = lazy(async () => ({ default: (await import('./MessagesPart.tsx')).MessagesPart }))
