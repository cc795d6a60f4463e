import { Type } from 'typebox'
import { look } from '#ledger'
import type { HttpServer } from '#platform/http'
import { type Language, languages } from '#platform/language'
import { sayRefusal } from '#platform/problem'
import { Refusal } from '#platform/refusal'
import { publishedIn } from './desk.routes.ts'
import { factsOf } from './letters/facts.ts'
import { composeLetter } from './letters/letter.ts'
import { postCode } from './letters/post-letters.ts'
import { codeMinutes } from './links.ts'
import type { RequestRow } from './move-request.ts'
import { usableLink } from './open-link.ts'
import { makePackage, type PackageForm } from './package/make-package.ts'
import { answer, Body, byVisitor, framed, open, orRefused, type PublicDesk, WithToken } from './public.routes.ts'
import { rightsRefusals } from './refusals.ts'
import { codePage, filesPage, saidPage } from './request.pages.ts'
import { addressOnFile } from './whose-address.ts'

const forms: Record<string, readonly PackageForm[]> = { access: ['html', 'pdf', 'json'], portability: ['json', 'csv'] }
const AsFile = Type.Object({
  language: Type.Enum([...languages]),
  token: Type.String({ maxLength: 64 }),
  form: Type.Union((['html', 'pdf', 'json', 'csv'] as const).map((form) => Type.Literal(form))),
})

// ASVS 6.6.3: of a million codes twenty may be tried in half an hour, from however many addresses: it is the link that is limited.
const guarded = {
  ...open,
  rateLimit: {
    max: 20,
    timeWindow: `${codeMinutes} minutes`,
    keyGenerator: ({ params }: { params: unknown }) => `package ${(params as { token: string }).token}`,
  },
}

/** The answer of an access request: behind the link a code, to the address on file; behind the code the files, made anew each time. */
export function answerRoutes(server: HttpServer, desk: PublicDesk) {
  const path = '/:language/request/answer/:token/'
  server.get(path, { config: open, schema: { params: WithToken } }, async ({ params: { language, token } }, reply) => {
    const page = await orRefused(desk, language, async () => {
      await requestBehind(desk, token)
      return codePage(language, { isSent: false })
    })
    return answer(reply.status(page.status), framed(desk, language, `request/answer/${token}/`, page.html))
  })
  server.post(
    path,
    { config: guarded, schema: { params: WithToken, body: Body } },
    async ({ params: { language, token }, body }, reply) => {
      const { code, send } = (body ?? {}) as Record<string, unknown>
      const page = await orRefused(desk, language, async () => {
        const held = await requestBehind(desk, token)
        if (send === 'code') return sendCode(desk, { held, token, language })
        const typed = typeof code === 'string' ? code.replace(/\D/g, '') : ''
        const fault = await faultOfCode(desk, token, typed, language)
        return fault
          ? codePage(language, { isSent: true, fault })
          : filesPage(language, { code: typed, forms: forms[held.kind] ?? [] })
      })
      return answer(reply.status(page.status), framed(desk, language, `request/answer/${token}/`, page.html))
    },
  )
  server.post(
    '/:language/request/answer/:token/:form',
    { config: guarded, schema: { params: AsFile, body: Body } },
    async ({ params: { language, token, form }, body }, reply) => {
      const { code } = (body ?? {}) as Record<string, unknown>
      const held = await requestBehind(desk, token)
      const fault = await faultOfCode(desk, token, typeof code === 'string' ? code : '', language)
      if (fault)
        return answer(
          reply.status(422),
          framed(desk, language, `request/answer/${token}/`, codePage(language, { isSent: true, fault })),
        )
      const { running, holdings } = desk
      const file = await makePackage(
        { running, holdings: holdings() },
        { ...byVisitor(running), by: 'data-subject' },
        { requestId: held.id, form },
      )
      return reply
        .type(file.type)
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(file.content)
    },
  )
}

async function requestBehind({ running }: PublicDesk, token: string): Promise<RequestRow> {
  return look(running.db, byVisitor(running), async (view) => {
    view.saw([], [])
    const link = await usableLink(view, token, 'package')
    return view.db
      .selectFrom('register.rights_request')
      .selectAll()
      .where('id', '=', link.request_id)
      .executeTakeFirstOrThrow()
  })
}

async function sendCode(
  desk: PublicDesk,
  { held, token, language }: { held: RequestRow; token: string; language: Language },
) {
  const { running, mail } = desk
  const to = await look(running.db, byVisitor(running), async (view) => {
    const onFile = held.person_id ? await addressOnFile(view, held.person_id) : null
    view.saw(held.person_id ? [held.person_id] : [], ['person.email'])
    return onFile ?? held.reply_to
  })
  const letter = composeLetter(publishedIn(desk).statement, factsOf(held, 'package-code'))
  if (!mail || !to?.includes('@') || !letter) return saidPage(language, 'answerTitle', 'noMail')
  await postCode(running, mail, {
    token,
    requestId: held.id,
    to,
    subject: letter.subject,
    text: letter.body,
  })
  return codePage(language, { isSent: true })
}

async function faultOfCode(
  { running }: PublicDesk,
  token: string,
  code: string,
  language: Language,
): Promise<string | null> {
  try {
    await look(running.db, byVisitor(running), async (view) => {
      view.saw([], [])
      await usableLink(view, token, 'code', code)
    })
    return null
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return sayRefusal(
      refusal.code === 'LINK_EXPIRED' ? new Refusal('CODE_NOT_RIGHT', 422) : refusal,
      rightsRefusals,
      language,
    )
  }
}
