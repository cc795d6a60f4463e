import { Button, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLink } from '@tabler/icons-react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { CompanyFinder } from './CompanyFinder.tsx'
import type { Enquiry, Found } from './contract.ts'
import { RecordFinder } from './RecordFinder.tsx'

/** Says which company, or which person, an enquiry is about. */
export function LinkEnquiry({
  enquiry: { id, company, person, groupCompany },
  to,
}: {
  enquiry: Enquiry
  to: 'company' | 'person'
}) {
  const {
    register: { enquiries: said },
    ui,
  } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const link = useDeed({
    run: (found: Found) => api.post(`/enquiries/${id}/link`, { [to]: found.id }),
    done: said.linkedNow,
    refreshes: [['enquiries'], ['companies'], ['people']],
    then: close,
  })
  const label = said.links[to]
  const isLinked = to === 'company' ? company : person
  return (
    <>
      <WriteButton
        size="compact-sm"
        variant={isLinked ? 'subtle' : 'default'}
        leftSection={<IconLink size={15} aria-hidden />}
        onClick={open}
        label={isLinked ? `${said.relink}: ${label}` : label}
      >
        {isLinked ? said.relink : label}
      </WriteButton>
      <Dialog opened={opened} onClose={close} title={label} closeButtonProps={{ 'aria-label': ui.close }}>
        <Stack>
          {to === 'company' ? (
            <CompanyFinder
              label={label}
              groupCompany={groupCompany}
              representative={person?.id}
              onChoose={link.mutate}
            />
          ) : (
            <RecordFinder label={label} kinds={[to]} onChoose={link.mutate} />
          )}
          <Button variant="default" onClick={close} style={{ alignSelf: 'flex-end' }}>
            {ui.cancel}
          </Button>
        </Stack>
      </Dialog>
    </>
  )
}
