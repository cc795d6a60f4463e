import { Checkbox, Group, Stack, Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { to } from '../../to.ts'
import { FirstRows } from '../../ui/FirstRows.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { tell } from '../../ui/toast.ts'
import { useMove } from '../chain/useMove.ts'
import { useFigures } from '../lines/useFigures.ts'
import { whyCut } from '../why-cut.ts'
import type { Due, DueReminder } from './contract.ts'
import { DueRow } from './DueRow.tsx'
import { remindInParts } from './in-parts.ts'
import { useReminderTexts } from './texts.ts'
import { totalOf } from './total-of.ts'
import '../rounds.css'

/** The reminders of a round: those that somebody should look at first, and those that go; one press writes and sends them. */
export function Round({ due: { groupCompany, items, waiting } }: { due: Due }) {
  const said = useReminderTexts()
  const { money } = useFigures()
  const navigate = useNavigate()
  // What was pressed by hand; by itself one is chosen where nothing speaks against it.
  const [pressed, setPressed] = useState<Readonly<Record<string, boolean>>>({})
  const chosen = new Set(items.filter((one) => pressed[one.id] ?? !isDoubtful(one)).map(({ id }) => id))
  const [letters, setLetters] = useState<ReadonlySet<string>>(() => new Set())
  const going = items.filter(({ id }) => chosen.has(id))
  const posted = going.filter(({ id, address }) => !address || letters.has(id)).length
  const [done, setDone] = useState(0)
  const send = useMove<void, { run: string; cut: number; why: unknown }>({
    run: () => remindInParts({ groupCompany, invoices: going.map(({ id }) => id), letters, onPart: setDone }),
    done: '',
    fields: false,
    then: ({ run, cut, why }) => {
      tell(cut > 0 ? said.cut(cut, whyCut(why, said)) : said.begun)
      navigate({ to: to.reminderRun(run) })
    },
  })
  const choose = (ids: readonly string[], on: boolean) => {
    setPressed({ ...pressed, ...Object.fromEntries(ids.map((id) => [id, on])) })
  }
  const post = (id: string, on: boolean) => {
    const next = new Set(letters)
    if (on) next.add(id)
    else next.delete(id)
    setLetters(next)
  }
  const rows = (some: readonly DueReminder[]) => (
    <FirstRows of={some}>
      {(one) => (
        <DueRow
          key={one.id}
          due={one}
          isChosen={chosen.has(one.id)}
          isLetter={!one.address || letters.has(one.id)}
          onChoose={(on) => choose([one.id], on)}
          onLetter={(on) => post(one.id, on)}
        />
      )}
    </FirstRows>
  )
  const doubtful = items.filter(isDoubtful)
  const ready = items.filter((one) => !isDoubtful(one))
  const all = ready.filter(({ id }) => chosen.has(id)).length
  return (
    <Stack gap="lg">
      {doubtful.length > 0 && (
        <Sheet title={said.lookFirst}>
          <Text size="sm" c="dimmed" mb="xs">
            {said.lookFirstWhy}
          </Text>
          {rows(doubtful)}
        </Sheet>
      )}
      {ready.length > 0 && (
        <Sheet
          title={said.ready}
          actions={
            <Checkbox
              label={said.all}
              checked={all === ready.length}
              indeterminate={all > 0 && all < ready.length}
              onChange={(event) =>
                choose(
                  ready.map(({ id }) => id),
                  event.currentTarget.checked,
                )
              }
            />
          }
        >
          {rows(ready)}
        </Sheet>
      )}
      <Group justify="space-between" className="round-foot" gap="sm">
        <div>
          <Text fw={650} className="figures">
            {money(going.reduce((sum, one) => sum + totalOf(one), 0))}
          </Text>
          <Text size="sm" c="dimmed">
            {send.isPending && done > 0
              ? said.underWay(done, going.length)
              : said.chosen(going.length - posted, posted)}
          </Text>
          {waiting > 0 && (
            <Text size="xs" c="dimmed">
              {said.waits(waiting)}
            </Text>
          )}
        </div>
        <WriteButton disabled={going.length === 0} loading={send.isPending} onClick={() => send.mutate()}>
          {said.send(going.length)}
        </WriteButton>
      </Group>
    </Stack>
  )
}

function isDoubtful({ complaint, interest, address, hasAddress }: DueReminder): boolean {
  return complaint !== null || interest === null || (!address && !hasAddress)
}
