import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { setupLink } from '#access'
import { anApp } from '#test/app'
import { violationsOn } from '#test/axe'
import { openBrowser } from '#test/chromium'
import { aPort } from '#test/port'
import { codeAt } from '../../src/access/authenticator.ts'

const port = await aPort()
const url = `http://localhost:${port}`
const { app, register } = await anApp({ statement: null }, { publicUrl: url }, { staff: false })
await app.listen({ port, host: '127.0.0.1' })
assert.equal((app.server.address() as AddressInfo).port, port)
const browser = await openBrowser()
after(() => browser.close())

test('the first administrator sets up the register on a phone, with an app and a passkey, and signs in with both', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fi-FI' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && !examining && faults.push(message.text()))
  await virtualAuthenticator(page)

  await page.goto((await setupLink(register, url)) ?? '')
  await accessible(page)
  await page.getByLabel('Etu- ja sukunimi').fill('Aino Harju')
  await page.getByLabel('Sähköpostiosoite').fill('aino.harju@valo.example')
  await page.getByLabel('Uusi salasana').fill('kolme vihreää hylkeenpoikasta')
  await page.getByLabel('Salasana uudelleen').fill('kolme vihreää hylkeenpoikasta')
  await page.getByLabel('Allekirjoitettu').fill('2026-02-01')
  await page.getByLabel('Asiakirja').fill('Työsopimus, liite 1')
  await page.getByLabel('Olen lukenut ohjeen').check()
  await page.getByRole('button', { name: 'Luo tunnus' }).click()

  await page.getByRole('heading', { name: 'Ennen kuin rekisteri aukeaa' }).waitFor()
  await accessible(page)
  await page.getByRole('button', { name: 'Ota todennussovellus käyttöön' }).click()
  await accessible(page)
  const key = ((await page.locator('.key').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('Todennuskoodi').fill(codeAt(key, register.now()))
  await page.getByRole('button', { name: 'Jatka' }).click()
  await page.getByRole('link', { name: 'Työpöydälle' }).waitFor()

  await page.getByRole('button', { name: 'Lisää pääsyavain' }).click()
  await page.getByText('Pääsyavain 1').waitFor()
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).click()

  await page.goto(`${url}/auth/sign-in?next=/auth/account`)
  await accessible(page)
  await page.getByRole('button', { name: 'Kirjaudu pääsyavaimella' }).click()
  await page.getByRole('heading', { name: 'Aino Harju' }).waitFor()
  const me = await page.evaluate(async () => (await fetch('/api/v1/me')).json())
  assert.deepEqual(me.needs, [])
  assert.deepEqual(faults, [])
  await context.close()
})

test('without a script the password and the code are enough', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(`${url}/auth/sign-in`)
  assert.equal(await page.getByRole('button').count(), 1)
  await page.getByLabel('E-mail address').fill('aino.harju@valo.example')
  await page.getByLabel('Password').fill('kolme vihreää hylkeenpoikasta')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel('Authentication code').waitFor()
  await context.close()
})

async function virtualAuthenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

// The examiner itself writes styles that our policy for browsers refuses.
let examining = false

async function accessible(page: Page) {
  examining = true
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${Date.now()}.png`, fullPage: true })
  const violations = await violationsOn(page)
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    [],
  )
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  assert.ok(overflow <= 0, 'the page is wider than the phone')
  examining = false
}
