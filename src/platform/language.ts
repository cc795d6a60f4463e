export const languages = ['fi', 'sv', 'en'] as const

export type Language = (typeof languages)[number]

/** One text in every language of the product. */
export type Said = Record<Language, string>

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}

/** The best of our languages for an Accept-Language header (RFC 9110, 12.5.4); Finnish when none fits. */
export function preferredLanguage(header: string | undefined): Language {
  const ranked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.find((p) => p.trim().startsWith('q='))
      return { language: tag.slice(0, 2).toLowerCase(), weight: quality ? Number(quality.trim().slice(2)) : 1 }
    })
    .filter(({ language, weight }) => isLanguage(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight)

  return (ranked[0]?.language as Language | undefined) ?? 'fi'
}
