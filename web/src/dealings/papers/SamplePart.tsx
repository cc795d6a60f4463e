import { Anchor, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import { queryOf } from '../../api.ts'
import { useSpeech } from '../../texts/index.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { type PaperSetting, paperKinds } from './contract.ts'
import { usePaperTexts } from './texts.ts'

/** A paper of each kind to an invented customer. */
export function SamplePart({ setting }: { setting: PaperSetting }) {
  const said = usePaperTexts()
  const { language: spoken } = useSpeech()
  const [language, setLanguage] = useState<string>(spoken)
  const { groupCompany } = setting
  return (
    <Sheet title={said.sample}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {said.sampleHint}
        </Text>
        <SegmentedControl
          fullWidth
          aria-label={said.sample}
          value={language}
          onChange={setLanguage}
          data={(['fi', 'sv', 'en'] as const).map((value) => ({ value, label: said.languages[value] }))}
        />
        {paperKinds.map((kind) => (
          <Group key={kind} justify="space-between" gap="xs">
            <Anchor
              href={`/api/v1/paper-settings/sample.pdf${queryOf({ groupCompany, kind, language })}`}
              target="_blank"
              rel="noreferrer"
              fw={600}
              size="sm"
            >
              {said.kinds[kind]} <IconExternalLink size={14} aria-hidden />
            </Anchor>
          </Group>
        ))}
      </Stack>
    </Sheet>
  )
}
