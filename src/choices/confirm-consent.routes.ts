import { type LedgerTables, type Look, look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import type { RegisterTables } from '#register'
import type { Running } from '#statement'
import { confirmedPage, confirmPage } from './asking.pages.ts'
import { choicesKeyIn } from './key-of-register.ts'
import { readConsentToken } from './links.ts'
import { myTexts as texts } from './my-page.texts.ts'
import { ownOccasion } from './my-page-deeds.ts'
import { AskedPublicly, answerBroken, answerPage, askedPublicly, WithToken } from './public.routes.ts'
import { confirmConsent } from './request-consent.ts'
import type { ChoicesTables } from './tables.ts'

type Tables = LedgerTables & RegisterTables & ChoicesTables

const config = { may: 'public' } as const

/** `/c/<token>`: GET shows the words, POST gives the consent (C3: double opt-in). */
export function confirmConsentRoutes<T extends Tables>(server: HttpServer, running: Running<T>) {
  server.get(
    '/c/:token',
    { config, schema: { params: WithToken, querystring: AskedPublicly } },
    async (request, reply) => {
      const here = askedPublicly(running, request, texts.confirmTitle)
      const link = readConsentToken(choicesKeyIn(running), request.params.token)
      if (!link) return answerBroken(reply, here)
      const wording = await look(running.db, ownOccasion(running), (view) => wordingOf(view as never, link.consentId))
      const main = wording ? confirmPage(here.language, wording) : confirmedPage(here.language, false)
      return answerPage(reply.status(wording ? 200 : 410), here, main)
    },
  )
  server.post(
    '/c/:token',
    { config, bodyLimit: 4096, schema: { params: WithToken, querystring: AskedPublicly } },
    async (request, reply) => {
      const here = askedPublicly(running, request, texts.confirmTitle)
      const link = readConsentToken(choicesKeyIn(running), request.params.token)
      const isPressed = (request.body as { deed?: unknown } | undefined)?.deed === 'confirm'
      if (!link || !isPressed) return answerBroken(reply, here)
      const waits = await look(running.db, ownOccasion(running), (view) => wordingOf(view as never, link.consentId))
      const event = waits
        ? await perform(running.db, ownOccasion(running), (act) =>
            confirmConsent(act as never, here.published.policy, { consentId: link.consentId, digests: [link.digest] }),
          )
        : null
      return answerPage(reply.status(event ? 200 : 410), here, confirmedPage(here.language, event !== null))
    },
  )
}

async function wordingOf(view: Look<Tables>, consentId: string): Promise<string | null> {
  const row = await view.db
    .selectFrom('register.consent as consent')
    .innerJoin('register.consent_wording as read', 'read.hash', 'consent.wording')
    .select(['consent.person_id as personId', 'read.text'])
    .where('consent.id', '=', consentId)
    .where('consent.state', '=', 'requested')
    .executeTakeFirst()
  view.saw(row ? [row.personId] : [], ['sys.consent'])
  return row?.text ?? null
}
