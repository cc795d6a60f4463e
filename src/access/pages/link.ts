import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { type Html, html } from '#platform/html'
import { type Language, languages } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { becomeFirstAdministrator, firstInstruction } from '../first-administrator.ts'
import { ownHash } from '../own-factors.ts'
import { isRightPassword } from '../password.ts'
import { noteFailure, refuseHasty } from '../sign-in.ts'
import { acceptInvitation, enterDemo, linkOf, replaceFactors, replacePassword } from '../use-link.ts'
import { contextOf } from './context.ts'
import { type Door, giveSession, occasionAt, toldOf, tried, visitorOf } from './door.ts'
import { field, passwordFields, type Refused, refusedNote } from './forms.ts'
import { accessPage, languageOf } from './frame.ts'
import { words } from './words.ts'

const open = { may: 'public', evenWhenReadOnly: true, sameOrigin: true } as const
const Secret = Type.Object({ secret: Type.String({ pattern: '^[\\w-]{20,100}$' }) })
const line = Type.Optional(Type.String({ maxLength: 254 }))
const Typed = Type.Object({
  name: line,
  email: line,
  language: line,
  password: line,
  again: line,
  signedOn: line,
  documentRef: line,
})
type Link = Awaited<ReturnType<typeof linkOf>>
type Asked = FastifyRequest<{ Params: { secret: string }; Body: Record<string, string | undefined> }>

/** One-time links: set-up, invitation, a new password, a new second factor, the demo's cast. */
export function linkPages(door: Door) {
  const { app, register, keys } = door
  const { db } = register
  const found = (secret: string) => look(db, occasionAt(door), (view) => linkOf(view, secret))

  app.get('/auth/link/:secret', { config: open, schema: { params: Secret } }, async (request, reply) =>
    show(request, reply, await found(request.params.secret), null),
  )
  app.post(
    '/auth/link/:secret',
    { config: open, schema: { params: Secret, body: Type.Union([Typed, Type.Null()]) } },
    async (request, reply) => {
      const link = await found(request.params.secret)
      // An empty form is no form: the demo's button sends nothing.
      const asked = Object.assign(request, { body: request.body ?? {} }) as unknown as Asked
      const outcome = await tried(() => use(asked, reply, link))
      return outcome instanceof Refusal ? show(asked, reply, link, outcome, asked.body) : reply.redirect(outcome, 303)
    },
  )

  async function use(request: Asked, reply: FastifyReply, link: Link): Promise<string> {
    const { secret } = request.params
    const { password = '', again = '' } = request.body
    const { device } = visitorOf(request)
    const occasion = occasionAt(door, link.id ?? undefined)
    if (link.kind === 'demo') {
      if (!door.options.demo) throw new Refusal('LINK_NOT_VALID', 410)
      giveSession(reply, door, await perform(db, occasion, (act) => enterDemo(act, secret, device)))
      return '/desk/'
    }
    if (link.kind === 'second-factor') {
      await confirmPassword(request, link, password)
      giveSession(reply, door, await perform(db, occasion, (act) => replaceFactors(act, secret, device)))
      return '/auth/account'
    }
    if (password !== again) throw new Refusal('PASSWORDS_DIFFER', 422, { field: 'again' })
    const context = contextOf(register, link.name, link.email)
    if (link.kind === 'password') {
      await perform(db, occasion, (act) => replacePassword(act, secret, password, context))
      return '/auth/sign-in'
    }
    const session =
      link.kind === 'invitation'
        ? await perform(db, occasion, (act) => acceptInvitation(act, secret, password, { context, device }))
        : await perform(db, occasion, (act) => becomeFirstAdministrator(act, secret, firstOf(request), device))
    giveSession(reply, door, session)
    return '/auth/account'
  }

  async function confirmPassword(request: Asked, link: Link, password: string) {
    const pair = keys.mark(`${link.email} ${request.ip}`)
    const occasion = occasionAt(door, link.id ?? undefined)
    const hash = await look(db, occasion, async (view) => {
      await refuseHasty(view, pair)
      return ownHash(view)
    })
    if (await isRightPassword(hash, password)) return
    await perform(db, occasion, (act) => noteFailure(act, pair, 'password', link.id))
    throw new Refusal('SIGN_IN_FAILED', 401)
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    link: Link,
    refusal: Refusal | null,
    typed: Record<string, string | undefined> = {},
  ) {
    const language = languageOf(request, link.language)
    const told = refusal && toldOf(refusal, language, typed as Record<string, string>)
    return accessPage(reply, language, titles[link.kind][language], formOf(link, language, told), refusal?.status)
  }
}

const titles = {
  'set-up': words.setUp,
  invitation: words.invitation,
  password: words.renewPassword,
  'second-factor': words.renewFactor,
  demo: words.demo,
}

function formOf(link: Link, language: Language, refused: Refused | null): Html {
  const asked: Record<Link['kind'], () => Html> = {
    'set-up': () => setUpFields(language, refused),
    invitation: () =>
      html`<p class="lead">${words.invitationLead[language]}</p>${account(link, language)}${passwordFields(language)}<button>${words.create[language]}</button>`,
    password: () =>
      html`<p class="lead">${words.renewPasswordLead[language]}</p>${account(link, language)}${passwordFields(language)}<button>${words.change[language]}</button>`,
    'second-factor': () =>
      html`<p class="lead">${words.renewFactorLead[language]}</p>${account(link, language)}${field('password', words.password[language], { type: 'password', autocomplete: 'current-password' })}<button>${words.goOn[language]}</button>`,
    demo: () =>
      html`<p class="lead">${words.demoLead[language]}</p><button autofocus>${words.demoButton[language]} ${link.name}</button>`,
  }
  const greeting =
    link.kind === 'invitation'
      ? html`<h1>${titles.invitation[language]}, ${link.name}</h1>`
      : html`<h1>${titles[link.kind][language]}</h1>`
  return html`<div class="narrow">${greeting}${refusedNote(refused)}<form method="post">${asked[link.kind]()}</form></div>`
}

// A password store keeps the password under the account's address.
function account({ email }: Link, language: Language) {
  return html`<label for="email">${words.email[language]}</label><input id="email" type="email" value="${email}" autocomplete="username" readonly>`
}

function setUpFields(language: Language, refused: Refused | null): Html {
  const kept = (name: string) => refused?.typed?.[name]
  return html`<p class="lead">${words.setUpLead[language]}</p>
${field('name', words.name[language], { autocomplete: 'name', value: kept('name'), autofocus: true })}
${field('email', words.email[language], { type: 'email', autocomplete: 'username', value: kept('email'), hint: words.emailHint[language] })}
<label for="language">Kieli – Språk – Language</label><select id="language" name="language">${languages.map(
    (one) =>
      html`<option value="${one}"${(kept('language') ?? language) === one && html` selected`}>${{ fi: 'Suomi', sv: 'Svenska', en: 'English' }[one]}</option>`,
  )}</select>
${passwordFields(language)}
<fieldset><legend>${words.undertaking[language]}</legend><p class="hint">${words.undertakingHint[language]}</p>
${field('signedOn', words.signedOn[language], { type: 'date', value: kept('signedOn') })}
${field('documentRef', words.documentRef[language], { value: kept('documentRef') })}</fieldset>
<fieldset><legend>${words.instruction[language]}</legend><p class="text">${firstInstruction[language]}</p>
<label><input type="checkbox" name="read" required> ${words.haveRead[language]}</label></fieldset>
<button>${words.create[language]}</button>`
}

function firstOf({ body }: Asked) {
  const { name = '', email = '', language, password = '', signedOn = '', documentRef = '' } = body
  for (const [key, value] of Object.entries({ name, email, documentRef })) {
    if (value.trim() === '') throw new Refusal('INVALID_REQUEST', 422, { field: key })
  }
  return { name, email, password, signedOn, documentRef, language: languages.find((one) => one === language) ?? 'fi' }
}
