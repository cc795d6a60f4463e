import { type Static, Type } from 'typebox'
import {
  country,
  maybe,
  oneOf,
  period,
  saidIn,
  shape,
  slug,
  text,
  textOrWords,
  webAddress,
  words,
} from './format-words.ts'

const cookie = shape({
  name: text,
  duration: maybe(textOrWords),
  party: maybe(oneOf(['first', 'third'])),
  purpose: maybe(words),
})

const category = shape({
  id: slug,
  label: words,
  exempt: Type.Boolean(),
  default: Type.Optional(Type.Boolean()),
  asWritten: maybe(oneOf(['absent', 'present'])),
  saidIn,
})

const service = shape({
  id: slug,
  provider: text,
  country: maybe(country),
  saidIn,
  category: slug,
  purposes: Type.Optional(Type.Array(text)),
  use: maybe(words),
  cookies: Type.Optional(Type.Array(cookie)),
  durations: maybe(textOrWords),
  thirdPartyAccess: Type.Optional(Type.Boolean()),
  role: maybe(oneOf(['processor', 'joint-controller', 'controller'])),
  privacyUrl: maybe(webAddress),
})
export type CookieService = Static<typeof service>

const embedProvider = shape({
  id: slug,
  provider: text,
  country: maybe(country),
  use: maybe(words),
  role: maybe(oneOf(['joint-controller', 'controller'])),
  privacyUrl: maybe(webAddress),
})

export const cookies = shape(
  {
    consentModel: maybe(oneOf(['opt-in', 'opt-out', 'implied', 'browser-settings'])),
    saidIn,
    banner: maybe(
      shape({
        firstLayer: Type.Optional(Type.Array(oneOf(['accept-all', 'reject-all', 'choose']))),
        equalProminence: Type.Optional(Type.Boolean()),
        asWritten: maybe(oneOf(['accept-only', 'accept-and-choose', 'none'])),
        saidIn,
      }),
    ),
    categories: Type.Optional(Type.Array(category)),
    purposes: Type.Optional(Type.Array(text)),
    services: Type.Optional(Type.Array(service)),
    embeds: maybe(
      shape({
        saidIn,
        mode: maybe(oneOf(['click-to-load', 'with-consent', 'always'])),
        asWritten: maybe(text),
        providers: Type.Optional(Type.Array(embedProvider)),
      }),
    ),
    technical: maybe(
      shape({
        firstPartyOnlyBeforeConsent: Type.Optional(Type.Boolean()),
        hostOnly: Type.Optional(Type.Boolean()),
        saidIn,
      }),
    ),
    cookieWall: maybe(shape({ allowed: Type.Boolean(), saidIn })),
    withdrawal: maybe(
      shape({
        inSite: maybe(oneOf(['every-page-footer', 'none'])),
        browserSettings: maybe(oneOf(['extra-only', 'only-way'])),
        saidIn,
      }),
    ),
    signals: maybe(shape({ gpc: maybe(shape({ honour: Type.Boolean(), denies: Type.Optional(Type.Array(slug)) })) })),
    consent: maybe(shape({ maxAge: maybe(period), repromptAfterRefusal: maybe(period) })),
    links: Type.Optional(Type.Array(webAddress)),
  },
  "Cookies and other storage on the visitor's device, 917/2014 § 205: section 7.",
)
export type Cookies = Static<typeof cookies>
