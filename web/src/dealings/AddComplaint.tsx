import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { AddDealing } from './AddDealing.tsx'
import type { Party } from './contract.ts'
import { useDealingsTexts } from './texts.ts'

export function AddComplaint({ party }: { party: Party }) {
  const said = useDealingsTexts()
  const [text, setText] = useState('')
  return (
    <AddDealing
      label={said.addComplaint}
      done={said.complaintAdded}
      path="/complaints"
      body={() => ({ ...party, text })}
      onDone={() => setText('')}
    >
      <Textarea
        label={said.complaint}
        description={said.complaintHint}
        required
        autosize
        minRows={4}
        maxLength={8000}
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </AddDealing>
  )
}
