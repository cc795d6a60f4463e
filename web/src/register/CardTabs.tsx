import { Tabs } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, Suspense } from 'react'
import { useTexts } from '../texts/index.tsx'
import { Waiting } from '../ui/Asked.tsx'

export type CardTab = 'overview' | 'timeline' | 'dealings' | 'documents' | 'choices' | 'rights'

/** The parts of a card. Which is open stands in the address; each is fetched when it is opened. */
export function CardTabs({
  tabs,
}: {
  /** What is not here for this reader is null. */
  tabs: readonly (readonly [CardTab, ReactNode] | null)[]
}) {
  const { register } = useTexts()
  const navigate = useNavigate()
  const { tab } = useSearch({ strict: false }) as { tab?: string }
  const shown = tabs.filter((one) => one !== null)
  const open = shown.find(([name]) => name === tab)?.[0] ?? 'overview'
  return (
    <Tabs
      value={open}
      keepMounted={false}
      onChange={(next) =>
        navigate({ to: '.', search: { tab: next === 'overview' ? undefined : next } as never, replace: true })
      }
    >
      <Tabs.List mb="lg" className="card-tabs">
        {shown.map(([name]) => (
          <Tabs.Tab key={name} value={name}>
            {register.tabs[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {shown.map(([name, part]) => (
        <Tabs.Panel key={name} value={name}>
          <Suspense fallback={<Waiting />}>{part}</Suspense>
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
