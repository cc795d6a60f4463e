import { Button, type ButtonProps, Menu, Text, Tooltip } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { type MouseEvent, type ReactNode, useId } from 'react'
import { createPortal } from 'react-dom'
import { useFurtherDeeds } from './further-deeds.ts'

/** A button that stays in sight when it may not be pressed, and says why to eye and ear. Among further deeds (`MoreDeeds`), a line of their menu. */
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
  const further = useFurtherDeeds()
  if (further)
    return (
      further.place &&
      createPortal(
        <Menu.Item
          color={look.color}
          disabled={!reason && Boolean(look.loading || look.disabled)}
          aria-disabled={Boolean(reason) || undefined} // not data-disabled: the arrow keys would pass over the reason
          closeMenuOnClick={!reason}
          leftSection={reason ? <IconLock size={15} aria-hidden /> : leftSection}
          aria-label={reason ? undefined : label}
          onClick={(event: MouseEvent<HTMLButtonElement>) => {
            if (reason) return
            further.focus()
            onClick?.(event)
          }}
        >
          {children}
          {reason && (
            <Text size="xs" maw={260}>
              {reason}
            </Text>
          )}
        </Menu.Item>,
        further.place,
      )
    )
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
