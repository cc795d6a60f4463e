import { Text } from '@mantine/core'
import { useFormat } from '../ui/format.ts'
import type { Choices, HistoryEntry } from './contract.ts'
import { useChoicesTexts } from './texts.ts'

/** What was said and when, by which way, with its proof; and what was sold, of which a ground may follow. */
export function HistoryRows({ choices }: { choices: Choices }) {
  const said = useChoicesTexts()
  const { day, instant } = useFormat()
  const { history, sales } = choices
  if (history.length === 0 && sales.length === 0) return null
  return (
    <details className="choice-history">
      <summary>
        {said.history} ({history.length + sales.length})
      </summary>
      <ul>
        {history.map((one) => (
          <li key={`${one.what} ${one.state} ${one.channel} ${one.topic} ${one.at}`}>
            <Text size="sm">{named(one)}</Text>
            <Text size="xs" c="dimmed" className="figures">
              {[
                instant(one.at),
                said.vias[one.via] ?? one.via,
                one.byName,
                one.document,
                one.ownWords && `”${one.ownWords}”`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
        {sales.map((sale) => (
          <li key={sale.id}>
            <Text size="sm">{said.sale(day(sale.soldAt), sale.groupCompany)}</Text>
            <Text size="xs" c="dimmed">
              {sale.hasAddress ? said.saleFacts.address : said.saleFacts.noAddress} ·{' '}
              {sale.toldOfRefusal ? said.saleFacts.told : said.saleFacts.notTold}
            </Text>
          </li>
        ))}
      </ul>
    </details>
  )

  function named({ what, state, channel, topic }: HistoryEntry) {
    const event = said.events[what === 'lifting' ? 'lifting' : state] ?? state
    const about = topic
      ? choices.topics.find(({ id }) => id === topic)?.label
      : channel && (choices.channelNames[channel] ?? channel)
    return about ? `${event}: ${about}` : event
  }
}
