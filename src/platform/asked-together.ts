interface Waiting<I, V> {
  item: I
  answered: (value: V) => void
  failed: (fault: unknown) => void
}

/**
 * Lets concurrent questions share one: those that come while an answer is under way are asked together in the next. So each is
 * answered from what was so after it was asked. `ask` answers in the order of its items; when it fails, all that shared it fail.
 */
export function askedTogether<I, V>(ask: (items: readonly I[]) => Promise<readonly V[]>, most = 200) {
  const waiting: Waiting<I, V>[] = []
  let asking = false

  async function drain() {
    asking = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most)
      try {
        const values = await ask(batch.map(({ item }) => item))
        for (const [n, { answered }] of batch.entries()) answered(values[n] as V)
      } catch (fault) {
        for (const { failed } of batch) failed(fault)
      }
    }
    asking = false
  }

  return (item: I) =>
    new Promise<V>((answered, failed) => {
      waiting.push({ item, answered, failed })
      if (!asking) void drain()
    })
}
