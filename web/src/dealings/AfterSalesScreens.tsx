import { IconMessageReport, IconShieldCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { api } from '../api.ts'
import { ListScreen } from '../lists/ListScreen.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import type { Party } from './contract.ts'
import { useDealingsTexts } from './texts.ts'

/** All complaints. They are written down on the card of whoever complains. */
export function ComplaintsScreen() {
  const said = useDealingsTexts()
  return (
    <ListScreen
      list="complaints"
      empty={
        <Empty icon={<IconMessageReport size={26} />} title={said.noComplaints}>
          {said.complaintsHint}
        </Empty>
      }
    />
  )
}

/** All warranties. */
export function WarrantiesScreen() {
  const said = useDealingsTexts()
  return (
    <ListScreen
      list="warranties"
      empty={
        <Empty icon={<IconShieldCheck size={26} />} title={said.noWarranties}>
          {said.warrantiesHint}
        </Empty>
      }
    />
  )
}

/** A complaint stands on the card of whose it is, where it is brought into sight and marked. */
export function ComplaintScreen() {
  const { complaint: id = '' } = useParams({ strict: false }) as { complaint?: string }
  return <OnCard path={`/complaints/${id}`} id={id} />
}

export function WarrantyScreen() {
  const { warranty: id = '' } = useParams({ strict: false }) as { warranty?: string }
  return <OnCard path={`/warranties/${id}`} id={id} />
}

function OnCard({ path, id }: { path: string; id: string }) {
  const party = useQuery({ queryKey: ['after-sales', path], queryFn: ({ signal }) => api.get<Party>(path, signal) })
  return (
    <Asked query={party}>
      {({ company, person }) => (
        <Navigate
          to={company ? to.company(company) : to.person(person ?? '')}
          search={{ tab: 'dealings', mark: id } as never}
          replace
        />
      )}
    </Asked>
  )
}
