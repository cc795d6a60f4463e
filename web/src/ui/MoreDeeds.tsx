import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { useTexts } from '../texts/index.tsx'
import { FurtherDeeds } from './further-deeds.ts'

/** Three dots, and behind them the deeds that are not the first one: each button among `children` becomes a line of their menu, a link to what came of it stays in sight. */
export function MoreDeeds({ children }: { children: ReactNode }) {
  const { ui } = useTexts()
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const [lines, setLines] = useState(0)
  const join = useCallback(() => {
    setLines((now) => now + 1)
    return () => setLines((now) => now - 1)
  }, [])
  const dots = useRef<HTMLButtonElement>(null)
  const further = useMemo(() => ({ place, join, focus: () => dots.current?.focus() }), [place, join])
  return (
    <Menu position="bottom-end" withinPortal>
      {/* Outside of the menu, which closes: a deed stays while it is done, and so does the window that it opens. */}
      <FurtherDeeds value={further}>{children}</FurtherDeeds>
      {lines > 0 && (
        <>
          <Menu.Target>
            <Button ref={dots} variant="default" px="xs" aria-label={ui.more}>
              <IconDots size={17} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <div ref={setPlace} />
          </Menu.Dropdown>
        </>
      )}
    </Menu>
  )
}
