/** One letter by e-mail. */
export interface Letter {
  to: string
  subject: string
  text: string
  /** The opaque id of the person it is about; it is not in the letter. */
  regarding?: string
  attachments?: { name: string; type: string; content: Buffer }[]
  /** Opaque: a letter that is sent again carries the same Message-ID, so that its receiver's server may know it. */
  id?: string
}

/** The way out for mail. The register asks for it; a connector gives it. */
export interface MailOut {
  /** Done once the mail server has said yes; otherwise throws a `Refusal` (the way out is closed) or `NotMailed`, which says how. */
  send(letter: Letter): Promise<void>
}
