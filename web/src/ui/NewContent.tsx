import { Alert, Button, Group, Text } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { ownTexts } from '../texts/own.ts'
import type { News } from './useTyped.ts'

const fi = {
  changed: 'Joku muu on muuttanut tätä. Kirjoittamasi on yhä tässä.',
  show: 'Näytä uusi sisältö',
  shown: 'Näet uuden sisällön. Aiemmin kirjoittamasi on tallessa.',
  back: 'Palauta omat muutokset',
}
const sv: typeof fi = {
  changed: 'Någon annan har ändrat detta. Det du har skrivit finns kvar här.',
  show: 'Visa det nya innehållet',
  shown: 'Du ser det nya innehållet. Det du skrev tidigare finns kvar.',
  back: 'Återställ egna ändringar',
}
const en: typeof fi = {
  changed: 'Somebody else has changed this. What you typed is still here.',
  show: 'Show the new content',
  shown: 'You see the new content. What you typed before is kept.',
  back: 'Bring back my changes',
}
const useNewTexts = ownTexts({ fi, sv, en })

/** Above a form's buttons: that the record was changed meanwhile, and the way to see it; then the way back to what was typed. */
export function NewContent({ news: { isBehind, takeNew, takeBack } }: { news: News }) {
  const said = useNewTexts()
  if (!isBehind && !takeBack) return null
  return (
    <Alert color="yellow" variant="light" icon={<IconUsers size={18} aria-hidden />} py="xs">
      <Group justify="space-between" gap="sm">
        <Text size="sm" role="status" style={{ flex: '1 1 220px' }}>
          {isBehind ? said.changed : said.shown}
        </Text>
        <Button size="compact-sm" variant="default" onClick={isBehind ? takeNew : (takeBack ?? undefined)}>
          {isBehind ? said.show : said.back}
        </Button>
      </Group>
    </Alert>
  )
}
