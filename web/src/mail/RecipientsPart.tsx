import { Button } from '@mantine/core'
import { useState } from 'react'
import { Problem } from '../api.ts'
import type { Recipients } from './contract.ts'
import { RecipientsField } from './RecipientsField.tsx'
import { useMailTexts } from './texts.ts'

/** To whom, and to whom for information. A refusal is said at its field, with the name of whom it is about. */
export function RecipientsPart({
  recipients,
  fault,
  onChange,
}: {
  recipients: Recipients
  fault: unknown
  onChange: (recipients: Recipients) => void
}) {
  const said = useMailTexts()
  const [hasCc, setHasCc] = useState(recipients.cc.length > 0)
  const { to, cc } = recipients
  const refused = (field: 'to' | 'cc') => {
    if (!(fault instanceof Problem) || fault.detail.field !== field) return false
    const about = recipients[field][Number(fault.detail.nth)]?.name
    return about ? `${about}: ${fault.message}` : fault.message
  }
  return (
    <>
      <RecipientsField
        label={said.toWhom}
        required
        chosen={to}
        others={cc}
        error={refused('to')}
        onChange={(next) => onChange({ to: next, cc })}
      />
      {hasCc ? (
        <RecipientsField
          label={said.cc}
          chosen={cc}
          others={to}
          error={refused('cc')}
          onChange={(next) => onChange({ to, cc: next })}
        />
      ) : (
        <Button variant="subtle" size="compact-xs" style={{ alignSelf: 'flex-start' }} onClick={() => setHasCc(true)}>
          {said.addCc}
        </Button>
      )}
    </>
  )
}
