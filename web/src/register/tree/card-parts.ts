import { lazy } from 'react'

// Fetched with the first card that is opened.
export const CompanyTree = lazy(async () => ({ default: (await import('./CompanyTree.tsx')).CompanyTree }))
