const senders = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|auto-?reply)([+._-]|@)/i

/** RFC 3834: whether a machine wrote it. Such mail is kept where it concerns somebody, and opens no enquiry. */
export function isAutomatic(headers: readonly { key: string; value: string }[], from: string): boolean {
  const said = (name: string) =>
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase()
  const submitted = said('auto-submitted')
  return Boolean(
    (submitted !== undefined && !/^no\b/.test(submitted)) ||
      /^(bulk|junk|list|auto_reply)\b/.test(said('precedence') ?? '') ||
      ['list-id', 'list-unsubscribe', 'x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-loop'].some(
        (name) => said(name) !== undefined,
      ) ||
      said('return-path') === '<>' ||
      /^multipart\/report\b/.test(said('content-type') ?? '') ||
      senders.test(from),
  )
}
