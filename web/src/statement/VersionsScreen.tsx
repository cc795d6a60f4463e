import { Anchor, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { Scrolling } from '../ui/Scrolling.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Version } from './contract.ts'
import { versionsQuery } from './queries.ts'
import { useStatementTexts } from './texts.ts'

export function VersionsScreen() {
  const { shell } = useTexts()
  const said = useStatementTexts()
  const versions = useQuery(versionsQuery)
  return (
    <>
      <PageHead title={said.versions} crumbs={[{ to: to.statement(), label: shell.places.statement }]} />
      <Asked query={versions}>
        {(all) => (
          <div className="sheet">
            <Scrolling label={said.versions}>
              <table className="records">
                <thead>
                  <tr>
                    {[said.versions, said.published, said.effective, said.changes, said.hash].map((head) => (
                      <th key={head} scope="col">
                        <span>{head}</span>
                      </th>
                    ))}
                    <th scope="col">
                      <span className="unseen">{said.compare}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {[...all]
                    .sort((a, b) => b.version - a.version)
                    .map((one, nth) => (
                      <Row key={one.version} version={one} isCurrent={nth === 0} />
                    ))}
                </tbody>
              </table>
            </Scrolling>
            {all.length === 0 && (
              <Text p="lg" size="sm" c="dimmed">
                {said.none}
              </Text>
            )}
          </div>
        )}
      </Asked>
    </>
  )
}

function Row({
  version: { version, publishedAt, effectiveFrom, changeClass, hash, supersedes },
  isCurrent,
}: {
  version: Version
  isCurrent: boolean
}) {
  const said = useStatementTexts()
  const { instant, day } = useFormat()
  return (
    <tr>
      <td>
        <Anchor href={to.publicVersion(version)} target="_blank" rel="noreferrer" fw={600} size="sm">
          {said.version(version)}
        </Anchor>{' '}
        {isCurrent && <StateBadge said={said.current} tone="good" />}
      </td>
      <td className="figures">{instant(publishedAt)}</td>
      <td className="figures">{day(effectiveFrom)}</td>
      <td>{changeClass && (said.changeClasses[changeClass] ?? changeClass)}</td>
      <td>
        <code title={hash} className="short-hash">
          {hash.replace(/^sha256:/, '').slice(0, 16)}
        </code>
      </td>
      <td>
        {supersedes ? (
          <Anchor component={Link} to={to.difference(supersedes, version)} size="sm">
            {said.compare}
          </Anchor>
        ) : null}
      </td>
    </tr>
  )
}
