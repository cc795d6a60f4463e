import { statement as en } from '../texts/en/statement.ts'
import { statement as fi } from '../texts/fi/statement.ts'
import { ownTexts } from '../texts/own.ts'
import { statement as sv } from '../texts/sv/statement.ts'

export const useStatementTexts = ownTexts({ fi, sv, en })
