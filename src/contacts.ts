import { dealingsContacts } from '#dealings'
import type { ContactPart } from '#lists'
import { mailContacts } from '#mail'
import { registerContacts } from '#register'
import { workContacts } from '#work'

/** The one visible list of what shows that house and customer are in touch (C1, S11.1). */
export const contactParts: readonly ContactPart[] = [
  ...registerContacts,
  ...workContacts,
  ...mailContacts,
  ...dealingsContacts,
]
