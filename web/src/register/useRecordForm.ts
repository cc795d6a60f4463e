import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, Problem } from '../api.ts'
import type { Kept } from '../contract.ts'
import { useTexts } from '../texts/index.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Field } from './contract.ts'
import type { Extras } from './NewRecordExtras.tsx'
import { type SaidSource, useSourceAtFirst } from './SourceChoice.tsx'
import { useGroupCompanies } from './useGroupCompanies.ts'

type Values = Record<string, unknown>

/** What is being typed, what is wrong with it, and what somebody else did to it meanwhile. */
export function useRecordForm({
  path,
  record,
  extras: firstExtras,
  fields,
  onSaved,
}: {
  path: string
  record?: Kept
  extras?: Extras
  fields: Field[]
  onSaved: (saved: Kept) => void
}) {
  const texts = useTexts()
  const queries = useQueryClient()
  const [known, setKnown] = useState(record)
  const [changed, setChanged] = useState<Values>({})
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [stale, setStale] = useState<Kept | null>(null)
  const [extras, setExtras] = useState(firstExtras)
  const group = useGroupCompanies()
  const first = useSourceAtFirst()
  const [chosen, setSaid] = useState<SaidSource | null>(null)
  const said = chosen ?? first

  const type = (field: string, value: unknown) => {
    setChanged((before) => ({ ...before, [field]: value }))
    setErrors(({ [field]: _, ...others }) => others)
  }
  const saving = useDeed<void, Kept>({
    run: () => {
      const body = { ...(known ? {} : toldOf(extras, group)), values: bare(changed), ...said }
      return known ? api.patch<Kept>(`${path}/${known.id}`, body, known.revision) : api.post<Kept>(path, body)
    },
    done: record ? texts.ui.saved : texts.register.created,
    quiet: (fault) => refused(fault),
    then: onSaved,
  })

  function refused(fault: unknown) {
    if (!(fault instanceof Problem)) return false
    if (fault.code === 'EDITED_MEANWHILE' && known) {
      rereadKept(known)
      return true
    }
    const field = fieldIn(fault.detail.field)
    const isOnForm = field !== undefined && ['source', 'sourceNote', ...fields.map(({ id }) => id)].includes(field)
    if (isOnForm) {
      const named = fields.find(({ id }) => id === field)
      setErrors({ [field]: named ? fault.message.replaceAll(field, labelOf(named)) : fault.message })
      setTimeout(() => document.getElementById(`field-${field}`)?.focus())
    }
    return isOnForm
  }

  async function rereadKept({ id }: Kept) {
    const now = await api.get<Kept>(`${path}/${id}`)
    setKnown(now)
    setStale(now)
    queries.setQueryData([path.slice(1), id], now)
  }

  const save = () => {
    const empty = fields.find(
      ({ id, required }) => required && isEmpty(id in changed ? changed[id] : known?.values[id]),
    )
    if (empty && !known) return setErrors({ [empty.id]: texts.register.fieldRequired(labelOf(empty)) })
    saving.mutate()
  }
  const labelOf = ({ label, id }: Field) =>
    typeof label === 'string' ? label : (label[document.documentElement.lang as 'fi'] ?? label.fi ?? id)

  return {
    values: { ...known?.values, ...changed },
    errors,
    said,
    setSaid,
    type,
    save,
    stale,
    extras,
    addExtras: (part: Extras) => setExtras((before) => ({ ...before, ...part })),
    isChanged: Object.keys(changed).length > 0,
    isSaving: saving.isPending,
  }
}

/** "values/org.name" and "body/values/org.name" name the same field as "org.name". */
function fieldIn(said: string | undefined) {
  return said?.split(/[/:]/).at(-1)
}

function isEmpty(value: unknown) {
  if (value === null || value === undefined || value === '') return true
  if (typeof value === 'object' && !Array.isArray(value))
    return Object.values(value).every((part) => part === '' || part === null)
  return false
}

function toldOf(extras: Extras | undefined, group: { id: string }[]): object {
  if (!extras) return {}
  const { companyName: _, groupCompany, ...told } = extras
  const isTied = told.kind !== 'representative' && group.length > 1
  return { ...told, ...(isTied ? { groupCompany: groupCompany ?? group[0]?.id } : {}) }
}

/** What the server adds for showing does not go back to it. */
function bare(values: Values): Values {
  const shownOnly = ['label', 'doubts', 'display']
  const bareOne = (one: unknown) =>
    typeof one === 'object' && one !== null
      ? Object.fromEntries(Object.entries(one).filter(([key, value]) => !shownOnly.includes(key) && value !== null))
      : one
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      Array.isArray(value) ? value.map(bareOne) : value === null ? null : bareOne(value),
    ]),
  )
}
