import { FileButton, Group, Image, Stack, Text } from '@mantine/core'
import { IconPhoto, IconTrash } from '@tabler/icons-react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api, Problem, queryOf } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { saidProblem } from '../../ui/said-problem.ts'
import { useDeed } from '../../ui/useDeed.ts'
import type { PaperSetting } from './contract.ts'
import { usePaperTexts } from './texts.ts'

/** The logo of a group company: shown, changed, taken away; a picture that cannot be set is refused here. */
export function LogoPart({ setting }: { setting: PaperSetting }) {
  const said = usePaperTexts()
  const texts = useTexts()
  const { groupCompany, logo, revision, mayChange } = setting
  const keep = useDeed<File | null>({
    run: async (file) =>
      api.put('/paper-settings', { groupCompany, revision, logo: file ? await base64Of(file) : null }),
    done: (file) => (file ? said.logoSet : said.logoRemoved),
    refreshes: [['paper-settings']],
    quiet: (fault) => fault instanceof Problem && fault.status < 500,
  })
  const refused = keep.error instanceof Problem && keep.error.status < 500 ? saidProblem(keep.error, texts) : null
  const reason = mayChange ? null : said.notYours
  return (
    <Sheet title={said.logo}>
      <Stack gap="sm">
        {logo && (
          <div style={{ background: '#fff', borderRadius: 6, padding: 12, width: 'fit-content', maxWidth: '100%' }}>
            <Image
              src={`/api/v1/paper-settings/logo${queryOf({ groupCompany, v: revision })}`}
              alt={said.logoAlt}
              h={60}
              w="auto"
              maw={260}
              fit="contain"
            />
          </div>
        )}
        <Text size="sm" c="dimmed">
          {said.logoHint}
        </Text>
        <Group gap="xs">
          <FileButton accept="image/png,image/svg+xml" onChange={(file) => file && keep.mutate(file)}>
            {(props) => (
              <WriteButton
                reason={reason}
                variant="default"
                loading={keep.isPending}
                leftSection={<IconPhoto size={16} aria-hidden />}
                onClick={() => props.onClick()}
              >
                {said.chooseLogo}
              </WriteButton>
            )}
          </FileButton>
          {logo && mayChange && (
            <WriteButton
              variant="subtle"
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => keep.mutate(null)}
            >
              {said.removeLogo}
            </WriteButton>
          )}
        </Group>
        {refused && (
          <Text size="sm" c="red" role="alert">
            {refused}
          </Text>
        )}
      </Stack>
    </Sheet>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
