import type { ComponentProps } from 'react'
import { ReasonedButton } from '../ui/ReasonedButton.tsx'
import { useHaltedReason } from './useHaltedReason.ts'

/** A button that writes in the register: while the register is read-only, it says so and cannot be pressed. */
export function WriteButton({ reason, ...button }: ComponentProps<typeof ReasonedButton>) {
  return <ReasonedButton {...button} reason={useHaltedReason() ?? reason} />
}
