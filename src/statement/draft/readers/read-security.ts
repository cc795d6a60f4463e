import { providerWords } from '../lexicon/providers.ts'
import { hostContract, hostedByUs, hostedElsewhere, namedHosting, securityWords } from '../lexicon/security.ts'
import { countryWords } from '../lexicon/transfers.ts'
import type { Notebook } from '../notebook.ts'
import { about, type Page, type Sentence } from '../page/page.ts'
import { companiesIn } from '../values/companies.ts'

/** Section 10: the measures, and where the register stands. */
export function readSecurity(page: Page, book: Notebook): void {
  for (const sentence of about(page, 'processors', 'recipients'))
    if (/pilve|palvelim|palvelinkes|konesal/.test(sentence.low) && !/siirretään|siirtyy/.test(sentence.low))
      readHosting(book, sentence)
  for (const sentence of about(page, 'security')) {
    const headed = page.sections[sentence.section]?.kinds.includes('security') === true
    if (!headed && (sentence.kinds.has('cookies') || sentence.kinds.has('rights') || sentence.kinds.has('transfers')))
      continue
    readHosting(book, sentence)
    for (const [id, words, clause, check] of securityWords) {
      if (!words.test(sentence.low)) continue
      if (id === 'paper-destroyed' && !/hävit|tuho|silppu/.test(sentence.low)) continue
      if (id === 'paper-destroyed' && !headed) continue
      if (id === 'instructions' && /annettuja ohjeita/.test(sentence.low) && /hävit|tuho/.test(sentence.low)) continue
      if (id === 'need-to-know' && !/henkilö|työntek|käyttäj|pääs|oikeu|käyttöoik/.test(sentence.low)) continue
      const pointer = book.add('/security', { id, ...(check ? { check } : {}) }, sentence)
      book.said(pointer, clause, sentence)
    }
    if (
      book.at('/hosting/saidIn') &&
      hostContract.test(sentence.low) &&
      /palvelu(?:n)?(?:tuottaj|tarjoaj|toimittaj)|sopimuksen puitteissa/.test(sentence.low) &&
      !hostedElsewhere.test(sentence.low)
    ) {
      const pointer = book.add('/security', { id: 'hosting-contract', check: 'dpa-on-file' }, sentence)
      book.said(pointer, 'S10.6', sentence)
      book.said('/hosting', 'S10.6', sentence)
    }
  }
}

function readHosting(book: Notebook, sentence: Sentence): void {
  const { low, plain } = sentence
  if (sentence.kinds.has('cookies') || /eu\S* .*ulkopuol|varmuuskopi\S* .*(?:ulkopuol|yhdysval)/.test(low)) return
  if (hostedByUs.test(low)) {
    if (book.set('/hosting/self', true, sentence)) book.said('/hosting', 'S10.5', sentence)
    return
  }
  const company = companiesIn(plain).find(({ name }) => name !== book.at('/controller/legalName'))
  const known = providerWords.find(
    ([id, words]) =>
      words.test(low) &&
      /azure|amazon|upcloud|hetzner|zoner|louhi|google-cloud|digitalocean|elisa|seravo|wp-engine/.test(id),
  )
  if (
    (namedHosting.test(low) || /pilve/.test(low)) &&
    (company || known) &&
    /sijaits|palveli[mn]|konesal|ylläpi|talle|pilv|säilyt/.test(low)
  ) {
    if (book.set('/hosting/provider', company?.name ?? [known?.[2], known?.[3]].filter(Boolean).join(' '), sentence))
      book.said('/hosting', 'S10.5', sentence)
  } else if (hostedElsewhere.test(low) && !/paperi|manuaali|arkist/.test(low)) book.said('/hosting', 'S10.5', sentence)
  if (/suomessa|suomeen/.test(low) && /palvelim|konesal|sijaits|talle/.test(low)) {
    if (book.set('/hosting/country', 'FI', sentence)) book.said('/hosting', 'S10.5', sentence)
  } else if (/palvelim|palvelinkes|konesal|pilv/.test(low)) {
    const [code] =
      (
        [
          ['SE', /ruotsi|ruotsissa/],
          ['DE', /saksa/],
          ['IE', /irlan/],
          ['NL', /alankoma|hollan/],
          ...countryWords,
        ] as const
      ).find(([, words]) => words.test(low)) ?? []
    if (code && book.set('/hosting/country', code, sentence)) book.said('/hosting', 'S10.5', sentence)
  }
}
