import { type Language, languages } from '#platform/language'
import type { PublishedVersion } from './document.ts'
import { toJsonLd } from './json-ld.ts'
import { toJson, toYaml } from './machine-copies.ts'
import { type PageLinks, renderPage } from './page.ts'
import { renderPdf } from './pdf.ts'
import { toRecordOfProcessing } from './record.ts'
import { renderDifference, renderVersions, type VersionLinks } from './versions-page.ts'

/**
 * The statement as plain files for the company's own website: every link is relative, so they may stand in any folder.
 * The desk can then stay inside the network.
 */
export async function staticSite(
  versions: readonly PublishedVersion[],
  active: PublishedVersion,
  css: string,
): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>([['statement.css', css]])
  for (const language of languages) {
    files.set(pageName(language), renderPage(active, language, pageLinks(active, language, './', active)))
    files.set(
      `versions${suffix(language)}.html`,
      renderVersions(versions, language, versionLinks(language, './', 'versions')),
    )
    files.set(`record${suffix(language)}.html`, toRecordOfProcessing(active.statement, language, 'statement.css').html)
  }
  for (const version of versions) await addVersion(files, version, versions, active)

  return files
}

async function addVersion(
  files: Map<string, string | Uint8Array>,
  version: PublishedVersion,
  versions: readonly PublishedVersion[],
  active: PublishedVersion,
) {
  const folder = `versions/${version.version}/`
  const older = versions.find((one) => one.version === version.supersedes)
  for (const language of languages) {
    files.set(
      `${folder}${pageName(language)}`,
      renderPage(version, language, pageLinks(version, language, '../../', active)),
    )
    files.set(`${folder}statement${suffix(language)}.pdf`, await renderPdf(version, language))
    if (older)
      files.set(
        `${folder}changes${suffix(language)}.html`,
        renderDifference(older, version, language, versionLinks(language, '../../', 'changes')),
      )
  }
  files.set(`${folder}statement.yaml`, toYaml(version))
  files.set(`${folder}statement.json`, toJson(version))
  files.set(`${folder}statement.jsonld`, toJsonLd(version))
}

function pageLinks(version: PublishedVersion, language: Language, root: string, active: PublishedVersion): PageLinks {
  const own = `${root}versions/${version.version}/`
  const here = root === './' ? './' : ''

  return {
    css: `${root}statement.css`,
    languages: inEach((one) => `${here}${pageName(one)}`),
    versions: `${root}versions${suffix(language)}.html`,
    pdf: `${own}statement${suffix(language)}.pdf`,
    yaml: `${own}statement.yaml`,
    json: `${own}statement.json`,
    jsonld: `${own}statement.jsonld`,
    record: `${root}record${suffix(language)}.html`,
    ...(version.version === active.version ? {} : { current: `${root}${pageName(language)}` }),
  }
}

function versionLinks(language: Language, root: string, page: string): VersionLinks {
  return {
    css: `${root}statement.css`,
    languages: inEach((one) => `${page}${suffix(one)}.html`),
    current: `${root}${pageName(language)}`,
    version: (number) => `${root}versions/${number}/${pageName(language)}`,
    difference: (_from, to) => `${root}versions/${to}/changes${suffix(language)}.html`,
  }
}

function inEach(address: (language: Language) => string): Record<Language, string> {
  return { fi: address('fi'), sv: address('sv'), en: address('en') }
}

function pageName(language: Language) {
  return `index${suffix(language)}.html`
}
// Finnish is the original and stands under the plain name.
function suffix(language: Language) {
  return language === 'fi' ? '' : `.${language}`
}
