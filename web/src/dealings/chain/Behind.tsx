import { Button, Group, Stack, Text } from '@mantine/core'
import { IconBuilding, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { CompanyFinder } from '../../register/CompanyFinder.tsx'
import { nameOfPerson } from '../../register/names.ts'
import { personQuery } from '../../register/queries.ts'
import { useTexts } from '../../texts/index.tsx'
import { Asked } from '../../ui/Asked.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useDeed } from '../../ui/useDeed.ts'
import type { Party } from '../contract.ts'
import { companiesOf } from './party-behind.ts'
import { useChainTexts } from './texts.ts'

interface Choosing {
  person: string
  /** Whose customer a company becomes that is taken in here; asked where it is not known. */
  groupCompany?: string | undefined
  onChoose: (party: Party) => void
}

/** S4.6: which company a representative acts for here, or that they buy for themselves. */
export function Behind({ person: id, groupCompany, onChoose }: Choosing) {
  const said = useChainTexts()
  const { ui } = useTexts()
  const found = useQuery(personQuery(id))
  const mark = useDeed({
    run: (revision: number | string) => api.patch(`/people/${id}`, { kind: 'private-customer' }, revision),
    done: said.markedPrivate,
    refreshes: [['people', id]],
    then: () => onChoose({ person: id }),
  })
  return (
    <Asked query={found}>
      {(person) => (
        <Stack gap="sm">
          <Text size="sm">{said.behind(nameOfPerson(person) || said.unseen)}</Text>
          <Group gap="xs">
            {companiesOf(person).map((company) => (
              <Button
                key={company.id}
                variant="default"
                leftSection={<IconBuilding size={16} aria-hidden />}
                onClick={() => onChoose({ company: company.id, contact: id })}
              >
                {company.name || ui.unknown}
              </Button>
            ))}
            <Button
              variant="default"
              loading={mark.isPending}
              leftSection={<IconUser size={16} aria-hidden />}
              onClick={() => mark.mutate(person.revision)}
            >
              {said.forThemselves}
            </Button>
          </Group>
          <CompanyFinder
            label={said.anotherCompany}
            groupCompany={groupCompany}
            representative={id}
            onChoose={(company) => onChoose({ company: company.id, contact: id })}
          />
        </Stack>
      )}
    </Asked>
  )
}

/** The same, asked in between: after a press that could not go on without knowing it. */
export function BehindDialog({ onClose, ...choosing }: Choosing & { onClose: () => void }) {
  const said = useChainTexts()
  const { ui } = useTexts()
  return (
    <Dialog opened onClose={onClose} title={said.whose} closeButtonProps={{ 'aria-label': ui.close }}>
      <Behind {...choosing} />
    </Dialog>
  )
}
