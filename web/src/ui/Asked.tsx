import { Alert, Button, Skeleton, Stack } from '@mantine/core'
import { IconAlertTriangle, IconLock } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Problem } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Empty } from './Empty.tsx'
import { saidProblem } from './said-problem.ts'

/** What was asked of the server: waiting, failed with a way on, or the answer. */
export function Asked<T>({
  query,
  waiting,
  children,
}: {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending' | 'refetch'>
  waiting?: ReactNode
  children: (answer: T) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <Failed fault={query.error} again={() => query.refetch()} />
  return waiting ?? <Waiting />
}

export function Failed({ fault, again }: { fault: unknown; again?: () => void }) {
  const texts = useTexts()
  if (fault instanceof Problem && fault.status === 403) return <NotOfDuty refusal={fault} />
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} title={texts.ui.failedTitle} role="alert">
      <Stack gap="sm" align="flex-start">
        {saidProblem(fault, texts)}
        {again && (
          <Button size="xs" variant="default" onClick={again}>
            {texts.ui.tryAgain}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

function NotOfDuty({ refusal: { message, detail } }: { refusal: Problem }) {
  const { ui } = useTexts()
  const clause = detail.clause && !message.includes(detail.clause) ? ` (${ui.clause(detail.clause)})` : ''
  return (
    <Empty icon={<IconLock size={26} />} title={ui.notOfDutyTitle}>
      {message}
      {clause}
    </Empty>
  )
}

export function Waiting({ rows = 4 }: { rows?: number }) {
  const { ui } = useTexts()
  return (
    <Stack gap="sm" aria-busy="true" role="status" aria-label={ui.loading}>
      {Array.from({ length: rows }, (_, nth) => (
        <Skeleton key={nth} height={nth === 0 ? 30 : 18} width={nth === 0 ? '45%' : `${92 - nth * 9}%`} />
      ))}
    </Stack>
  )
}
