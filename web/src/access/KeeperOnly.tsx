import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/index.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useKeeperReason } from './useKeeperReason.ts'

/** A screen for those who keep the statement; others read why it is not theirs. */
export function KeeperOnly({ children }: { children: ReactNode }) {
  const { ui } = useTexts()
  const reason = useKeeperReason()
  if (!reason) return children
  return (
    <Empty icon={<IconLock size={26} />} title={ui.notOfDutyTitle}>
      {reason}
    </Empty>
  )
}
