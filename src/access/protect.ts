import type { FastifyRequest } from 'fastify'
import type { Occasion } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { dutiesInForce, type Fit, fitsOf, type May, reachOf } from './duty.ts'
import type { AccessRegister } from './ports.ts'
import { staffOfSession, staffOfToken } from './recognise.ts'
import { sessionsSettled } from './remembered-sessions.ts'
import { refusalOfNeed, type Staff } from './staff.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set on every route that is not public. */
    staff: Staff
    /** On which occasion: what perform() and look() are given. */
    occasion: Occasion
  }
  interface FastifyContextConfig {
    may?: May
    /** A write that stays open when the statement was tampered with: signing in, and publishing the mend. */
    evenWhenReadOnly?: boolean
    /** A read whose wish comes in the body: a name in an address would end up in logs and histories. */
    reads?: boolean
    /** A public form that opens a session: it must come from our own page. */
    sameOrigin?: boolean
  }
}

/** On every request, before its body is read: who asks, whether they may, and on which occasion. */
export function protect(app: HttpServer, register: AccessRegister, cookieName: string) {
  app.decorateRequest('staff', null as never) // set below before any handler that reads it
  app.decorateRequest('occasion', null as never)

  app.addHook('onRequest', async (request) => {
    const { may, evenWhenReadOnly, sameOrigin } = request.routeOptions.config
    if (request.is404 || !may) return
    const writes = isWrite(request)
    const halted = writes && !evenWhenReadOnly ? register.readOnly() : null
    if (halted) throw whyHalted(halted, register)
    if (sameOrigin && writes) refuseFromElsewhere(request)
    if (may === 'public') return

    const staff = await staffOf(request, register, cookieName)
    if (comesWithBody(request) && staff.session) refuseFromElsewhere(request)
    request.staff = staff
    request.occasion = occasionOf(request, may, staff, register)
  })

  // Whoever reads that a session ended or a duty was withdrawn may rely on it: no later request of this server is under it.
  app.addHook('onSend', (request, _, payload, done) => {
    if (!isWrite(request)) return done(null, payload)
    sessionsSettled(register.db).then(() => done(null, payload), done)
  })
}

function isWrite(request: FastifyRequest) {
  return comesWithBody(request) && !request.routeOptions.config.reads
}

function comesWithBody({ method }: FastifyRequest) {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method)
}

async function staffOf(request: FastifyRequest, { db, now }: AccessRegister, cookieName: string): Promise<Staff> {
  const bearer = /^Bearer ([\w-]{20,})$/.exec(request.headers.authorization ?? '')?.[1]
  const cookie = request.cookies[cookieName]
  const staff = bearer ? await staffOfToken(db, bearer, now()) : cookie ? await staffOfSession(db, cookie, now()) : null
  if (!staff) throw new Refusal('NOT_SIGNED_IN', 401, { clause: 'S10.2' })
  return staff
}

function occasionOf(request: FastifyRequest, may: May, staff: Staff, register: AccessRegister): Occasion {
  const published = register.current()
  const policy = published?.policy ?? null
  const under = String(published?.version ?? 0)
  const at = register.now()
  if (may === 'signed-in' || may === 'public')
    return { by: staff.id, duty: 'auth', purpose: 'access', at, under, reach: 'all' }

  if ('purposes' in may) register.policy()
  const chosen = request.headers.duty ? String(request.headers.duty) : undefined
  const fit = fitsOf(may, staff, policy, chosen)[0]
  if (!fit) throw notOfDuty(may, chosen ?? dutiesInForce(staff, policy)[0])
  refuseUnready(staff, fit)
  return { by: staff.id, ...fit, at, under, reach: reachOf(fit.duty, policy) }
}

function whyHalted(code: NonNullable<ReturnType<AccessRegister['readOnly']>>, register: AccessRegister) {
  return code === 'STATEMENT_TAMPERED'
    ? new Refusal('STATEMENT_TAMPERED', 503, { clause: 'S0.2' })
    : new Refusal('COLUMN_NOT_DECLARED', 503, {
        clause: 'S5.1',
        columns: register.undeclared().map(({ column }) => column),
      })
}

function notOfDuty(may: Exclude<May, string>, duty: string | undefined) {
  return new Refusal('NOT_OF_DUTY', 403, { clause: 'S10.3', ...(duty ? { duty } : {}), ...may })
}

function refuseUnready({ needs }: Staff, { duty }: Fit) {
  const [need] = needs
  if (!need) return
  const { code, clause } = refusalOfNeed[need]
  throw new Refusal(code, 403, { clause, duty })
}

/** A write with a cookie must come from a page of ours: browsers say so, and no page can say it for them (Fetch standard). */
function refuseFromElsewhere({ headers, host }: FastifyRequest) {
  const { origin } = headers
  const from = typeof origin === 'string' && URL.canParse(origin) ? new URL(origin).host : null
  if (from !== host && headers['sec-fetch-site'] !== 'same-origin') throw new Refusal('NOT_FROM_HERE', 403)
}
