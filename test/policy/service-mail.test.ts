import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../src', import.meta.url))

// S4.2: a service message carries no promotion, so that objecting to marketing never has to stop it.
const promotion =
  /\b(alennu\w*|erikoistarjou\w*|tarjouksessa|kampanj\w*|osta nyt|tilaa nyt|rabatt\w*|specialerbjud\w*|köp nu|beställ nu|discount\w*|special offer\w*|buy now|order now|% off)/i

/** Pages and papers with prices: a line of theirs says what was taken off its price. They go to the buyer, and praise nothing. */
const pricedPapers = ['dealings/quotes/quote-page.texts.ts', 'dealings/papers/paper.words.ts']

/** The files that hold what service mails say. Campaigns are marketing's own and are written at the desk. */
async function serviceTexts(): Promise<string[]> {
  const files = await readdir(root, { recursive: true })
  return files.filter(
    (file) =>
      /(letter|texts|words|tell-of|receipt|send-)[\w.-]*\.ts$/.test(file) &&
      !/^(marketing|demo|cli)\//.test(file) &&
      !pricedPapers.includes(file) &&
      !/\.(test|fixture)\.ts$/.test(file),
  )
}

test('no mail that the register sends as service says a word of promotion', async () => {
  const files = await serviceTexts()
  assert.ok(files.length >= 6, files.join())
  for (const file of files) assert.doesNotMatch(await readFile(`${root}/${file}`, 'utf8'), promotion, file)
})

test('a planted offer is seen in each language', () => {
  for (const planted of [
    'Nyt alennuksessa',
    'Nu med rabatt',
    'Buy now!',
    'Kevätkampanja: kampanja alkaa',
    'Special offer',
  ])
    assert.match(planted, promotion)
})

test('nothing but marketing sends mail with the way out of a mailing list in it', async () => {
  const files = (await readdir(root, { recursive: true })).filter(
    (file) => /\.ts$/.test(file) && !/\.(test|fixture)\.ts$/.test(file),
  )
  const found: string[] = []
  for (const file of files)
    if (/['"`]List-Unsubscribe/.test(await readFile(`${root}/${file}`, 'utf8'))) found.push(file)
  assert.deepEqual(
    found.filter((file) => !/^(marketing|choices)\//.test(file)),
    [],
  )
})
