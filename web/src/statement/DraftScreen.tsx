import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { UnsavedGuard } from '../ui/UnsavedGuard.tsx'
import type { Draft, Finding, Findings } from './contract.ts'
import { FindingList } from './FindingList.tsx'
import { ProsePart } from './ProsePart.tsx'
import { draftQuery, findingsQuery } from './queries.ts'
import { StaleDraft } from './StaleDraft.tsx'
import { StatementEditor } from './StatementEditor.tsx'
import { useDraftText } from './useDraftText.ts'

/** A statement in the making: its text, what lint finds in it, and the old prose it was read from. */
export function DraftScreen() {
  const { draft: id = '' } = useParams({ strict: false })
  const draft = useQuery({ ...draftQuery(id), refetchOnWindowFocus: false })
  const findings = useQuery(findingsQuery(id))
  return <Asked query={draft}>{(one) => <Opened draft={one} findings={findings.data ?? null} />}</Asked>
}

function Opened({ draft, findings }: { draft: Draft; findings: Findings | null }) {
  const { shell, statement: said } = useTexts()
  const narrow = useMediaQuery('(max-width: 1080px)')
  const text = useDraftText(draft)
  const [side, setSide] = useState<'findings' | 'text' | 'prose'>('findings')
  const [shown, setShown] = useState<Finding | null>(null)
  const [line, setLine] = useState<{ line: number } | null>(null)
  const show = (finding: Finding) => {
    setShown(finding)
    if (finding.line) showLine(finding.line)
  }
  const showLine = (at: number) => {
    setLine({ line: at })
    if (narrow) setSide('text')
  }
  const sides = [
    ...(narrow ? [{ value: 'text', label: said.tabEditor }] : []),
    { value: 'findings', label: said.tabFindings },
    ...(draft.origin ? [{ value: 'prose', label: said.prose }] : []),
  ]
  const list = findings && (
    <FindingList
      findings={findings}
      draft={draft}
      isChanged={text.isChanged}
      shown={shown}
      onShow={show}
      onLine={showLine}
    />
  )
  return (
    <>
      <UnsavedGuard when={text.isChanged} />
      <PageHead
        title={said.draft}
        crumbs={[{ to: to.statement(), label: shell.places.statement }]}
        under={
          findings &&
          (findings.problems.length > 0
            ? said.problemsText
            : said.counts(findings.errors.length, findings.warnings.length, findings.notes.length))
        }
        actions={
          <>
            <Button variant="default" disabled={!text.isChanged} loading={text.isSaving} onClick={text.save}>
              {said.saveDraft}
            </Button>
            <Button component={Link} to={to.plan(draft.id)}>
              {said.toPlan}
            </Button>
          </>
        }
      />
      {text.isStale && <StaleDraft theirs={draft.source} typed={text.source} onTake={text.drop} />}
      <div className="columns-2">
        {(!narrow || side === 'text') && (
          <StatementEditor source={text.source} findings={findings} at={line} onChange={text.type} onSave={text.save} />
        )}
        <div>
          {sides.length > 1 && (
            <Group mb="md" style={narrow ? { order: -1 } : undefined}>
              <SegmentedControl
                data={sides}
                value={side}
                onChange={(next) => setSide(next as typeof side)}
                aria-label={said.draft}
              />
            </Group>
          )}
          {text.isChanged && (
            <Text size="sm" c="dimmed" mb="sm" role="status">
              {said.saveFirst}
            </Text>
          )}
          {side === 'prose' && draft.origin ? (
            <ProsePart prose={draft.origin} source={draft.source} findings={findings} shown={shown} onShow={show} />
          ) : (
            (!narrow || side === 'findings') && list
          )}
        </div>
      </div>
    </>
  )
}
