import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pages } from './sources.ts'

/** Links in our pages that lead to a file or a heading that is not there. */
export function deadLinks(root: string): string[] {
  return pages(root).flatMap((page) => {
    const prose = readFileSync(join(root, page), 'utf8').replace(/```[\s\S]*?```/g, '')
    const links = [...prose.matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)].map(([, link = '']) => link)
    return links.filter((link) => !/^[a-z]+:/i.test(link) && !leads(root, page, link)).map((link) => `${page}: ${link}`)
  })
}

/** Modules without the page that says what they own and promise. */
export function modulesWithoutReadme(root: string): string[] {
  const modules = globSync('src/*/', { cwd: root }).filter(
    (module) => globSync(join(module, '**/*.ts'), { cwd: root }).length,
  )
  return modules.filter((module) => !existsSync(join(root, module, 'README.md')))
}

function leads(root: string, page: string, link: string) {
  const [path = '', anchor] = decodeURI(link).split('#')
  const target = path ? join(root, path.startsWith('/') ? '' : dirname(page), path) : join(root, page)
  if (!existsSync(target)) return false
  if (!anchor || !target.endsWith('.md')) return true

  return headings(readFileSync(target, 'utf8')).includes(anchor.toLowerCase())
}

function headings(text: string) {
  const titles = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title)
  return titles.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
}
