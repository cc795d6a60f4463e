import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import type { Language } from '#platform/language'
import type { Running } from '#statement'
import type { Database } from '../database.ts'
import { directoryOption, jsonOption, printJson, Stop, tinted } from './terminal.ts'

const about = {
  fi: 'Tuo CSV-, XLSX- tai vCard-tiedosto rekisteriin. Ilman valitsinta --run tuonti vain kokeillaan.',
  sv: 'Importera en CSV-, XLSX- eller vCard-fil till registret. Utan --run görs bara ett försök.',
  en: 'Import a CSV, XLSX or vCard file into the register. Without --run it is only tried.',
}
const words = {
  file: { fi: 'tiedosto', sv: 'filen', en: 'the file' },
  by: { fi: 'kenen tunnuksella: sähköposti', sv: 'i vems namn: e-post', en: 'in whose name: an e-mail address' },
  duty: { fi: 'missä roolissa', sv: 'i vilken roll', en: 'in which duty' },
  source: {
    fi: 'mistä tiedot on saatu: selosteen tietolähde',
    sv: 'varifrån uppgifterna har fåtts: en källa i beskrivningen',
    en: 'where the data come from: a source of the statement',
  },
  holds: {
    fi: 'mitä tiedosto sisältää: people-and-companies, products tai opportunities',
    sv: 'vad filen innehåller: people-and-companies, products eller opportunities',
    en: 'what the file holds: people-and-companies, products or opportunities',
  },
  run: { fi: 'vie rivit rekisteriin', sv: 'för in raderna i registret', en: 'take the lines into the register' },
  columns: {
    fi: 'mihin tietoon kukin sarake kuuluu, pilkuin; tyhjä jätetään pois. Ellei mainita, otsikoista päätellään',
    sv: 'vilken uppgift varje kolumn fyller, med komma; tom utelämnas. Annars gissas de ur rubrikerna',
    en: 'which field each column fills, by commas; empty is left out. Guessed from the header where not said',
  },
}
const made = ({ made }: Numbers, people: string, records: string) => (made > 0 ? records : people)
const done = {
  fi: (n: Numbers) =>
    `${made(n, `${n.people} uutta henkilöä, ${n.companies} uutta yritystä`, `${n.made} uutta`)}, ${n.updated} täydennetty, ${n.held} ennallaan, ${n.refused} jäi pois`,
  sv: (n: Numbers) =>
    `${made(n, `${n.people} nya personer, ${n.companies} nya företag`, `${n.made} nya`)}, ${n.updated} kompletterade, ${n.held} oförändrade, ${n.refused} lämnades bort`,
  en: (n: Numbers) =>
    `${made(n, `${n.people} new people, ${n.companies} new companies`, `${n.made} new`)}, ${n.updated} completed, ${n.held} unchanged, ${n.refused} left out`,
}
const tried = {
  fi: (lines: number, refused: number) =>
    `Kokeiltu: ${lines} riviä, joista ${refused} jäisi pois. Rekisteriin ei viety mitään.`,
  sv: (lines: number, refused: number) =>
    `Prövat: ${lines} rader, av vilka ${refused} skulle utelämnas. Inget fördes in.`,
  en: (lines: number, refused: number) =>
    `Tried: ${lines} lines, of which ${refused} would be left out. Nothing was taken in.`,
}
const nobody = {
  fi: 'tällä osoitteella ei ole tätä roolia',
  sv: 'ingen med den adressen har rollen',
  en: 'nobody with this address has the duty',
}

interface Numbers {
  made: number
  people: number
  companies: number
  updated: number
  held: number
  refused: number
}
interface Options {
  data: string
  by: string
  duty: string
  source: string
  columns?: string
  holds?: string
  run?: boolean
  json?: boolean
}

/** `seloste import FILE`: 0 when every line was taken or would be, 1 when some are refused. */
export function importCommand(program: Command, language: Language) {
  program
    .command('import')
    .description(about[language])
    .argument('<file>', words.file[language])
    .requiredOption('--data <dir>', directoryOption[language])
    .requiredOption('--by <email>', words.by[language])
    .addOption(new Option('--duty <duty>', words.duty[language]).default('sales'))
    .option('--source <source>', words.source[language], '')
    .option('--holds <kind>', words.holds[language])
    .option('--columns <list>', words.columns[language])
    .option('--run', words.run[language])
    .option('--json', jsonOption[language])
    .action(async (file: string, options: Options) => {
      await stat(file)
      const { withRegister } = await import('./register.ts')
      const run = await withRegister(options.data, (register) => imported(register, file, options, language))
      if (options.json) printJson(run)
      else console.log(tinted('green', options.run ? done[language](run) : tried[language](run.lines, run.refused)))
      process.exitCode = run.refused > 0 ? 1 : 0
    })
}

async function imported(register: Running<Database>, file: string, options: Options, language: Language) {
  const { importFromFile } = await import('#exchange')
  const { importKinds } = await import('../import-kinds.ts')
  const { fitsOf, reachOf, staffByEmail } = await import('#access')
  const at = register.now()
  const staff = await staffByEmail(register.db, options.by, at)
  const fit = staff && fitsOf({ purposes: 'any' }, staff, register.policy(), options.duty)[0]
  if (!staff || !fit) throw new Stop(nobody[language], 1)
  const under = String(register.current()?.version ?? 0)
  const occasion = { by: staff.id, ...fit, at, under, reach: reachOf(fit.duty, register.policy()) }
  const columns = options.columns?.split(',').map((target) => target.trim() || null)
  const bytes = createReadStream(file) as AsyncIterable<Buffer>
  const { source, holds, run = false } = options
  return importFromFile(register, occasion, bytes, { source, columns, run, holds, kinds: importKinds })
}
