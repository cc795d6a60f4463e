import type { fi } from './texts.fi.ts'

export const en: typeof fi = {
  title: 'Bin',
  under: (days) => `What was deleted is kept here for ${days} days. After that it is destroyed for good.`,
  kind: 'What was deleted',
  every: 'Everything',
  who: 'Who deleted it',
  everyone: 'Everyone',
  mine: 'Me',
  when: 'When it was deleted',
  whenever: 'Within 14 days',
  lastDay: 'Within the last day',
  lastDays: (n) => `Within ${n} days`,
  binned: (at, name) => (name ? `Deleted by ${name} ${at}` : `Deleted ${at}`),
  left: (n) => (n <= 0 ? 'Destroyed tonight' : n === 1 ? '1 day left' : `${n} days left`),
  choose: (title) => `Choose: ${title}`,
  chooseAll: 'Choose all',
  chosen: (n) => `${n} chosen`,
  restore: 'Restore',
  restoreOne: (title) => `Restore: ${title}`,
  restoreChosen: (n) => `Restore the chosen (${n})`,
  restored: 'Restored as it was',
  restoredMany: (n) => (n === 1 ? 'One record restored' : `${n} records restored`),
  notRestored: (n) =>
    n === 1
      ? 'One could not be restored: another has taken its place.'
      : `${n} could not be restored: others have taken their places.`,
  undo: 'Undo',
  destroy: 'Destroy for good',
  destroyOne: (title) => `Destroy for good: ${title}`,
  destroyChosen: (n) => `Destroy my own of the chosen (${n})`,
  empty: 'Destroy what I deleted now',
  destroyTitle: 'Destroy for good?',
  destroyText: (n) =>
    n === 1 ? 'It cannot be had back after this.' : `${n} records are destroyed and cannot be had back.`,
  emptyText:
    'Everything that you deleted yourself is destroyed at once and cannot be had back. What others deleted stays.',
  destroyed: (n) => (n === 1 ? 'One record destroyed' : `${n} records destroyed`),
  nothing: 'The bin is empty',
  nothingText:
    'What somebody on the staff deletes comes here. What is erased at a person’s request does not: it goes at once.',
  noneFound: 'Nothing fits these filters',
  clear: 'Remove the filters',
  untitled: 'Untitled',
  kinds: {
    task: 'Task',
    note: 'Note',
    activity: 'Meeting or call',
    document: 'Document',
    rule: 'Rule',
    opportunity: 'Opportunity',
    invoice: 'Draft invoice',
    product: 'Product',
    'mail-template': 'Mail template',
    segment: 'Audience',
    view: 'View or report',
  },
}
