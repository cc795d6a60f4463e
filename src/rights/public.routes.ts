import { Type } from 'typebox'
import type { Occasion } from '#ledger'
import type { Html } from '#platform/html'
import { type Language, languages } from '#platform/language'
import { publicPage } from '#platform/page'
import { sayRefusal } from '#platform/problem'
import { Refusal } from '#platform/refusal'
import type { Running } from '#statement'
import { address, linksFrom, navigationFrom } from '#website'
import { publishedIn, type RightsDatabase, type RightsDesk } from './desk.routes.ts'
import type { PostedMail } from './letters/post-letters.ts'
import { rightsRefusals } from './refusals.ts'
import { refusedPage } from './request.pages.ts'
import { requestTexts as texts } from './request.texts.ts'

export interface PublicDesk {
  running: Running<RightsDatabase>
  holdings: RightsDesk['holdings']
  secret: string
  /** Absent where no mail leaves this register. */
  mail?: PostedMail | undefined
}

export const InLanguage = Type.Object({ language: Type.Enum([...languages]) })
export const WithToken = Type.Object({ language: Type.Enum([...languages]), token: Type.String({ maxLength: 64 }) })
export const Body = Type.Optional(Type.Record(Type.String(), Type.Unknown()))
export const open = { may: 'public' } as const

/** The page, or one that says why not and how to go on. */
export async function orRefused(
  desk: PublicDesk,
  language: Language,
  make: () => Promise<Html>,
): Promise<{ status: number; html: Html }> {
  try {
    return { status: 200, html: await make() }
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status >= 500) throw refusal
    const { contact, controller } = publishedIn(desk).statement
    const reach = [contact?.email?.address ?? controller.email?.address, contact?.phone?.display]
      .filter(Boolean)
      .join(', ')
    return {
      status: refusal.status,
      html: refusedPage(language, { title: sayRefusal(refusal, rightsRefusals, language), contact: reach }),
    }
  }
}

/** Whoever holds a link: nobody of the staff, and not known to be anybody yet. */
export function byVisitor(running: Running<RightsDatabase>): Occasion {
  const under = String(running.current()?.version ?? 0)
  return { by: 'visitor', duty: 'rights', purpose: 'customer-communication', at: running.now(), under }
}

/** A page of requests in the frame of the public site. */
export function framed(desk: PublicDesk, language: Language, place: string, main: Html): string {
  const published = publishedIn(desk)
  const here = `${language}/${place}`
  const link = linksFrom(here)
  const controller = published.statement.controller.legalName ?? ''
  return publicPage(
    {
      ...{ language, title: `${texts.title[language]} – ${controller}`, css: link(address.css()), house: controller },
      home: link(address.statement(language)),
      languages: Object.fromEntries(languages.map((other) => [other, link(`${other}/${place}`)])),
      navigation: navigationFrom(here, language, published),
      register: published.statement.register.name[language] ?? published.statement.register.name.fi ?? '',
      unlisted: place !== 'request/',
    },
    main,
  ).markup
}

interface Reply {
  type(type: string): { header(name: string, value: string): { send(text: string): unknown } }
}

export function answer(reply: Reply, text: string) {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)
}
