import { ownTexts } from '../texts/own.ts'
import { en } from './texts.en.ts'
import { fi } from './texts.fi.ts'
import { sv } from './texts.sv.ts'

export type { MailTexts } from './texts.fi.ts'
export const useMailTexts = ownTexts({ fi, sv, en })
