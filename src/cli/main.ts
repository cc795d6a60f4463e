import { Command, CommanderError } from 'commander'
import { backupCommand } from './backup.ts'
import { doctorCommand } from './doctor.ts'
import { draftCommand } from './draft.ts'
import { exportLedgerCommand } from './export-ledger.ts'
import { exportStaticCommand } from './export-static.ts'
import { importCommand } from './import.ts'
import { lintCommand } from './lint.ts'
import { planCommand } from './plan.ts'
import { publishCommand } from './publish.ts'
import { restoreCommand } from './restore.ts'
import { schemaCommand } from './schema.ts'
import { serveCommand } from './serve.ts'
import { languageOf, Stop } from './terminal.ts'
import { verifyCommand } from './verify.ts'

const commands = [
  draftCommand,
  lintCommand,
  planCommand,
  publishCommand,
  schemaCommand,
  exportStaticCommand,
  exportLedgerCommand,
  verifyCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
  importCommand,
  serveCommand,
]

const about = {
  fi: 'Asiakas- ja markkinointirekisteri, jonka julkaistu seloste on sen asetukset.',
  sv: 'Ett kund- och marknadsföringsregister vars publicerade beskrivning är dess inställningar.',
  en: 'A customer and marketing register whose published statement is its configuration.',
}
const languageOption = { fi: 'kieli: fi, sv tai en', sv: 'språk: fi, sv eller en', en: 'language: fi, sv or en' }
const helpOption = { fi: 'näytä ohje', sv: 'visa hjälpen', en: 'show help' }
const titles = {
  fi: { 'Usage:': 'Käyttö:', 'Arguments:': 'Argumentit:', 'Options:': 'Valitsimet:', 'Commands:': 'Komennot:' },
  sv: { 'Usage:': 'Användning:', 'Arguments:': 'Argument:', 'Options:': 'Flaggor:', 'Commands:': 'Kommandon:' },
  en: {},
}

const language = languageOf(process.argv, process.env)
const program = new Command('seloste')
  .description(about[language])
  .option('--lang <fi|sv|en>', languageOption[language])
  .helpCommand(false)
for (const add of commands) add(program, language)
for (const command of [program, ...program.commands]) {
  command
    .helpOption('-h, --help', helpOption[language])
    .configureHelp({ styleTitle: (title) => (titles[language] as Record<string, string>)[title] ?? title })
    .exitOverride()
  if (command !== program) command.option('--lang <fi|sv|en>', languageOption[language])
}

await program.parseAsync().catch((fault: unknown) => {
  // Commander has said already what is wrong with the words on the command line.
  if (fault instanceof CommanderError) process.exitCode = fault.exitCode === 0 ? 0 : 2
  else if (fault instanceof Stop) {
    console.error(fault.message)
    process.exitCode = fault.exitCode
  } else if (isUnreadable(fault)) {
    console.error(fault.message)
    process.exitCode = 2
  } else throw fault
})

function isUnreadable(fault: unknown): fault is NodeJS.ErrnoException {
  return ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR'].includes((fault as NodeJS.ErrnoException)?.code ?? '')
}
