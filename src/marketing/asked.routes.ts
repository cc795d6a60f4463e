import { Type } from 'typebox'
import type { HttpServer } from '#platform/http'
import type { Running } from '#statement'
import type { MarketingReach } from './reach.ts'
import { type Rules, rulesOf } from './rules.ts'
import type { Sending } from './sending.ts'

/** What marketing's routes stand on. */
export interface MarketingDesk {
  server: HttpServer
  running: Running<MarketingReach>
  ports: MarketingPorts
}

export interface MarketingPorts {
  publicUrl: string
  /** Null where no mail server is named. */
  sending?: Sending | null
}

export const marketing = { may: { purposes: ['direct-marketing'] } }

export const Id = Type.String({ format: 'uuid' })
export const One = Type.Object({ id: Id })
const Text = (maxLength: number) => Type.String({ maxLength })
const closed = { additionalProperties: false }
const Language = Type.Union([Type.Literal('fi'), Type.Literal('sv'), Type.Literal('en')])
const texts = (most: number) => Type.Array(Text(200), { maxItems: most })

export const AudienceShape = Type.Object(
  {
    groupCompany: Type.Optional(Text(100)),
    relationship: Type.Optional(
      Type.Array(Type.Union([Type.Literal('prospect'), Type.Literal('customer'), Type.Literal('dormant')]), {
        maxItems: 3,
      }),
    ),
    jobRoles: Type.Optional(texts(50)),
    postcode: Type.Optional(Type.String({ pattern: '^[0-9]{1,5}$' })),
    languages: Type.Optional(Type.Array(Language, { maxItems: 3 })),
  },
  closed,
)

const Block = Type.Union([
  Type.Object({ kind: Type.Literal('heading'), text: Text(200) }, closed),
  Type.Object({ kind: Type.Literal('paragraph'), text: Text(10_000) }, closed),
  Type.Object({ kind: Type.Literal('list'), items: Type.Array(Text(1000), { maxItems: 50 }) }, closed),
  Type.Object(
    { kind: Type.Literal('button'), text: Text(100), link: Type.String({ maxLength: 2000, pattern: '^https://' }) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('divider') }, closed),
])
const Piece = Type.Object({ subject: Text(300), blocks: Type.Array(Block, { maxItems: 100 }) }, closed)

const parts = {
  name: Text(120),
  channel: Text(20),
  topics: Type.Array(Text(60), { maxItems: 20 }),
  groupCompany: Text(100),
  jobRoles: texts(50),
  productGroups: texts(50),
  audience: AudienceShape,
  content: Type.Object({ fi: Type.Optional(Piece), sv: Type.Optional(Piece), en: Type.Optional(Piece) }, closed),
}
const { name, channel, topics, ...others } = parts
export const NewCampaign = Type.Object(
  { name, channel, topics, ...Type.Partial(Type.Object(others)).properties },
  closed,
)
export const CampaignChange = Type.Partial(Type.Object(parts), closed)

export function rulesNow(running: Running<MarketingReach>): Rules | null {
  running.policy()
  const published = running.current()
  return published ? rulesOf(published.statement) : null
}
