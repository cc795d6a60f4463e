import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useUnsaved } from '../ui/unsaved.ts'
import { useMarketingTexts } from './texts.ts'

/** Whether what was typed is kept; when it is not, a way to try again. */
export function KeptNote({
  isKept,
  failed,
  keepNow,
}: {
  isKept: boolean
  failed: boolean
  keepNow: () => Promise<boolean>
}) {
  const said = useMarketingTexts()
  useUnsaved(!isKept, keepNow)
  return (
    <Group gap={8} role="status" mih={30}>
      {failed ? (
        <>
          <IconAlertTriangle size={16} aria-hidden />
          <Text size="sm">{said.notSaved}</Text>
          <Button size="compact-sm" variant="default" onClick={keepNow}>
            {said.saveNow}
          </Button>
        </>
      ) : (
        <Text size="sm" c="dimmed" component="span">
          <Group gap={6} component="span">
            {isKept && <IconCheck size={15} aria-hidden />}
            {isKept ? said.saved : said.saving}
          </Group>
        </Text>
      )}
    </Group>
  )
}
