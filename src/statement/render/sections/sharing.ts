import type { Processor, Statement, Transfer } from '../../format.ts'
import { type Composing, clause, heading, list, ownWords, paragraph, saidIn, table } from '../blocks.ts'
import type { Block, Row } from '../document.ts'
import { link, listed, pick, say, strong, type Text, textOf } from '../text.ts'
import { countryInWords, dayInWords } from '../words.ts'
import { sharingWords as words } from './sharing.words.ts'

type Recipient = NonNullable<Statement['recipients']>[number]

/** Section 8: to whom data are disclosed. A closed list. */
export function aboutRecipients(composing: Composing): Block[] {
  const { statement, language } = composing
  const recipients = statement.recipients ?? []

  return [
    ...(recipients.length > 0 ? paragraph({ clauses: [], text: [words.onlyThese[language]] }) : []),
    ...list(
      recipients.map((recipient) => ({ clauses: saidIn(recipient), text: recipientInWords(composing, recipient) })),
    ),
    ...paragraph(clause(composing, 'S8.4', words.notSold[language])),
  ]
}

export function recipientName({ language }: Pick<Composing, 'language'>, recipient: Recipient): Text {
  return textOf(pick(recipient.label, language) ?? words.recipientNames[language][recipient.kind])
}

function recipientInWords(composing: Composing, recipient: Recipient): Text {
  const { statement, language } = composing
  const [first] = saidIn(recipient)
  const own = first ? ownWords(composing, first) : null
  if (own) return own

  const companies = recipient.kind === 'group-companies' ? membersOf(recipient, statement) : (recipient.members ?? [])
  const members = companies.length > 0 ? say` (${listed(companies, language)})` : []
  const name = recipientName(composing, recipient).map((piece) => (typeof piece === 'string' ? strong(piece) : piece))
  const law = recipient.law ? ` ${words.law[language]}: ${recipient.law}.` : ''
  const checked = recipient.procedure === 'four-eyes' ? ` ${words.fourEyes[language]}` : ''
  // The company's own label of the authorities says when; to say it again would be to say it twice.
  const why =
    recipient.kind === 'authority' && recipient.label ? '.' : ` – ${words.recipientWhy[language][recipient.kind]}`

  return say`${name}${members}${why}${law}${checked}`
}

function membersOf(recipient: Recipient, statement: Statement): string[] {
  const companies = statement.group?.members ?? []
  const named = recipient.members ?? []
  if (named.length === 0) return companies.map(({ name }) => name)

  return named.map((id) => companies.find((company) => company.id === id)?.name ?? id)
}

/** Section 9: who processes data for the controller, and what leaves the EEA with which safeguard. */
export function aboutTransfers(composing: Composing): Block[] {
  const { statement, language } = composing
  const processors = statement.processors ?? []
  const transfers = statement.transfers?.list ?? []
  const columns = processors.some(({ subprocessors }) => subprocessors?.length) ? 4 : 3

  return [
    ...paragraph(
      clause(composing, 'S9.6', processors.length > 0 && words.outsource[language]),
      clause(
        composing,
        'S9.7',
        processors.length > 0 && processors.every(({ dpa }) => dpa) && words.agreements[language],
      ),
      clause(composing, 'S9.8', null),
    ),
    ...table(
      words.processorCaption[language],
      words.processorHead[language].slice(0, columns),
      processors
        .map((one) => processorRow(composing, one))
        .map((row) => ({ ...row, cells: row.cells.slice(0, columns) })),
    ),
    ...paragraph(clause(composing, 'S9.9', null)),
    heading(words.transferHeading[language]),
    ...paragraph(
      clause(composing, 'S9.3', statement.transfers?.default === 'deny-outside-EEA' && words.deny[language]),
      clause(composing, 'S9.4', safeguarding(transfers)?.[language]),
      clause(composing, 'S9.5', null),
      clause(composing, 'S9.1', null),
      clause(composing, 'S9.2', null),
    ),
    ...table(
      words.transferCaption[language],
      words.transferHead[language],
      transfers.map((one) => transferRow(composing, one)),
    ),
  ]
}

// Art. 13(1)(f) GDPR: the safeguards are promised only where every transfer names its own.
function safeguarding(transfers: readonly Transfer[]) {
  if (transfers.length === 0) return words.noTransfers
  return transfers.every(({ tool }) => tool) ? words.safeguards : null
}

export function processorName({ language }: Pick<Composing, 'language'>, { provider, service }: Processor): Text {
  const what = pick(service, language)
  return what ? say`${provider}, ${what}` : textOf(provider)
}

function processorRow(composing: Composing, processor: Processor): Row {
  const { language } = composing
  const subs = (processor.subprocessors ?? []).map((sub) => (typeof sub === 'string' ? sub : sub.provider))

  return {
    clauses: saidIn(processor),
    anchor: `processor-${processor.id}`,
    cells: [
      processor.privacyUrl
        ? say`${processorName(composing, processor)} (${link(words.privacy[language], processor.privacyUrl)})`
        : processorName(composing, processor),
      textOf(countryInWords(processor.country, language) || '–'),
      textOf(
        processor.dpa?.signedOn
          ? `${words.signed[language]} ${dayInWords(processor.dpa.signedOn, language)}`
          : processor.dpa
            ? words.inForce[language]
            : words.missing[language],
      ),
      textOf(subs.length > 0 ? subs.join(', ') : '–'),
    ],
  }
}

function transferRow(composing: Composing, transfer: Transfer): Row {
  const { statement, language } = composing
  const processor = statement.processors?.find(({ id }) => id === transfer.processor)
  const checked = transfer.checkedOn ? `; ${words.checked[language]} ${dayInWords(transfer.checkedOn, language)}` : ''
  const purpose = transfer.purpose ?? ''

  return {
    clauses: saidIn(transfer),
    cells: [
      processor ? processorName(composing, processor) : textOf(transfer.processor),
      textOf(countryInWords(transfer.country, language)),
      textOf(words.why[language][purpose as 'backup'] ?? (purpose || '–')),
      textOf(transfer.tool ? `${toolInWords(transfer.tool, language)}${checked}` : words.missing[language]),
      copyFrom(composing, transfer),
    ],
  }
}

export function toolInWords(tool: NonNullable<Transfer['tool']>, language: Composing['language']): string {
  const short = tool.toLowerCase().replace(/^eu-gdpr:a4[56]-/, '')
  return words.tools[language][short as 'bcr'] ?? tool
}

// Art. 13(1)(f) GDPR: how a copy of the safeguards is had, or where they are made available.
function copyFrom({ statement, language }: Composing, transfer: Transfer): Text {
  const told = pick(transfer.copyFrom, language)
  if (typeof told === 'string' && /^https?:/.test(told)) return [link(new URL(told).host, told)]
  if (typeof told === 'string' && /^\S+@\S+$/.test(told)) return [link(told, `mailto:${told}`)]
  if (told) return [told]
  const email = statement.contact?.email?.address

  return email ? [link(email, `mailto:${email}`)] : textOf('–')
}
