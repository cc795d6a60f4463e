import { lazy } from 'react'

// Fetched with the first card that is opened.
export const OpportunitiesPart = lazy(async () => ({
  default: (await import('./OpportunitiesPart.tsx')).OpportunitiesPart,
}))
