/** Things in so many columns: each goes, in its turn, to the column that is the shortest so far, the first of equals. */
export function inColumns<T extends { height: number }>(things: readonly T[], count: number): T[][] {
  const columns = Array.from({ length: count }, () => ({ height: 0, things: [] as T[] }))
  for (const thing of things) {
    const shortest = columns.reduce((one, other) => (other.height < one.height ? other : one))
    shortest.things.push(thing)
    shortest.height += thing.height
  }
  return columns.map((column) => column.things)
}
