import { Box, Group, Text, Title } from '@mantine/core'
import { Clause } from '../../statement/Clause.tsx'
import { useFormat } from '../../ui/format.ts'
import { StateBadge } from '../../ui/StateBadge.tsx'
import type { Evidence, Proof } from './contract.ts'
import { useEvidenceTexts } from './texts.ts'

/** One section of the statement: its clauses, what the statement says, what the register does, and whether it holds. */
export function SectionOfEvidence({ section, proofs }: { section: Evidence['sections'][number]; proofs: Proof[] }) {
  const said = useEvidenceTexts()
  const live = proofs.filter(({ kind }) => kind === 'live')
  const head = `evidence-${section.number}`
  return (
    <Box component="section" aria-labelledby={head} mb="xl">
      <Group justify="space-between" align="baseline" mb="xs">
        <Title order={2} size="h4" id={head}>
          {section.number > 0 ? `${section.number}. ` : ''}
          {section.title}
        </Title>
        <Text size="sm" c="dimmed" className="figures">
          {said.sum(live.filter(({ ok }) => ok).length, live.length)}
        </Text>
      </Group>
      <div className="sheet">
        <Box component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {proofs.map((proof, nth) => (
            <ProofRow key={proof.id} proof={proof} isFirst={nth === 0} />
          ))}
        </Box>
      </div>
    </Box>
  )
}

function ProofRow({
  proof: { clause, kind, ok, said: text, control, detail, last },
  isFirst,
}: {
  proof: Proof
  isFirst: boolean
}) {
  const said = useEvidenceTexts()
  const { instant } = useFormat()
  const state = kind === 'prose' ? said.prose : ok ? said.holds : said.breaks
  const tone = kind === 'prose' ? 'calm' : ok ? 'good' : 'bad'
  return (
    <Box
      component="li"
      px="md"
      py="sm"
      style={isFirst ? undefined : { borderTop: '1px solid var(--mantine-color-default-border)' }}
    >
      <Group align="flex-start" gap="md" wrap="nowrap">
        <Box w={52} style={{ flexShrink: 0 }}>
          <Clause id={clause} />
        </Box>
        <Box style={{ flexGrow: 1, minWidth: 0 }}>
          <Text size="sm" fw={500}>
            {control}
          </Text>
          {text && (
            <Text size="sm" c="dimmed" mt={2} style={{ overflowWrap: 'anywhere' }}>
              {text}
            </Text>
          )}
          {!ok && (
            <Text size="sm" fw={600} mt={2}>
              {detail}
            </Text>
          )}
          {last && (
            <Text size="xs" c="dimmed" mt={4} className="figures">
              {said.last} {instant(last)}
            </Text>
          )}
        </Box>
        <Box style={{ flexShrink: 0 }}>
          <StateBadge said={state} tone={tone} />
        </Box>
      </Group>
    </Box>
  )
}
