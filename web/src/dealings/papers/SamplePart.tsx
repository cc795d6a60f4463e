import { Anchor, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { queryOf } from '../../api.ts'
import { useSpeech } from '../../texts/index.tsx'
import { FileViewer } from '../../ui/FileViewer.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { type PaperKind, type PaperSetting, paperKinds } from './contract.ts'
import { usePaperTexts } from './texts.ts'

/** A paper of each kind to an invented customer. */
export function SamplePart({ setting }: { setting: PaperSetting }) {
  const said = usePaperTexts()
  const { language: spoken } = useSpeech()
  const [language, setLanguage] = useState<string>(spoken)
  const [shown, setShown] = useState<PaperKind | null>(null)
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
            <Anchor component="button" type="button" fw={600} size="sm" onClick={() => setShown(kind)}>
              {said.kinds[kind]}
            </Anchor>
          </Group>
        ))}
      </Stack>
      {shown && (
        <FileViewer
          title={said.kinds[shown]}
          view="pdf"
          address={`/api/v1/paper-settings/sample.pdf${queryOf({ groupCompany, kind: shown, language })}`}
          name={['sample', shown]}
          onClose={() => setShown(null)}
        />
      )}
    </Sheet>
  )
}
