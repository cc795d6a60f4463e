import { globSync } from 'node:fs'

/** Every source file that people write, relative to the root. */
export function sources(root: string): string[] {
  return globSync('{src,bin,test,tools,bench,embed,web/src}/**/*.{ts,tsx,mjs}', { cwd: root }).sort()
}

/** Every page of prose in the project. */
export function pages(root: string): string[] {
  return globSync(['*.md', '{docs,src,test,tools,bench,examples,embed,web,bin,migrations}/**/*.md'], {
    cwd: root,
    exclude: (name) => name.includes('node_modules'),
  }).sort()
}
