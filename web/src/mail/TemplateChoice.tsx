import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useDeed } from '../ui/useDeed.ts'
import { templatesQuery } from './queries.ts'
import { useMailTexts } from './texts.ts'

export interface Filled {
  subject: string
  text: string
  missing: string[]
}

export interface Chosen {
  template: string | null
  language: string
}

/** Choosing a template and its language; what it says to this person is handed on. */
export function TemplateChoice({
  person,
  chosen,
  onChange,
  onFilled,
}: {
  person: string
  chosen: Chosen
  onChange: (chosen: Chosen) => void
  onFilled: (filled: Filled) => void
}) {
  const said = useMailTexts()
  const templates = useQuery(templatesQuery).data?.items ?? []
  const languages = Object.keys(templates.find(({ id }) => id === chosen.template)?.texts ?? {})
  const fill = useDeed({
    run: (asked: Chosen) => api.post<Filled>('/message-previews', { ...asked, person }),
    refreshes: [],
    then: onFilled,
  })
  const choose = (next: Chosen) => {
    onChange(next)
    if (next.template) fill.mutate(next)
  }
  if (templates.length === 0) return null
  return (
    <>
      <Select
        label={said.template}
        placeholder={said.noTemplate}
        clearable
        clearButtonProps={{ 'aria-label': said.noTemplate }}
        data={templates.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen.template}
        miw={160}
        onChange={(template) => choose({ ...chosen, template })}
      />
      {languages.length > 1 && (
        <Select
          label={said.templateLanguage}
          data={languages.map((one) => ({ value: one, label: said.languages[one] ?? one }))}
          allowDeselect={false}
          value={chosen.language}
          onChange={(language) => choose({ ...chosen, language: language ?? chosen.language })}
        />
      )}
    </>
  )
}
