import { Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHandStop } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { WriteButton } from '../access/WriteButton.tsx'
import { Problem } from '../api.ts'
import { Clause } from '../statement/Clause.tsx'
import { reasonOf } from '../statement/reason.ts'
import { useTexts } from '../texts/index.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { OrganisationChoices } from './contract.ts'
import { ObjectionForm } from './ObjectionForm.tsx'
import { organisationChoicesQuery } from './queries.ts'
import { useChoicesTexts } from './texts.ts'

/** On a company's card: whether it has refused direct marketing (§ 202 of laki 917/2014). */
export function RefusalPart({ company }: { company: string }) {
  const said = useChoicesTexts()
  const texts = useTexts()
  const choices = useQuery({ ...organisationChoicesQuery(company), retry: false })
  const [opened, { open, close }] = useDisclosure(false)
  if (choices.error instanceof Problem && choices.error.status === 403) return null
  return (
    <Sheet
      title={said.refusalTitle}
      actions={
        choices.data &&
        !choices.data.soleTrader && (
          <WriteButton
            size="xs"
            variant="default"
            leftSection={<IconHandStop size={15} aria-hidden />}
            reason={reasonOf(choices.data.may.write, texts)}
            onClick={open}
          >
            {said.refuse}
          </WriteButton>
        )
      }
    >
      <Asked query={choices}>{(all) => <Refusals choices={all} />}</Asked>
      <Dialog opened={opened} onClose={close} title={said.refuse} closeButtonProps={{ 'aria-label': texts.ui.close }}>
        <ObjectionForm
          path={`/companies/${company}/refusals`}
          hint={said.refusalHint}
          done={said.refused}
          channels={(choices.data?.channels ?? []).map((channel) => ({ value: channel, label: channel }))}
          topics={[]}
          onDone={close}
        />
      </Dialog>
    </Sheet>
  )
}

function Refusals({ choices }: { choices: OrganisationChoices }) {
  const said = useChoicesTexts()
  const { day } = useFormat()
  if (choices.soleTrader) return <Text size="sm">{said.soleTrader}</Text>
  if (choices.refusals.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {said.noRefusal}
      </Text>
    )
  return (
    <Stack gap="xs">
      {choices.refusals.map((one) => (
        <div key={one.id}>
          <StateBadge said={said.states['organisation-refused'] ?? ''} tone="bad" /> <Clause id="S4.10" />
          <Text size="xs" c="dimmed" className="figures">
            {[said.scopes[one.scope], day(one.at), said.vias[one.via] ?? one.via].filter(Boolean).join(' · ')}
          </Text>
        </div>
      ))}
    </Stack>
  )
}
