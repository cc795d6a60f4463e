import { lazy } from 'react'

// What oversight shows elsewhere travels by itself: the card is opened all day, these are looked at now and then.
export const MailAlarm = lazy(async () => ({ default: (await import('./MailAlarm.tsx')).MailAlarm }))
export const PaperPart = lazy(async () => ({ default: (await import('./PaperPart.tsx')).PaperPart }))
export const DisclosurePart = lazy(async () => ({ default: (await import('./DisclosurePart.tsx')).DisclosurePart }))
