import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type RunOptions = Parameters<AxeBuilder['options']>[0]
type Found = Awaited<ReturnType<AxeBuilder['analyze']>>['violations']

/** One thing that axe found, with a few of the places where it stands. */
export interface Violation {
  id: string
  nodes: { html: string; target: string }[]
}

/** What axe finds on the page as it stands; by every rule of its own choice unless the options name others. */
export async function violationsOn(page: Page, wish: RunOptions = {}): Promise<Violation[]> {
  const options: RunOptions = { ...wish, resultTypes: ['violations'] }
  // Frames are merged in a second page, with every result carried there and back: three times the work of a page without any.
  if (page.frames().length > 1) {
    const { violations } = await new AxeBuilder({ page }).options(options).analyze()
    return shown(violations)
  }
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(examiner())
  return page.evaluate(examine, options)
}

const shown = (violations: Found): Violation[] =>
  violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, target }) => ({ html, target: String(target) })),
  }))

let read = ''
function examiner(): string {
  const packages = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
  read ||= readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8')
  return read
}

/** Runs in the page; only what is shown of a fault leaves it. */
async function examine(options: RunOptions): Promise<Violation[]> {
  type Axe = { run(at: Document, options: RunOptions): Promise<{ violations: Found }> }
  const { axe } = window as unknown as { axe: Axe }
  const { violations } = await axe.run(document, options)
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, target }) => ({ html, target: String(target) })),
  }))
}
