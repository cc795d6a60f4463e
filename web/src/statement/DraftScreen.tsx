import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useUnsaved } from '../ui/unsaved.ts'
import { AddField } from './AddField.tsx'
import { useAddFieldTexts } from './add-field.texts.ts'
import type { Finding, OpenDraft } from './contract.ts'
import { FindingList } from './FindingList.tsx'
import { canBeRead } from './open-draft.ts'
import { ProsePart } from './ProsePart.tsx'
import { draftQuery } from './queries.ts'
import { StaleDraft } from './StaleDraft.tsx'
import { type Place, StatementEditor } from './StatementEditor.tsx'
import { useStatementTexts } from './texts.ts'
import { useDraftText } from './useDraftText.ts'

/** A statement in the making: its text, what lint finds in it, and the old prose it was read from. */
export function DraftScreen() {
  const { draft: id = '' } = useParams({ strict: false })
  const draft = useQuery({ ...draftQuery(id), refetchOnWindowFocus: false })
  return <Asked query={draft}>{(one) => <Opened key={one.id} draft={one} />}</Asked>
}

function Opened({ draft }: { draft: OpenDraft }) {
  const { shell } = useTexts()
  const said = useStatementTexts()
  const adds = useAddFieldTexts()
  const narrow = useMediaQuery('(max-width: 1080px)')
  const text = useDraftText(draft)
  useUnsaved(text.isChanged)
  const [side, setSide] = useState<'findings' | 'text' | 'prose'>('findings')
  const [shown, setShown] = useState<Finding | null>(null)
  const [place, setPlace] = useState<Place | null>(null)
  const [isAdding, setAdding] = useState(false)
  const { kept } = text
  const { errors, warnings, notes } = kept.findings
  const show = ({ line }: { line: number | null }, { source }: OpenDraft, finding?: Finding) => {
    if (finding) setShown(finding)
    if (!line) return
    setPlace({ line, of: source })
    if (narrow) setSide('text')
  }
  const added = (field: string | null) => {
    setAdding(false)
    const at = kept.source.split('\n').findIndex((line) => field && line.endsWith(`id: ${field}`))
    if (at >= 0) show({ line: at + 1 }, kept)
  }
  const sides = [
    ...(narrow ? [{ value: 'text', label: said.tabEditor }] : []),
    { value: 'findings', label: said.tabFindings },
    ...(draft.origin ? [{ value: 'prose', label: said.prose }] : []),
  ]
  return (
    <>
      <PageHead
        title={said.draft}
        crumbs={[{ to: to.statement(), label: shell.places.statement }]}
        under={canBeRead(kept) ? said.counts(errors.length, warnings.length, notes.length) : said.problemsText}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconPlus size={17} aria-hidden />}
              disabled={!canBeRead(kept)}
              onClick={() => setAdding(true)}
            >
              {adds.add}
            </Button>
            <Button variant="default" disabled={!text.isChanged} loading={text.isSaving} onClick={text.save}>
              {said.saveDraft}
            </Button>
            <Button component={Link} to={to.plan(draft.id)}>
              {said.toPlan}
            </Button>
          </>
        }
      />
      {text.isStale && <StaleDraft theirs={kept.source} typed={text.text} onTake={text.drop} />}
      {isAdding && <AddField draft={draft.id} adding={text.adding} onClose={added} />}
      <div className="columns-2">
        {(!narrow || side === 'text') && <StatementEditor text={text} at={place} />}
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
            <ProsePart prose={draft.origin} seen={kept.lastRead ?? kept} shown={shown} onShow={show} />
          ) : (
            (!narrow || side === 'findings') && <FindingList text={text} shown={shown} onShow={show} />
          )}
        </div>
      </div>
    </>
  )
}
