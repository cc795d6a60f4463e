import { Button, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBriefcase, IconDots, IconFileInvoice } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { NewAssignment } from '../assignments/NewAssignment.tsx'
import { AskWhy } from '../chain/AskWhy.tsx'
import { useBasisTexts } from '../chain/basis.texts.ts'
import type { Contract, ContractEvent } from '../chain/contract.ts'
import { useChainTexts } from '../chain/texts.ts'
import { useDiscard } from '../chain/useDiscard.tsx'
import { useMove } from '../chain/useMove.ts'
import { BilledElsewhere } from './BilledElsewhere.tsx'

interface Move {
  event: ContractEvent
  reason?: string
  endsOn?: string
}

/** What comes next for a contract: its work, its bill, its renewal or its end. A draft is signed from its form. */
export function ContractDeeds({ contract }: { contract: Contract }) {
  const said = useChainTexts()
  const basis = useBasisTexts()
  const navigate = useNavigate()
  const [assigning, assign] = useDisclosure(false)
  const [noticing, notice] = useDisclosure(false)
  const [renewing, renew] = useDisclosure(false)
  const [ending, end] = useDisclosure(false)
  const [elsewhere, sayElsewhere] = useDisclosure(false)
  const { id, events, may, state } = contract
  const discard = useDiscard('contracts', id)
  const move = useMove({
    run: (wish: Move) => api.post(`/contracts/${id}/state`, wish),
    done: said.contractMoved,
    then: () => {
      notice.close()
      renew.close()
      end.close()
    },
  })
  const bill = useMove({
    run: () => api.post<{ id: string }>(`/contracts/${id}/invoice`, {}),
    done: said.invoiced,
    fields: false,
    then: (draft) => navigate({ to: `/invoices/${draft.id}` }),
  })
  const other = contract.partPeriods === 'days' ? 'whole' : 'days'
  const bills = useMove({
    run: () => api.patch(`/contracts/${id}`, { partPeriods: other }, contract.revision),
    done: basis.partPeriodsDone,
    fields: false,
  })
  const party = contract.company ? { company: contract.company } : { person: contract.person ?? '' }
  const runs = state === 'active' || state === 'noticed'
  const mayDiscard = state === 'draft' && may.write
  const others = events.filter((event) => event !== 'signing')
  return (
    <>
      {may.invoice && (
        <WriteButton
          leftSection={<IconFileInvoice size={17} aria-hidden />}
          loading={bill.isPending}
          onClick={() => bill.mutate()}
        >
          {said.invoice}
        </WriteButton>
      )}
      {runs && may.write && (
        <WriteButton leftSection={<IconBriefcase size={17} aria-hidden />} onClick={assign.open}>
          {said.makeAssignment}
        </WriteButton>
      )}
      {(others.length > 0 || may.billedUntil || mayDiscard) && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={said.more}>
              <IconDots size={17} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.includes('renewal') && <Menu.Item onClick={renew.open}>{said.renew}</Menu.Item>}
            {others.includes('notice') && <Menu.Item onClick={notice.open}>{said.notice}</Menu.Item>}
            {others.includes('withdrawal-of-notice') && (
              <Menu.Item onClick={() => move.mutate({ event: 'withdrawal-of-notice' })}>
                {said.withdrawNotice}
              </Menu.Item>
            )}
            {runs && may.write && contract.billingMonths !== null && (
              <Menu.Item onClick={() => bills.mutate()}>{basis.partPeriodsTo[other]}</Menu.Item>
            )}
            {may.billedUntil && <Menu.Item onClick={sayElsewhere.open}>{basis.billedUntil}…</Menu.Item>}
            {mayDiscard && discard.item}
            {others.includes('ending') && (
              <Menu.Item color="red" onClick={end.open}>
                {said.end}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {elsewhere && (
        <BilledElsewhere
          contract={id}
          document={[said.steps.contract, contract.number].filter(Boolean).join(' ')}
          until={contract.billedUntil}
          onClose={sayElsewhere.close}
        />
      )}
      {assigning && <NewAssignment party={party} contract={id} title={contract.title} onClose={assign.close} />}
      {discard.question}
      <AskWhy
        title={said.notice}
        text={said.noticeText}
        label={said.notice}
        asks={{}}
        opened={noticing}
        busy={move.isPending}
        onClose={notice.close}
        onDone={() => move.mutate({ event: 'notice' })}
      />
      <AskWhy
        title={said.renew}
        label={said.renew}
        asks={{ day: said.renewText }}
        opened={renewing}
        busy={move.isPending}
        fault={move.fault}
        onClose={renew.close}
        onDone={({ day }) => move.mutate({ event: 'renewal', endsOn: day })}
      />
      <AskWhy
        title={said.end}
        text={said.endText}
        label={said.end}
        color="red"
        asks={{ reason: said.why }}
        opened={ending}
        busy={move.isPending}
        fault={move.fault}
        onClose={end.close}
        onDone={({ reason }) => move.mutate({ event: 'ending', ...(reason ? { reason } : {}) })}
      />
    </>
  )
}
