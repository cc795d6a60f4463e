/** An element with properties, not attributes: nothing here is markup in a text, so Trusted Types have nothing to object to. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  own: Partial<HTMLElementTagNameMap[Tag]>,
  ...parts: (Node | string | false | null | undefined)[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), own)
  made.append(...parts.filter((part): part is Node | string => Boolean(part)))
  return made
}

/** A constructed style sheet: `style-src 'self'` forbids style elements and attributes, not this. */
export function sheet(css: string) {
  const made = new CSSStyleSheet()
  made.replaceSync(css)
  document.adoptedStyleSheets.push(made)
}
