import { Stack } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { EarlierImports } from './EarlierImports.tsx'
import { FileDrop } from './FileDrop.tsx'
import { useExchangeTexts } from './texts.ts'

/** A file into the register: here it is chosen, and here stand the files before it. */
export function ImportScreen() {
  const { shell } = useTexts()
  const said = useExchangeTexts()
  const navigate = useNavigate()
  return (
    <>
      <PageHead title={said.title} under={said.under} crumbs={[{ to: to.people(), label: shell.places.people }]} />
      <Stack gap="lg" maw={980}>
        <FileDrop onKept={({ id }) => navigate({ to: to.import(id) })} />
        <EarlierImports />
      </Stack>
    </>
  )
}
