import { Anchor, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconExternalLink, IconFileOff, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useKeeperReason } from '../access/useKeeperReason.ts'
import { useSay, useSpeech, useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useFormat } from '../ui/format.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { ReasonedButton } from '../ui/ReasonedButton.tsx'
import type { InForce } from './contract.ts'
import { DraftList } from './DraftList.tsx'
import { statementQuery } from './queries.ts'
import { SaidList } from './SaidList.tsx'
import { useStatementTexts } from './texts.ts'
import { VersionSeal } from './VersionSeal.tsx'

export function StatementScreen() {
  const { shell } = useTexts()
  const said = useStatementTexts()
  const statement = useQuery(statementQuery)
  const navigate = useNavigate()
  const reason = useKeeperReason()
  const add = (
    <ReasonedButton
      reason={reason}
      leftSection={<IconPlus size={17} aria-hidden />}
      onClick={() => navigate({ to: to.newDraft() })}
    >
      {said.newDraft}
    </ReasonedButton>
  )
  return (
    <>
      <PageHead
        title={shell.places.statement}
        actions={
          <>
            <Button component={Link} to={to.versions()} variant="default">
              {said.versions}
            </Button>
            {add}
          </>
        }
      />
      <Stack gap="lg">
        <Asked query={statement}>
          {(inForce) =>
            inForce ? (
              <Current inForce={inForce} />
            ) : (
              <div className="sheet">
                <Empty
                  icon={<IconFileOff size={26} />}
                  title={said.none}
                  action={
                    <Group mt="sm">
                      {!reason && (
                        <Button component={Link} to={to.wizard()}>
                          {said.fromWizard}
                        </Button>
                      )}
                      {add}
                    </Group>
                  }
                >
                  {said.noneText}
                </Empty>
              </div>
            )
          }
        </Asked>
        {!reason && <DraftList />}
      </Stack>
    </>
  )
}

function Current({ inForce }: { inForce: InForce }) {
  const { language } = useSpeech()
  const said = useStatementTexts()
  const say = useSay()
  const { day } = useFormat()
  const { statement, version, publishedAt } = inForce
  return (
    <>
      <div className="sheet" style={{ padding: 'var(--mantine-spacing-lg)' }}>
        <Group justify="space-between" align="flex-start" gap="lg">
          <div style={{ minWidth: 0, flex: '1 1 340px' }}>
            <Text fz="1.3rem" fw={640}>
              {say(statement.register?.name) || say(statement.metadata?.title)}
            </Text>
            <Text c="dimmed" size="sm">
              {[statement.controller?.legalName, `${said.published} ${day(publishedAt)}`].filter(Boolean).join(' · ')}
            </Text>
            <Group mt="md" gap="md">
              <Button
                component="a"
                href={to.publicStatement()}
                target="_blank"
                rel="noreferrer"
                variant="default"
                rightSection={<IconExternalLink size={15} aria-hidden />}
              >
                {said.openPublic}
              </Button>
              <Group gap={10}>
                {['pdf', 'yaml', 'json', 'jsonld'].map((kind) => (
                  <Anchor
                    key={kind}
                    href={`/statement.${kind}`}
                    size="sm"
                    aria-label={`${said.downloads} ${nameOfCopy(kind)}`}
                  >
                    {nameOfCopy(kind)}
                  </Anchor>
                ))}
                <Anchor href={to.recordOfProcessing(language)} size="sm" target="_blank" rel="noreferrer">
                  {said.recordOfProcessing}
                </Anchor>
              </Group>
            </Group>
          </div>
          <VersionSeal version={version} hash={inForce.hash} />
        </Group>
      </div>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <SaidList title={said.fields} things={statement.dataCategories} />
        <Stack gap="lg">
          <SaidList title={said.purposes} things={statement.purposes} />
          <SaidList title={said.sources} things={statement.sources} />
          <SaidList title={said.duties} things={statement.duties} />
        </Stack>
      </SimpleGrid>
    </>
  )
}

function nameOfCopy(kind: string) {
  return kind === 'jsonld' ? 'JSON-LD' : kind.toUpperCase()
}
