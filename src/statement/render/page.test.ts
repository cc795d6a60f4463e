import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { languages } from '#platform/language'
import type { Statement } from '../format.ts'
import { clausesOfStatement } from './clauses.ts'
import { composeDocument } from './compose.ts'
import { embedFragment } from './embed.ts'
import { renderPage } from './page.ts'
import { links, published, valoStatement } from './published.fixture.ts'

const valo = published()
const pages = Object.fromEntries(languages.map((language) => [language, renderPage(valo, language, links)]))
const page = (language: string) => pages[language] ?? ''
const text = (markup: string) =>
  markup
    .replace(/<\/?(a|span|strong|time)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
const ids = (markup: string) => [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '')

for (const language of languages) {
  test(`the page in ${language} has every clause of the statement at an anchor of its own, once`, () => {
    const found = ids(page(language))
    assert.deepEqual(
      found.filter((id, at) => found.indexOf(id) !== at),
      [],
    )
    assert.deepEqual(
      clausesOfStatement(valo.statement).filter((clause) => !found.includes(clause)),
      [],
    )
  })

  test(`the page in ${language} follows the headings of the statement from 1 to 13`, () => {
    const headings = [...page(language).matchAll(/<b>(\d+)<\/b>([^<]+)/g)].map(([, number, heading]) => [
      number,
      heading,
    ])
    assert.deepEqual(
      headings,
      Object.entries(valo.statement.sections ?? {}).map(([number, said]) => [number, said[language]]),
    )
  })

  test(`the page in ${language} says nothing in another language`, () => {
    assert.equal(composeDocument(valo, language).language, language)
    assert.doesNotMatch(page(language).replace(/<header[\s\S]*?<\/header>/, ''), / lang="(?!fi"|sv"|en")|<span lang=/)
    assert.match(page(language), new RegExp(`<html lang="${language}">`))
  })

  test(`the page in ${language} weighs less than 30 kB and needs no script, style or cookie of its own`, () => {
    assert.ok(Buffer.byteLength(page(language)) < 30_000, `${Buffer.byteLength(page(language))} bytes`)
    assert.doesNotMatch(page(language), /<script|<style|<iframe|<img|<form| style=| on\w+=/)
  })

  test(`no word of the file's own making stands on the page in ${language}`, () => {
    assert.doesNotMatch(
      text(page(language)),
      /\bundefined\b|\bnull\b|\[object|eu-gdpr:|subject-is|P\d+[YMD]\b|interest-prevails|four-eyes|\.\.|,,| ,|\(\)/,
    )
  })

  test(`every link inside the page in ${language} leads somewhere`, () => {
    const inside = [...page(language).matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '')
    assert.deepEqual(
      inside.filter((id) => !ids(page(language)).includes(id)),
      [],
    )
  })
}

test('the page carries its hash, its other languages and its machine copies', () => {
  assert.ok(page('fi').includes(valo.hash))
  for (const language of languages)
    assert.ok(page('fi').includes(`hreflang="${language}" href="${links.languages[language]}"`))
  assert.ok(page('fi').includes(`<link rel="alternate" type="application/ld+json" href="${links.jsonld}">`))
})

test("the company's own prose stands in the place of the template, and only in its own language", () => {
  const own = published({
    ...valoStatement(),
    clauses: { 'S4.12': { fi: 'Kirjeitse ja sähköpostitse.', sv: 'Per brev.' } },
  })
  assert.match(renderPage(own, 'fi', links), /id="S4.12">Kirjeitse ja sähköpostitse\.</)
  assert.match(renderPage(own, 'sv', links), /id="S4.12">Per brev\.</)
  assert.match(renderPage(own, 'en', links), /id="S4.12">We market only/)
})

test('prose for a clause that no template knows stands at the end of its section', () => {
  const own = published({
    ...valoStatement(),
    textOnly: ['S9.20'],
    clauses: { 'S9.20': { fi: 'Palvelimet ovat Suomessa.' } },
  })
  assert.match(
    renderPage(own, 'fi', links),
    /id="S9.20">Palvelimet ovat Suomessa\.<\/p>\s*<\/section>\s*<section id="section-10"/,
  )
})

test('what is typed into a statement cannot become markup', () => {
  const bad = '<img src=x onerror=alert(1)>'
  const statement = valoStatement()
  statement.register.name = { fi: bad, sv: bad, en: bad }
  statement.clauses = { 'S4.1': { fi: bad } }
  for (const field of statement.dataCategories) field.label = { fi: bad }
  for (const one of statement.processors ?? []) one.privacyUrl = 'javascript:alert(1)'
  for (const language of languages)
    assert.doesNotMatch(renderPage(published(statement), language, links), /<img|javascript:/)
})

test('the page promises nothing that the file does not say', () => {
  const poorer = valoStatement()
  const cookies = poorer.cookies
  if (cookies) {
    cookies.banner = { firstLayer: ['accept-all'] }
    cookies.withdrawal = null
  }
  for (const purpose of poorer.purposes) for (const basis of purpose.basis ?? []) basis.lia = null
  for (const transfer of poorer.transfers?.list ?? []) transfer.tool = null
  for (const processor of poorer.processors ?? []) processor.dpa = null
  const promises = [
    'Olemme punninneet',
    'hylätä kaikki tai valita itse',
    'jokaisen sivun alareunasta',
    'Jokaisella siirrolla on laissa tarkoitettu suojakeino',
    'Jokaisen kanssa on tietojenkäsittelysopimus',
  ]

  const before = text(page('fi'))
  const now = text(renderPage(published(poorer), 'fi', links))
  assert.deepEqual(
    promises.map((promise) => [before.includes(promise), now.includes(promise)]),
    promises.map(() => [true, false]),
  )
})

test('an older version says so and leads to the one in force', () => {
  const old = renderPage(valo, 'fi', { ...links, current: '/statement' })
  assert.match(old, /Tämä versio ei ole enää voimassa\. <a href="\/statement">/)
  assert.match(old, /noindex/)
})

test('a statement that says almost nothing still makes a page', () => {
  const { metadata, register, controller, purposes, dataCategories, sources, apiVersion, kind } = valoStatement()
  const bare: Statement = {
    metadata,
    register,
    controller,
    purposes: purposes.slice(0, 0),
    dataCategories: dataCategories.slice(0, 0),
    sources: sources.slice(0, 0),
    apiVersion,
    kind,
  }
  for (const language of languages)
    assert.doesNotMatch(text(renderPage(published(bare), language, links)), /undefined|\[object/)
})

test('a fragment for another page has the same text and hash, and no page around it', () => {
  const fragment = embedFragment(valo, 'sv')
  assert.doesNotMatch(fragment, /<html|<body|<link|<header/)
  assert.ok(fragment.includes(`data-hash="${valo.hash}"`))
  assert.ok(text(page('sv')).includes(text(fragment).trim().slice(0, 5000)))
})

const shared = new URL('../../../../shared/statement/', import.meta.url)
const skip = existsSync(shared) ? false : 'SKIPPED: ../shared is not here'

test('no sentence of the statement published in 2022 stands on the page', { skip }, () => {
  const published2022 = readFileSync(new URL('rekisteriseloste-2022-12-12.fi.txt', shared), 'utf8').replace(/\s+/g, ' ')
  const runs = published2022
    .split(' ')
    .map((_, at, all) =>
      all
        .slice(at, at + 7)
        .join(' ')
        .toLowerCase(),
    )
    .filter((run) => run.split(' ').length === 7)
  const ours = text(page('fi')).toLowerCase()
  assert.deepEqual(
    runs.filter((run) => ours.includes(run)),
    [],
  )
})
