import { join } from 'node:path'
import { forgetHandOvers } from '#access'
import { choicesJobs } from '#choices'
import { keepChain, sendQueuedPapers, takeFolder } from '#dealings'
import { erasePassedImports, findDuplicates, goOnWithImports } from '#exchange'
import { keyInFile, liveLedger, makeLogMonths, type Occasion, seal, sortInLog, verify } from '#ledger'
import { forgetBulkEdits, resumeBulkEdits } from '#lists'
import { mailJobs, mailKeysOf } from '#mail'
import { continueCampaigns, type Sending, sendCampaign } from '#marketing'
import type { Job } from '#platform/jobs'
import type { MailOut } from '#platform/mail'
import { noteGroupLooks } from '#recipients'
import { keepRetention, mailAlarms, resumeErasures, rewriteErased, tendRequests } from '#rights'
import { eraseRetiredFields, type Running, tellOfApprovals } from '#statement'
import { eraseReceipts, sendDueNotices, sendReceipt } from '#website'
import { emptyBin, remindOfTasks, runRules } from '#work'
import { binParts, otherBins } from './bin-of.ts'
import { contactParts } from './contacts.ts'
import type { Database } from './database.ts'
import { fromTheController } from './from-the-controller.ts'
import { holdingsOf } from './holdings.ts'
import { importKinds } from './import-kinds.ts'
import { listsOf, referencesOf } from './lists-of.ts'
import { workTriggers } from './timeline.ts'

export interface JobSettings {
  /** Where the ledger's key and its checkpoints outside the database lie. */
  directory: string
  publicUrl: string
  mail: MailOut
  /** From which the keys of mailboxes are derived; without it no mailbox is read. */
  secret?: string
  /** How campaigns are sent, where a mail server is named. */
  sending?: Sending
  /** Told when the ledger does not verify. */
  alarm(said: string): void
}

/** Everything the register does without anyone asking, and when. */
export function jobsOf(register: Running<Database>, settings: JobSettings): Job[] {
  const { directory, publicUrl, mail, secret } = settings
  const at = () => register.now()
  const itself = (duty: string): Occasion => ({
    by: 'register',
    duty,
    purpose: 'retention',
    at: at(),
    under: String(register.current()?.version ?? 0),
  })
  const checkpointFile = join(directory, 'checkpoints.txt')
  const origin = new URL(publicUrl).hostname
  const key = () => keyInFile(join(directory, 'ledger.key'), origin)

  const { sending } = settings

  return [
    {
      name: 'send-campaign',
      work: async (id) => void (id && sending && (await sendCampaign(register, sending, id))),
    },
    {
      name: 'continue-campaigns',
      at: '* * * * *',
      work: async () => void (sending && (await continueCampaigns(register, sending))),
    },
    ...choicesJobs(register, { mail, publicUrl }),
    ...(secret ? mailJobs(register, { keys: mailKeysOf(secret), publicUrl }) : []),
    { name: 'send-receipt', work: async (id) => void (id && (await sendReceipt(register, mail, publicUrl, id))) },
    {
      name: 'send-due-notices',
      at: '20 6-14 * * *',
      work: async () => void (await sendDueNotices(register, mail, publicUrl)),
    },
    { name: 'go-on-importing', work: async (id) => void (id && (await goOnWithImports(register, id, importKinds))) },
    { name: 'continue-imports', at: '* * * * *', work: () => goOnWithImports(register, null, importKinds) },
    { name: 'find-duplicates', at: '10 2 * * *', work: async () => void (await findDuplicates(register)) },
    { name: 'erase-passed-imports', at: '40 1 * * *', work: async () => void (await erasePassedImports(register)) },
    {
      name: 'remind-of-tasks',
      at: '* * * * *',
      work: async () => void (await remindOfTasks(register as never, mail, publicUrl)), // its tables are among the Database's
    },
    {
      name: 'run-work-rules',
      at: '* * * * *',
      hears: 'rules_asked',
      work: async () => void (await runRules(register as never, workTriggers)),
    },
    {
      name: 'send-papers',
      at: '* * * * *',
      hears: 'papers_queued',
      work: async () => void (await sendQueuedPapers(register, { mail: fromTheController(register, mail), publicUrl })),
    },
    {
      name: 'tell-of-approvals',
      at: '*/5 * * * *',
      work: async () => void (await tellOfApprovals(register, mail, publicUrl)),
    },
    {
      name: 'tend-requests',
      at: '* * * * *',
      work: () => tendRequests(register, mail, publicUrl),
    },
    {
      name: 'mail-request-alarms',
      at: '0 5 * * *',
      work: async () => void (await mailAlarms(register, mail, publicUrl)),
    },
    {
      // Soon after midnight in Finland, summer and winter.
      name: 'keep-chain',
      at: '10 21,22 * * *',
      work: async () => void (await keepChain(register, itself('worker'))),
    },
    {
      name: 'seal-ledger',
      at: '7 * * * *',
      work: async () => {
        await seal(register.db, { at: at(), origin, key: await key(), checkpointFile, under: itself('sealer').under })
      },
    },
    {
      name: 'verify-ledger',
      at: '30 2 * * *',
      work: async () => {
        const found = await verify(await liveLedger(register.db, { keys: [await key()], checkpointFile }))
        if (!found.ok) settings.alarm(found.faults.map(({ code }) => code).join(', '))
      },
    },
    {
      name: 'note-group-looks',
      at: '45 2 * * *',
      work: async () => void (await noteGroupLooks(register)),
    },
    {
      name: 'make-log-months',
      at: '0 1 1 * *',
      work: async () => void (await makeLogMonths(register.db, { at: at() })),
    },
    { name: 'sort-in-access-log', at: '* * * * *', work: async () => void (await sortInLog(register.db)) },
    {
      name: 'keep-retention',
      at: '35 1 * * *',
      work: async () => {
        const { statement } = register.current() ?? {}
        if (!statement) return
        const kept = { holdings: holdingsOf(register), contacts: contactParts, statement }
        await keepRetention(register, itself('retention'), kept)
        await resumeErasures(register, itself('rights'), { holdings: holdingsOf(register), statement })
        await rewriteErased(register, itself('rights'), { holdings: holdingsOf(register), statement })
      },
    },
    {
      name: 'take-bookkeeping',
      at: '*/15 * * * *',
      work: async () => {
        const { statement } = register.current() ?? {}
        if (!statement) return
        // S12.15: what bookkeeping says is paid may be what an erasure waited for.
        const released = (occasion: Occasion, personId: string) =>
          resumeErasures(register, occasion, { holdings: holdingsOf(register), statement, personId })
        await takeFolder(register, directory, released)
      },
    },
    {
      name: 'empty-bin',
      at: '20 1 * * *', // before retention: who was brought by what is destroyed goes the same night
      work: async () => void (await emptyBin(register, itself('retention'), [...binParts, ...otherBins])),
    },
    {
      name: 'resume-bulk-edits',
      at: '* * * * *',
      work: () => resumeBulkEdits(register, { lists: listsOf, references: referencesOf }, itself('retention')),
    },
    {
      name: 'forget-bulk-edits',
      at: '20 1 * * *',
      work: async () => {
        await forgetBulkEdits(register, itself('retention'))
        await forgetHandOvers(register, itself('retention'))
      },
    },
    {
      name: 'erase-retired-fields',
      at: '15 1 * * *',
      work: async () => void (await eraseRetiredFields(register, itself('retention'))),
    },
    {
      name: 'erase-cookie-receipts',
      at: '25 1 * * *',
      work: async () => void (await eraseReceipts(register, itself('retention'))),
    },
  ]
}
