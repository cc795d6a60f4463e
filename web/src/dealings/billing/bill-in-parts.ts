import { api } from '../../api.ts'
import type { Billed, ToBill, Until } from './contract.ts'

const atOnce = 20

/**
 * Bills many, some at a time. What the parts before got to stays where it stops in the middle: `cut` is how many were not asked for, and
 * `why`; a stop at once is the caller's to tell.
 */
export async function billInParts(
  going: readonly ToBill[],
  { until, onPart }: { until: Until; onPart: (done: number) => void },
): Promise<{ billed: Billed[]; cut: number; why: unknown }> {
  const billed: Billed[] = []
  onPart(0)
  while (billed.length < going.length) {
    const items = going.slice(billed.length, billed.length + atOnce).map(({ kind, id }) => ({ kind, id }))
    try {
      const part = await api.post<{ items: Billed[] }>('/billing-rounds', { until, items })
      billed.push(...part.items)
    } catch (fault) {
      if (billed.length === 0) throw fault
      return { billed, cut: going.length - billed.length, why: fault }
    }
    onPart(billed.length)
  }
  return { billed, cut: 0, why: null }
}
