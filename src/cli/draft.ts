import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { Language } from '#platform/language'
import { draftStatement, draftToYaml } from '#statement'
import { contentsOf, jsonOption, Stop, tinted } from './terminal.ts'

const about = {
  fi: 'Ehdota selosteen tiedostoa vanhan suomenkielisen selosteen tekstistä. Mitään ei keksitä.',
  sv: 'Föreslå en beskrivningsfil utifrån texten i en gammal finsk beskrivning. Inget hittas på.',
  en: 'Propose a statement file from the prose of an old statement in Finnish. Nothing is invented.',
}
const file = {
  fi: 'vanha seloste tekstinä, - lukee syötteestä',
  sv: 'den gamla beskrivningen som text, - läser indata',
  en: 'the old statement as text, - reads the input',
}
const output = { fi: 'kirjoita tähän tiedostoon', sv: 'skriv till den här filen', en: 'write to this file' }
const force = { fi: 'korvaa olemassa oleva tiedosto', sv: 'ersätt en befintlig fil', en: 'replace an existing file' }
const exists = {
  fi: 'tiedosto on jo olemassa (--force korvaa sen)',
  sv: 'filen finns redan (--force ersätter den)',
  en: 'the file exists already (--force replaces it)',
}
const counts = {
  fi: (read: number, unplaced: number) => `${read} arvoa luettu; ${unplaced} virkettä jäi sijoittamatta`,
  sv: (read: number, unplaced: number) => `${read} värden lästa; ${unplaced} meningar kunde inte placeras`,
  en: (read: number, unplaced: number) => `${read} values read; ${unplaced} sentences could not be placed`,
}

/** `seloste draft FILE.txt`: the proposal on standard output or in a file, what could not be placed beside it. */
export function draftCommand(program: Command, language: Language) {
  program
    .command('draft')
    .description(about[language])
    .argument('<file>', file[language])
    .option('-o, --output <file>', output[language])
    .option('--force', force[language])
    .option('--json', jsonOption[language])
    .action(async (path: string, { output, force, json }: { output?: string; force?: boolean; json?: boolean }) => {
      const draft = draftStatement(new TextDecoder().decode(await contentsOf(path, language)))
      const text = json ? `${JSON.stringify(draft, null, 2)}\n` : draftToYaml(draft)

      if (output) await write(output, text, { force, language })
      else process.stdout.write(text)
      if (json) return

      console.error(tinted('bold', counts[language](Object.keys(draft.origins).length, draft.unplaced.length)))
      for (const { sentence } of draft.unplaced) console.error(`  ${sentence.replace(/\s+/g, ' ')}`)
    })
}

async function write(path: string, text: string, { force, language }: { force?: boolean; language: Language }) {
  await writeFile(path, text, { flag: force ? 'w' : 'wx' }).catch((fault: NodeJS.ErrnoException) => {
    throw new Stop(`${path}: ${fault.code === 'EEXIST' ? exists[language] : fault.message}`)
  })
}
