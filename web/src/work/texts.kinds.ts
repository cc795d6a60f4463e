import { ownTexts } from '../texts/own.ts'
import { en } from './texts.kinds.en.ts'
import { fi, type Kinds } from './texts.kinds.fi.ts'
import { sv } from './texts.kinds.sv.ts'

/** What kinds of things are called: on timelines, on my day, in notifications. Each owner adds the words of their own. */
export const useKinds = ownTexts<Kinds>({ fi, sv, en })
