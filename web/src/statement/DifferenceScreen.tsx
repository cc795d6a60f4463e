import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { ChangeList } from './ChangeList.tsx'
import { differenceQuery } from './queries.ts'
import { useStatementTexts } from './texts.ts'

export function DifferenceScreen() {
  const { shell } = useTexts()
  const said = useStatementTexts()
  const { a = '', b = '' } = useParams({ strict: false }) as { a?: string; b?: string }
  const difference = useQuery(differenceQuery(a, b))
  return (
    <>
      <PageHead
        title={said.difference(a, b)}
        crumbs={[
          { to: to.statement(), label: shell.places.statement },
          { to: to.versions(), label: said.versions },
        ]}
      />
      <Sheet>
        <Asked query={difference}>
          {({ changes }) =>
            changes.length > 0 ? (
              <ChangeList changes={changes} />
            ) : (
              <Text size="sm" c="dimmed">
                {said.differenceNone}
              </Text>
            )
          }
        </Asked>
      </Sheet>
    </>
  )
}
