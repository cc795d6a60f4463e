import type { fi } from './texts.fi.ts'

export const sv: typeof fi = {
  title: 'Papperskorg',
  under: (days) => `Det som raderats finns kvar här i ${days} dagar. Därefter förstörs det för gott.`,
  kind: 'Vad raderades',
  every: 'Allt',
  who: 'Vem raderade',
  everyone: 'Alla',
  mine: 'Jag',
  when: 'När raderades det',
  whenever: 'Under 14 dagar',
  lastDay: 'Under det senaste dygnet',
  lastDays: (n) => `Under ${n} dagar`,
  binned: (at, name) => (name ? `Raderad av ${name} ${at}` : `Raderad ${at}`),
  left: (n) => (n <= 0 ? 'Förstörs i natt' : n === 1 ? '1 dag kvar' : `${n} dagar kvar`),
  choose: (title) => `Välj: ${title}`,
  chooseAll: 'Välj alla',
  chosen: (n) => `${n} valda`,
  restore: 'Återställ',
  restoreOne: (title) => `Återställ: ${title}`,
  restoreChosen: (n) => `Återställ valda (${n})`,
  restored: 'Återställt som det var',
  restoredMany: (n) => (n === 1 ? 'En uppgift återställd' : `${n} uppgifter återställda`),
  notRestored: (n) =>
    n === 1
      ? 'En kunde inte återställas: något annat har kommit i dess ställe.'
      : `${n} kunde inte återställas: något annat har kommit i deras ställe.`,
  undo: 'Ångra',
  destroy: 'Förstör för gott',
  destroyOne: (title) => `Förstör för gott: ${title}`,
  destroyChosen: (n) => `Förstör egna av de valda (${n})`,
  empty: 'Förstör nu det jag har raderat',
  destroyTitle: 'Vill du förstöra för gott?',
  destroyText: (n) =>
    n === 1 ? 'Uppgiften kan inte fås tillbaka efter detta.' : `${n} uppgifter förstörs och kan inte fås tillbaka.`,
  emptyText:
    'Allt som du själv har raderat förstörs genast och kan inte fås tillbaka. Det som andra raderat ligger kvar.',
  destroyed: (n) => (n === 1 ? 'En uppgift förstörd' : `${n} uppgifter förstörda`),
  nothing: 'Papperskorgen är tom',
  nothingText:
    'Hit kommer det som någon i personalen raderar. Det som raderas på den registrerades begäran kommer inte hit, utan försvinner genast.',
  noneFound: 'Inget hittades med de här avgränsningarna',
  clear: 'Ta bort avgränsningarna',
  untitled: 'Utan namn',
  kinds: {
    task: 'Uppgift',
    note: 'Anteckning',
    activity: 'Möte eller samtal',
    document: 'Dokument',
    rule: 'Regel',
    opportunity: 'Försäljningsmöjlighet',
    invoice: 'Fakturautkast',
    product: 'Produkt',
    'mail-template': 'Meddelandemall',
    segment: 'Målgrupp',
    view: 'Vy eller rapport',
  },
}
