import { Group, Text } from '@mantine/core'
import { Fragment } from 'react'
import { Clause } from '../statement/Clause.tsx'
import { useSay } from '../texts/index.tsx'
import { Scrolling } from '../ui/Scrolling.tsx'
import { CellSign, rightOf } from './CellSign.tsx'
import type { Matrix } from './contract.ts'
import { bySubject } from './subjects.ts'
import { useAccessTexts } from './texts.ts'

export function MatrixTable({ matrix: { duties, fields, cells } }: { matrix: Matrix }) {
  const access = useAccessTexts()
  const say = useSay()
  return (
    <div className="sheet">
      <Scrolling label={access.matrixTitle} style={{ maxHeight: 'calc(100dvh - 210px)', overflow: 'auto' }}>
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{access.field}</th>
              {duties.map((duty) => (
                <th key={duty.id} scope="col">
                  {say(duty.label)}
                  <Text size="xs" c="dimmed" fw={400}>
                    {access.reaches[duty.reach] ?? duty.reach}
                  </Text>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bySubject(fields).map(([subject, some]) => (
              <Fragment key={subject}>
                <tr className="subject">
                  <th colSpan={duties.length + 1} scope="colgroup">
                    {access.subjects[subject] ?? subject}
                  </th>
                </tr>
                {some.map((field) => (
                  <tr key={field.id}>
                    <th scope="row">
                      <Group gap={8} justify="space-between" wrap="nowrap">
                        {say(field.label)}
                        <Clause id={field.clause} />
                      </Group>
                    </th>
                    {duties.map((duty) => (
                      <td key={duty.id}>
                        <CellSign right={rightOf(cells[field.id]?.[duty.id])} />
                      </td>
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </div>
  )
}
