/** A word of the middle of a sentence, at its beginning. */
export function capitalised(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
