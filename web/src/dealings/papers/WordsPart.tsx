import { Stack, Tabs, Text, Textarea, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api, Problem } from '../../api.ts'
import type { Language } from '../../contract.ts'
import { useTexts } from '../../texts/index.tsx'
import { NewContent } from '../../ui/NewContent.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { saidProblem } from '../../ui/said-problem.ts'
import { useDeed } from '../../ui/useDeed.ts'
import { useTyped } from '../../ui/useTyped.ts'
import { type PaperSetting, paperKinds, type Words } from './contract.ts'
import { usePaperTexts } from './texts.ts'

/** The standing texts of each kind of paper, in three languages. */
export function WordsPart({ setting }: { setting: PaperSetting }) {
  const said = usePaperTexts()
  const texts = useTexts()
  const { typed: words, type: typeWords, revision, saved, news } = useTyped(setting, (one) => one.words)
  const { groupCompany, mayChange } = setting
  const save = useDeed({
    run: async () => {
      const answer = await api.put<{ revision: number }>('/paper-settings', { groupCompany, revision, words })
      saved(answer.revision)
    },
    done: said.saved,
    refreshes: [['paper-settings']],
    quiet: (fault) => fault instanceof Problem && fault.status < 500,
  })
  const refused = save.error instanceof Problem && save.error.status < 500 ? saidProblem(save.error, texts) : null
  const type = (kind: keyof Words, language: Language, text: string) =>
    typeWords({ [kind]: { ...words[kind], [language]: text } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Sheet title={said.words}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {said.wordsHint}
          </Text>
          <Tabs defaultValue="fi" keepMounted={false}>
            <Tabs.List mb="sm">
              {(['fi', 'sv', 'en'] as const).map((language) => (
                <Tabs.Tab key={language} value={language}>
                  {said.languages[language]}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {(['fi', 'sv', 'en'] as const).map((language) => (
              <Tabs.Panel key={language} value={language}>
                <Stack gap="sm">
                  {paperKinds.map((kind) => (
                    <Textarea
                      key={kind}
                      label={said.kinds[kind]}
                      lang={language}
                      autosize
                      minRows={1}
                      maxRows={8}
                      maxLength={2000}
                      readOnly={!mayChange}
                      value={words[kind]?.[language] ?? ''}
                      onChange={(event) => type(kind, language, event.currentTarget.value)}
                    />
                  ))}
                  <TextInput
                    label={said.foot}
                    description={said.footHint}
                    lang={language}
                    maxLength={200}
                    readOnly={!mayChange}
                    value={words.foot?.[language] ?? ''}
                    onChange={(event) => type('foot', language, event.currentTarget.value)}
                  />
                </Stack>
              </Tabs.Panel>
            ))}
          </Tabs>
          {refused && (
            <Text size="sm" c="red" role="alert">
              {refused}
            </Text>
          )}
          <NewContent news={news} />
          <div>
            <WriteButton type="submit" loading={save.isPending} reason={mayChange ? null : said.notYours}>
              {said.save}
            </WriteButton>
          </div>
        </Stack>
      </form>
    </Sheet>
  )
}
