/** One picture of one screen. `way` says language, colours and width. */
export interface Shot {
  screen: string
  way: string
  file: string
}

/** One page with every screen in a row of its own, every way of seeing it in a column: HTML that stands beside its pictures. */
export function contactSheet(shots: readonly Shot[]): string {
  const ways = [...new Set(shots.map(({ way }) => way))]
  const screens = [...new Set(shots.map(({ screen }) => screen))]
  const cell = (screen: string, way: string) => {
    const shot = shots.find((one) => one.screen === screen && one.way === way)
    return `<td>${shot ? `<a href="${shot.file}"><img loading="lazy" src="${shot.file}" alt="${screen}, ${way}"></a>` : ''}</td>`
  }
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Seloste: every screen</title>
<style>
body { font: 14px/1.4 system-ui; margin: 1rem; background: #e9ecef; color: #212529 }
th { text-align: left; vertical-align: top; padding: .5rem; position: sticky; top: 0; background: #e9ecef }
tbody th { font-family: ui-monospace, monospace; left: 0 }
td { vertical-align: top; padding: .25rem }
img { display: block; height: 15rem; border: 1px solid #adb5bd; background: #fff }
</style>
<table><thead><tr><th>${screens.length} screens</th>${ways.map((way) => `<th>${way}</th>`).join('')}</tr></thead>
<tbody>${screens.map((screen) => `<tr><th>${screen}</th>${ways.map((way) => cell(screen, way)).join('')}</tr>`).join('\n')}</tbody></table>
</html>
`
}
