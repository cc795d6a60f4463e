import type { TestApp } from '#test/app'
import { anApp } from '#test/app'
import { codeAt } from '../authenticator.ts'

export const good = 'kolme vihreää hylkeenpoikasta'
export const form = (payload: Record<string, string>, cookie = '') => ({
  payload: new URLSearchParams(payload).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...(cookie ? { cookie } : {}) },
})
export const page = (cookie = '') => ({ headers: { accept: 'text/html', ...(cookie ? { cookie } : {}) } })
export const pathOf = (link: string) => new URL(link).pathname
export const cookieOf = (answer: { cookies: { name: string; value: string }[] }, name = 'seloste') =>
  `${name}=${answer.cookies.find((cookie) => cookie.name === name)?.value}`
export const keyIn = (body: string) => (/class="key">([A-Z2-7 ]+)</.exec(body)?.[1] ?? '').replaceAll(' ', '')

/** Saku with a password and an authenticator app in use. */
export async function sakuWithApp(): Promise<TestApp & { key: string }> {
  const made = await anApp({ statement: null })
  const { ask, as, ids, register } = made
  const { link } = (await as('tomas')('POST', `/staff/${ids.saku}/link`, { kind: 'password' })).json()
  await ask('POST', pathOf(link), form({ password: good, again: good }))
  const opened = await ask('POST', '/auth/sign-in', form({ email: 'saku.koskela@valo.example', password: good }))
  const key = keyIn((await ask('POST', '/auth/authenticator', form({}, cookieOf(opened)))).body)
  await ask('POST', '/auth/authenticator/confirmation', form({ code: codeAt(key, register.now()) }, cookieOf(opened)))
  return { ...made, key }
}
