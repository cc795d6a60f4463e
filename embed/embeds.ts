import type { Gate, WidgetWords } from './contract.ts'
import { tell } from './keep.ts'

/** S7.11: each embed waits for its own click, which loads that one and nothing else; who provides it, why and where stands beside. */
export function placeEmbeds(gate: Gate, words: WidgetWords) {
  const { el } = gate
  for (const place of document.querySelectorAll<HTMLElement>('[data-embed]:not([data-placed])')) {
    const { embed = '', src = '', title = '' } = place.dataset
    const told = words.embeds[embed]
    place.dataset.placed = ''
    if (!told || !/^https?:/.test(src)) {
      console.warn(`seloste: ${embed} is not declared`)
      continue
    }
    const load = el(
      'button',
      {
        type: 'button',
        onclick: () => {
          tell(gate, words, { receipt: crypto.randomUUID(), way: 'embed', follows: '', said: `${embed}.embed.1` })
          const frame = el('iframe', {
            src,
            title,
            allowFullscreen: true,
            referrerPolicy: 'strict-origin-when-cross-origin',
          })
          place.replaceChildren(frame)
          frame.focus()
        },
      },
      words.words.load,
    )
    place.prepend(
      el(
        'div',
        { className: 'seloste seloste-box', lang: gate.language },
        title && el('strong', {}, title),
        ...told.map((line) => el('p', {}, line)),
        load,
      ),
    )
  }
}
