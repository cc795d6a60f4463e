import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aDay } from './day.fixture.ts'

const browser = await openBrowser()
after(() => browser.close())

test('a question that only privacy asks is counted when it comes without an answer', async () => {
  const page = await browser.newPage()
  const { deed, asked } = await aDay(page)
  await deed('be asked', async () => {
    const html = `<div data-asks="source"><input required></div><div data-asks="reason"><input required value="x"></div>
      <div data-asks="why" data-asks-alone><input value="x"></div>`
    await page.goto(`data:text/html,${encodeURIComponent(html)}`)
    await page.waitForTimeout(600)
  })
  assert.deepEqual(asked(), ['be asked: source', 'be asked: why'])
  await page.close()
})
