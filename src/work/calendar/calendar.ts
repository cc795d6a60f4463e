import ICAL from 'ical.js'
import { addDays } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import type { CalendarEntry } from './calendar.view.ts'

export interface CalendarWish {
  entries: readonly CalendarEntry[]
  language: Language
  /** The address of the desk, for the link in each. */
  deskUrl: string
  host: string
  at: Date
  /** A title may name somebody, and a calendar is kept by others: without this only the kind is said. */
  names: boolean
}

const kinds = {
  fi: { task: 'Tehtävä', call: 'Puhelu', meeting: 'Tapaaminen', visit: 'Asiakaskäynti', name: 'Oma työ' },
  sv: { task: 'Uppgift', call: 'Samtal', meeting: 'Möte', visit: 'Kundbesök', name: 'Eget arbete' },
  en: { task: 'Task', call: 'Call', meeting: 'Meeting', visit: 'Visit', name: 'My work' },
} as const

/** RFC 5545: the calendar as a program reads it. */
export function calendarText({ entries, language, deskUrl, host, at, names }: CalendarWish): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.updatePropertyWithValue('version', '2.0')
  calendar.updatePropertyWithValue('prodid', '-//Seloste//Work//EN')
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN')
  calendar.updatePropertyWithValue('x-wr-calname', `Seloste: ${kinds[language].name}`)
  calendar.updatePropertyWithValue('x-published-ttl', 'PT15M')
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry, { language, deskUrl, host, at, names }))
  return `${calendar.toString()}\r\n`
}

function eventOf(entry: CalendarEntry, { language, deskUrl, host, at, names }: Omit<CalendarWish, 'entries'>) {
  const event = new ICAL.Component('vevent')
  const kind = kinds[language][entry.kind]
  const summary = names ? [entry.title, entry.name].filter(Boolean).join(' · ') : kind
  event.updatePropertyWithValue('uid', `${entry.id}@${host}`)
  event.updatePropertyWithValue('dtstamp', instant(at))
  event.updatePropertyWithValue('sequence', entry.changed)
  event.updatePropertyWithValue('summary', summary)
  event.updatePropertyWithValue('url', `${deskUrl}/${entry.kind === 'task' ? `tasks/${entry.id}` : 'day'}`)
  event.updatePropertyWithValue('class', 'PRIVATE')
  event.updatePropertyWithValue('dtstart', entry.day ? ICAL.Time.fromDateString(entry.day) : instant(entry.at))
  const end = new Date(entry.at.getTime() + (entry.minutes ?? 30) * 60_000)
  event.updatePropertyWithValue('dtend', entry.day ? ICAL.Time.fromDateString(addDays(entry.day, 1)) : instant(end))
  event.updatePropertyWithValue('transp', entry.kind === 'task' ? 'TRANSPARENT' : 'OPAQUE')
  return event
}

function instant(at: Date) {
  return ICAL.Time.fromJSDate(at, true)
}
