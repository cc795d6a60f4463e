import { Anchor, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { Scrolling } from '../ui/Scrolling.tsx'
import { type Fate, type ImportNow, linesOf, peopleAndCompanies } from './contract.ts'
import { linesQuery } from './queries.ts'
import { RecordLines } from './RecordLines.tsx'
import { useExchangeTexts } from './texts.ts'

const fates: Fate[] = ['created', 'updated', 'unchanged', 'refused', 'erased', 'suppressed', 'left']

/** How many lines met each fate, and the first of the one that is chosen. */
export function FatesPart({ run }: { run: ImportNow }) {
  const said = useExchangeTexts()
  const { number } = useFormat()
  const isWide = useMediaQuery('(min-width: 48em)')
  const there = fates.filter((fate) => linesOf(run, fate) > 0)
  const [chosen, setChosen] = useState<Fate | null>(null)
  const fate = chosen && there.includes(chosen) ? chosen : there.includes('refused') ? 'refused' : there[0]
  if (!fate) return null
  const data = there.map((one) => ({ value: one, label: `${said.fates[one]} (${number(linesOf(run, one))})` }))
  return (
    <Stack gap="md">
      <Group gap="xl" aria-live="polite">
        {there
          .filter((one) => one !== 'suppressed')
          .map((one) => (
            <div key={one}>
              <Text fz={26} fw={650} className="figures" lh={1.1}>
                {number(linesOf(run, one))}
              </Text>
              <Text size="sm" c="dimmed">
                {said.fatesCounted[one]}
              </Text>
            </div>
          ))}
      </Group>
      {there.length > 1 &&
        (isWide && there.length < 5 ? (
          <SegmentedControl
            aria-label={said.fate}
            value={fate}
            data={data}
            onChange={(one) => setChosen(one as Fate)}
            style={{ alignSelf: 'flex-start' }}
          />
        ) : (
          <Select
            label={said.fate}
            allowDeselect={false}
            value={fate}
            data={data}
            onChange={(one) => setChosen(one as Fate)}
            maw={420}
          />
        ))}
      {said.fateText[fate] && (
        <Text size="sm" c="dimmed">
          {said.fateText[fate]}
        </Text>
      )}
      <Lines run={run} fate={fate} />
    </Stack>
  )
}

function Lines({ run, fate }: { run: ImportNow; fate: Fate }) {
  const said = useExchangeTexts()
  const { number } = useFormat()
  const lines = useQuery(linesQuery(run.id, fate, run.state))
  const hasReasons = fate === 'refused' || fate === 'erased' || fate === 'left'
  const isHeld = run.state !== 'tried' && run.state !== 'reading'
  const isRecords = run.holds !== peopleAndCompanies
  if (isRecords)
    return (
      <Asked query={lines}>
        {(items) => <RecordLines run={run} fate={fate} items={items} hasReasons={hasReasons} />}
      </Asked>
    )
  return (
    <Asked query={lines}>
      {(items) => (
        <>
          <Scrolling label={said.fates[fate]}>
            <table className="records">
              <thead>
                <tr>
                  <th scope="col">
                    <span>{said.line}</span>
                  </th>
                  {hasReasons ? (
                    <th scope="col">
                      <span>{said.why}</span>
                    </th>
                  ) : (
                    <th scope="col">
                      <span>{said.company}</span>
                    </th>
                  )}
                  {!hasReasons && (
                    <th scope="col">
                      <span>{said.person}</span>
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {items.map(({ line, said: why, code, company, person, personId, companyId }) => (
                  <tr key={line}>
                    <td className="figures">{line}</td>
                    {hasReasons && <td style={{ whiteSpace: 'normal', minWidth: 200 }}>{why ?? code}</td>}
                    {!hasReasons && (
                      <td>
                        {isHeld && companyId ? (
                          <CardLink to={to.company(companyId)} name={company} />
                        ) : (
                          (company ?? '–')
                        )}
                      </td>
                    )}
                    {!hasReasons && (
                      <td>
                        {isHeld && personId ? <CardLink to={to.person(personId)} name={person} /> : (person ?? '–')}
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolling>
          {linesOf(run, fate) > items.length && (
            <Text size="sm" c="dimmed">
              {said.firstOf(number(items.length), number(linesOf(run, fate)))}
            </Text>
          )}
        </>
      )}
    </Asked>
  )
}

function CardLink({ to: place, name }: { to: string; name: string | null }) {
  const said = useExchangeTexts()
  return (
    <Anchor component={Link} to={place} size="sm">
      {name ?? said.openCard}
    </Anchor>
  )
}
