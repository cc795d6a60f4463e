import { Text } from '@mantine/core'
import { useSay } from '../texts/index.tsx'
import { Scrolling } from '../ui/Scrolling.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import type { Cookies, Group } from './contract.ts'
import { useWebsiteTexts } from './texts.ts'

/** Every service of the statement in force with its cookies, and what waits for a choice. */
export function CataloguePart({ cookies: { catalogue } }: { cookies: Cookies }) {
  const said = useWebsiteTexts()
  return (
    <Sheet title={said.catalogue} flush>
      <Scrolling label={said.cookies}>
        <table className="records">
          <thead>
            <tr>
              {[said.service, said.state, said.cookies, said.access].map((head) => (
                <th key={head} scope="col">
                  <span>{head}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {catalogue.groups.map((group) => (
              <Rows key={group.id} group={group} />
            ))}
            {catalogue.embeds.map(({ id, provider }) => (
              <tr key={id}>
                <td>
                  {provider}
                  <Text size="xs" c="dimmed">
                    {said.embeds}
                  </Text>
                </td>
                <td>
                  <StateBadge said={said.onClick} tone="wait" />
                </td>
                <td>–</td>
                <td>{said.also(provider)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </Sheet>
  )
}

function Rows({ group: { label, exempt, ad, services } }: { group: Group }) {
  const said = useWebsiteTexts()
  const say = useSay()
  return services.map(({ id, name, provider, cookies, thirdPartyAccess }) => (
    <tr key={id}>
      <td>
        {name}
        <Text size="xs" c="dimmed">
          {say(label)}
        </Text>
      </td>
      <td>
        <StateBadge said={exempt ? said.always : said.asked} tone={exempt ? 'calm' : 'wait'} />{' '}
        {ad && <StateBadge said={said.denied} />}
      </td>
      <td>
        {cookies.map((cookie) => (
          <div key={cookie.name}>
            <code>{cookie.name}</code> {cookie.duration && say(cookie.duration)}
          </div>
        ))}
      </td>
      <td>{thirdPartyAccess ? said.also(provider) : said.onlyWe}</td>
    </tr>
  ))
}
