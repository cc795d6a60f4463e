import { Alert, Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconRefresh } from '@tabler/icons-react'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '../../api.ts'
import type { SearchWords } from '../../search-words.ts'
import { useTexts } from '../../texts/index.tsx'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import type { Evidence } from './contract.ts'
import { SectionOfEvidence } from './SectionOfEvidence.tsx'
import { useEvidenceTexts } from './texts.ts'

const evidenceQuery = queryOptions({
  queryKey: ['evidence'],
  queryFn: ({ signal }) => api.get<Evidence>('/evidence', signal),
})

/** S10.6: the statement's promises, each with its proof. */
export function EvidenceScreen() {
  const { shell } = useTexts()
  const said = useEvidenceTexts()
  const { instant } = useFormat()
  const evidence = useQuery(evidenceQuery)
  const client = useQueryClient()
  // The page verifies what is new in the ledger; who presses the button wants all of it.
  const whole = useMutation({
    mutationFn: () => api.get<Evidence>('/evidence?whole=true'),
    onSuccess: (found) => client.setQueryData(evidenceQuery.queryKey, found),
    onError: () => client.invalidateQueries(evidenceQuery),
  })
  return (
    <>
      <PageHead
        title={shell.places.evidence}
        under={said.under}
        actions={
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} />}
            loading={evidence.isFetching || whole.isPending}
            onClick={() => whole.mutate()}
          >
            {said.askAgain}
          </Button>
        }
      />
      <Asked query={evidence}>
        {(found) => (
          <>
            <Verdict evidence={found} />
            <Text size="sm" c="dimmed" mb="md">
              {said.askedAt(instant(found.at))}
            </Text>
            <Promises evidence={found} />
          </>
        )}
      </Asked>
    </>
  )
}

function Verdict({ evidence: { checks } }: { evidence: Evidence }) {
  const said = useEvidenceTexts()
  const failing = checks.filter(({ ok }) => !ok).length
  const live = checks.filter(({ kind }) => kind === 'live').length
  const isFine = failing === 0
  return (
    <Alert
      mb="sm"
      color={isFine ? 'teal' : 'red'}
      variant="light"
      icon={isFine ? <IconCircleCheck /> : <IconAlertTriangle />}
      title={isFine ? said.allHold : said.failing(failing)}
    >
      {isFine ? said.allHoldText(live) : said.failingText}
    </Alert>
  )
}

function Promises({ evidence: { checks, sections } }: { evidence: Evidence }) {
  const said = useEvidenceTexts()
  const navigate = useNavigate()
  const { show = 'all' } = useSearch({ strict: false }) as SearchWords
  const failing = checks.filter(({ ok }) => !ok)
  const shown = show === 'failing' ? failing : checks
  const choices = [
    { value: 'all', label: said.all(checks.length) },
    { value: 'failing', label: said.onlyFailing(failing.length) },
  ]
  return (
    <>
      <Group mb="lg">
        <SegmentedControl
          aria-label={said.show}
          data={choices}
          value={show === 'failing' ? 'failing' : 'all'}
          onChange={(value) =>
            void navigate({ to: to.evidence(), search: value === 'all' ? {} : { show: value }, replace: true })
          }
        />
      </Group>
      {shown.length === 0 ? (
        <div className="sheet">
          <Empty icon={<IconCircleCheck size={26} />} title={said.none}>
            {said.noneText}
          </Empty>
        </div>
      ) : (
        sections
          .map((section) => ({ section, proofs: shown.filter((proof) => proof.section === section.number) }))
          .filter(({ proofs }) => proofs.length > 0)
          .map(({ section, proofs }) => <SectionOfEvidence key={section.number} section={section} proofs={proofs} />)
      )}
    </>
  )
}
