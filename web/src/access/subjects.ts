/** Fields in the order of the statement, kept together by what they are about: org., person., com., opportunity. */
export function bySubject<Field extends { id: string }>(fields: readonly Field[]): [string, Field[]][] {
  return Object.entries(Object.groupBy(fields, ({ id }) => id.split('.')[0] ?? '')) as [string, Field[]][]
}
