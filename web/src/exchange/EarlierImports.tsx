import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sourcesQuery } from '../register/queries.ts'
import { capital, useSay } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { Scrolling } from '../ui/Scrolling.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { importsQuery } from './queries.ts'
import { useExchangeTexts } from './texts.ts'

/** The imports so far, in numbers. */
export function EarlierImports() {
  const said = useExchangeTexts()
  const say = useSay()
  const { instant, number } = useFormat()
  const runs = useQuery(importsQuery)
  const sources = useQuery(sourcesQuery).data ?? []
  return (
    <Sheet title={said.earlier}>
      <Asked query={runs}>
        {(items) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {said.earlierNone}. {said.earlierNoneText}
            </Text>
          ) : (
            <Scrolling label={said.earlierNumbers}>
              <table className="records">
                <thead>
                  <tr>
                    <th scope="col">
                      <span>{said.when}</span>
                    </th>
                    <th scope="col">
                      <span>{said.contents}</span>
                    </th>
                    <th scope="col">
                      <span>{said.source}</span>
                    </th>
                    <th scope="col">
                      <span>{said.state}</span>
                    </th>
                    {[said.newOnes, said.updated, said.refused].map((what) => (
                      <th key={what} scope="col">
                        <span>{capital(what)}</span>
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {items.map((run) => (
                    <tr key={run.id}>
                      <td>
                        {run.isOwn ? (
                          <Anchor component={Link} to={to.import(run.id)}>
                            {instant(run.at)}
                          </Anchor>
                        ) : (
                          instant(run.at)
                        )}
                      </td>
                      <td>{said.kindsOfRecord[run.holds] ?? run.holds}</td>
                      <td>{capital(say(sources.find(({ id }) => id === run.source)?.label) || run.source) || '–'}</td>
                      <td>{said.states[run.state]}</td>
                      {[run.people + run.companies + run.made, run.updated, run.refused].map((count, at) => (
                        <td key={at} className="figures">
                          {number(count)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scrolling>
          )
        }
      </Asked>
    </Sheet>
  )
}
