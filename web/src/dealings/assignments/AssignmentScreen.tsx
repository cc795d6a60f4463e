import { Button, Menu, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCheck, IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { AddedPart } from '../AddedPart.tsx'
import { AskWhy } from '../chain/AskWhy.tsx'
import type { Assignment } from '../chain/contract.ts'
import { DocumentHead } from '../chain/DocumentHead.tsx'
import { Facts } from '../chain/Facts.tsx'
import { OwnerFact } from '../chain/OwnerFact.tsx'
import { PartyLink } from '../chain/PartyLink.tsx'
import { assignmentQuery } from '../chain/queries.ts'
import { useChainTexts } from '../chain/texts.ts'
import { useMove } from '../chain/useMove.ts'
import { ContactList } from './ContactList.tsx'

export function AssignmentScreen() {
  const { assignment: id = '' } = useParams({ strict: false }) as { assignment?: string }
  const assignment = useQuery(assignmentQuery(id))
  return <Asked query={assignment}>{(one) => <AssignmentCard assignment={one} />}</Asked>
}

function AssignmentCard({ assignment }: { assignment: Assignment }) {
  const said = useChainTexts()
  const { day } = useFormat()
  return (
    <>
      <DocumentHead
        kind="assignment"
        document={assignment}
        list={{ to: to.assignments(), label: said.lists.assignments }}
        actions={<AssignmentDeeds assignment={assignment} />}
      />
      <div className="columns-2">
        <Stack gap="lg">
          <ContactList assignment={assignment} />
          {(assignment.text || assignment.outcome) && (
            <Sheet title={assignment.outcome ? said.outcome : said.assignmentText}>
              <p className="document-words">{assignment.outcome ?? assignment.text}</p>
            </Sheet>
          )}
        </Stack>
        <Stack gap="lg">
          <Sheet title={assignment.title}>
            <Facts
              facts={[
                [said.customer, <PartyLink key="party" {...assignment} />],
                [said.startsOn, day(assignment.startsOn)],
                [said.endsOn, assignment.endsOn && day(assignment.endsOn)],
                [
                  said.owner,
                  (assignment.may.owner || assignment.ownerName) && (
                    <OwnerFact key="owner" of="assignments" document={assignment} />
                  ),
                ],
              ]}
            />
          </Sheet>
          <AddedPart subject="assignment" of={`/assignments/${assignment.id}`} />
        </Stack>
      </div>
    </>
  )
}

function AssignmentDeeds({ assignment: { id, events } }: { assignment: Assignment }) {
  const said = useChainTexts()
  const [completing, complete] = useDisclosure(false)
  const [cancelling, cancel] = useDisclosure(false)
  const move = useMove({
    run: (wish: { event: Assignment['events'][number]; outcome?: string }) =>
      api.post(`/assignments/${id}/state`, wish),
    done: said.assignmentMoved,
    then: () => {
      complete.close()
      cancel.close()
    },
  })
  const outcomeOf = ({ reason }: { reason: string }) => (reason ? { outcome: reason } : {})
  return (
    <>
      {events.includes('completion') && (
        <WriteButton leftSection={<IconCheck size={17} aria-hidden />} onClick={complete.open}>
          {said.complete}
        </WriteButton>
      )}
      {events.includes('reopening') && (
        <WriteButton variant="default" loading={move.isPending} onClick={() => move.mutate({ event: 'reopening' })}>
          {said.reopen}
        </WriteButton>
      )}
      {events.includes('cancellation') && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={said.more}>
              <IconDots size={17} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item color="red" onClick={cancel.open}>
              {said.cancel}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <AskWhy
        title={said.complete}
        label={said.complete}
        asks={{ reason: said.outcome }}
        opened={completing}
        busy={move.isPending}
        fault={move.fault}
        onClose={complete.close}
        onDone={(asked) => move.mutate({ event: 'completion', ...outcomeOf(asked) })}
      />
      <AskWhy
        title={said.cancel}
        label={said.cancel}
        color="red"
        asks={{ reason: said.why }}
        opened={cancelling}
        busy={move.isPending}
        fault={move.fault}
        onClose={cancel.close}
        onDone={(asked) => move.mutate({ event: 'cancellation', ...outcomeOf(asked) })}
      />
    </>
  )
}
