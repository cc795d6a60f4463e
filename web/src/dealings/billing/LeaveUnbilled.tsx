import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, Problem } from '../../api.ts'
import { AskWhy } from '../chain/AskWhy.tsx'
import { useMove } from '../chain/useMove.ts'
import { useFigures } from '../lines/useFigures.ts'
import type { ToBill } from './contract.ts'
import { toBillKey } from './queries.ts'
import { useBillingTexts } from './texts.ts'

/** Leaves unbilled what waits, with a reason, which stays typed when it is refused; where something else waits by now, that is shown. */
export function LeaveUnbilled({ one, document, onClose }: { one: ToBill; document: string; onClose: () => void }) {
  const said = useBillingTexts()
  const queries = useQueryClient()
  const { money } = useFigures()
  const [stale, setStale] = useState<string | null>(null)
  const { kind, id, since, netCents } = one
  const leave = useMove<string>({
    run: async (reason) => {
      setStale(null)
      try {
        await api.post('/to-bill/left-unbilled', { kind, id, since, netCents, reason })
      } catch (fault) {
        if (fault instanceof Problem && !fault.detail.field) {
          setStale(fault.message)
          await queries.invalidateQueries({ queryKey: toBillKey })
        }
        throw fault
      }
    },
    done: said.leaveDone,
    then: onClose,
  })
  return (
    <AskWhy
      title={`${said.leave}: ${document} · ${money(one.totalCents)}`}
      text={said.leaveText}
      label={said.leave}
      asks={{ reason: said.leaveWhy }}
      opened
      busy={leave.isPending}
      fault={leave.fault ?? (stale ? { field: 'reason', said: stale } : null)}
      onClose={onClose}
      onDone={({ reason }) => leave.mutate(reason)}
    />
  )
}
