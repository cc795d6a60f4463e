import { Alert, Group, Text } from '@mantine/core'
import { IconFlagCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { useDeed } from '../../ui/useDeed.ts'
import { useChainTexts } from '../chain/texts.ts'

/** C1: the last contract has ended and nothing is open, so the relationship may end with it, in one press. */
export function EndProposal({ contract }: { contract: string }) {
  const said = useChainTexts()
  const navigate = useNavigate()
  const end = useDeed({
    run: () => api.post(`/contracts/${contract}/relationship-end`, {}),
    done: said.relationshipEnded,
    then: () => navigate({ to: to.contracts() }),
  })
  return (
    <Alert mb="lg" color="gray" icon={<IconFlagCheck />} title={said.endProposalTitle}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" style={{ flex: '1 1 260px' }}>
          {said.endProposal}
        </Text>
        <WriteButton variant="default" loading={end.isPending} onClick={() => end.mutate()}>
          {said.endRelationship}
        </WriteButton>
      </Group>
    </Alert>
  )
}
