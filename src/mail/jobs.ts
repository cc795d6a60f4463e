import type { Job } from '#platform/jobs'
import type { Running } from '#statement'
import type { MailReach, MailRunning, MailSettings } from './reach.ts'
import { readMailboxes } from './read-mailbox.ts'

/** What mail does without anyone asking: each minute it reads the mailboxes whose turn it is. */
export function mailJobs<T extends MailReach>(register: Running<T>, settings: MailSettings): Job[] {
  return [
    {
      name: 'read-mailboxes',
      at: '* * * * *',
      work: async () =>
        void (register.current() && (await readMailboxes(register as unknown as MailRunning, settings))),
    },
  ]
}
