/** The function of schema `seloste` that ⌘K asks of an index of words; a migration wrote it by `seloste.write_newest_with`. */
export function newestWith(index: string): string {
  return `newest_with_${index.split('.').at(-1)}`
}
