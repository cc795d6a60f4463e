import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api } from '../api.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { Campaign } from './contract.ts'

/** A part of a campaign that is written here and kept by itself soon after; what is typed meanwhile goes next. */
export function useKept<Key extends keyof Campaign>(campaign: Campaign, key: Key) {
  const queries = useQueryClient()
  const [typed, setTyped] = useState<Campaign[Key] | null>(null)
  const revision = useRef(campaign.revision)
  revision.current = Math.max(revision.current, campaign.revision)
  const keep = useDeed({
    scope: `campaign-${campaign.id}`,
    refreshes: [],
    run: async (value: Campaign[Key]) => {
      const kept = await api.patch<Campaign>(`/campaigns/${campaign.id}`, { [key]: value }, revision.current)
      revision.current = kept.revision
      queries.setQueryData(['campaigns', campaign.id], kept)
      return value
    },
    then: (value) => setTyped((now) => (now === value ? null : now)),
  })
  const { mutate, mutateAsync } = keep
  useEffect(() => {
    if (typed === null) return
    const soon = setTimeout(() => mutate(typed), 700)
    return () => clearTimeout(soon)
  }, [typed, mutate])
  return {
    value: typed ?? campaign[key],
    change: (value: Campaign[Key]) => setTyped(value),
    isKept: typed === null && !keep.isPending,
    failed: keep.isError && typed !== null,
    /** Keeps it now; answers whether nothing typed would be lost. */
    keepNow: () =>
      typed === null
        ? Promise.resolve(true)
        : mutateAsync(typed).then(
            () => true,
            () => false,
          ),
  }
}
