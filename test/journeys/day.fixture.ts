import type { Page } from '@playwright/test'

/** A question that only privacy asks: which one, and whether it was already answered when it came. */
export interface Question {
  asks: string
  answered: boolean
}

/** One deed of a day. */
export interface Deed {
  name: string
  questions: Question[]
  ms: number
}

/** A day at the desk, deed by deed. */
export interface Day {
  deed(name: string, work: () => Promise<void>): Promise<void>
  deeds: readonly Deed[]
  /** The questions that had to be answered: those not prefilled. */
  asked(): string[]
  /** A line for each deed, for whoever reads the run. */
  told(): string
  /** How many deeds there were, and what only privacy asked in them. */
  counted(): string
}

/** The hands of whoever works at the desk. */
export function atDesk(page: Page) {
  return {
    page,
    dialog: page.getByRole('dialog'),
    press: (name: string | RegExp) => page.getByRole('button', { name }).first().click(),
    link: (name: string | RegExp) => page.getByRole('link', { name }).first().click(),
    tab: (name: string) => page.getByRole('tab', { name }).click(),
    title: (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor(),
    told: (text: string | RegExp) => page.getByText(text).first().waitFor(),
  }
}

/**
 * Watches a page for what only privacy asks. Whatever asks so carries `data-asks`: a field counts when it comes without an answer,
 * and a dialog that exists only to ask (`data-asks-alone`) counts even when it is prefilled.
 */
export async function aDay(page: Page): Promise<Day> {
  const deeds: Deed[] = []
  let now: Question[] = []
  await page.exposeFunction('privacyAsks', (question: Question) => void now.push(question))
  await page.addInitScript(watch)

  return {
    deeds,
    deed: async (name, work) => {
      now = []
      const since = performance.now()
      await work().catch(async (fault: Error) => {
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/failed.png` })
        throw new Error(`deed ${deeds.length + 1}, ${name}: ${fault.message}`, { cause: fault })
      })
      deeds.push({ name, questions: now, ms: performance.now() - since })
    },
    told: () =>
      deeds
        .map(({ name, ms, questions }) => `${name}, ${Math.round(ms)} ms, ${questions.length} prefilled or open`)
        .join('\n'),
    counted: () => {
      const said = (open: boolean) =>
        deeds.flatMap(({ questions }) => questions.filter(({ answered }) => answered !== open).map(({ asks }) => asks))
      return `${deeds.length} deeds, asked only by privacy: open ${said(true).length} (${said(true)}), prefilled or optional ${said(false).length} (${said(false)})`
    },
    asked: () =>
      deeds.flatMap(({ name, questions }) =>
        questions.filter(({ answered }) => !answered).map(({ asks }) => `${name}: ${asks}`),
      ),
  }
}

/** Runs in the page. A field has 300 ms to fill itself in before it counts as open. */
function watch() {
  const seen = new WeakSet<Element>()
  const answered = (place: Element) => {
    if (place.hasAttribute('data-asks-alone')) return false
    const inside = [...place.querySelectorAll<HTMLInputElement>('input, textarea, select')]
    const fields = place.matches('input, textarea, select') ? [place as HTMLInputElement] : inside
    return fields
      .filter((field) => field.required || field.ariaRequired === 'true')
      .every((field) => field.value !== '')
  }
  const look = () => {
    for (const place of document.querySelectorAll('[data-asks]')) {
      if (seen.has(place)) continue
      seen.add(place)
      setTimeout(() => {
        if (!place.isConnected) return
        const asks = place.getAttribute('data-asks') ?? ''
        ;(window as unknown as { privacyAsks(question: object): void }).privacyAsks({ asks, answered: answered(place) })
      }, 300)
    }
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true })
}
