import type { AccessRegister } from '../ports.ts'

/** Names that a password must not be built on: the person's, the program's and the companies'. */
export function contextOf(register: AccessRegister, ...own: (string | null)[]): string[] {
  const published = register.current()
  const companies = published?.policy.groupCompanies.map(({ name }) => name) ?? []
  return [...own, ...companies, published?.statement.controller?.legalName, 'Seloste'].filter(
    (name) => typeof name === 'string',
  )
}
