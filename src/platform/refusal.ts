/** A 'no' that the caller may hear: a code of the catalogue, an HTTP status, and which clause or field it concerns. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly detail: RefusalDetail

  constructor(code: string, status: number, detail: RefusalDetail = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.status = status
    this.detail = detail
  }
}

/** What a refusal may say besides its code. Never a value that somebody typed: it may be personal data. */
export interface RefusalDetail {
  clause?: string
  field?: string
  duty?: string
  purpose?: string
  [more: string]: string | number | boolean | readonly string[] | undefined
}
