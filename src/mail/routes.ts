import type { HttpServer } from '#platform/http'
import type { Running } from '#statement'
import type { MailDesk } from './asked.routes.ts'
import { messageFileRoutes } from './file.routes.ts'
import { mailboxRoutes } from './mailbox.routes.ts'
import { messageRoutes } from './message.routes.ts'
import type { MailReach, MailRunning, MailSettings } from './reach.ts'
import { serviceRoutes } from './service.routes.ts'
import { templateRoutes } from './template.routes.ts'

/** Mailboxes, messages and templates at the desk. */
export function mailRoutes<T extends MailReach>(server: HttpServer, register: Running<T>, settings: MailSettings) {
  const desk: MailDesk = { server, running: register as unknown as MailRunning, settings } // its tables are among T's
  mailboxRoutes(desk)
  messageRoutes(desk)
  messageFileRoutes(desk)
  templateRoutes(desk)
  serviceRoutes(desk)
}
