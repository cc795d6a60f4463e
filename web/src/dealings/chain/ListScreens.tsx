import { useDisclosure } from '@mantine/hooks'
import {
  IconBriefcase,
  IconFileDescription,
  IconPackage,
  IconPlus,
  IconSignature,
  IconTruckDelivery,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { meQuery } from '../../access/queries.ts'
import { WriteButton } from '../../access/WriteButton.tsx'
import { ListScreen } from '../../lists/ListScreen.tsx'
import { useNewAsked } from '../../new-asked.ts'
import { useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { NewAssignment } from '../assignments/NewAssignment.tsx'
import { NewContract } from '../contracts/NewContract.tsx'
import { useNewQuote } from '../quotes/useNewQuote.tsx'
import type { ChainList } from './contract.ts'
import { PartyChooser } from './PartyChooser.tsx'
import { useChainTexts } from './texts.ts'

function ChainScreen({ list, icon, action }: { list: ChainList; icon: ReactNode; action?: ReactNode }) {
  const said = useChainTexts()
  return (
    <ListScreen
      list={list}
      actions={action}
      empty={
        <Empty icon={icon} title={said.emptyTitle[list]} action={action}>
          {said.emptyText[list]}
        </Empty>
      }
    />
  )
}

/** Whether somebody of these duties writes a field; the server has the last word. */
function useWrites(field: string) {
  return useQuery(meQuery).data?.writes.includes(field) ?? false
}

function Add({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <WriteButton leftSection={<IconPlus size={16} aria-hidden />} onClick={onClick}>
      {label}
    </WriteButton>
  )
}

export function QuotesScreen() {
  const mayAdd = useWrites('com.quotes')
  return <ChainScreen list="quotes" icon={<IconFileDescription size={26} />} action={mayAdd && <AddQuote />} />
}

function AddQuote() {
  const said = useChainTexts()
  const { ui } = useTexts()
  const [opened, { open, close }] = useDisclosure(false)
  useNewAsked(open)
  const { begin, dialog } = useNewQuote()
  return (
    <>
      <Add label={said.add.quotes} onClick={open} />
      <Dialog opened={opened} onClose={close} title={said.whose} closeButtonProps={{ 'aria-label': ui.close }}>
        <PartyChooser value={{}} onChange={begin} />
      </Dialog>
      {dialog}
    </>
  )
}

export function OrdersScreen() {
  const said = useChainTexts()
  const navigate = useNavigate()
  const mayAdd = useWrites('com.orders')
  const add = <Add label={said.add.orders} onClick={() => navigate({ to: to.newOrder() })} />
  return <ChainScreen list="orders" icon={<IconPackage size={26} />} action={mayAdd && add} />
}

export function DeliveriesScreen() {
  return <ChainScreen list="deliveries" icon={<IconTruckDelivery size={26} />} />
}

export function ContractsScreen() {
  const said = useChainTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const mayAdd = useWrites('com.contracts')
  return (
    <>
      <ChainScreen
        list="contracts"
        icon={<IconSignature size={26} />}
        action={mayAdd && <Add label={said.add.contracts} onClick={open} />}
      />
      {opened && <NewContract onClose={close} />}
    </>
  )
}

export function AssignmentsScreen() {
  const said = useChainTexts()
  const [opened, { open, close }] = useDisclosure(false)
  const mayAdd = useWrites('com.contracts')
  return (
    <>
      <ChainScreen
        list="assignments"
        icon={<IconBriefcase size={26} />}
        action={mayAdd && <Add label={said.add.assignments} onClick={open} />}
      />
      {opened && <NewAssignment onClose={close} />}
    </>
  )
}
