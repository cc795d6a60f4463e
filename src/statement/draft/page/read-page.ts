import { tellableAnywhere, topicsOf } from '../lexicon/topics.ts'
import { type Heading, headingOf } from './headings.ts'
import { bulletLength, goesOn, type Line, linesOf, standsAlone, usualWidth } from './lines.ts'
import type { Kind, Page, Section, Sentence, Span } from './page.ts'
import { tidy } from './page.ts'
import { splitSentences } from './split-sentences.ts'

/** A term told among the fields: "Tietoja säilytetään toistaiseksi." */
const keepsFor = /(?:tietoja|tiedot|tietojasi|rekisteriä) säilyt|säilytämme/

interface Unit {
  start: number
  end: number
  item: boolean
  bullet: boolean
  section: number
}

/** Takes a text apart into sections and sentences. */
export function readPage(text: string): Page {
  const lines = linesOf(text)
  const page: Page = { text, sections: [], headings: [], sentences: [] }
  const units = unitsOf(page, lines)
  let lead: Sentence | undefined
  for (const [at, unit] of units.entries()) {
    const spans = splitSentences(text, unit.start, unit.end)
    const opensList = !unit.bullet && units[at + 1]?.bullet === true && units[at + 1]?.section === unit.section
    for (const span of spans) {
      const sentence = sentenceOf(page, span, { ...unit, index: at }, lead)
      page.sentences.push(sentence)
      if (/:$/.test(sentence.plain) || (opensList && span === spans.at(-1) && !/[.!?]$/.test(sentence.plain)))
        lead = sentence
      else if (!unit.item || (lead && lead.section !== unit.section)) lead = undefined
    }
  }
  for (const [at, section] of page.sections.entries())
    section.end = page.sections[at + 1]?.start ?? text.trimEnd().length
  return page
}

function unitsOf(page: Page, lines: readonly Line[]): Unit[] {
  const units: Unit[] = []
  const width = usualWidth(lines)
  let open: Unit | undefined
  let before = ''
  let expected = 1
  let lastItem = 0
  for (const [at, line] of lines.entries()) {
    if (line.text === '') {
      open = undefined
      before = ''
      continue
    }
    const current = page.sections.at(-1)
    const ordinal = Number(/^(\d{1,2})[.)]\s/.exec(line.text)?.[1] ?? 0)
    const inList = ordinal > 1 && ordinal === lastItem + 1
    const inData = current?.kinds.includes('data') === true
    const wrapped = open !== undefined && before !== '' && goesOn(before, line.text, width)
    const found =
      wrapped && ordinal === 0
        ? undefined
        : headingOf(line.text, {
            blankBefore: before === '',
            listAfter: ordinal > 0 && lines[at + 1]?.text.startsWith(`${ordinal + 1}`) === true,
            expected,
            inList,
            inData,
          })
    if (found && !isListItem(line.text, found, inList, inData)) {
      openSection(page, line, found)
      if (found.number && /^\d/.test(found.number)) expected = Number.parseInt(found.number, 10) + 1
      lastItem = 0
      const from = line.start + found.length
      open =
        found.length < line.text.length
          ? {
              start: from,
              end: line.end,
              item: !/[.!?]["”]?$/.test(line.text),
              bullet: false,
              section: page.sections.length - 1,
            }
          : undefined
      if (open) units.push(open)
      before = open ? line.text : ''
      continue
    }
    if (ordinal > 0) lastItem = ordinal
    const bullet = bulletLength(line.text)
    if (open && wrapped) {
      open.end = line.end
      open.item = open.bullet || !/[.!?]["”]?$/.test(line.text)
    } else {
      const alone = bullet > 0 || standsAlone(line.text) || !/[.!?]["”]?$/.test(line.text)
      open = {
        start: line.start + bullet,
        end: line.end,
        item: alone,
        bullet: bullet > 0,
        section: page.sections.length - 1,
      }
      if (open.end > open.start) units.push(open)
    }
    before = line.text
  }
  return units
}

function isListItem(line: string, found: Heading, inList: boolean, inData: boolean): boolean {
  if (found.framed) return false
  if (bulletLength(line) > 0 && found.number === undefined) return true
  return found.number !== undefined && inList && inData && found.kinds[0] === 'other'
}

function openSection(page: Page, line: Line, found: Heading): void {
  page.sections.push({
    heading: found.heading,
    number: found.number,
    kind: found.kinds[0] ?? 'other',
    kinds: found.kinds,
    start: line.start,
    end: line.end,
  })
  const end = line.start + found.length
  const sentence = page.text.slice(line.start, end).trimEnd()
  page.headings.push({
    sentence,
    start: line.start,
    end: line.start + sentence.length,
    plain: tidy(found.heading),
    low: tidy(found.heading).toLowerCase(),
    kinds: new Set(found.kinds),
    section: page.sections.length - 1,
    unit: -1,
    item: false,
  })
}

function sentenceOf(page: Page, span: Span, unit: Unit & { index: number }, lead: Sentence | undefined): Sentence {
  const plain = tidy(span.sentence)
  const low = plain.toLowerCase()
  const section = page.sections[unit.section]
  const listed = unit.item && lead?.section === unit.section ? lead : undefined
  return {
    ...span,
    plain,
    low,
    kinds: kindsOf(low, section, listed, unit),
    section: unit.section,
    unit: unit.index,
    item: unit.item,
    ...(listed ? { lead: listed } : {}),
  }
}

function kindsOf(low: string, section: Section | undefined, lead: Sentence | undefined, unit: Unit): Set<Kind> {
  const said = section?.kinds.filter((kind) => kind !== 'title' && kind !== 'other' && kind !== 'changes') ?? []
  const topics = topicsOf(low)
  if (said.length > 0) {
    const kinds = new Set<Kind>(said)
    const closed = said.includes('cookies') || said.includes('data')
    for (const topic of topics)
      if (
        tellableAnywhere.has(topic) &&
        !(
          closed &&
          !['authority', 'dpo', 'transfers', 'automated'].includes(topic) &&
          !(topic === 'retention' && keepsFor.test(low))
        )
      )
        kinds.add(topic)
    return kinds
  }
  const kinds = new Set<Kind>(topics)
  if (lead && (unit.bullet || topics.length === 0)) for (const kind of lead.kinds) kinds.add(kind)
  if (section) kinds.add(section.kind)
  return kinds
}
