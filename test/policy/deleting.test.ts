import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { aRegister } from '#test/register'
import { binParts } from '../../src/bin-of.ts'

const root = fileURLToPath(new URL('../../src', import.meta.url))

/** What goes into the bin for fourteen days, by its route, and the kind of it there. */
const binned: Record<string, string | readonly string[]> = {
  '/:several/:id': ['activity', 'note'],
  '/companies/:id': 'organisation',
  '/contracts/:id': 'contract',
  '/documents/:id': 'document',
  '/enquiries/:id': 'enquiry',
  '/invoices/:id': 'invoice',
  '/mail-templates/:id': 'mail-template',
  '/opportunities/:id': 'opportunity',
  '/people/:id': 'person',
  '/products/:id': 'product',
  '/quote-requests/:id': 'quote-request',
  '/quotes/:id': 'quote',
  '/segments/:id': 'segment',
  '/tasks/:id': 'task',
  '/views/:id': 'view',
  '/work-rules/:id': 'rule',
}

/** What a DELETE does otherwise, and why it does not go by the bin. */
const otherwise: Record<string, string> = {
  '/assignments/:id/contacts/:contact': 'the list keeps who stood on it, and the same press puts them back',
  '/people/:id/:several/:valueId': 'Art. 16: taking a value off is a correction, and what is wrong is not kept',
  '/sessions/:id': 'a session that was ended must let nobody in again',
  '/staff/:id/sessions': 'the same, of somebody else',
  '/statement/drafts/:id': 'its keepers have no desk of records: a bin of its own beside the drafts, for as long',
  '/tokens/:id': 'a token that was ended must let nobody in again',
  '/work-wishes/calendar': 'an address that was closed must tell nobody anything again',
}

/** Tables of which a duty of the statement may take rows away by itself: a value of several, or a line of what stays. */
const takenAway: Record<string, string> = {
  'register.assignment_contact': 'who stood on a list; the same press puts them back',
  'register.e_invoice_address': 'Art. 16: a value that is corrected to none',
  'register.import_line': 'lines of a file that was never taken in',
  'register.mail_service': 'the keys of a sign-in, which must open nothing more',
  'register.organisation_address': 'Art. 16: a value',
  'register.organisation_source': 'where a value came from goes with it',
  'register.payment_allocation': 'the payment stays and waits for its invoice again',
  'register.person_email': 'Art. 16: a value',
  'register.person_phone': 'Art. 16: a value',
  'register.person_source': 'where a value came from goes with it',
  'register.pipeline_stage': 'a stage that nothing ever stood on',
  'register.saved_view_place': 'where somebody keeps a view: the view stays',
  'register.seen_lately': 'what one opened lately: the last of them push out the first',
  'register.statement_draft': 'a draft that was published: the version keeps its text',
  'register.task': 'the repetition that a reopened task takes back; what staff deletes of tasks goes into the bin',
}

async function deletingRoutes() {
  const files = (await readdir(root, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file),
  )
  const texts = await Promise.all(files.map((file) => readFile(`${root}/${file}`, 'utf8')))
  return texts.flatMap((text) =>
    [...text.matchAll(/\b(?:server|app|http)\.(?:delete\(\s*|route\(\{\s*method: 'DELETE',\s*url: )['`]([^'`]+)/g)].map(
      ([, path = '']) => path.replace(/\$\{\w+\}/, ':several'),
    ),
  )
}

test('whatever staff deletes goes into the bin, or stands here with the reason why not', async () => {
  const routes = (await deletingRoutes()).sort()
  assert.deepEqual(routes, Object.keys({ ...binned, ...otherwise }).sort())
  const kinds = binParts.map(({ kind }) => kind)
  assert.deepEqual(Object.values(binned).flat().sort(), kinds.sort())
})

test('no duty may destroy by itself what the bin keeps; of which tables it takes rows away stands here with the reason', async () => {
  const register = await aRegister()
  const logins = [...register.policy().duties.keys()].map((duty) => register.db.loginOf(duty))
  const { rows } = await sql<{ table: string }>`
    select distinct format('%I.%I', nspname, relname) as "table" from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      cross join unnest(${logins}::text[]) login
    where relkind in ('r', 'p') and nspname in ('register', 'declared') and has_table_privilege(login, pg_class.oid, 'delete')
    order by 1`.execute(register.db.owner())
  assert.deepEqual(
    rows.map(({ table }) => table),
    Object.keys(takenAway).sort(),
  )
})
