import { Text } from '@mantine/core'
import { useFormat } from '../ui/format.ts'
import { Scrolling } from '../ui/Scrolling.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { Cookies } from './contract.ts'
import { useWebsiteTexts } from './texts.ts'

/** What each version of the statement added to the questions, and what it dropped. */
export function ChangesPart({ cookies: { versions } }: { cookies: Cookies }) {
  const said = useWebsiteTexts()
  const { day } = useFormat()
  return (
    <Sheet title={said.changes} flush>
      <Text px="lg" pb="sm" size="sm" c="dimmed">
        {said.changesText}
      </Text>
      <Scrolling label={said.added}>
        <table className="records">
          <thead>
            <tr>
              {[said.version, said.added, said.dropped].map((head) => (
                <th key={head} scope="col">
                  <span>{head}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {versions.map(({ version, publishedAt, added, dropped }) => (
              <tr key={version}>
                <td className="figures">{`${version} · ${day(publishedAt)}`}</td>
                <td>{added.join(', ') || '–'}</td>
                <td>{dropped.join(', ') || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </Sheet>
  )
}
