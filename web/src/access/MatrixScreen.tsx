import { Group, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconShieldOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { ReasonedButton } from '../ui/ReasonedButton.tsx'
import { CellSign, type Right, rights } from './CellSign.tsx'
import { DutyCards } from './DutyCards.tsx'
import { MatrixTable } from './MatrixTable.tsx'
import { matrixQuery, meQuery } from './queries.ts'
import { ReviewPart } from './ReviewPart.tsx'
import { useAccessTexts } from './texts.ts'
import { useKeeperReason } from './useKeeperReason.ts'

/** Duty × field: who may read and write what, as the statement says it. */
export function MatrixScreen() {
  const { shell } = useTexts()
  const access = useAccessTexts()
  const navigate = useNavigate()
  const matrix = useQuery(matrixQuery)
  const isSteward = useQuery(meQuery).data?.duties.some(({ id }) => id === 'admin' || id === 'privacy')
  const onPhone = useMediaQuery('(max-width: 760px)')
  return (
    <>
      <PageHead
        title={access.matrixTitle}
        under={access.matrixText}
        actions={
          <ReasonedButton reason={useKeeperReason()} variant="default" onClick={() => navigate({ to: to.newDraft() })}>
            {access.changeInDraft}
          </ReasonedButton>
        }
      />
      {isSteward && <ReviewPart />}
      <Group gap="lg" my="md" aria-label={access.legend} role="group">
        {rights.map((right) => (
          <Legend key={right} right={right} />
        ))}
      </Group>
      <Asked query={matrix}>
        {(all) => {
          if (all.duties.length === 0)
            return (
              <Empty icon={<IconShieldOff size={26} />} title={shell.noStatement}>
                {access.matrixEmpty}
              </Empty>
            )
          return onPhone ? <DutyCards matrix={all} /> : <MatrixTable matrix={all} />
        }}
      </Asked>
    </>
  )
}

function Legend({ right }: { right: Right }) {
  const access = useAccessTexts()
  return (
    <Group gap={8} wrap="nowrap">
      <CellSign right={right} silent />
      <Text size="sm">{access[right]}</Text>
    </Group>
  )
}
