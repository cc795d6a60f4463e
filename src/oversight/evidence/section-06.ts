import { sql } from 'kysely'
import type { Policy } from '#statement'
import { type Check, holds, none, words } from './check.ts'

const source = (policy: Policy, clause: string) => [...policy.sources.values()].filter((one) => one.clause === clause)
const ids = (
  policy: Policy,
  is: (one: Policy['sources'] extends ReadonlyMap<string, infer S> ? S : never) => boolean,
) => [...policy.sources.values()].filter(is).map(({ id }) => id)

/** Where data come from. */
export const section6: readonly Check[] = [
  none(
    'S6.1',
    'values-with-sources',
    words(
      'Jokaisella arvolla on selosteessa nimetty lähde',
      'Varje värde har en källa som beskrivningen nämner',
      'Every value has a source that the statement names',
    ),
    ({ policy }) => sql`
      select (select count(*) from register.person_email own where not exists (
          select from register.person_source said where said.person_id = own.person_id and said.value_id = own.id))
        + (select count(*) from register.person_phone own where not exists (
          select from register.person_source said where said.person_id = own.person_id and said.value_id = own.id))
        + (select count(*) from register.person_source where source <> all (${[...policy.sources.keys()]}::text[])) as n`,
    'person.created',
  ),
  holds(
    'S6.2',
    'quote-requests',
    words(
      'Tarjouspyyntö on lähde, josta kerrotaan ihmiselle heti',
      'Offertförfrågan är en källa som personen genast får veta om',
      'A request for a quote is a source of which the person is told at once',
    ),
    ({ policy }) =>
      source(policy, 'S6.2').length > 0 && source(policy, 'S6.2').every(({ notice }) => notice === 'art13'),
  ),
  holds(
    'S6.3',
    'orders',
    words(
      'Tilaus on lähde, josta tiedetään myyntiyhteys',
      'Beställningen är en källa med försäljningssammanhang',
      'An order is a source that carries the context of a sale',
    ),
    ({ policy }) => source(policy, 'S6.3').length > 0 && source(policy, 'S6.3').every(({ saleContext }) => saleContext),
  ),
  holds(
    'S6.4',
    'contracts',
    words(
      'Sopimus on selosteessa nimetty lähde',
      'Avtalet är en källa som beskrivningen nämner',
      'A contract is a source that the statement names',
    ),
    ({ policy }) => source(policy, 'S6.4').length > 0,
  ),
  none(
    'S6.5',
    'other-contacts-explained',
    words(
      'Muusta yhteydenpidosta on kirjattu, mitä se oli',
      'För annan kontakt har antecknats vad den var',
      'Of other contact it is written down what it was',
    ),
    ({ policy }) => {
      const explained = ids(policy, ({ noteRequired }) => noteRequired)
      return sql`select count(*) as n from register.person_source
        where source = any (${explained}::text[]) and coalesce(btrim(note), '') = ''`
    },
  ),
  none(
    'S6.6',
    'told-at-collection',
    words(
      'Ihmiselle, joka itse antoi tietonsa, on kerrottu käsittelystä',
      'Den som själv gav sina uppgifter har fått information',
      'Whoever gave their own data has been told of the processing',
    ),
    ({ policy }) => sql`
      select count(*) as n from register.person own where own.closed_at is null
        and exists (select from register.person_source said where said.person_id = own.id and said.source = any (${ids(policy, ({ notice }) => notice === 'art13')}::text[]))
        and not exists (select from register.notice told where told.person_id = own.id)`,
    'notice.delivered',
  ),
  none(
    'S6.7',
    'notices-in-time',
    words(
      'Muualta saaduista tiedoista on kerrottu kuukaudessa',
      'Om uppgifter från andra har informerats inom en månad',
      'Of data obtained from others people were told within a month',
    ),
    ({ now }) => sql`
      select count(*) as n from register.notice told join register.person own on own.id = told.person_id
      where told.article = '14' and told.state in ('queued', 'failed') and told.due_on < ${now}::timestamptz::date`,
    'notice.delivered',
  ),
  holds(
    'S6.8',
    'public-registers',
    words(
      'Vain selosteessa nimettyjä julkisia rekistereitä käytetään',
      'Bara de offentliga register som beskrivningen nämner används',
      'Only public registers named in the statement are used',
    ),
    ({ policy }) => {
      const open = [...policy.sources.values()].filter(({ kind }) => kind === 'public-register')
      return open.every(({ notice, label }) => notice === 'art14' && label.fi !== '' && !/Trafi(?!com)/i.test(label.fi))
    },
  ),
  holds(
    'S6.9',
    'contact-form',
    words(
      'Lomakkeessa on vain selosteen kentät, eikä mitään ole valmiiksi rastittu',
      'Formuläret har bara beskrivningens fält och inget är förkryssat',
      'The form has only the fields of the statement, and nothing is ticked',
    ),
    async ({ policy, visit }) => {
      const { status, body } = await visit('/fi/contact/')
      const asked = [...body.matchAll(/<(?:input|textarea|select)(?![^>]*type="hidden")[^>]*\sname="([^"]+)"/g)].map(
        ([, name = '']) => name,
      )
      const declared = policy.sources.get('web-form')?.fields ?? []
      const isKnown = (name: string) => declared.includes(name) || ['message', 'website'].includes(name)
      return status === 200 && asked.length > 2 && asked.every(isKnown) && !/\schecked[\s>=]/.test(body)
    },
  ),
  none(
    'S6.10',
    'lead-is-no-consent',
    words(
      'Yhteydenotto ei ole markkinointilupa',
      'En kontakt är inget marknadsföringstillstånd',
      'An enquiry is no permission to market',
    ),
    () => sql`
      select count(*) as n from register.campaign_recipient sent
      where sent.state = 'sent' and (sent.ground is null or sent.ground = '')`,
  ),
]
