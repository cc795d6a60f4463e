import { choicesKeyIn } from '#choices'
import { look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import type { Language } from '#platform/language'
import { formToken, readFormToken, referenceOf } from '#website'
import { answerRoutes } from './answer.routes.ts'
import { dayIn } from './letters/letter.ts'
import { proveByLink, usableLink } from './open-link.ts'
import {
  answer,
  Body,
  byVisitor,
  framed,
  InLanguage,
  open,
  orRefused,
  type PublicDesk,
  WithToken,
} from './public.routes.ts'
import { receiveRequest } from './receive-request.ts'
import { confirmPage, type Fault, requestPage, saidPage, type Typed, takenPage } from './request.pages.ts'
import { type RequestKind, requestKinds } from './request.ts'

/** The public pages of requests: the form, the link that proves a mailbox, and the answer behind a code. */
export function requestRoutes(server: HttpServer, desk: PublicDesk) {
  const { running, secret } = desk
  for (const [path, language] of [
    ['/pyynto', 'fi'],
    ['/begaran', 'sv'],
    ['/request', 'en'],
  ] as const)
    server.get(path, { config: open }, (_, reply) => reply.redirect(`./${language}/request/`))
  server.get('/:language/request', { config: open, schema: { params: InLanguage } }, (_, reply) =>
    reply.redirect('./request/', 308),
  )
  server.get(
    '/:language/request/',
    { config: open, schema: { params: InLanguage } },
    ({ params: { language } }, reply) => {
      const page = requestPage({ language, token: formToken(secret, running.now()) }, empty, [])
      return answer(reply, framed(desk, language, 'request/', page))
    },
  )
  server.post(
    '/:language/request/',
    { config: open, schema: { params: InLanguage, body: Body } },
    async ({ params: { language }, body }, reply) => {
      const sent = (body ?? {}) as Record<string, unknown>
      const typed = typedIn(sent)
      const faults = [...faultsOf(typed), ...robotFaults(secret, sent, running.now())]
      if (faults.length > 0) {
        const page = requestPage({ language, token: formToken(secret, running.now()) }, typed, faults)
        return answer(reply.status(422), framed(desk, language, 'request/', page))
      }
      const { id, dueOn } = await take(desk, typed, language)
      const taken = takenPage({ language, reference: referenceOf(id), due: dayIn(language, dueOn) })
      return answer(reply, framed(desk, language, 'request/', taken))
    },
  )
  confirmRoutes(server, desk)
  answerRoutes(server, desk)
}

function confirmRoutes(server: HttpServer, desk: PublicDesk) {
  const { running } = desk
  const path = '/:language/request/confirm/:token/'
  server.get(path, { config: open, schema: { params: WithToken } }, async ({ params: { language, token } }, reply) => {
    const page = await orRefused(desk, language, async () => {
      await look(running.db, byVisitor(running), async (view) => {
        view.saw([], [])
        await usableLink(view, token, 'identity')
      })
      return confirmPage(language)
    })
    return answer(reply.status(page.status), framed(desk, language, `request/confirm/${token}/`, page.html))
  })
  server.post(
    path,
    { config: open, schema: { params: WithToken, body: Body } },
    async ({ params: { language, token } }, reply) => {
      const page = await orRefused(desk, language, async () => {
        const opened = await perform(running.db, byVisitor(running), (act) => proveByLink(act, token))
        return saidPage(language, 'confirmTitle', opened === 'proven' ? 'confirmed' : 'mailboxOnly')
      })
      return answer(reply.status(page.status), framed(desk, language, `request/confirm/${token}/`, page.html))
    },
  )
}

const empty: Typed = { kind: 'access', text: '', name: '', address: '', stop: false }

function typedIn(body: Record<string, unknown>): Typed {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].normalize('NFC').trim() : '')
  return {
    kind: text('kind') || 'access',
    text: text('text'),
    name: text('name'),
    address: text('address'),
    stop: body.stop === 'yes',
  }
}

// Art. 12(2): somewhere to answer, and what is asked. The text may be short, and where the kind says it all, missing.
function faultsOf({ kind, text, address: reach, name }: Typed): Fault[] {
  const needsText = kind === 'complaint' || kind === 'rectification' || !isKind(kind)
  return [
    ...(reach === '' ? [{ field: 'address' as const, code: 'missing' as const }] : []),
    ...(needsText && text === '' ? [{ field: 'text' as const, code: 'missing' as const }] : []),
    ...(text.length > 20_000 ? [{ field: 'text' as const, code: 'tooLong' as const }] : []),
    ...(reach.length > 1000 ? [{ field: 'address' as const, code: 'tooLong' as const }] : []),
    ...(name.length > 400 ? [{ field: 'name' as const, code: 'tooLong' as const }] : []),
  ]
}

function robotFaults(secret: string, body: Record<string, unknown>, at: Date): Fault[] {
  const time = readFormToken(secret, typeof body.begun === 'string' ? body.begun : '', at)
  if (body.website || time === 'forged' || time === 'too-quick') return [{ field: '', code: 'automatic' }]
  return time === 'expired' ? [{ field: '', code: 'expired' }] : []
}

function isKind(kind: string): kind is RequestKind {
  return requestKinds.some((one) => one === kind)
}

function take({ running }: PublicDesk, { kind, text, name, address: reach, stop }: Typed, language: Language) {
  return perform(running.db, { ...byVisitor(running), duty: 'intake' }, (act) =>
    receiveRequest(act, {
      ...{ text, name, address: reach, language, via: 'form', receivedAt: running.now(), alsoStopMarketing: stop },
      kind: isKind(kind) ? kind : 'complaint',
      key: choicesKeyIn(running),
    }),
  )
}
