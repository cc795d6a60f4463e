// Section 7, Evästeet, at the desk: what waits for a choice, what was chosen, and what to put on the site.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())

test('7 Evästeet: before anybody has chosen the desk says where the choices will come from, and gives the code to copy', async () => {
  const visit = await opened({ ...phone, colorScheme: 'dark' })
  await visit.page.getByText('Valintoja ei ole vielä').waitFor()
  await visit.page.getByText(`${site.url}/consent.js`).waitFor()
  await visit.page.getByRole('button', { name: 'Kopioi: Jokaisen sivun alkuun' }).waitFor()
  await visit.accessible()
  await visit.leave()
})

test('7 Evästeet: a marketer sees the services, counts without people, the proof to hand over, and what each version added', async () => {
  const { hash, groups } = await (await fetch(`${site.url}/cookies.json`)).json()
  const scopes: string[] = groups.flatMap(({ exempt, services }: { exempt: boolean; services: { scope: string }[] }) =>
    exempt ? [] : services.map(({ scope }) => scope),
  )
  const words = /"hash":"(\w+)"/.exec(await (await fetch(`${site.url}/choices-fi.js`)).text())?.[1] ?? ''
  for (const yes of [1, 1, 0]) {
    const body = new URLSearchParams({
      receipt: randomUUID(),
      follows: '',
      way: 'banner',
      language: 'fi',
      said: scopes.map((scope) => `${scope}.${yes}`).join('~'),
      version: '1',
      catalogue: hash,
      words,
      gpc: '',
    })
    const answer = await fetch(`${site.url}/receipts`, { method: 'POST', body, headers: { origin: site.url } })
    assert.equal(answer.status, 201)
  }
  const visit = await opened()
  const { page } = visit
  await page.getByText('Sallittu 2 · Kielletty 1').first().waitFor()
  assert.equal(await page.getByText('Odottaa valintaa').count(), 4)
  for (const said of ['_mt_visitor', 'Kohdista AB', 'GPC kieltää', 'Kuvavirta GmbH', 'Latautuu vasta painalluksesta'])
    assert.ok(await page.getByText(said).first().isVisible(), said)
  await page.getByRole('link', { name: 'Lataa tositteet (JSON-LD)' }).waitFor()
  await visit.accessible()
  visit.askedNobodyElse()
  await visit.leave()
})

test('7 Evästeet: a salesperson is told that the screen is not theirs', async () => {
  const visit = await opened({}, 'saku')
  await visit.page.getByRole('heading', { level: 1, name: 'Evästeet' }).waitFor()
  await visit.accessible()
  await visit.leave(/403/)
})

async function opened(options: Parameters<typeof aVisit>[2] = {}, who: 'maija' | 'saku' = 'maija') {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('button').click()
  await visit.page.waitForURL('**/desk/**')
  await visit.page.getByRole('heading', { level: 1 }).waitFor()
  await visit.page.goto('/desk/cookies')
  await visit.page.getByRole('heading', { level: 1, name: 'Evästeet' }).waitFor()
  await visit.page.waitForLoadState('networkidle')
  return visit
}
