import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contactSheet } from './contact-sheet.ts'
import { deskScreens, routesOfDesk } from './screens.ts'

test('the contact sheet shows every screen that the desk has', () => {
  const shown = new Set(deskScreens.map(({ route }) => route))
  assert.deepEqual(
    routesOfDesk().filter((route) => !shown.has(route)),
    [],
  )
})

test('it has a row for a screen and a column for a way to see it', () => {
  const sheet = contactSheet([
    { screen: 'people', way: 'fi light desk', file: 'a.png' },
    { screen: 'people', way: 'fi dark desk', file: 'b.png' },
  ])
  assert.equal(sheet.match(/<tr>/g)?.length, 2)
  assert.equal(sheet.match(/<img/g)?.length, 2)
})
