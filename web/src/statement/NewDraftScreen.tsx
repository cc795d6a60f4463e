import { SimpleGrid, Stack, Text } from '@mantine/core'
import { IconFileCertificate, IconFileText, IconListCheck, IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { KeeperOnly } from '../access/KeeperOnly.tsx'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { statementQuery } from './queries.ts'
import { TextDrop } from './TextDrop.tsx'
import { useStatementTexts } from './texts.ts'
import { useNewDraft } from './useNewDraft.ts'

type Way = 'active' | 'wizard' | 'prose' | 'file'

/** Four ways to begin a statement. */
export function NewDraftScreen() {
  const { shell } = useTexts()
  const said = useStatementTexts()
  const navigate = useNavigate()
  const hasStatement = Boolean(useQuery(statementQuery).data)
  const [chosen, setChosen] = useState<Way | null>(null)
  const begin = useNewDraft()
  const choose = (way: Way) => {
    if (way === 'active') begin.mutate({ from: 'active' })
    else if (way === 'wizard') navigate({ to: to.wizard() })
    else setChosen(way)
  }
  const ways = [
    ...(hasStatement
      ? [{ way: 'active', title: said.fromActive, text: said.fromActiveText, Icon: IconFileCertificate } as const]
      : []),
    { way: 'wizard', title: said.fromWizard, text: said.fromWizardText, Icon: IconListCheck },
    { way: 'prose', title: said.fromProse, text: said.fromProseText, Icon: IconFileText },
    { way: 'file', title: said.fromFile, text: said.fromFileText, Icon: IconUpload },
  ] as const
  return (
    <>
      <PageHead
        title={said.newDraft}
        under={said.begin}
        crumbs={[{ to: to.statement(), label: shell.places.statement }]}
      />
      <KeeperOnly>
        <Stack gap="lg" maw={920}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {ways.map(({ way, title, text, Icon }) => (
              <button
                key={way}
                type="button"
                className="choice-card"
                aria-pressed={chosen === way}
                onClick={() => choose(way)}
              >
                <Icon size={24} stroke={1.5} aria-hidden color="var(--desk-clause-ink)" />
                <Text fw={620} mt={6}>
                  {title}
                </Text>
                <Text size="sm" c="dimmed">
                  {text}
                </Text>
              </button>
            ))}
          </SimpleGrid>
          {chosen === 'prose' && (
            <TextDrop
              key="prose"
              label={said.proseLabel}
              hint={said.proseHint}
              accept=".txt,.md,text/plain"
              busy={begin.isPending}
              onText={(prose) => begin.mutate({ from: 'prose', prose })}
            />
          )}
          {chosen === 'file' && (
            <TextDrop
              key="file"
              label={said.editor}
              hint={said.fromFileText}
              accept=".yaml,.yml,.json"
              busy={begin.isPending}
              onText={(source) => begin.mutate({ from: 'file', source })}
            />
          )}
        </Stack>
      </KeeperOnly>
    </>
  )
}
