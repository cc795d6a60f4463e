import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { refusalsOfApp } from '#app'

const rows = Object.entries(refusalsOfApp)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([code, { fi, sv, en }]) => `| \`${code}\` | ${en} | ${fi} | ${sv} |`)
const text = `# Refusals

Every 'no' that the register can say, with its code. Printed by \`node tools/print-refusals.ts\`.

| code | English | suomi | svenska |
|---|---|---|---|
${rows.join('\n')}
`
await writeFile(fileURLToPath(new URL('../docs/refusals.md', import.meta.url)), text)
