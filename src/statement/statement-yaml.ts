import { stringify } from 'yaml'
import type { Statement } from './format.ts'

/** A statement as the file that people edit: reading it back gives the same statement. */
export function statementYaml(statement: Statement): string {
  return stringify(statement, { version: '1.2', lineWidth: 110, defaultStringType: 'PLAIN', collectionStyle: 'any' })
}
