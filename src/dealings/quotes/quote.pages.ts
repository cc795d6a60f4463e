import { contactLines } from '#choices'
import { type Html, html, safeAddress } from '#platform/html'
import type { Language } from '#platform/language'
import type { Published } from '#statement'
import type { Line } from '../lines.ts'
import { written } from './in-words.ts'
import { marketsToBuyers } from './markets-to-buyers.ts'
import type { PublicQuote } from './public-quote.view.ts'
import { quotePageTexts as texts } from './quote-page.texts.ts'

export type TypedField = 'name' | 'email' | 'reason'

export interface Shown {
  quote: PublicQuote
  published: Published
  language: Language
  /** What was typed and is wrong: what the page says at the field. */
  fault?: { field: TypedField; said: string; name: string; email: string; refuses: boolean; reason: string } | null
  hasPdf: boolean
}

const says = (text: Record<Language, string>, language: Language, parts: Record<string, string | number> = {}) =>
  text[language].replace(/\{(\w+)\}/g, (_, name) => String(parts[name] ?? ''))

/** A version of a quote as its customer finds it: to be answered, or with what became of it. */
export function quotePage(shown: Shown): Html {
  const { quote, language, published, hasPdf } = shown
  const { content, state } = quote
  if (state === 'superseded' || state === 'withdrawn') return overPage(published, language, state)
  const seller = sellerOf(published, content.groupCompany)
  return html`<article class="quote" lang="${language}">
<h1>${content.title || texts.title[language]}</h1>
<p class="lead">${says(texts.from, language, { seller, buyer: content.buyer.name })}</p>
${outcome(shown)}
${facts(quote, language)}
${content.opening && html`<p class="words" lang="${content.language}">${content.opening}</p>`}
<section aria-labelledby="lines"><h2 id="lines">${texts.lines[language]}</h2>${linesTable(quote, language)}</section>
${content.terms && html`<section aria-labelledby="terms"><h2 id="terms">${texts.terms[language]}</h2><p class="words" lang="${content.language}">${content.terms}</p></section>`}
${hasPdf && html`<p><a href="?pdf=1">${texts.pdf[language]}</a></p>`}
${state === 'sent' && answers(shown)}
${contact(published, language)}</article>`
}

/** What is said where the quote itself is not shown any more. */
export function overPage(published: Published, language: Language, state: 'superseded' | 'withdrawn' | 'gone'): Html {
  const said = { superseded: texts.supersededText, withdrawn: texts.withdrawnText, gone: texts.goneText }[state]
  return html`<article class="form"><h1>${texts[state][language]}</h1><p class="lead">${said[language]}</p>${contact(published, language)}</article>`
}

function outcome({ quote, language }: Shown): Html | false {
  const { state, answeredAt, answeredName, orderNumber, content, hash } = quote
  const { day, instant } = written(language)
  if (state === 'expired')
    return html`<div class="note" role="status"><p><strong>${texts.expired[language]}</strong></p><p>${says(texts.expiredText, language, { day: day(content.validUntil) })}</p></div>`
  if (state === 'declined')
    return html`<div class="note" role="status"><p><strong>${texts.declined[language]}</strong></p><p>${texts.declinedText[language]}</p></div>`
  if (state !== 'accepted' || !answeredAt) return false
  const parts = { name: answeredName ?? '', instant: instant(answeredAt), order: orderNumber ?? '' }
  const text = answeredName ? texts.acceptedBy : texts.acceptedAt
  return html`<div class="short" role="status"><h2>${texts.accepted[language]}</h2><p>${says(text, language, parts)}</p>
<p class="hint">${texts.seal[language]}</p><p class="hash">${hash}</p></div>`
}

function facts({ content }: PublicQuote, language: Language): Html {
  const { day } = written(language)
  const version = says(texts.version, language, { version: content.version })
  return html`<dl class="facts">
<dt>${texts.number[language]}</dt><dd>${content.number}, ${version}</dd>
<dt>${texts.day[language]}</dt><dd>${day(content.sentOn)}</dd>
<dt>${texts.until[language]}</dt><dd>${says(texts.untilDay, language, { day: day(content.validUntil) })}</dd>
<dt>${texts.payment[language]}</dt><dd>${says(texts.days, language, { days: content.paymentDays })}</dd></dl>`
}

function linesTable({ content: { lines, totals } }: PublicQuote, language: Language): Html {
  const { money, share } = written(language)
  const heads = [texts.text, texts.quantity, texts.price, texts.vat, texts.sum].map((one) => one[language])
  const sums: [string, number][] = [
    [texts.net[language], totals.net],
    ...totals.byVat.map(({ category, rate, vat }): [string, number] => [
      category === 'AE'
        ? texts.reverse[language]
        : rate
          ? says(texts.vatOf, language, { rate: share(rate) })
          : texts.noVat[language],
      vat,
    ]),
  ]
  return html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${lines.map((line, n) => lineRow(line, { heads, net: totals.lines[n] ?? 0, language }))}</tbody></table>
<dl class="facts sums">${sums.map(([label, cents]) => html`<dt>${label}</dt><dd>${money(cents)}</dd>`)}
<dt><strong>${texts.total[language]}</strong></dt><dd><strong>${money(totals.total)}</strong></dd></dl>`
}

function lineRow(line: Line, { heads, net, language }: { heads: string[]; net: number; language: Language }): Html {
  const { money, price, quantity, share } = written(language)
  const discount = line.discount > 0 && says(texts.discount, language, { share: share(line.discount) })
  return html`<tr><th scope="row">${line.text}${discount && html`<br><small>${discount}</small>`}</th>
<td data-l="${heads[1]}">${quantity(line.quantity)} ${line.unit}</td><td data-l="${heads[2]}">${price(line.unitPrice)}</td>
<td data-l="${heads[3]}">${share(line.vatRate)} %</td><td data-l="${heads[4]}">${money(net)}</td></tr>`
}

// One deed, one press; what is typed stays when it is refused.
function answers(shown: Shown): Html {
  const { language, fault } = shown
  return html`<section aria-labelledby="accept"><h2 id="accept">${texts.accept[language]}</h2>
<p>${texts.acceptLead[language]}</p>
<form method="post" action="?language=${language}" novalidate><input type="hidden" name="deed" value="accept"><input type="hidden" name="language" value="${language}">
<p class="field"><label for="name">${texts.name[language]}</label>
<input id="name" name="name" autocomplete="name" maxlength="200" required value="${fault?.name ?? ''}" aria-describedby="${isWrong(shown, 'name') ? 'wrong-name ' : ''}name-hint"${isWrong(shown, 'name') && html` aria-invalid="true"`}>
${wrongAt(shown, 'name')}</p><p class="hint" id="name-hint">${texts.nameHint[language]}</p>
${shown.quote.gives && emailField(shown)}
<p><button type="submit">${texts.acceptButton[language]}</button></p></form>
<details${isWrong(shown, 'reason') && html` open`}><summary>${texts.decline[language]}</summary>
<form method="post" action="?language=${language}"><input type="hidden" name="deed" value="decline">
<p class="field"><label for="reason">${texts.reason[language]}</label>
<textarea id="reason" name="reason" rows="3" maxlength="2000"${isWrong(shown, 'reason') && html` aria-invalid="true" aria-describedby="wrong-reason"`}>${fault?.reason ?? ''}</textarea>
${wrongAt(shown, 'reason')}</p>
<p><button type="submit" class="quiet">${texts.declineButton[language]}</button></p></form></details></section>`
}

function isWrong({ fault }: Shown, field: TypedField): boolean {
  return fault?.field === field
}

function wrongAt(shown: Shown, field: TypedField): Html | false {
  return isWrong(shown, field) && html`<strong class="fault" id="wrong-${field}">${shown.fault?.said}</strong>`
}

// Art. 13 GDPR, § 200(3) of laki 917/2014: what the address is for, and that marketing may be refused, stand where it is asked for.
function emailField(shown: Shown): Html {
  const { language, fault, published, quote } = shown
  const seller = sellerOf(published, quote.content.groupCompany)
  const isTold = quote.gives === 'buyer' && marketsToBuyers(published)
  return html`<p class="field"><label for="email">${texts.email[language]}</label>
<input id="email" name="email" type="email" autocomplete="email" maxlength="254" value="${fault?.email ?? ''}" aria-describedby="${isWrong(shown, 'email') ? 'wrong-email ' : ''}email-hint"${isWrong(shown, 'email') && html` aria-invalid="true"`}>
${wrongAt(shown, 'email')}</p><p class="hint" id="email-hint">${texts.emailHint[language]}
${isTold && says(texts.emailMarketing, language, { seller })} <a href="../${language}/">${texts.privacy[language]}</a></p>
${
  isTold &&
  html`<input type="hidden" name="told" value="yes"><label class="tick"><input type="checkbox" name="refuses" value="yes"${fault?.refuses && html` checked`}> ${texts.refuses[language]}</label>`
}`
}

function contact(published: Published, language: Language): Html {
  return html`<section aria-labelledby="contact"><h2 id="contact">${texts.contact[language]}</h2>${houseLines(published)}
<p><a href="../${language}/">${texts.privacy[language]}</a></p></section>`
}

// Whoever asks about a quote asks the house; clause 3 of the statement is for questions of privacy.
function houseLines(published: Published): Html {
  const { email, phone } = published.statement.controller
  if (!email?.address && !phone?.display) return contactLines(published)
  return html`<ul class="links">
${email?.address && html`<li><a href="${safeAddress(`mailto:${email.address}`)}">${email.address}</a></li>`}
${phone?.display && html`<li><a href="${safeAddress(`tel:${phone.e164 ?? phone.display}`)}">${phone.display}</a></li>`}
</ul>`
}

export function sellerOf({ statement }: Published, groupCompany: string): string {
  const member = statement.group?.members?.find(({ id }) => id === groupCompany)
  return member?.name ?? statement.controller.legalName ?? ''
}
