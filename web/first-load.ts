import { gzipSync } from 'node:zlib'
import type { Plugin, Rollup } from 'vite'

const limit = 250_000

/** Says how many bytes of JavaScript the desk needs before its first screen, and refuses too many. */
export function firstLoad(): Plugin {
  return {
    name: 'first-load',
    generateBundle(_, bundle) {
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
      const texts = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'fi')
      const chunks = new Set(
        [entry, texts].flatMap((file) => (file?.type === 'chunk' ? withImports(file, bundle) : [])),
      )
      const bytes = [...chunks].reduce((sum, { code }) => sum + gzipSync(code).byteLength, 0)

      console.log(`first load ${Math.round(bytes / 1000)} kB gz of JavaScript (limit ${limit / 1000})`)
      if (bytes > limit) this.error(`The desk's first load is ${bytes} bytes, over ${limit}.`)
    },
  }
}

/** Refuses chunks that import each other in a circle: their parts would run in the wrong order, and a screen would not open. */
export function noCircles(): Plugin {
  return {
    name: 'no-circles',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const reached = (name: string) => {
        const imported = bundle[name]
        return imported?.type === 'chunk' ? withImports(imported, bundle) : []
      }
      const circle = chunks.find((one) => one.imports.some((name) => reached(name).includes(one)))
      if (circle) this.error(`The desk's chunk ${circle.fileName} imports itself through others.`)
    },
  }
}

function withImports(chunk: Rollup.OutputChunk, bundle: Rollup.OutputBundle, seen = new Set<Rollup.OutputChunk>()) {
  if (seen.has(chunk)) return [...seen]
  seen.add(chunk)
  for (const name of chunk.imports) {
    const imported = bundle[name]
    if (imported?.type === 'chunk') withImports(imported, bundle, seen)
  }
  return [...seen]
}
