import { sql } from 'kysely'
import type { Choice, ColumnEdit, ListDefinition } from '#lists'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import { workField } from '../party-of-work.ts'
import { changeTask } from './change-task.ts'

const field = workField
const of = (column: string) => sql.ref(`task.${column}`)
const said = (fi: string, sv: string, en: string) => ({ fi, sv, en })
const words = { index: 'register.task_words' }

const states: readonly Choice[] = [
  { id: 'open', label: said('Tekemättä', 'Ogjord', 'To do'), tone: 'wait' },
  { id: 'done', label: said('Tehty', 'Gjord', 'Done'), tone: 'good' },
]
const turns: readonly Choice[] = [
  { id: 'day', label: said('Päivittäin', 'Varje dag', 'Daily') },
  { id: 'week', label: said('Viikoittain', 'Varje vecka', 'Weekly') },
  { id: 'month', label: said('Kuukausittain', 'Varje månad', 'Monthly') },
  { id: 'year', label: said('Vuosittain', 'Varje år', 'Yearly') },
]

// A task is always somebody's; and where many lose their day at once, what hung on it would not come back with it.
const changed = (part: 'assignedTo' | 'dueOn'): ColumnEdit => ({
  field,
  change: (act, running, { id, revision, value, isUndo }) => {
    if (!value && !isUndo) throw new Refusal('VALUE_REQUIRED', 422, { field: part, clause: 'S5.29' })
    return changeTask(act as never, inForce(running as never), { id, revision, [part]: value })
  },
})

/** Everybody's tasks as far as the duty reads them, open and done, but for those in the bin. */
export const tasksList: ListDefinition = {
  name: 'tasks',
  title: said('Tehtävät', 'Uppgifter', 'Tasks'),
  table: 'register.task',
  field,
  opens: '/tasks/$id',
  shown: ['title', 'dueOn', 'assignedTo', 'company', 'person', 'state'],
  sort: 'dueOn',
  quick: ['state', 'assignedTo'],
  where: sql`task.binned_at is null`,
  person: of('person_id'),
  search: { in: [{ words, holds: (test) => test(of('title')) }] },
  columns: [
    {
      ...{ id: 'title', type: 'text', field, filled: true, sql: of('title'), words },
      label: said('Tehtävä', 'Uppgift', 'Task'),
    },
    {
      ...{ id: 'state', type: 'choice', filled: true, choices: states },
      label: said('Tila', 'Status', 'State'),
      sql: sql`case when task.done_at is null then 'open' else 'done' end`,
    },
    {
      ...{ id: 'dueOn', type: 'day', sql: of('due_on'), edit: changed('dueOn') },
      label: said('Määräpäivä', 'Sista dag', 'Due day'),
    },
    {
      ...{ id: 'assignedTo', type: 'staff', filled: true, sql: of('assigned_to'), edit: changed('assignedTo') },
      label: said('Tekijä', 'Till vem', 'Assigned to'),
    },
    {
      ...{ id: 'company', type: 'company', sql: of('organisation_id') },
      label: said('Yritys', 'Företag', 'Company'),
    },
    { ...{ id: 'person', type: 'person', sql: of('person_id') }, label: said('Henkilö', 'Person', 'Person') },
    {
      ...{ id: 'repeats', type: 'choice', choices: turns, sql: of('repeats') },
      label: said('Toistuu', 'Upprepas', 'Repeats'),
    },
    {
      ...{ id: 'text', type: 'text', field, sortable: false, sql: of('text') },
      label: said('Kuvaus', 'Beskrivning', 'Description'),
    },
    { ...{ id: 'doneAt', type: 'instant', sql: of('done_at') }, label: said('Tehty', 'Gjord', 'Done at') },
    {
      ...{ id: 'groupCompany', type: 'choice', filled: true, choices: 'group-companies', sql: of('group_company') },
      label: said('Konserniyhtiö', 'Koncernbolag', 'Group company'),
    },
    {
      ...{ id: 'enteredAt', type: 'instant', filled: true, sql: of('entered_at') },
      label: said('Kirjattu', 'Antecknad', 'Entered'),
    },
  ],
}
