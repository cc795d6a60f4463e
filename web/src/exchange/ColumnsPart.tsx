import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconTestPipe } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { type SaidSource, SourceChoice, useSourceAtFirst } from '../register/SourceChoice.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { type Choices, ChoicesPart } from './ChoicesPart.tsx'
import { ColumnTargets } from './ColumnTargets.tsx'
import { type FileColumns, type ImportNow, type Overwrite, peopleAndCompanies } from './contract.ts'
import { EncodingChoice } from './EncodingChoice.tsx'
import { OverChoice } from './OverChoice.tsx'
import { columnsQuery } from './queries.ts'
import { useExchangeTexts } from './texts.ts'

/** What each column of the file fills, where the data come from, and what happens to whoever is held already. */
export function ColumnsPart({ run, onTried }: { run: ImportNow; onTried: () => void }) {
  const columns = useQuery(columnsQuery(run.id))
  return (
    <Asked query={columns}>
      {(read) => <Mapping key={read.header.join()} run={run} read={read} onTried={onTried} />}
    </Asked>
  )
}

function Mapping({ run, read, onTried }: { run: ImportNow; read: FileColumns; onTried: () => void }) {
  const said = useExchangeTexts()
  const [columns, setColumns] = useState(read.columns)
  const first = useSourceAtFirst()
  const [own, setOwn] = useState<SaidSource | null>(read.kept ? { source: read.kept.source } : null)
  const source = { ...first, ...own }
  const [choices, setChoices] = useState<Choices>({
    personKey: read.kept?.personKey ?? 'person.email',
    companyKey: read.kept?.companyKey ?? 'org.businessId',
    overwrite: read.kept?.overwrite ?? {},
    noticesADay: null,
  })
  const isRecords = run.holds !== peopleAndCompanies
  const [over, setOver] = useState<Overwrite>(read.kept?.overwrite.record ?? 'always')
  const tryIt = useDeed({
    run: () => {
      if (isRecords) {
        const from = read.needsSource ? source : { source: '' }
        return api.post(`/imports/${run.id}/trial`, { columns, ...from, overwrite: { record: over } })
      }
      const { noticesADay, ...rest } = choices
      return api.post(`/imports/${run.id}/trial`, {
        columns,
        ...source,
        ...rest,
        ...(noticesADay ? { noticesADay } : {}),
      })
    },
    refreshes: [['imports']],
    then: onTried,
  })
  const several = new Set(['person.email', 'person.phone'])
  const choose = (at: number, target: string | null) =>
    setColumns(columns.map((one, n) => (n === at ? target : one === target && !several.has(one ?? '') ? null : one)))
  const lacking = read.needed
    .filter((id) => !columns.includes(id))
    .map((id) => read.targets.find((target) => target.id === id)?.label ?? id)
  return (
    <>
      <Sheet
        title={said.columns}
        actions={<Text size="sm">{`${said.kindsOfRecord[run.holds] ?? run.holds} · ${said.kinds[read.kind]}`}</Text>}
      >
        <Stack gap="md">
          {read.isKnown && <Alert color="petrol">{said.known}</Alert>}
          <Text size="sm" c="dimmed">
            {isRecords ? said.recordColumnsText : said.columnsText}
            {lacking.length > 0 && ` ${said.needed(lacking.join(', '))}`}
          </Text>
          <EncodingChoice read={read} />
          <ColumnTargets read={read} columns={columns} onChoose={choose} />
        </Stack>
      </Sheet>
      {read.needsSource && (
        <Sheet title={said.origin}>
          <SourceChoice said={source} onChange={setOwn} />
        </Sheet>
      )}
      {isRecords ? (
        <OverChoice holds={run.holds} over={over} onChoose={setOver} />
      ) : (
        <ChoicesPart
          read={read}
          columns={columns}
          choices={choices}
          onChange={setChoices}
          isOwnRegister={source.source === 'own-register'}
        />
      )}
      <Group justify="flex-end">
        <Text size="sm" c="dimmed">
          {isRecords ? said.tryRecords : said.tryText}
        </Text>
        <Button
          loading={tryIt.isPending}
          leftSection={<IconTestPipe size={17} aria-hidden />}
          onClick={() => tryIt.mutate()}
        >
          {said.try}
        </Button>
      </Group>
    </>
  )
}
