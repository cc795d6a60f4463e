import { Alert, Checkbox, Group, Stack, Text } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api } from '../../api.ts'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { tell } from '../../ui/toast.ts'
import { useMove } from '../chain/useMove.ts'
import { GroupCompanyChoice, useGroupCompany } from '../group-company.tsx'
import type { PaymentSeen } from '../invoices/contract.ts'
import { unallocatedQuery } from '../invoices/queries.ts'
import { useFigures } from '../lines/useFigures.ts'
import { useAllocateTexts } from './texts.ts'
import { WaitingRow } from './WaitingRow.tsx'

/** Payments that wait for a person, the oldest first, each with the likeliest invoice; one press gives many to theirs. */
export function AllocateScreen() {
  const said = useAllocateTexts()
  const whose = useGroupCompany()
  const waiting = useInfiniteQuery(unallocatedQuery(whose.groupCompany))
  return (
    <>
      <PageHead
        title={said.allocate}
        under={said.under}
        crumbs={[{ to: to.payments(), label: said.payments }]}
        actions={<GroupCompanyChoice of={whose} />}
      />
      <Asked query={waiting}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <Empty icon={<IconChecks size={26} />} title={said.nothingWaits} />
          return (
            <Stack gap="lg" maw={980}>
              <Waiting key={whose.groupCompany} items={items} />
              <MoreRows
                hasMore={waiting.hasNextPage}
                isFetching={waiting.isFetchingNextPage}
                more={() => waiting.fetchNextPage()}
              />
            </Stack>
          )
        }}
      </Asked>
    </>
  )
}

interface Refused {
  items: { payment: string; said: string | null }[]
}

function Waiting({ items }: { items: readonly PaymentSeen[] }) {
  const said = useAllocateTexts()
  const { money } = useFigures()
  // What was pressed by hand; by itself a payment is chosen where its invoice is sure.
  const [pressed, setPressed] = useState<Readonly<Record<string, boolean>>>({})
  const isChosen = ({ id, likely }: PaymentSeen) => likely !== null && (pressed[id] ?? likely.sure)
  const going = items.filter(isChosen)
  const give = useMove({
    run: () =>
      api.post<Refused>('/payments/allocations', {
        items: going.slice(0, 200).map(({ id, revision, likely }) => ({ payment: id, revision, invoice: likely?.id })),
      }),
    done: '',
    fields: false,
    then: (answer) => {
      if (answer.items.some((one) => one.said === null)) tell(said.given)
    },
  })
  const suggested = items.filter(({ likely }) => likely)
  const refused = new Map(give.data?.items.flatMap(({ payment, said }) => (said ? [[payment, said] as const] : [])))
  return (
    <>
      {refused.size > 0 && (
        <Alert color="red" variant="light" role="alert">
          {said.notGiven(refused.size)}
        </Alert>
      )}
      <Sheet
        title={said.waiting}
        actions={
          suggested.length > 0 && (
            <Checkbox
              label={said.all}
              checked={going.length === suggested.length}
              indeterminate={going.length > 0 && going.length < suggested.length}
              onChange={(event) => {
                const on = event.currentTarget.checked
                setPressed(Object.fromEntries(suggested.map(({ id }) => [id, on])))
              }}
            />
          )
        }
      >
        <div className="plain-rows">
          {items.map((one) => (
            <WaitingRow
              key={one.id}
              payment={one}
              isChosen={isChosen(one)}
              onChoose={(on) => setPressed({ ...pressed, [one.id]: on })}
              refused={refused.get(one.id)}
            />
          ))}
        </div>
      </Sheet>
      {suggested.length > 0 && (
        <Group justify="space-between" className="round-foot" gap="sm">
          <div>
            <Text fw={650} className="figures">
              {money(going.reduce((sum, { leftCents }) => sum + leftCents, 0))}
            </Text>
            <Text size="sm" c="dimmed">
              {said.chosen(going.length)}
            </Text>
          </div>
          <WriteButton disabled={going.length === 0} loading={give.isPending} onClick={() => give.mutate()}>
            {said.give(going.length)}
          </WriteButton>
        </Group>
      )}
    </>
  )
}
