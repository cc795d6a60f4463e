import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { type MouseEvent, type ReactNode, useId } from 'react'

/** A button that stays in sight when it may not be pressed, and says why to eye and ear. */
export function ReasonedButton({
  reason,
  onClick,
  children,
  leftSection,
  label,
  type = 'button',
  ...look
}: ButtonProps & {
  reason?: string | null | undefined
  label?: string | undefined
  type?: 'button' | 'submit'
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  children: ReactNode
}) {
  const id = useId()
  if (!reason) {
    return (
      <Button {...look} type={type} leftSection={leftSection} aria-label={label} onClick={onClick}>
        {children}
      </Button>
    )
  }
  return (
    <>
      <Tooltip label={reason}>
        <Button
          {...look}
          data-disabled
          aria-disabled
          aria-label={label}
          aria-describedby={id}
          leftSection={<IconLock size={15} aria-hidden />}
          onClick={(event) => event.preventDefault()}
          type="button"
        >
          {children}
        </Button>
      </Tooltip>
      <span id={id} className="unseen">
        {reason}
      </span>
    </>
  )
}
