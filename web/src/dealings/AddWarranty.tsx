import { Group, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { AddDealing } from './AddDealing.tsx'
import type { Party } from './contract.ts'
import { dayFrom } from './day-from.ts'
import { noGoods } from './goods/contract.ts'
import { GoodsFields } from './goods/GoodsFields.tsx'
import { useDealingsTexts } from './texts.ts'

const fresh = () => ({
  item: '',
  startsOn: dayFrom(0),
  endsOn: dayFrom(730),
  claimMonths: 2 as string | number,
  serial: '',
})

export function AddWarranty({ party }: { party: Party }) {
  const said = useDealingsTexts()
  const [typed, setTyped] = useState(fresh)
  const type = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const [goods, setGoods] = useState(noGoods)
  const { item, startsOn, endsOn, claimMonths, serial } = typed
  return (
    <AddDealing
      subject="warranty"
      label={said.addWarranty}
      done={said.warrantyAdded}
      path="/warranties"
      body={() => ({
        ...{ ...party, ...goods, item, startsOn, endsOn, claimMonths: Number(claimMonths) },
        ...(serial.trim() ? { serial } : {}),
      })}
      onDone={() => {
        setTyped(fresh())
        setGoods(noGoods)
      }}
    >
      <GoodsFields
        party={party}
        value={goods}
        onChange={setGoods}
        onLine={({ text, deliveredOn }) =>
          type({ item: typed.item || text, startsOn: deliveredOn, endsOn: twoYearsFrom(deliveredOn) })
        }
      />
      <TextInput
        label={said.item}
        required
        maxLength={400}
        data-autofocus
        value={item}
        onChange={(event) => type({ item: event.currentTarget.value })}
      />
      <TextInput
        label={said.serial}
        maxLength={100}
        value={serial}
        onChange={(event) => type({ serial: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        {(['startsOn', 'endsOn'] as const).map((day) => (
          <TextInput
            key={day}
            type="date"
            label={said[day]}
            required
            value={typed[day]}
            onChange={(event) => type({ [day]: event.currentTarget.value })}
          />
        ))}
      </Group>
      <NumberInput
        label={said.claimMonths}
        description={said.claimHint}
        min={0}
        max={36}
        allowDecimal={false}
        required
        value={claimMonths}
        onChange={(next) => type({ claimMonths: next })}
      />
    </AddDealing>
  )
}

function twoYearsFrom(day: string) {
  return `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`.replace('-02-29', '-02-28')
}
