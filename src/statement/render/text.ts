import type { Language } from '#platform/language'

/** A piece of running text: plain, in another language than its page, strong, or leading somewhere. */
export type Inline = string | { text: string; lang?: Language; href?: string; strong?: true }
export type Text = readonly Inline[]
export type Sayable = Inline | Text | number | null | undefined | false
export type MaybeSaid = Partial<Record<string, string | null>> | string | null | undefined

/** Text of several pieces: say`Write to ${mail}.` Missing pieces leave no trace. */
export function say(strings: TemplateStringsArray, ...parts: readonly Sayable[]): Text {
  return tidy(strings.flatMap((text, at) => [...textOf(parts[at - 1]), text]))
}

export function textOf(part: Sayable): Text {
  if (part === null || part === undefined || part === false) return []
  if (typeof part === 'number') return [String(part)]

  return Array.isArray(part) ? part : [part as Inline]
}

/** What is said in this language; otherwise in Finnish (the authoritative text), marked as such. */
export function pick(said: MaybeSaid, language: Language): Inline | null {
  if (!said) return null
  if (typeof said === 'string') return said
  const own = said[language]
  if (own) return own

  const other = (['fi', 'sv', 'en'] as const).find((candidate) => said[candidate])
  return other ? { text: said[other] ?? '', lang: other } : null
}

/** One text in our three languages, chosen by the language of the page. */
export function told<T>(language: Language, texts: Record<Language, T>): T {
  return texts[language]
}

export function link(text: string, href: string): Inline {
  return { text, href }
}

export function strong(text: string): Inline {
  return { text, strong: true }
}

export function plain(text: Sayable): string {
  return textOf(text)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('')
}

/** "name, role and phone": the last two joined by the word of the language. */
export function listed(items: readonly Sayable[], language: Language): Text {
  const texts = items.map(textOf).filter((item) => plain(item) !== '')
  const simple = told(language, { fi: ' ja ', sv: ' och ', en: ' and ' })
  const nested = told(language, { fi: ' sekä ', sv: ' samt ', en: ', and ' })
  const and = texts.some((text) => plain(text).includes(simple)) ? nested : simple

  return tidy(texts.flatMap((text, at) => [at === 0 ? '' : at === texts.length - 1 ? and : ', ', ...text]))
}

export function capitalised(text: Sayable): Text {
  const [first, ...rest] = textOf(text)
  if (first === undefined) return []
  const raised = (from: string) => from.charAt(0).toLocaleUpperCase('fi') + from.slice(1)

  return [typeof first === 'string' ? raised(first) : { ...first, text: raised(first.text) }, ...rest]
}

// A label written with a capital stands inside a sentence in lower case; abbreviations (Y-tunnus, FO-nummer) stay.
export function lowered(text: Sayable): Text {
  const [first, ...rest] = textOf(text)
  if (first === undefined) return []
  const sunk = (from: string) =>
    /^(\p{Lu}[\p{Ll} ]|E-)/u.test(from) ? from.charAt(0).toLocaleLowerCase('fi') + from.slice(1) : from

  return [typeof first === 'string' ? sunk(first) : { ...first, text: sunk(first.text) }, ...rest]
}

function tidy(pieces: readonly Inline[]): Text {
  return pieces.reduce<Inline[]>((text, piece) => {
    const last = text.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') text[text.length - 1] = last + piece
    else if (piece !== '') text.push(piece)
    return text
  }, [])
}
