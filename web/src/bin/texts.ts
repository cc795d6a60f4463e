import { ownTexts } from '../texts/own.ts'
import { en } from './texts.en.ts'
import { fi } from './texts.fi.ts'
import { sv } from './texts.sv.ts'

export const binTexts = { fi, sv, en }
export const useBinTexts = ownTexts(binTexts)
