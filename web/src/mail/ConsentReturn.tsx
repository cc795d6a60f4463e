import { Alert, Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { api } from '../api.ts'
import type { SearchWords } from '../search-words.ts'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useMailTexts } from './texts.ts'

/** Where a mail service sends its user back to: what they brought is handed on once. */
export function ConsentReturn() {
  const said = useMailTexts()
  const { code, state } = useSearch({ strict: false }) as SearchWords
  const errand = useQuery({
    queryKey: ['mail-errand', state],
    queryFn: () => api.post('/mail-errands', { code, state }),
    enabled: Boolean(code && state),
    ...{ retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
  })
  return (
    <>
      <PageHead title={said.consentBack} crumbs={[{ to: to.mailboxes(), label: said.mailboxes }]} />
      {code && state ? (
        <Asked query={errand}>
          {() => (
            <Alert color="petrol" role="status">
              {said.consentDone}.{' '}
              <Anchor component={Link} to={to.mailboxes()} inherit>
                {said.mailboxes}
              </Anchor>
            </Alert>
          )}
        </Asked>
      ) : (
        <Alert color="red" role="alert">
          {said.consentRefused}{' '}
          <Anchor component={Link} to={to.mailboxes()} inherit>
            {said.mailboxes}
          </Anchor>
        </Alert>
      )}
    </>
  )
}
