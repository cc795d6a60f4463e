import { type Html, html } from '#platform/html'
import type { Language } from '#platform/language'
import type { Channel } from './channel.ts'
import { filled, unsubscribeTexts as texts, wordings } from './unsubscribe.texts.ts'

export interface UnsubscribePage {
  language: Language
  house: string
  channel: Channel
  topics: readonly { id: string; label: Record<Language, string>; isRefused: boolean }[]
}

// RFC 8058: mail software opens every link. So the page shows one button, and only the button does anything.
export function stopPage({ language, house, channel, topics }: UnsubscribePage): Html {
  const lead = texts.lead[channel === 'email' ? 'email' : 'other'][language]
  return html`<article class="form"><h1>${texts.title[language]}</h1>
<p class="lead">${filled(lead, { house })}</p><p>${texts.effect[language]}</p>
<form method="post" action="?language=${language}">
<input type="hidden" name="deed" value="stop">
<p><button type="submit">${texts.stop[language]}</button></p></form>
${topics.length > 1 && html`<p><a href="?language=${language}&amp;topics=1">${texts.narrow[language]}</a></p>`}</article>`
}

export function topicsPage({ language, topics }: UnsubscribePage): Html {
  return html`<article class="form"><h1>${texts.topicsTitle[language]}</h1>
<p class="lead">${texts.topicsLead[language]}</p>
<form method="post" action="?language=${language}"><input type="hidden" name="deed" value="topics">
<fieldset class="choices"><legend>${texts.topics[language]}</legend>
${topics.map(
  ({ id, label, isRefused }) =>
    html`<label><input type="checkbox" name="topic:${id}" value="yes"${!isRefused && html` checked`}> ${label[language]}</label>`,
)}</fieldset>
<p><button type="submit">${texts.save[language]}</button></p></form>
<p><a href="?language=${language}">${texts.back[language]}</a></p></article>`
}

/** It is done. What was pressed by mistake comes back only by a consent, in these words. */
export function stoppedPage({ language, house, channel }: UnsubscribePage, undo: string | null): Html {
  return html`<div class="form" role="status"><h1>${texts.doneTitle[language]}</h1><p class="lead">${texts.done[language]}</p>
${
  undo &&
  html`<section aria-labelledby="undo"><h2 id="undo">${texts.undoTitle[language]}</h2>
<p>${filled(wordings[channel][language], { house })}</p>
<form method="post" action="?language=${language}"><input type="hidden" name="deed" value="undo"><input type="hidden" name="undo" value="${undo}">
<p><button type="submit" class="quiet">${texts.undo[language]}</button></p></form></section>`
}</div>`
}

export function undonePage(language: Language): Html {
  return html`<div class="form" role="status"><h1>${texts.undoneTitle[language]}</h1><p class="lead">${texts.undone[language]}</p></div>`
}

export function savedPage(language: Language, wanted: readonly string[]): Html {
  const said = wanted.length > 0 ? texts.saved : texts.savedNone
  return html`<div class="form" role="status"><h1>${texts.savedTitle[language]}</h1><p class="lead">${said[language]}</p></div>`
}

export function brokenPage(language: Language, contact: Html): Html {
  return html`<article class="form"><h1>${texts.brokenTitle[language]}</h1><p class="lead">${texts.broken[language]}</p>${contact}</article>`
}

export function unknownPage(language: Language): Html {
  return html`<article class="form"><h1>${texts.unknownTitle[language]}</h1><p class="lead">${texts.unknown[language]}</p>
<p><a href="?language=${language}">${texts.again[language]}</a></p></article>`
}
