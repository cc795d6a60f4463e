/** One letter by e-mail. */
export interface Letter {
  to: string
  subject: string
  text: string
  /** The opaque id of the person it is about; it is not in the letter. */
  regarding?: string
  attachments?: { name: string; type: string; content: Buffer }[]
}

/** The way out for mail. The register asks for it; a connector gives it. */
export interface MailOut {
  send(letter: Letter): Promise<void>
}
