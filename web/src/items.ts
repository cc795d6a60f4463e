/** A list as the server gives it: bare, or as a page. */
export function itemsOf<Item>(answer: unknown): Item[] {
  if (Array.isArray(answer)) return answer as Item[]
  const { items } = (answer ?? {}) as { items?: Item[] }
  return items ?? []
}
