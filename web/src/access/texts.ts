import { access as en } from '../texts/en/access.ts'
import { access as fi } from '../texts/fi/access.ts'
import { ownTexts } from '../texts/own.ts'
import { access as sv } from '../texts/sv/access.ts'

export const useAccessTexts = ownTexts({ fi, sv, en })
