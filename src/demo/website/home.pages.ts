import { type Html, html } from '#platform/html'
import type { Language } from '#platform/language'
import { homeTexts as texts } from './home.texts.ts'

export interface Home {
  language: Language
  /** Where the register is. */
  register: string
  /** Where a fictional service is. */
  standIn(id: string): string
}

const services = ['mittari', 'polku', 'tulostaulu', 'kohdista']

/** The fictional company's own home page: it holds four services, one video and the contact form, by the snippet of the desk. */
export function homePage({ language, register, standIn }: Home): Html {
  const said = (name: keyof typeof texts) => texts[name][language]
  const cookies = { fi: 'evasteet', sv: 'kakor', en: 'cookies' }[language]

  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Valo Energia – ${said('title')}</title>
<link rel="stylesheet" href="/site.css">
<script src="${register}/consent.js" defer></script>
</head>
<body>
<header><div class="wide"><a class="mark" href="/">Valo Energia</a>
<nav aria-label="${said('pages')}"><a href="#services">${said('services')}</a> <a href="#video">${said('video')}</a> <a href="#contact">${said('contact')}</a></nav>
<nav aria-label="${said('language')}"><a href="/" lang="fi">Suomi</a> <a href="/sv" lang="sv">Svenska</a> <a href="/en" lang="en">English</a></nav></div></header>
<main class="wide">
<div class="hero"><h1>${said('title')}</h1><p>${said('lead')}</p></div>
<section id="services"><h2>${said('services')}</h2><ul class="cards">${texts.list[language].map(([head, text]) => html`<li><h3>${head}</h3><p>${text}</p></li>`)}</ul></section>
<section id="video"><h2>${said('video')}</h2>
<div data-embed="kuvavirta" data-src="${standIn('kuvavirta')}/kuvavirta/embed/1" data-title="${said('videoTitle')}">
<p><a href="${standIn('kuvavirta')}/kuvavirta/watch/1" rel="noreferrer">${said('watch')}</a></p></div></section>
<section id="contact"><h2>${said('contact')}</h2>
<div data-seloste-form="contact"><p><a href="${register}/${language}/contact/">${said('write')}</a></p></div></section>
</main>
<footer><div class="wide"><p>Valo Energia Oy · Aurinkokatu 12 B, Helsinki</p>
<p><a href="${register}/${language}/">${said('statement')}</a> <a href="${register}/${cookies}" data-seloste="open">${said('choices')}</a> <a href="${register}/${cookies}" data-seloste="withdraw">${said('withdraw')}</a></p></div></footer>
${services.map(
  (id) => html`<template data-service="${id}"><script src="${standIn(id)}/${id}.js"></script></template>
`,
)}</body>
</html>
`
}
