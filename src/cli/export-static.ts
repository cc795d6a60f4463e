import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import type { Kysely } from 'kysely'
import type { Language } from '#platform/language'
import { allVersions, type Published, type PublishedVersion, type StatementTables, staticSite } from '#statement'
import { directoryOption, jsonOption, printJson, Stop } from './terminal.ts'

const about = {
  fi: 'Kirjoita julkaistu seloste kaikkine versioineen tiedostoiksi yrityksen omaa verkkosivustoa varten.',
  sv: 'Skriv den publicerade beskrivningen med alla versioner som filer för företagets egen webbplats.',
  en: "Write the published statement with all its versions as files for the company's own website.",
}
const folder = {
  fi: 'kansio, johon tiedostot kirjoitetaan',
  sv: 'katalogen dit filerna skrivs',
  en: 'the directory to write the files to',
}
const unpublished = {
  fi: 'selostetta ei ole vielä julkaistu',
  sv: 'ingen beskrivning har publicerats ännu',
  en: 'no statement is published yet',
}
const written = { fi: 'tiedostoa kirjoitettu', sv: 'filer skrivna', en: 'files written' }

/** `seloste export-static DIR`: 0 when the files are written, 1 when there is nothing to write. */
export function exportStaticCommand(program: Command, language: Language) {
  program
    .command('export-static')
    .description(about[language])
    .argument('<dir>', folder[language])
    .requiredOption('--data <dir>', directoryOption[language])
    .option('--json', jsonOption[language])
    .action(async (target: string, { data, json }: { data: string; json?: boolean }) => {
      // Loaded only where it is needed: the whole register takes a second to load.
      const { withRegister } = await import('./register.ts')
      const files = await withRegister(data, async ({ current, db }) => {
        const active = current()
        if (!active) throw new Stop(unpublished[language], 1)

        const versions = await allVersions(db.as('site') as unknown as Kysely<StatementTables>)
        const css = await readFile(new URL('../website/public.css', import.meta.url), 'utf8')
        return staticSite(versions.map(forReading), forReading(active), css)
      })

      for (const [name, contents] of files) await write(join(target, name), contents)
      if (json) printJson({ files: [...files.keys()] })
      else console.log(`${target}: ${files.size} ${written[language]}`)
    })
}

function forReading(published: Published): PublishedVersion {
  const { publishedAt, effectiveFrom } = published
  return { ...published, publishedAt: publishedAt.toISOString(), effectiveFrom: effectiveFrom.toISOString() }
}

async function write(file: string, contents: string | Uint8Array) {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, contents)
}
