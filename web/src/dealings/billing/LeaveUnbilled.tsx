import { useState } from 'react'
import { api, Problem } from '../../api.ts'
import { AskWhy } from '../chain/AskWhy.tsx'
import { useMove } from '../chain/useMove.ts'
import type { ToBill } from './contract.ts'
import { useBillingTexts } from './texts.ts'

/** Leaves unbilled what waits, with a reason, which stays typed when it is refused. */
export function LeaveUnbilled({ one, document, onClose }: { one: ToBill; document: string; onClose: () => void }) {
  const said = useBillingTexts()
  const [stale, setStale] = useState<string | null>(null)
  const { kind, id, since, netCents } = one
  const leave = useMove<string>({
    run: async (reason) => {
      setStale(null)
      try {
        await api.post('/to-bill/left-unbilled', { kind, id, since, netCents, reason })
      } catch (fault) {
        if (fault instanceof Problem && !fault.detail.field) setStale(fault.message)
        throw fault
      }
    },
    done: said.leaveDone,
    then: onClose,
  })
  return (
    <AskWhy
      title={`${said.leave}: ${document}`}
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
