import { Button, Group, Stack, Tabs, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Language } from '../contract.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { BlockList } from './BlockList.tsx'
import type { Campaign, Content, Piece } from './contract.ts'
import { KeptNote } from './KeptNote.tsx'
import { PreviewPart } from './PreviewPart.tsx'
import { useMarketingTexts } from './texts.ts'
import { useKept } from './useKept.ts'

const languages = ['fi', 'sv', 'en'] as const
const fresh: Piece = { subject: '', blocks: [{ kind: 'paragraph', text: '' }] }

/** The text of a campaign in its languages, beside what the recipient will see. */
export function ContentPart({ campaign }: { campaign: Campaign }) {
  const said = useMarketingTexts()
  const kept = useKept(campaign, 'content')
  const content = kept.value
  const [language, setLanguage] = useState<Language>(languages.find((one) => content[one]) ?? 'fi')
  const piece = content[language] ?? (language === 'fi' && Object.keys(content).length === 0 ? fresh : undefined)
  const write = (next: Piece | undefined) => {
    const { [language]: _, ...others } = content
    kept.change((next ? { ...others, [language]: next } : others) as Content)
  }
  return (
    <div className="writing">
      <Sheet title={said.parts.content} actions={<KeptNote {...kept} />}>
        <Tabs value={language} onChange={(next) => setLanguage(next as Language)} variant="pills">
          <Tabs.List aria-label={said.languageTabs} mb="md">
            {languages.map((one) => (
              <Tabs.Tab key={one} value={one} className={content[one] ? '' : 'without-text'}>
                {said.languages[one]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={language}>
            {piece ? (
              <PieceFields piece={piece} isLetter={campaign.channel === 'post'} onChange={write} />
            ) : (
              <Stack align="flex-start" gap="sm" py="md">
                <Text size="sm" c="dimmed">
                  {said.languageEmpty}
                </Text>
                <Button variant="default" onClick={() => write(fresh)}>
                  {said.languageAdd(said.languages[language] ?? '')}
                </Button>
              </Stack>
            )}
            {content[language] && Object.keys(content).length > 1 && (
              <Button
                mt="md"
                size="compact-sm"
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={15} aria-hidden />}
                onClick={() => write(undefined)}
              >
                {said.languageRemove}
              </Button>
            )}
          </Tabs.Panel>
        </Tabs>
      </Sheet>
      <PreviewPart campaign={campaign} language={language} isKept={kept.isKept} />
    </div>
  )
}

function PieceFields({
  piece,
  isLetter,
  onChange,
}: {
  piece: Piece
  isLetter: boolean
  onChange: (piece: Piece) => void
}) {
  const said = useMarketingTexts()
  return (
    <Stack gap="md">
      <TextInput
        label={isLetter ? said.subjectLetter : said.subject}
        description={isLetter ? undefined : said.subjectHint}
        maxLength={300}
        value={piece.subject}
        onChange={(event) => onChange({ ...piece, subject: event.currentTarget.value })}
      />
      <BlockList blocks={piece.blocks} onChange={(blocks) => onChange({ ...piece, blocks })} />
      <Group>
        <Text size="xs" c="dimmed">
          {said.noPictures}
        </Text>
      </Group>
    </Stack>
  )
}
