import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

/** On every page of the company's site, and everything together: less than the smallest banner that anybody else ships. */
const limits = { gate: 2_000, whole: 8_066 }
const parts = ['gate', 'choices', 'form'] as const
const folder = join(import.meta.dirname, 'dist')

const built = await Promise.all(parts.map(async (part) => [part, await bundled(part)] as const))
const sizes = Object.fromEntries(built.map(([part, code]) => [part, gzipSync(code, { level: 9 }).byteLength]))
const whole = Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0)

await mkdir(folder, { recursive: true })
for (const [part, code] of built) await writeFile(join(folder, `${part}.js`), code)
console.log(`embed ${whole} bytes gz of ${limits.whole}: ${parts.map((part) => `${part} ${sizes[part]}`).join(', ')}`)
if ((sizes.gate ?? 0) > limits.gate || whole > limits.whole) {
  console.error(`The embed is too heavy: the gate may weigh ${limits.gate} bytes gz, all of it ${limits.whole}.`)
  process.exitCode = 1
}

async function bundled(part: string): Promise<string> {
  const answer = await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      cssTarget: ['chrome124', 'firefox125', 'safari18'],
      lib: { entry: join(import.meta.dirname, `${part}.ts`), formats: ['iife'], name: 'seloste', fileName: part },
      rolldownOptions: { output: { extend: false } },
    },
  })
  const [first] = Array.isArray(answer) ? answer : [answer]
  if (!first || !('output' in first)) throw new Error(`${part} was not bundled`)
  return first.output[0].code
}
