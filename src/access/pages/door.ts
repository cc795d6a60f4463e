import type { FastifyReply, FastifyRequest } from 'fastify'
import type { HttpServer } from '#platform/http'
import type { Language } from '#platform/language'
import { sayRefusal } from '#platform/problem'
import { Refusal } from '#platform/refusal'
import { platformRefusals } from '#platform/refusals'
import { type Site, siteOf } from '../passkey.ts'
import type { AccessRegister } from '../ports.ts'
import { accessRefusals } from '../refusals.ts'
import { type Keys, keysOf } from '../seal.ts'
import { deviceOf, sessionLimits } from '../session.ts'
import { atTheDoor, type Visitor } from '../sign-in.ts'
import type { Refused } from './forms.ts'

export interface DoorOptions {
  secret: string
  publicUrl: string
  cookieName: string
  demo?: boolean
}

/** What every page at the door needs. */
export interface Door {
  app: HttpServer
  register: AccessRegister
  keys: Keys
  site: Site | null
  options: DoorOptions
}

export function doorOf(app: HttpServer, register: AccessRegister, options: DoorOptions): Door {
  return { app, register, options, keys: keysOf(options.secret), site: siteOf(options.publicUrl) }
}

/** Nobody acts yet, or the account whose link was used. */
export function occasionAt({ register }: Door, by?: string) {
  return atTheDoor({ at: register.now(), under: String(register.current()?.version ?? 0) }, by)
}

export function visitorOf({ ip, headers }: FastifyRequest): Visitor {
  return { address: ip, device: deviceOf(headers['user-agent']) || '–' }
}

export function giveSession(reply: FastifyReply, { options }: Door, secret: string) {
  reply.setCookie(options.cookieName, secret, {
    ...cookieRules(options),
    sameSite: 'lax',
    maxAge: sessionLimits.whole / 1000,
  })
}

export function giveStep(reply: FastifyReply, { options }: Door, secret: string) {
  reply.setCookie(`${options.cookieName}-step`, secret, { ...cookieRules(options), sameSite: 'strict', maxAge: 300 })
}

/** The secret of the step that was begun; it is good for one answer. */
export function stepOf(request: FastifyRequest, reply: FastifyReply, { options }: Door): string {
  const name = `${options.cookieName}-step`
  reply.clearCookie(name, cookieRules(options))
  return request.cookies[name] ?? ''
}

export function endCookie(reply: FastifyReply, { options }: Door) {
  reply.clearCookie(options.cookieName, cookieRules(options))
}

/** Only a path of ours: no open redirect. */
export function placeOf(next: string | undefined): string {
  return next && /^\/[\w-][\w/?=&.%-]*$/.test(next) ? next : '/desk/'
}

/** Does it, or answers the refusal so that the form can say it and keep what was typed. */
export async function tried<R>(deed: () => Promise<R>): Promise<R | Refusal> {
  try {
    return await deed()
  } catch (fault) {
    if (fault instanceof Refusal) return fault
    throw fault
  }
}

export function toldOf(refusal: Refusal, language: Language, typed: Record<string, string> = {}): Refused {
  return { title: sayRefusal(refusal, { ...platformRefusals, ...accessRefusals }, language), typed }
}

function cookieRules({ publicUrl }: DoorOptions) {
  return { httpOnly: true, secure: publicUrl.startsWith('https:'), path: '/' }
}
