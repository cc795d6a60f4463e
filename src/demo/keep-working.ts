import PDFDocument from 'pdfkit'
import { type Act, type Occasion, perform } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import type { InForce } from '#register'
import type { Running } from '#statement'
import { addTask, deleteWork, fileDocument, finishTask, makeRule, planActivity, type WorkReach, writeNote } from '#work'
import type { Database } from '../database.ts'
import { workTriggers } from '../timeline.ts'

type Worker = 'saku' | 'ellen' | 'helmi' | 'bo'

interface Working {
  rules: InForce
  staff: Record<Worker, string>
  companies: readonly { id: string; daysAgo: number; contact: string | null }[]
  as(by: Worker, daysAgo: number): Occasion
}

const notes = [
  'Toivovat soittoa vain aamupäivisin.',
  'Kattilahuoneen ovikoodi kysytään aina vastaanotosta.',
  'Kilpailijan tarjous voimassa kuun loppuun. Päätös tehdään hallituksessa.',
  'Vanha öljykattila vuodelta 1998, savuhormi tarkastettava ennen asennusta.',
  'Laskun viitteeseen halutaan kustannuspaikka.',
] as const
const meetings = [
  ['call', 'Soitto huoltovälistä', 'Sovittiin huolto toukokuun alkuun.', 10],
  ['meeting', 'Tarjouksen läpikäynti', 'Käytiin läpi kolme vaihtoehtoa. Maalämpö kiinnostaa eniten.', 60],
  ['visit', 'Kohdekäynti', 'Mitattiin tekninen tila ja otettiin kuvat.', 90],
] as const
const todos = [
  ['saku', 'Lähetä päivitetty tarjous', 0, '15:00'],
  ['saku', 'Kysy päätöksestä', -2, null],
  ['saku', 'Varaa kohdekäynti', 3, '09:00'],
  ['ellen', 'Tarkista mitoitus', 0, null],
  ['helmi', 'Sovi huoltokäynti', 0, '10:30'],
  ['helmi', 'Palauta asiakkaan avaimet', -1, null],
  ['bo', 'Selvitä viitteetön maksu', 0, null],
  ['bo', 'Tarkista kuukauden laskut', 5, null],
] as const
const binned = [
  ['saku', 'Kirjattu väärälle yritykselle, oli tarkoitettu naapurille.', 13],
  ['ellen', 'Soitetaan uudestaan elokuussa.', 6],
] as const

/** What staff wrote down, agreed and are still to do: so that my day and the timelines are not empty at first sight. */
export async function keepWorking(register: Running<Database>, { rules, staff, companies, as }: Working) {
  const doing = <R>(occasion: Occasion, deed: (act: Act<WorkReach>) => Promise<R>) =>
    perform(register.db, occasion, (act) => deed(act as unknown as Act<WorkReach>))
  const seller = (n: number): Worker => (n % 2 ? 'ellen' : 'saku')

  for (const [n, company] of companies.entries()) {
    const daysAgo = Math.max(1, Math.min(company.daysAgo - 1, 3 + n * 9))
    const by = as(seller(n), daysAgo)
    const isCall = n % 4 === 0
    const text = isCall ? `${notes[n % notes.length]} @Helmi Aaltola` : (notes[n % notes.length] ?? '')
    const party = { organisationId: company.id }
    await doing(by, (act) => writeNote(act, rules, { ...party, text, mentions: isCall ? [staff.helmi] : [] }))
    const [kind, title, said, minutes] = meetings[n % meetings.length] ?? meetings[0]
    const at = new Date(by.at.getTime() - 7_200_000).toISOString()
    const people = company.contact ? [company.contact] : []
    await doing(by, (act) => planActivity(act, rules, { ...party, kind, title, text: said, minutes, at, people }))
  }

  const today = dayInHelsinki(as('saku', 0).at)
  for (const [n, [who, title, inDays, dueTime]] of todos.entries()) {
    const party = { organisationId: companies[n * 2]?.id ?? '' }
    const wish = { ...party, title, assignedTo: staff[who], dueOn: addDays(today, inDays), dueTime }
    await doing(as(who, 3), (act) => addTask(act, rules, wish))
  }
  const weekly = { title: 'Viikon myyntipalaverin muistio', dueOn: addDays(today, -7), repeats: 'week' as const }
  const first = await doing(as('saku', 8), (act) => addTask(act, rules, weekly))
  await doing(as('saku', 6), (act) => finishTask(act, rules, first))

  const [company] = companies
  if (!company) return
  const plan = { organisationId: company.id, fileName: 'kattilahuone.pdf', name: 'Kattilahuoneen pohjapiirros' }
  const bytes = await drawing()
  await doing(as('saku', 5), (act) => fileDocument(act, rules, { ...plan, bytes }))
  const tomorrow = new Date(as('saku', 0).at.getTime() + 86_400_000).toISOString()
  const coming = {
    organisationId: company.id,
    kind: 'meeting',
    title: 'Käyttöönotto',
    minutes: 45,
    at: tomorrow,
  } as const
  await doing(as('saku', 1), (act) => planActivity(act, rules, { ...coming, staff: [staff.saku, staff.helmi] }))
  // Some of it was deleted by mistake, or not: the bin says.
  for (const [who, text, daysAgo] of binned) {
    const note = await doing(as(who, daysAgo), (act) => writeNote(act, rules, { organisationId: company.id, text }))
    await doing(as(who, daysAgo), (act) => deleteWork(act, rules, { kind: 'note', id: note }))
  }
  const slip = await doing(as('helmi', 2), (act) => addTask(act, rules, { title: 'Tilaa kiertovesipumppu varastoon' }))
  await doing(as('helmi', 1), (act) => deleteWork(act, rules, { kind: 'task', id: slip }))
  const rule = {
    ...{ name: 'Verkosta tulleet Helmille', starts: 'enquiry-arrives', asked: {}, does: 'notify' as const },
    wish: { to: [staff.helmi] },
  }
  await doing(as('saku', 0), (act) => makeRule(act, rules, { triggers: workTriggers, rule }))
}

function drawing(): Promise<Buffer> {
  const paper = new PDFDocument({ size: 'A4', info: { Title: 'Kattilahuone' } })
  const pieces: Buffer[] = []
  paper.on('data', (piece: Buffer) => pieces.push(piece))
  paper.rect(90, 120, 400, 280).stroke().rect(130, 160, 90, 70).stroke().circle(400, 300, 40).stroke()
  paper.text('Kattilahuone 1:50', 90, 420).text('Lämpöpumppu', 138, 190).text('Varaaja', 382, 295)
  return new Promise((done) => {
    paper.on('end', () => done(Buffer.concat(pieces)))
    paper.end()
  })
}
