import { lazy } from 'react'

// Messages travel with what shows them, and not with the first load.
export const MessagesPart = lazy(async () => ({ default: (await import('./MessagesPart.tsx')).MessagesPart }))
export const AnswerEnquiry = lazy(async () => ({ default: (await import('./AnswerEnquiry.tsx')).AnswerEnquiry }))
export const MailFaults = lazy(async () => ({ default: (await import('./MailFaults.tsx')).MailFaults }))
