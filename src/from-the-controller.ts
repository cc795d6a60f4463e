import { randomUUID } from 'node:crypto'
import type { MailOut } from '#platform/mail'
import { Refusal } from '#platform/refusal'
import type { MailOut as RegisterMail } from '#register'
import type { Running } from '#statement'
import type { Database } from './database.ts'

/** A letter to a person comes from the controller's own address, as the statement in force has it. */
export function fromTheController(register: Running<Database>, mail: MailOut): RegisterMail {
  return {
    send: async (letter) => {
      const from = register.current()?.statement.controller.email?.address
      if (!from) throw new Refusal('MAIL_NOT_SET_UP', 409)
      await mail.send({ ...letter, from, id: letter.id ?? `letter-${randomUUID()}` })
    },
  }
}
