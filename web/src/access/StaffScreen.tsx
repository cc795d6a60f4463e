import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ContactOfRegisterPart } from '../register/ContactOfRegisterPart.tsx'
import { Asked } from '../ui/Asked.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { InstructionPart } from './InstructionPart.tsx'
import { InviteStaff } from './InviteStaff.tsx'
import { staffQuery } from './queries.ts'
import { StaffTable } from './StaffTable.tsx'
import { useAccessTexts } from './texts.ts'

export function StaffScreen() {
  const access = useAccessTexts()
  const staff = useQuery(staffQuery)
  return (
    <>
      <PageHead title={access.staffTitle} under={access.staffText} actions={staff.data && <InviteStaff />} />
      <Stack gap="lg">
        <Asked query={staff}>{(all) => <StaffTable staff={all} />}</Asked>
        <ContactOfRegisterPart />
        <InstructionPart />
      </Stack>
    </>
  )
}
