import { html } from '#platform/html'
import type { Language } from '#platform/language'
import { publicPage } from '#platform/page'
import type { Statement } from '../format.ts'
import { type Composing, labelOf } from './blocks.ts'
import { pageWords } from './page.words.ts'
import { classInWords, ruleInWords } from './periods.ts'
import { basesInWords } from './sections/bases.ts'
import { declaredFields, purposesOf } from './sections/fields.ts'
import { emailLink, postalLine } from './sections/parties.ts'
import { measureInWords } from './sections/security.ts'
import { processorName, recipientName, toolInWords } from './sections/sharing.ts'
import { pick, plain } from './text.ts'
import { countryInWords } from './words.ts'

/** One processing activity of the records that Art. 30(1) GDPR asks for. */
interface RecordRow {
  purpose: string
  legalBasis: string
  persons: string
  data: string[]
  recipients: string[]
  transfers: string[]
  timeLimits: string[]
  security: string[]
}

interface RecordOfProcessing {
  /** Art. 30(1)(a): the controller, joint controllers, contact and officer. */
  parties: { term: string; text: string }[]
  rows: RecordRow[]
  html: string
}

/** The records of processing, made from the statement: they cannot say otherwise than the public page. */
export function toRecordOfProcessing(
  statement: Statement,
  language: Language,
  css = '/public.css',
): RecordOfProcessing {
  const composing = { statement, language }
  const parties = partiesOf(composing)
  const rows = statement.purposes.map((purpose) => rowOf(composing, purpose))

  return { parties, rows, html: pageOf(composing, parties, rows, css) }
}

function rowOf(composing: Composing, purpose: Statement['purposes'][number]): RecordRow {
  const { statement, language } = composing
  const fields = declaredFields(composing).filter((field) => purposesOf(composing, field).includes(purpose))
  const processors = statement.processors ?? []

  return {
    purpose: plain(labelOf(purpose, language)),
    legalBasis: plain(basesInWords(purpose, language)),
    persons: words.persons[language],
    data: fields.map((field) => plain(labelOf(field, language))),
    recipients: [
      ...(statement.recipients ?? []).map((recipient) => plain(recipientName(composing, recipient))),
      ...processors.map((processor) => plain(processorName(composing, processor))),
    ],
    transfers: (statement.transfers?.list ?? []).map((transfer) => {
      const processor = processors.find(({ id }) => id === transfer.processor)
      const tool = transfer.tool ? toolInWords(transfer.tool, language) : words.noTool[language]
      return `${processor?.provider ?? transfer.processor}, ${countryInWords(transfer.country, language)}: ${tool}`
    }),
    timeLimits: (statement.retention?.rules ?? []).map(
      (rule) => `${classInWords(rule.class, language)}: ${ruleInWords(rule, language)}`,
    ),
    security: (statement.security ?? []).map((measure) => plain(measureInWords(composing, measure))),
  }
}

function partiesOf({ statement, language }: Composing) {
  const { controller, contact, dpo, group } = statement
  const term = words.terms[language]
  const joint = (group?.members ?? []).filter(
    ({ name, role }) => role === 'joint-controller' && name !== controller.legalName,
  )

  return [
    { term: term.register, text: plain(pick(statement.register.name, language)) },
    {
      term: term.controller,
      text: [controller.legalName, controller.businessId, postalLine(controller.address, language)]
        .filter(Boolean)
        .join(', '),
    },
    {
      term: term.joint,
      text: joint.map(({ name, businessId }) => [name, businessId].filter(Boolean).join(', ')).join('; '),
    },
    {
      term: term.contact,
      text: [plain(pick(contact?.role, language)), plain(emailLink(contact?.email)), contact?.phone?.display]
        .filter(Boolean)
        .join(', '),
    },
    { term: term.officer, text: dpo?.designated ? [dpo.name, dpo.email].filter(Boolean).join(', ') : '' },
  ].filter(({ text }) => text !== '')
}

function pageOf(
  { statement, language }: Composing,
  parties: RecordOfProcessing['parties'],
  rows: readonly RecordRow[],
  css: string,
): string {
  const title = pageWords[language].recordTitle
  const head = words.head[language]
  const shared = rows[0]
  const listOf = (items: readonly string[]) =>
    items.length > 0 ? html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : html`<p>–</p>`

  return publicPage(
    { language, title, css, house: statement.controller.legalName ?? '', unlisted: true },
    html`<h1>${title}</h1>
<p class="lead">${words.lead[language]}</p>
<dl class="facts">${parties.map(({ term, text }) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>
<section><h2>${head.activities}</h2>
<table><caption>${head.activities}</caption><thead><tr><th>${head.purpose}</th><th>${head.basis}</th><th>${head.persons}</th><th>${head.data}</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${row.purpose}</th><td data-l="${head.basis}">${row.legalBasis}</td><td data-l="${head.persons}">${row.persons}</td><td data-l="${head.data}">${row.data.join(', ')}</td></tr>`)}</tbody></table></section>
<section><h2>${head.recipients}</h2>${listOf(shared?.recipients ?? [])}</section>
<section><h2>${head.transfers}</h2>${listOf(shared?.transfers ?? [])}</section>
<section><h2>${head.limits}</h2>${listOf(shared?.timeLimits ?? [])}</section>
<section><h2>${head.security}</h2>${listOf(shared?.security ?? [])}</section>`,
  ).markup
}

const words = {
  persons: {
    fi: 'Asiakkaat ja mahdolliset asiakkaat sekä näiden edustajat',
    sv: 'Kunder och möjliga kunder samt deras företrädare',
    en: 'Customers, possible customers and those who represent them',
  },
  noTool: { fi: 'suojakeino puuttuu', sv: 'skyddsåtgärd saknas', en: 'no safeguard' },
  lead: {
    fi: 'Tietosuoja-asetuksen 30 artiklan 1 kohdan mukainen seloste, joka on koottu julkaistusta tietosuojaselosteesta.',
    sv: 'Register enligt artikel 30.1 i dataskyddsförordningen, sammanställt ur den publicerade dataskyddsbeskrivningen.',
    en: 'The records that Article 30(1) of the GDPR asks for, compiled from the published statement.',
  },
  terms: {
    fi: {
      register: 'Rekisteri',
      controller: 'Rekisterinpitäjä',
      joint: 'Yhteisrekisterinpitäjät',
      contact: 'Yhteyshenkilö',
      officer: 'Tietosuojavastaava',
    },
    sv: {
      register: 'Register',
      controller: 'Personuppgiftsansvarig',
      joint: 'Gemensamt ansvariga',
      contact: 'Kontaktperson',
      officer: 'Dataskyddsombud',
    },
    en: {
      register: 'Register',
      controller: 'Controller',
      joint: 'Joint controllers',
      contact: 'Contact',
      officer: 'Data protection officer',
    },
  },
  head: {
    fi: {
      activities: 'Käsittelytoimet',
      purpose: 'Tarkoitus',
      basis: 'Peruste',
      persons: 'Rekisteröidyt',
      data: 'Henkilötiedot',
      recipients: 'Vastaanottajat',
      transfers: 'Siirrot kolmansiin maihin',
      limits: 'Poistamisen määräajat',
      security: 'Turvatoimet',
    },
    sv: {
      activities: 'Behandlingar',
      purpose: 'Ändamål',
      basis: 'Grund',
      persons: 'Registrerade',
      data: 'Personuppgifter',
      recipients: 'Mottagare',
      transfers: 'Överföringar till tredjeländer',
      limits: 'Tidsfrister för radering',
      security: 'Säkerhetsåtgärder',
    },
    en: {
      activities: 'Processing activities',
      purpose: 'Purpose',
      basis: 'Basis',
      persons: 'Persons',
      data: 'Personal data',
      recipients: 'Recipients',
      transfers: 'Transfers to third countries',
      limits: 'Time limits for erasure',
      security: 'Security measures',
    },
  },
} as const
