import { Anchor, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconExternalLink, IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api.ts'
import type { Language } from '../contract.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Scrolling } from '../ui/Scrolling.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { Campaign } from './contract.ts'
import { previewQuery } from './queries.ts'
import { useMarketingTexts } from './texts.ts'

/** What the recipient will see: the mail in a frame that may do nothing, the same as text, or the letter. */
export function PreviewPart({
  campaign,
  language,
  isKept,
}: {
  campaign: Campaign
  language: Language
  isKept: boolean
}) {
  const said = useMarketingTexts()
  const [as, setAs] = useState('mail')
  const { id, content, channel, revision } = campaign
  const piece = content[language]
  const isThere = Boolean(piece && (piece.subject || piece.blocks.some((block) => 'text' in block && block.text)))
  const asked = queryOf({ language, revision })
  const choice = channel === 'email' && isThere && (
    <SegmentedControl
      size="xs"
      aria-label={said.previewAs}
      value={as}
      onChange={setAs}
      data={[
        { value: 'mail', label: said.asMail },
        { value: 'text', label: said.asText },
      ]}
    />
  )
  return (
    <Sheet title={said.preview} actions={choice} className="sheet preview" aria-busy={!isKept}>
      {!isThere ? (
        <Empty icon={<IconFileText size={26} />} title={said.previewNone} />
      ) : channel === 'post' ? (
        <Stack gap="sm" align="flex-start">
          <Text size="sm" c="dimmed">
            {said.letterWhy}
          </Text>
          <Anchor
            href={`/api/v1/campaigns/${id}/letter.pdf${asked}`}
            target="_blank"
            rel="noreferrer"
            fw={600}
            size="sm"
          >
            {said.openLetter} <IconExternalLink size={14} aria-hidden />
          </Anchor>
        </Stack>
      ) : (
        <Mail id={id} revision={revision} language={language} asText={as === 'text'} asked={asked} />
      )}
    </Sheet>
  )
}

function Mail({
  id,
  revision,
  language,
  asText,
  asked,
}: {
  id: string
  revision: number
  language: Language
  asText: boolean
  asked: string
}) {
  const said = useMarketingTexts()
  const preview = useQuery(previewQuery(id, revision, language))
  return (
    <Asked query={preview}>
      {({ subject, text }) => (
        <Stack gap="sm">
          <Text fw={640}>{subject}</Text>
          {asText ? (
            <Scrolling label={said.asText}>
              <pre className="mail-text">{text}</pre>
            </Scrolling>
          ) : (
            <iframe
              key={asked}
              className="mail-frame"
              title={said.frameTitle}
              sandbox=""
              src={`/api/v1/campaigns/${id}/mail.html${asked}`}
            />
          )}
        </Stack>
      )}
    </Asked>
  )
}
