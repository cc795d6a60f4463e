import { Code, FileButton, List, Stack, Table, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api, Problem } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { saidProblem } from '../../ui/said-problem.ts'
import { useDeed } from '../../ui/useDeed.ts'
import type { Bookkeeping, FailedRow, Intake } from './contract.ts'
import { useBookkeepingTexts } from './texts.ts'

/** Invoices, payments and balances from bookkeeping: a file chosen here, and what became of those before it. */
export function IntakePart({ books }: { books: Bookkeeping }) {
  const said = useBookkeepingTexts()
  const texts = useTexts()
  const { instant } = useFormat()
  const { groupCompany, issues, intakes } = books
  const take = useDeed<File, Intake>({
    run: async (file) => api.post('/bookkeeping/intakes', { groupCompany, file: await base64Of(file) }),
    refreshes: [['bookkeeping']],
    quiet: (fault) => fault instanceof Problem && fault.status < 500,
  })
  const refused = take.error instanceof Problem && take.error.status < 500 ? saidProblem(take.error, texts) : null
  return (
    <Sheet title={said.intake}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {said.intakeHint}
        </Text>
        <Text size="sm" c="dimmed">
          {said.columns}
        </Text>
        <FileButton accept=".csv,.txt,.json,text/csv,application/json" onChange={(file) => file && take.mutate(file)}>
          {(props) => (
            <div>
              <WriteButton
                reason={issues ? said.issuesWhy : null}
                loading={take.isPending}
                leftSection={<IconUpload size={16} aria-hidden />}
                onClick={() => props.onClick()}
              >
                {said.choose}
              </WriteButton>
            </div>
          )}
        </FileButton>
        {issues ? (
          <Text size="sm" c="dimmed">
            {said.issuesWhy}
          </Text>
        ) : (
          <Text size="sm" c="dimmed">
            {said.intakeFolder} <Code>bookkeeping/{groupCompany}/</Code>
          </Text>
        )}
        {refused && (
          <Text size="sm" c="red" role="alert">
            {refused}
          </Text>
        )}
        <Text size="sm" fw={600}>
          {said.history}
        </Text>
        {intakes.length === 0 && (
          <Text size="sm" c="dimmed">
            {said.none}
          </Text>
        )}
        <List listStyleType="none" spacing="sm" size="sm">
          {intakes.map(({ id, takenAt, origin, taken, known, failed }) => (
            <List.Item key={id}>
              {instant(takenAt)}, {said.origins[origin]}: {said.taken(taken, known, failed.length)}
              {failed.length > 0 && <Failed rows={failed} />}
            </List.Item>
          ))}
        </List>
      </Stack>
    </Sheet>
  )
}

function Failed({ rows }: { rows: FailedRow[] }) {
  const said = useBookkeepingTexts()
  return (
    <Table mt={4} withRowBorders={false} verticalSpacing={3}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={70}>{said.line}</Table.Th>
          <Table.Th>{said.why}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.slice(0, 50).map(({ line, code, field }) => (
          <Table.Tr key={`${line} ${code}`}>
            <Table.Td className="figures">{line}</Table.Td>
            <Table.Td>
              {said.codes[code] ?? code} {field && <Code>{field}</Code>}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
