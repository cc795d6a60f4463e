// npm start, npm test and their like: makes ready what the task needs, then runs it with the pinned Node 24.
import { become, pinnedNode, prepareDesk, prepareEmbed, preparePackages } from './prepare.mjs'

const tasks = {
  start: { file: 'src/main.ts', desk: true },
  test: { file: 'bin/test.ts', desk: true },
  check: { file: 'bin/test.ts', options: ['test/checks.test.ts'] },
  bench: { file: 'bench/main.ts' },
  screens: { file: 'bin/screens.ts', desk: true },
}

const [task, ...options] = process.argv.slice(2)
const chosen = tasks[task]

if (!chosen) {
  console.error(`usage: node bin/setup.mjs ${Object.keys(tasks).join('|')} [options]`)
  process.exit(2)
}

try {
  await step('packages', () => preparePackages((news) => console.log(`  ${news}`)))
  const node = await step('Node 24', () => pinnedNode())
  if (chosen.desk) await step('embed', () => prepareEmbed(node))
  if (chosen.desk) await step('staff desk', () => prepareDesk(node))
  become(node, chosen.file, [...(chosen.options ?? []), ...options])
} catch (fault) {
  console.error(`\n${fault.message}`)
  process.exit(1)
}

async function step(name, deed) {
  const since = performance.now()
  const result = await deed()
  console.log(`✓ ${name.padEnd(12)} ${((performance.now() - since) / 1000).toFixed(1)} s`)
  return result
}
