import { Select, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { capital, useSay, useTexts } from '../texts/index.tsx'
import { sourcesQuery } from './queries.ts'

export interface SaidSource {
  source: string
  sourceNote?: string
}

const lastSource = 'seloste.source'

/** The source this person used last: most of a day's entries come the same way. */
export function useSourceAtFirst(): SaidSource {
  const { data } = useQuery(sourcesQuery)
  const last = sessionStorage.getItem(lastSource)
  const known = data?.find(({ id }) => id === last) ?? data?.find(({ noteRequired }) => !noteRequired)
  return { source: known?.id ?? last ?? 'contact' }
}

/** S6.1: from which declared source the values come. */
export function SourceChoice({
  said,
  onChange,
  errors = {},
}: {
  said: SaidSource
  onChange: (said: SaidSource) => void
  errors?: { source?: string | undefined; sourceNote?: string | undefined }
}) {
  const { register } = useTexts()
  const say = useSay()
  const sources = useQuery(sourcesQuery)
  const chosen = sources.data?.find(({ id }) => id === said.source)
  return (
    <Stack gap="sm">
      <Select
        data-asks="source"
        label={register.sourceChoose}
        description={register.sourceWhy}
        required
        allowDeselect={false}
        value={said.source}
        error={errors.source}
        data={(sources.data ?? []).map(({ id, label }) => ({ value: id, label: capital(say(label) || id) }))}
        onChange={(source) => {
          sessionStorage.setItem(lastSource, source ?? '')
          onChange({ ...said, source: source ?? '' })
        }}
      />
      {(chosen?.noteRequired || said.sourceNote || errors.sourceNote) && (
        <TextInput
          data-asks="source-note"
          label={register.sourceNoteLabel}
          description={register.sourceNoteHint}
          required={chosen?.noteRequired ?? false}
          value={said.sourceNote ?? ''}
          error={errors.sourceNote}
          onChange={(event) => onChange({ ...said, sourceNote: event.currentTarget.value })}
        />
      )}
    </Stack>
  )
}
